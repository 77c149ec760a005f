"""What a pack says beside its questions, in sheets of our own: its files line by line, and their texts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from intake.form.catalogues import texts_of
from intake.form.data_files import CHECKS_FILE, I589_FILE, RULES_FILE, TERMS_FILE
from intake.form.model import Form
from intake.form.packdata import NO_DATA
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import Workbook
from intake.form.xlsform.tables import Texts, Wanted, read_rows

DATA, DATA_TEXTS = "intake_data", "intake_texts"

FILES = (I589_FILE, RULES_FILE, TERMS_FILE, CHECKS_FILE)

_MARK = "|"
"""Stands before each line, so that no program takes the spaces away that a line begins with."""

_LINES = Wanted(
    telling=(frozenset({"file"}), frozenset({"line"})),
    known=frozenset({"file", "line"}),
    translated=frozenset(),
)
_SAID = Wanted(
    telling=(frozenset({"name"}), frozenset({"label"})),
    known=frozenset({"name"}),
    translated=frozenset({"label"}),
)


def data_lines(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each line of such files among those of a pack, with the name of its file."""
    for file in FILES:
        for line in files.get(file, b"").decode("utf-8-sig").splitlines():
            yield file, f"{_MARK}{line}"


def data_texts(form: Form) -> Iterator[tuple[str, str]]:
    """The texts in these files, each under its context."""
    others = frozenset(texts_of(replace(form, data=NO_DATA)))
    return (found for found in texts_of(form) if found not in others)


def read_data(book: Workbook, remarks: Remarks) -> Mapping[str, bytes]:
    """The files that the sheets hold. A line for another file is told and left out."""
    lines: dict[str, list[str]] = {}
    for row in read_rows(book, DATA, _LINES, remarks):
        if row.get("file") in FILES:
            lines.setdefault(row.get("file"), []).append(row.get("line").removeprefix(_MARK))
        else:
            remarks.of(DATA).add(row.number, "file", "cell_left_out", text=row.get("file")[:60])
    return {file: "".join(f"{line}\n" for line in found).encode() for file, found in lines.items()}


def read_data_texts(book: Workbook, remarks: Remarks) -> Texts:
    """The texts of these files by context and language."""
    rows = read_rows(book, DATA_TEXTS, _SAID, remarks)
    return {row.get("name"): row.texts.get("label", {}) for row in rows if row.get("name")}

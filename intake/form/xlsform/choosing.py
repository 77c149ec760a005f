"""Questions that choose, with their lists, found or read from a file."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from intake.errors import SpreadsheetError
from intake.form.external import SUFFIX
from intake.form.kinds.choosing import OTHER_CHOICE
from intake.form.kinds.registry import WITH_CHOICES
from intake.form.xlsform.choices import Book
from intake.form.xlsform.draft import ChoiceDraft, Draft
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import MOST_ROWS, tidy
from intake.form.xlsform.workbook import read_bytes

_SPECIFY = "Specify other."
_OF_FILES = frozenset({"value", "label"})
"""Parameters that say which columns of a file are read."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """The lists so far, and the folder of the spreadsheet, where files of choices lie."""

    book: Book
    folder: Path
    remarks: Remarks

    def settle(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """The same tree, where each question that chooses has its list. One without becomes a text."""
        return tuple(settled for draft in drafts for settled in self._settled(draft))

    def _settled(self, draft: Draft) -> Iterator[Draft]:
        kind, _, said = draft.get("type").partition(" ")
        if kind not in WITH_CHOICES:
            yield replace(draft, items=self.settle(draft.items))
            return
        name = said
        if draft.get("from_file"):
            name = self._from_file(draft, said)
            draft = draft.but(from_file="", parameters=_without_names(draft))
        if not self.book.has(name):
            self.remarks.add(draft.row, "type", "list_missing", list=said[:60])
            yield draft.but(type="text", choice_filter="", or_other="")
            return
        listed = self.book.list_names.get(name, name)
        choosing = f"{kind}_from_file {listed}{SUFFIX}" if listed in self.book.filed else f"{kind} {listed}"
        if draft.get("or_other") and self.book.has_other(listed):
            yield draft.but(type=choosing, or_other="")
            yield _which_other(draft)
        else:
            yield draft.but(type=choosing)

    def _from_file(self, draft: Draft, said: str) -> str:
        """Read the list out of a .csv file beside the spreadsheet. Gives the name of the list."""
        name, path = said.rpartition(".")[0] or said, self.folder / said
        named = {key: value for key, value in _parameters(draft).items() if key in _OF_FILES}
        if self.book.has(name):
            self.book.filed.add(self.book.list_names.get(name, name))
            if named != self.book.read_as.get(name, named):
                self.remarks.add(draft.row, "parameters", "file_read_before", file=said[:60])
            return name
        if said != path.name or path.suffix.lower() != SUFFIX or not path.is_file():
            self.remarks.add(draft.row, "type", "list_file_missing", file=said[:60])
            return name
        self.book.read_as[name] = named
        try:
            text = read_bytes(path).decode("utf-8-sig")
            for column in _giving_way(text, named):
                self.remarks.add(draft.row, "parameters", "file_column_left_out", name=column, file=said[:60])
            for choice in _choices(text, named):
                self.book.add(name, choice, self.remarks.of(said))
            self.book.filed.add(self.book.list_names.get(name, name))
        except (SpreadsheetError, UnicodeDecodeError, csv.Error):
            self.remarks.add(draft.row, "type", "list_file_unreadable", file=said[:60])
        return name


def _which_other(draft: Draft) -> Draft:
    """What XLSForm asks after a choice of "other" that stands in the list itself."""
    relevant = f"selected(${{{draft.name}}}, '{OTHER_CHOICE}')"
    return Draft(
        "question",
        draft.row,
        f"{draft.name}_other",
        {"type": "text", "relevant": relevant},
        {"label": {"": _SPECIFY}},
    )


def _giving_way(text: str, named: Mapping[str, str]) -> Iterator[str]:
    """The columns of a file that are called as ours are, while the parameters name others for these."""
    headers = {tidy(header) for header in next(csv.reader(StringIO(text), strict=True), [])}
    for parameter, column in (("value", "name"), ("label", "label")):
        if column in headers - set(named.values()) and named.get(parameter, column) != column:
            yield column


def _choices(text: str, named: Mapping[str, str]) -> Iterator[ChoiceDraft]:
    """The choices of a file. Raises csv.Error when it is none or too long."""
    reader = csv.reader(StringIO(text), strict=True)
    headers = [tidy(header) for header in next(reader, [])]
    for number, cells in enumerate(reader, 2):
        if number > MOST_ROWS:
            raise csv.Error
        row = {
            header: tidy(cell) for header, cell in zip(headers, cells, strict=False) if header and tidy(cell)
        }
        name = row.get(named.get("value", "name"), "")
        label = row.get(named.get("label", "label"), name)
        columns = {header: cell for header, cell in row.items() if header not in ("name", "label")}
        if name:
            yield ChoiceDraft(number, name, {"": label}, columns)


def _without_names(draft: Draft) -> str:
    """The parameters that are left once a file was read: its columns are called name and label by then."""
    kept = {key: value for key, value in _parameters(draft).items() if key not in _OF_FILES}
    return " ".join(f"{key}={value}" for key, value in kept.items())


def _parameters(draft: Draft) -> Mapping[str, str]:
    pairs = (
        pair.partition("=") for pair in draft.get("parameters").replace(";", " ").replace(",", " ").split()
    )
    return {key: value for key, _, value in pairs if value}

"""Choices from a CSV file beside the questionnaire: towns, schools, whatever makes a long list."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePosixPath

from intake.form.cleaning import clean_text
from intake.form.faults import Faults
from intake.form.model import Choice, ChoiceList
from intake.form.nodes import LARGEST_FILE

SUFFIX = ".csv"
_NEEDED = ("name", "label")
_MOST_COLUMNS = 100


def list_named_in(said: str) -> str:
    """The list that a type names: `ways`, or `towns` of `select_one_from_file towns.csv`."""
    return said.partition(" ")[2].strip().removesuffix(SUFFIX)


def list_of_file(file: str) -> str:
    """The name of the list that a CSV file holds."""
    return PurePosixPath(file).stem


def read_choices(data: bytes, faults: Faults) -> ChoiceList:
    """The choices of one file: its first line names the columns, `name` and `label` among them; further ones
    are for `choice_filter`. What is faulty is told and left out.
    """
    name = list_of_file(faults.file)
    if len(data) > LARGEST_FILE:
        faults.add(0, "file_too_large", most=LARGEST_FILE)
        return ChoiceList(name, ())
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(data.count(b"\n", 0, error.start) + 1, "not_utf8")
        return ChoiceList(name, ())
    made: dict[str, Choice] = {}
    for line, choice in _choices(text, faults):
        if choice.name in made:
            faults.add(line, "duplicate_choice", name=choice.name, list=name)
        made.setdefault(choice.name, choice)
    if not made and not faults:
        faults.add(0, "empty_list", key=faults.file)
    return ChoiceList(name, tuple(made.values()))


def _choices(text: str, faults: Faults) -> Iterator[tuple[int, Choice]]:
    rows = _rows(text, faults)
    _, columns = next(rows, (1, []))
    missing = [column for column in _NEEDED if column not in columns]
    for column in missing:
        faults.add(1, "missing_column", column=column)
    if len({*columns}) < len(columns) or "" in columns or len(columns) > _MOST_COLUMNS:
        faults.add(1, "bad_columns")
    elif not missing:
        for line, cells in rows:
            choice = _choice(dict(zip(columns, cells, strict=False)), line, faults)
            if len(cells) != len(columns):
                faults.add(line, "other_length", cells=len(cells), columns=len(columns))
            elif choice is not None:
                yield line, choice


def _rows(text: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line it ends on."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, [clean_text(cell).strip() for cell in cells]
    except csv.Error as error:
        faults.add(reader.line_num, "not_csv", problem=str(error))


def _choice(row: dict[str, str], line: int, faults: Faults) -> Choice | None:
    name, label = row.get("name", ""), row.get("label", "")
    if len(name.split()) != 1:
        faults.add(line, "bad_choice_name", name=name[:100])
        return None
    if not label:
        faults.add(line, "empty_text", key="label")
    return Choice(name, label, {k: v for k, v in row.items() if k not in _NEEDED}, as_it_is=True)

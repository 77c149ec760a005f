"""A sheet as plain rows of text, and how much of it we are willing to read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake.errors import SpreadsheetTooLarge
from intake.form.cleaning import clean_text

MOST_SHEETS = 50
MOST_ROWS = 50_000
"""The longest lists of places in use have some ten thousand."""

MOST_COLUMNS = 500
LONGEST_CELL = 32_767
"""Characters; what spreadsheet programs themselves allow."""

MOST_TEXT = 20_000_000
"""Characters of all cells. Cells may share one text, so a small file can claim far more than its size."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text, the first row first. Rows end with their last filled cell; texts come trimmed."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file in their order."""

    sheets: tuple[Sheet, ...]


def sheet_of(name: str, cells: Mapping[int, Mapping[int, str]]) -> Sheet:
    """The sheet of these cells: row -> column -> text, both from 0. Raises SpreadsheetTooLarge."""
    kept = {row: {at: tidy(text) for at, text in found.items()} for row, found in cells.items()}
    filled = {row: {at: text for at, text in found.items() if text} for row, found in kept.items()}
    last = max((row for row, found in filled.items() if found), default=-1)
    widest = max((at for found in filled.values() for at in found), default=-1)
    for reason, count, most in (("rows", last + 1, MOST_ROWS), ("columns", widest + 1, MOST_COLUMNS)):
        if count > most:
            raise SpreadsheetTooLarge(reason=reason, most=most)
    return Sheet(tidy(name), tuple(_row(filled.get(row, {})) for row in range(last + 1)))


def tidy(text: str) -> str:
    """The text without what no form can hold: control characters, and spaces at both ends."""
    return _UNPRINTABLE.sub("", clean_text(text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def check_amount(texts: Iterable[str]) -> None:
    """Raises SpreadsheetTooLarge when one text or all together are more than a questionnaire has."""
    amount = 0
    for text in texts:
        amount += len(text)
        if len(text) > LONGEST_CELL:
            raise SpreadsheetTooLarge(reason="cell", most=LONGEST_CELL)
        if amount > MOST_TEXT:
            raise SpreadsheetTooLarge(reason="text", most=MOST_TEXT)


def number_text(value: float) -> str:
    """A number as a person writes it: whole ones without a fraction."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _row(cells: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(at, "") for at in range(max(cells, default=-1) + 1))

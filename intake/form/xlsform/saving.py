"""Rows of text as an .xlsx file, in which nothing is ever taken for a formula."""

import re
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from intake.errors import SpreadsheetTooLarge, SpreadsheetUnwritable
from intake.form.xlsform.sheet import LONGEST_CELL, tidy

_PROGRAM = "Intake"
_WIDE, _NARROW = 50, 20
"""Widths of columns in characters: of texts, and of all else."""

_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet to be written."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def save(grids: tuple[Grid, ...], target: Path) -> None:
    """Write the sheets. The file gets its name when it is complete. Raises SpreadsheetTooLarge for a text
    that no cell holds, SpreadsheetUnwritable.
    """
    book = Workbook()
    book.properties.creator = _PROGRAM
    for spare in book.worksheets:
        book.remove(spare)
    for grid in grids:
        _fill(book.create_sheet(grid.name), grid)
    beside = target.with_name(f".{target.name}.part")
    try:
        book.save(beside)
        beside.replace(target)
    except OSError as error:
        raise SpreadsheetUnwritable(reason=error.strerror or "") from error
    finally:
        beside.unlink(missing_ok=True)


def _fill(sheet: Worksheet, grid: Grid) -> None:
    sheet.freeze_panes = "A2"
    for at, header in enumerate(grid.headers, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDE if "::" in header else _NARROW
        _write(sheet, 1, at, header)
        sheet.cell(1, at).font = Font(bold=True)
    for number, row in enumerate(grid.rows, 2):
        for at, text in enumerate(row, 1):
            _write(sheet, number, at, text)


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A cell that is text whatever it begins with, and stays so when a person edits it."""
    clean = _LIKE_AN_ESCAPE.sub("_x005F_", tidy(text))
    if len(clean) > LONGEST_CELL:
        raise SpreadsheetTooLarge(reason="cell", most=LONGEST_CELL)
    if not clean:
        return
    cell = sheet.cell(row, column, clean)
    cell.data_type = "s"
    cell.quotePrefix = clean[0] in "=+-@"
    cell.alignment = Alignment(vertical="top", wrap_text=True)

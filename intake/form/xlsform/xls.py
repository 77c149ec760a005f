"""The older .xls files, by way of xlrd."""

import struct
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

import xlrd

from intake.errors import NotASpreadsheet, SpreadsheetTooLarge
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import MOST_SHEETS, Sheet, Workbook, check_amount, number_text, sheet_of

_MACROS = "_VBA_PROJECT".encode("utf-16-le")

_DAMAGED = (
    xlrd.XLRDError,
    xlrd.compdoc.CompDocError,
    xlrd.xldate.XLDateError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NameError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What xlrd lets out when a file is not what it claims; it checks little before it reads."""


def read_xls(data: bytes, remarks: Remarks) -> Workbook:
    """The sheets of an .xls file. Raises NotASpreadsheet, SpreadsheetTooLarge."""
    try:
        with xlrd.open_workbook(file_contents=data, logfile=StringIO(), ragged_rows=True) as book:
            if book.nsheets > MOST_SHEETS:
                raise SpreadsheetTooLarge(reason="sheets", most=MOST_SHEETS)
            sheets = tuple(_sheet(found, book.datemode, remarks.of(found.name)) for found in book.sheets())
    except _DAMAGED as error:
        encrypted = isinstance(error, xlrd.XLRDError) and "encrypted" in str(error)
        raise NotASpreadsheet(reason="encrypted" if encrypted else "damaged") from error
    if _MACROS in data:
        remarks.add(0, "", "macros_ignored")
    return Workbook(sheets)


def _sheet(found: Any, datemode: int, remarks: Remarks) -> Sheet:
    cells = {
        row: {at: _text(cell, datemode, row, remarks) for at, cell in enumerate(found.row(row))}
        for row in range(found.nrows)
    }
    check_amount(_texts(cells))
    return sheet_of(found.name, cells)


def _texts(cells: Mapping[int, Mapping[int, str]]) -> Iterator[str]:
    for row in cells.values():
        yield from row.values()


def _text(cell: Any, datemode: int, row: int, remarks: Remarks) -> str:
    match cell.ctype:
        case xlrd.XL_CELL_NUMBER:
            return number_text(cell.value)
        case xlrd.XL_CELL_DATE:
            return str(xlrd.xldate.xldate_as_datetime(cell.value, datemode)).removesuffix(" 00:00:00")
        case xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        case xlrd.XL_CELL_ERROR:
            remarks.add(row + 1, "", "cell_error", found=xlrd.error_text_from_code.get(cell.value, "#"))
            return ""
    return str(cell.value)

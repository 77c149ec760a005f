"""From a spreadsheet file to plain sheets of text. Nothing in it is ever run or fetched."""

from pathlib import Path

from intake.disk import read_regular
from intake.errors import NotASpreadsheet, SpreadsheetTooLarge, SpreadsheetUnreadable
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import Workbook
from intake.form.xlsform.xls import read_xls
from intake.form.xlsform.xlsx import read_xlsx

LARGEST_FILE = 20_000_000
"""Bytes. The largest questionnaires in use have about one million."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that a workbook with a password keeps its real file in."""


def read_workbook(file: Path, remarks: Remarks) -> Workbook:
    """The sheets of an .xlsx or .xls file, told apart by what is in it.

    Raises SpreadsheetUnreadable, SpreadsheetTooLarge, NotASpreadsheet.
    """
    data = read_bytes(file)
    if data.startswith(_ZIP):
        return read_xlsx(data, remarks)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise NotASpreadsheet(reason="encrypted")
        return read_xls(data, remarks)
    raise NotASpreadsheet(reason=_what(data))


def read_bytes(file: Path) -> bytes:
    """The bytes of a file of bearable size. Raises SpreadsheetUnreadable, SpreadsheetTooLarge."""
    try:
        data = read_regular(file, LARGEST_FILE + 1)
    except OSError as error:
        raise SpreadsheetUnreadable(reason=error.strerror or "") from error
    if len(data) > LARGEST_FILE:
        raise SpreadsheetTooLarge(reason="file", most=LARGEST_FILE)
    return data


def _what(data: bytes) -> str:
    """What a file is that is no spreadsheet; programs often save web pages under the name of one."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<head")):
        return "web_page"
    return "unknown" if not start or b"\0" in start else "text"

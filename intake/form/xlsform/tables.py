"""A sheet with a row of headers, as rows by column and language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake.form.xlsform.headers import UNKNOWN_LANGUAGE, Header, header_of, key_of
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import Sheet, Workbook

_HEADERS_WITHIN = 20
"""Rows from the top in which headers are looked for; some put a title above them."""

Texts = Mapping[str, Mapping[str, str]]
"""Column -> code of the language, empty for none -> text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number as the spreadsheet shows it, its cells by column, its
    translated texts, and by their own headers the cells of columns we do not know.
    """

    number: int
    cells: Mapping[str, str]
    texts: Texts
    others: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell of a column without languages, empty when there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheeted:
    """The rows of a sheet under its headers."""

    name: str
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]

    def languages(self) -> tuple[str, ...]:
        """The codes that headers name, in their order."""
        found = (header.language for header in self.headers)
        return tuple(dict.fromkeys(code for code in found if code and code != UNKNOWN_LANGUAGE))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sheet must and may have: the columns that tell its headers, and all that are known."""

    telling: tuple[frozenset[str], ...]
    """One of each of these must stand in the row of headers."""
    known: frozenset[str]
    translated: frozenset[str]
    free: bool = False
    """Whether columns we do not know mean something, as those for a choice filter do."""
    idle: frozenset[str] = frozenset()
    """Columns that say something to other programs, and nothing about the questions."""


def find_sheet(book: Workbook, name: str) -> Sheet | None:
    """The sheet of this name, whatever its letter case and spaces."""
    return next((sheet for sheet in book.sheets if key_of(sheet.name) == name), None)


def read_sheet(sheet: Sheet, wanted: Wanted, remarks: Remarks) -> Sheeted | None:
    """The rows of a sheet; None when no row of headers tells that it is one of this kind."""
    start = _header_row(sheet, wanted)
    if start is None:
        return None
    if start:
        remarks.add(start + 1, "", "headers_lower")
    headers = tuple(header_of(text) for text in sheet.rows[start])
    reader = _Reader(headers, wanted)
    rows = [reader.row(number, cells) for number, cells in enumerate(sheet.rows[start + 1 :], start + 2)]
    _tell(sheet, headers, wanted, start, remarks)
    return Sheeted(sheet.name, headers, tuple(row for row in rows if row is not None))


def read_rows(book: Workbook, name: str, wanted: Wanted, remarks: Remarks) -> tuple[Row, ...]:
    """The rows of the sheet of this name; none where there is no such sheet, or it has other headers."""
    sheet = find_sheet(book, name)
    found = read_sheet(sheet, wanted, remarks.of(sheet.name)) if sheet else None
    return found.rows if found else ()


@dataclass(frozen=True, slots=True)
class _Reader:
    headers: tuple[Header, ...]
    wanted: Wanted

    def row(self, number: int, cells: tuple[str, ...]) -> Row | None:
        """The row, or None when nothing stands in it. Of two columns that mean the same, the first filled
        one counts.
        """
        plain: dict[str, str] = {}
        texts: dict[str, dict[str, str]] = {}
        others: dict[str, str] = {}
        for header, text in zip(self.headers, cells, strict=False):
            if not text or not header.text:
                continue
            if header.column in self.wanted.translated:
                if header.language != UNKNOWN_LANGUAGE:
                    texts.setdefault(header.column, {}).setdefault(header.language, text)
            elif header.column in self.wanted.known:
                plain.setdefault(header.column, text)
            else:
                others.setdefault(header.text, text)
        return Row(number, plain, texts, others) if plain or texts or others else None


def _header_row(sheet: Sheet, wanted: Wanted) -> int | None:
    for number, cells in enumerate(sheet.rows[:_HEADERS_WITHIN]):
        columns = {header_of(text).column for text in cells if text}
        if all(columns & telling for telling in wanted.telling):
            return number
    return None


def _tell(sheet: Sheet, headers: tuple[Header, ...], wanted: Wanted, start: int, remarks: Remarks) -> None:
    """Tell which columns are not read, and which stand twice."""
    body = sheet.rows[start + 1 :]
    width = max((len(row) for row in body), default=0)
    seen: dict[tuple[str, str], int] = {}
    for at in range(max(width, len(headers))):
        header = headers[at] if at < len(headers) else Header("", "", "")
        filled = [number for number, row in enumerate(body, start + 2) if at < len(row) and row[at]]
        meaning = (header.column, header.language)
        if not filled:
            continue
        if not header.text:
            remarks.add(filled[0], "", "column_without_header", count=len(filled))
        elif header.language == UNKNOWN_LANGUAGE:
            remarks.add(start + 1, header.text, "language_unknown", count=len(filled))
        elif header.column in wanted.idle:
            remarks.add(filled[0], header.text, "column_idle")
        elif header.column not in wanted.known | wanted.translated:
            if not wanted.free:
                remarks.add(filled[0], header.text, "column_unknown", count=len(filled))
        elif meaning in seen:
            differ = [row for row in body if _differ(row, seen[meaning], at)]
            remarks.add(start + 1, header.text, "column_twice_differs" if differ else "column_twice")
        seen.setdefault(meaning, at)


def _differ(row: Iterable[str], one: int, other: int) -> bool:
    cells = (*row, *[""] * (other + 1))
    return bool(cells[one] and cells[other] and cells[one] != cells[other])

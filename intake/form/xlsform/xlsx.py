"""The .xlsx files, from their XML.

openpyxl is not asked: it refuses a whole file for a style sheet it cannot read, and all we want is text.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from intake.errors import NotASpreadsheet, SpreadsheetTooLarge
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Sheet,
    Workbook,
    check_amount,
    number_text,
    sheet_of,
)
from intake.form.xlsform.xml_parts import Parts, attribute, first, local

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OTHER_KINDS = {
    "xl/workbook.bin": "binary_workbook",
    "content.xml": "open_document",
}


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets share."""

    strings: Sequence[str]
    date_styles: frozenset[int]
    epoch: datetime


def read_xlsx(data: bytes, remarks: Remarks) -> Workbook:
    """The sheets of an .xlsx file. Raises NotASpreadsheet, SpreadsheetTooLarge."""
    parts = Parts(data)
    names = parts.names()
    for name, reason in _OTHER_KINDS.items():
        if name in names:
            raise NotASpreadsheet(reason=reason)
    home = _main_part(parts)
    tree, links = parts.tree(home), _links(parts, home)
    book = _Book(
        _strings(parts, links), _date_styles(parts, links, remarks), _epoch(first(tree, "workbookPr"))
    )
    if any(name.startswith("xl/vba") for name in names):
        remarks.add(0, "", "macros_ignored")
    if any(name.startswith("xl/externallinks/") for name in names):
        remarks.add(0, "", "external_links_ignored")
    return Workbook(tuple(_sheets(parts, tree, links, book, remarks)))


def _main_part(parts: Parts) -> str:
    links = _links(parts, "") if "_rels/.rels" in parts else {}
    home = next((target for kind, target in links.values() if kind == "officeDocument"), "xl/workbook.xml")
    if home not in parts:
        raise NotASpreadsheet(reason="other_document")
    return home


def _links(parts: Parts, home: str) -> Mapping[str, tuple[str, str]]:
    """Where a part points to inside the file: id -> (last word of the kind, name of the part)."""
    folder, name = posixpath.split(home)
    links = {}
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    for link in parts.tree(part) if part in parts else ():
        if attribute(link, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attribute(link, "Target"))).lstrip("/")
            links[attribute(link, "Id")] = attribute(link, "Type").rpartition("/")[2], target
    return links


def _strings(parts: Parts, links: Mapping[str, tuple[str, str]]) -> Sequence[str]:
    name = next((target for kind, target in links.values() if kind == "sharedStrings"), "")
    found: list[str] = []
    if name in parts:
        parts.tree(name, {"si": lambda element: found.append(_words(element))})
    return found


def _date_styles(parts: Parts, links: Mapping[str, tuple[str, str]], remarks: Remarks) -> frozenset[int]:
    """The numbers of the cell styles that show a date; none when the style sheet cannot be read."""
    name = next((target for kind, target in links.values() if kind == "styles"), "")
    if name not in parts:
        return frozenset()
    try:
        tree = parts.tree(name)
        codes = {
            int(attribute(e, "numFmtId")): attribute(e, "formatCode") for e in tree.iter() if _is_format(e)
        }
        styles = first(tree, "cellXfs")
        formats = [int(attribute(style, "numFmtId") or 0) for style in ([] if styles is None else styles)]
    except (NotASpreadsheet, ValueError):
        remarks.add(0, "", "styles_unreadable")
        return frozenset()
    known = {**BUILTIN_FORMATS, **codes}
    return frozenset(at for at, number in enumerate(formats) if is_date_format(known.get(number, "")))


def _is_format(element: Element) -> bool:
    return local(element.tag) == "numFmt" and attribute(element, "numFmtId").isdecimal()


def _epoch(properties: Element | None) -> datetime:
    old_mac = properties is not None and attribute(properties, "date1904") in ("1", "true")
    return CALENDAR_MAC_1904 if old_mac else CALENDAR_WINDOWS_1900


def _sheets(
    parts: Parts, tree: Element, links: Mapping[str, tuple[str, str]], book: _Book, remarks: Remarks
) -> Sequence[Sheet]:
    named = first(tree, "sheets")
    found = list(named) if named is not None else []
    if len(found) > MOST_SHEETS:
        raise SpreadsheetTooLarge(reason="sheets", most=MOST_SHEETS)
    sheets = []
    for element in found:
        kind, target = links.get(attribute(element, "id"), ("", ""))
        if kind == "worksheet":
            name = attribute(element, "name")
            grid = _Grid(book, remarks.of(name))
            parts.tree(target, {"row": grid.take})
            if grid.formulas:
                grid.remarks.add(0, "", "formula", count=grid.formulas)
            check_amount(text for row in grid.cells.values() for text in row.values())
            sheets.append(sheet_of(name, grid.cells))
    return sheets


@dataclass(slots=True)
class _Grid:
    """The cells of one sheet as its rows go by: row -> column -> text, both from 0."""

    book: _Book
    remarks: Remarks
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    row: int = -1
    formulas: int = 0

    def take(self, element: Element) -> None:
        said = attribute(element, "r")
        self.row = int(said) - 1 if said.isdecimal() and len(said) < 8 else self.row + 1
        at, cells = -1, {}
        for cell in element:
            place = _PLACE.fullmatch(attribute(cell, "r"))
            at = _column(place[1]) if place else at + 1
            text = self._text(cell)
            if text:
                cells[at] = text
        if cells and not 0 <= self.row < MOST_ROWS:
            raise SpreadsheetTooLarge(reason="rows", most=MOST_ROWS)
        if cells and max(cells) >= MOST_COLUMNS:
            raise SpreadsheetTooLarge(reason="columns", most=MOST_COLUMNS)
        if cells:
            self.cells[self.row] = cells

    def _text(self, cell: Element) -> str:
        kind, value = attribute(cell, "t"), first(cell, "v")
        said = value.text or "" if value is not None else ""
        if first(cell, "f") is not None:
            self.formulas += 1
            if not said:
                self.remarks.add(self.row + 1, "", "formula_without_value")
        if not said and kind != "inlineStr":
            return ""
        if kind == "e":
            self.remarks.add(self.row + 1, "", "cell_error", found=said[:20])
            return ""
        if kind == "s":
            return self.book.strings[int(said)] if _is_index(said, self.book.strings) else ""
        if kind in ("str", "d", "b", "inlineStr"):
            return _worded(cell, kind, said)
        return self._number(said.strip(), attribute(cell, "s"))

    def _number(self, said: str, style: str) -> str:
        try:
            number = float(said)
            if style.isdecimal() and int(style) in self.book.date_styles:
                return str(from_excel(number, self.book.epoch)).removesuffix(" 00:00:00")
            return number_text(number)
        except (ValueError, OverflowError):
            return said


def _worded(cell: Element, kind: str, said: str) -> str:
    """A cell whose text stands in it."""
    if kind == "b":
        return "TRUE" if said.strip() in ("1", "true") else "FALSE"
    inline = first(cell, "is")
    return _unescaped(said) if inline is None else _words(inline)


def _words(element: Element) -> str:
    """The text of a shared or inline string, without the reading aids of Japanese."""
    whole = []
    for part in element:
        if local(part.tag) == "t":
            whole.append(part.text or "")
        elif local(part.tag) == "r":
            whole.extend(piece.text or "" for piece in part if local(piece.tag) == "t")
    return _unescaped("".join(whole))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _is_index(said: str, strings: Sequence[str]) -> bool:
    return said.isascii() and said.isdigit() and len(said) < 10 and int(said) < len(strings)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

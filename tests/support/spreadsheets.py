"""Spreadsheets written for a test: from small tables of text, from raw XML, or as the older .xls."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

Rows = Sequence[Sequence[str]]


def table(text: str) -> Rows:
    """Rows out of lines with cells between bars: `| text | name | Your name |`."""
    lines = (line.strip() for line in text.strip().splitlines())
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line]


def xlsx(file: Path, **sheets: str | Rows) -> Path:
    """A real .xlsx file with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in table(rows) if isinstance(rows, str) else rows:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(file)
    return file


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def raw_xlsx(rows: str, **more: str | bytes) -> dict[str, str | bytes]:
    """The parts of the smallest .xlsx there is, with the XML of the rows of its one sheet, `survey`.

    Further parts stand under their names with `__` for a slash and `_` for a dot: `xl__styles_xml`.
    """
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships {links}><Relationship Id="a" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
        '<sheet name="survey" sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships {links}>"
        f'<Relationship Id="s" Type="{office}/worksheet" Target="worksheets/one.xml"/>'
        f'<Relationship Id="t" Type="{office}/styles" Target="styles.xml"/>'
        f'<Relationship Id="u" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/one.xml": f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>",
    }
    return {**parts, **{name.replace("__", "/").replace("_", "."): data for name, data in more.items()}}


def inline_rows(rows: Rows) -> str:
    """The XML of rows with their texts in them."""
    cells = ("".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) for row in rows)
    return "".join(f"<row>{row}</row>" for row in cells)


def xls(file: Path, **sheets: Rows) -> Path:
    """A real .xls file (BIFF8 in an OLE container), for which no library writes any more."""
    streams = [_sheet_stream(rows) for rows in sheets.values()]
    names = [name.encode("latin-1") for name in sheets]
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    end = _record(0x0A, b"")
    place = len(begin) + sum(len(name) + 12 for name in names) + len(end)
    bounds = b""
    for name, stream in zip(names, streams, strict=True):
        bounds += _record(0x85, struct.pack("<IHBB", place, 0, len(name), 0) + name)
        place += len(stream)
    file.write_bytes(_ole(begin + bounds + end + b"".join(streams)))
    return file


def _sheet_stream(rows: Rows) -> bytes:
    stream = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                text = struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
                stream += _record(0x204, struct.pack("<HHH", number, at, 0) + text)
            else:
                stream += _record(0x203, struct.pack("<HHHd", number, at, 0, cell))
    return stream + _record(0x0A, b"")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _ole(stream: bytes) -> bytes:
    """A compound file with one stream, `Workbook`: header, allocation table, directory, and the stream."""
    size = max(len(stream), 4096)  # a shorter one would lie in the small sectors
    sectors = -(-size // 512)
    free, chain_end, table_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chain = [table_sector, chain_end, *range(3, sectors + 2), chain_end]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHHHIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, chain_end, 0, chain_end
    )
    header += struct.pack("<II", 0, 0) + struct.pack("<I", free) * 108
    fat = b"".join(struct.pack("<I", at) for at in [*chain, *[free] * (128 - len(chain))])
    root = _entry("Root Entry", 5, (free, free, 1), chain_end, 0)
    book = _entry("Workbook", 2, (free, free, free), 2, size)
    return header[:512] + fat + (root + book).ljust(512, b"\0") + stream.ljust(sectors * 512, b"\0")


def _entry(name: str, kind: int, links: tuple[int, int, int], start: int, size: int) -> bytes:
    spelt = name.encode("utf-16-le")
    packed = spelt.ljust(64, b"\0") + struct.pack("<HBB", len(spelt) + 2, kind, 1)
    return packed + struct.pack("<III", *links) + bytes(36) + struct.pack("<III", start, size, 0)

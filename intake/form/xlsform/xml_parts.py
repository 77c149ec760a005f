"""The parts of an .xlsx file: a zip of XML, unpacked and parsed within bounds."""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

from intake.errors import NotASpreadsheet, SpreadsheetTooLarge

MOST_UNPACKED = 80_000_000
"""Bytes of all parts together, as the zip declares them; no part gives more than it declared."""

MOST_PARTS = 2_000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1

Take = Callable[[ET.Element], None]


class Parts:
    """The parts by name, whose letter case does not count. Sizes were checked before anything is unpacked."""

    def __init__(self, data: bytes) -> None:
        """Raises NotASpreadsheet, SpreadsheetTooLarge."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise NotASpreadsheet(reason="damaged") from error
        found = self._zip.infolist()
        if len(found) > MOST_PARTS or sum(part.file_size for part in found) > MOST_UNPACKED:
            raise SpreadsheetTooLarge(reason="unpacked", most=MOST_UNPACKED)
        if any(part.flag_bits & _ENCRYPTED for part in found):
            raise NotASpreadsheet(reason="encrypted")
        self._names = {part.filename.lstrip("/").lower(): part for part in found}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def names(self) -> frozenset[str]:
        """All names in small letters."""
        return frozenset(self._names)

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises NotASpreadsheet when it is not there or is damaged."""
        part = self._names.get(name.lower())
        if part is None or part.compress_type not in _METHODS:
            raise NotASpreadsheet(reason="damaged")
        try:
            return self._zip.read(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise NotASpreadsheet(reason="damaged") from error

    def tree(self, name: str, takers: Mapping[str, Take] | None = None) -> ET.Element:
        """The parsed part. Elements that have a taker, by local name, go to it and are emptied, so that a
        long sheet is never in memory as a whole. Raises NotASpreadsheet.
        """
        parser = ET.XMLParser(target=_Tree(takers or {}))  # noqa: S314 (it refuses entities)
        try:
            parser.feed(self.data(name))
            root: ET.Element = parser.close()
        except (ET.ParseError, ValueError, LookupError, AssertionError) as error:
            raise NotASpreadsheet(reason="damaged") from error
        return root


class _Tree(ET.TreeBuilder):
    """Builds a tree, hands elements on, and refuses documents that declare entities of their own."""

    def __init__(self, takers: Mapping[str, Take]) -> None:
        super().__init__()
        self._takers = takers

    def end(self, tag: str) -> ET.Element:
        element = super().end(tag)
        taker = self._takers.get(local(tag))
        if taker is not None:
            taker(element)
            element.clear()
        return element

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise NotASpreadsheet(reason="declares_entities")


def local(tag: str) -> str:
    """The name of a tag without its namespace; two namespaces are in use for the same words."""
    return tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty when there is none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def first(element: ET.Element, name: str) -> ET.Element | None:
    """The first child of this local name."""
    return next((child for child in element if local(child.tag) == name), None)

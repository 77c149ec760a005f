"""A face embedded in a PDF: only the glyphs that were drawn, by number, with the way back to characters."""

import string
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from intake.export.text.fonts import subset
from intake.export.text.shape import Face

_MOST_IN_BLOCK = 100
_SYMBOLIC = 4


class EmbeddedFont:
    """A Type 0 font with Identity-H encoding (ISO 32000-2, 9.7), which reportlab asks for when it writes."""

    def __init__(self, face: Face) -> None:
        self._face = face
        tag = "".join(string.ascii_uppercase[int(digit)] for digit in face.resource[1:].rjust(6, "0"))
        self._name = f"{tag}+{face.file.name}"

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the font to the document as the resource that its text names."""
        descendant = self._reference(document, "descendant", self._descendant(document))
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(self._name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([descendant]),
                "ToUnicode": self._reference(document, "unicode", _stream(_to_unicode(self._face.glyphs))),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self._face.resource] = self._reference(document, "font", font)

    def _descendant(self, document: Any) -> Any:
        widths: list[Any] = []
        for glyph in sorted(self._face.glyphs):
            widths += [glyph, PDFArray([self._face.width(glyph)])]
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(self._name),
                "CIDSystemInfo": PDFDictionary(system),
                "FontDescriptor": self._reference(document, "descriptor", self._descriptor(document)),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 1000,
                "W": PDFArray(widths),
            }
        )

    def _descriptor(self, document: Any) -> Any:
        file = self._face.file
        extents = file.font.get_font_extents("ltr")
        ascent, descent = round(extents.ascender * file.scale), round(extents.descender * file.scale)
        program = subset(self._face.file, self._face.glyphs)
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._name),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 714,
                "StemV": 80,
                "FontFile2": self._reference(document, "program", stream),
            }
        )

    def _reference(self, document: Any, part: str, value: Any) -> Any:
        return document.Reference(value, f"{self._face.resource}-{part}")


def _stream(content: bytes | str) -> Any:
    stream = PDFStream(content=content)
    stream.filters = [PDFZCompress]
    return stream


def _to_unicode(glyphs: dict[int, str]) -> str:
    """The map by which readers copy and search (ISO 32000-2, 9.10.3)."""
    entries = [(glyph, characters) for glyph, characters in sorted(glyphs.items()) if characters]
    blocks = []
    for start in range(0, len(entries), _MOST_IN_BLOCK):
        block = entries[start : start + _MOST_IN_BLOCK]
        lines = "".join(
            f"<{glyph:04X}> <{told.encode('utf-16-be').hex().upper()}>\n" for glyph, told in block
        )
        blocks.append(f"{len(block)} beginbfchar\n{lines}endbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )

"""A document as PDF bytes, made in memory; always the same bytes for the same document."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from intake.export.document import Document, Prose, Text, texts
from intake.export.pdf.bands import GRAVE, SOFT, Band, Box, Ink, Run
from intake.export.pdf.compose import BODY, COLUMN, FINE, LEADING, Composer, is_right_to_left
from intake.export.pdf.font import EmbeddedFont
from intake.export.pdf.paginate import Page, paginate
from intake.export.pdf.paint import paint
from intake.export.text.clean import own_words, program_words
from intake.export.text.fonts import Fonts
from intake.export.text.lines import Typesetter

TOP = 72.0
BOTTOM = 62.0
_SMALL = 8.0
_LABEL_AT = 44.0
_FOOT_AT = 36.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in points."""

    width: float
    height: float


LETTER = Paper(612.0, 792.0)
A4 = Paper(595.28, 841.89)


class _Canvas(Canvas):  # type: ignore[misc] # reportlab has no types
    """Reportlab's canvas, which begins no page with Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def make_pdf(document: Document, fonts: Fonts, paper: Paper = LETTER) -> bytes:
    """The document drawn, not compressed and not encrypted: `intake.export.finish` does that."""
    typesetter = Typesetter(fonts)
    blocks = (*document.blocks, *_lacking(document, fonts))
    composer = Composer(typesetter, document.language, document.continued)
    pages = paginate(composer.bands(blocks), paper.height - TOP - BOTTOM)
    canvas = _Canvas(
        io.BytesIO(),
        pagesize=(paper.width, paper.height),
        pageCompression=0,
        invariant=1,
        lang=document.language,
    )
    canvas.setTitle(document.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    furniture = _Furniture(document, typesetter, paper, _places(pages))
    for number, page in enumerate(pages, 1):
        _draw(canvas, page, furniture, f"{number}", f"{len(pages)}")
    canvas.showOutline()
    canvas._doc.delayedFonts += [EmbeddedFont(face) for face in typesetter.faces if len(face.glyphs) > 1]  # noqa: SLF001 - reportlab has no other door for fonts of our own
    return bytes(canvas.getpdfdata())


def _lacking(document: Document, fonts: Fonts) -> Iterator[Prose]:
    """The note on characters that no font has, when there are any."""
    counted: Counter[str] = Counter()
    for text in texts(document.blocks):
        if not text.words.isascii():
            counted.update(own_words(text.words))
    lacking = fonts.lacking(counted)
    if lacking:
        named = ", ".join(
            f"U+{ord(character):04X}\u00a0×{count}" for character, count in sorted(lacking.items())
        )
        yield Prose(Text(document.lacking.format(characters=named), soft=True))


class _Furniture:
    """What every page carries besides its text: the label at the head, case and page number at the foot."""

    def __init__(
        self, document: Document, typesetter: Typesetter, paper: Paper, places: Mapping[str, int]
    ) -> None:
        self._document = document
        self._typesetter = typesetter
        self._mirrored = is_right_to_left(document.language)
        self.paper = paper
        self.places = places
        self.left = (paper.width - COLUMN) / 2
        self._label = self._band(document.label, GRAVE)
        self._foot = self._band(document.foot, SOFT)

    def bands(self, page: str, pages: str) -> Iterator[tuple[float, Band]]:
        """Bands with the distance of their tops from the top of the page."""
        yield _LABEL_AT, replace(self._label, boxes=(Box(0, 14, COLUMN, FINE),))
        foot = self.paper.height - _FOOT_AT
        yield foot, replace(self._foot, boxes=(Box(0, -6, COLUMN, FINE),))
        yield foot, self._band(self._document.page_of.format(page=page, pages=pages), SOFT, leading=False)

    def number(self, page: int, baseline: float) -> Band:
        """The number of a page at the far end of the column, on a baseline of the text."""
        line = next(self._typesetter.lines(str(page), COLUMN * 1000 / BODY))
        x = 0.0 if self._mirrored else COLUMN - line.width * BODY / 1000
        return Band(LEADING, baseline, (Run(line, x, BODY, SOFT),))

    def _band(self, words: str, colour: Ink, *, leading: bool = True) -> Band:
        line = next(
            self._typesetter.lines(program_words(words), COLUMN * 1000 / _SMALL, base=int(self._mirrored))
        )
        at_left = leading != self._mirrored
        x = 0.0 if at_left else COLUMN - line.width * _SMALL / 1000
        return Band(12.0, 9.0, (Run(line, x, _SMALL, colour),))


def _places(pages: tuple[Page, ...]) -> Mapping[str, int]:
    """On which page each place is."""
    return {band.place: number for number, page in enumerate(pages, 1) for _, band in page if band.place}


def _draw(canvas: Canvas, page: Page, furniture: _Furniture, number: str, count: str) -> None:
    left, paper = furniture.left, furniture.paper
    out: list[str] = []
    for top, band in furniture.bands(number, count):
        out += paint(band, left, paper.height - top)
    for top, band in page:
        y = paper.height - TOP - top
        out += paint(band, left, y)
        if band.place:
            canvas.bookmarkHorizontalAbsolute(band.place, y + 6, left=0)
        if band.link and band.link.place in furniture.places:
            area = (left, y - band.height, left + COLUMN, y)
            canvas.linkAbsolute("", band.link.place, area, thickness=0)
            if band.link.numbered:
                page_number = furniture.number(furniture.places[band.link.place], band.baseline)
                out += paint(page_number, left, y)
        if band.bookmark:
            key = f"{number}-{top:.2f}"
            canvas.bookmarkHorizontalAbsolute(key, y + 6, left=0)
            canvas.addOutlineEntry(
                band.bookmark.title, key, level=band.bookmark.level, closed=band.bookmark.level > 0
            )
    canvas.addLiteral("\n".join(out))
    canvas.showPage()

"""A document as PDF bytes, made in memory; always the same bytes for the same document."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from intake.errors import ExportStopped
from intake.export.document import Block, Document, Prose, texts
from intake.export.pdf.compose import Composer
from intake.export.pdf.draw import Pen
from intake.export.pdf.font import EmbeddedFont
from intake.export.pdf.furniture import Furniture, Paper
from intake.export.pdf.paginate import Page, paginate
from intake.export.plain import Text
from intake.export.progress import Progress, unwatched
from intake.export.text.clean import own_words
from intake.export.text.fonts import Fonts
from intake.export.text.lines import Typesetter

LETTER = Paper(612.0, 792.0)
A4 = Paper(595.28, 841.89)
TOP = 72.0
BOTTOM = 62.0


@dataclass(frozen=True, slots=True)
class Press:
    """What a document is made with: fonts, paper, and who is told how many of its blocks are set."""

    fonts: Fonts
    paper: Paper = LETTER
    progress: Progress = unwatched


class _Canvas(Canvas):  # type: ignore[misc] # reportlab has no types
    """Reportlab's canvas, which begins no page with Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def make_pdf(document: Document, press: Press) -> bytes:
    """The document drawn, not compressed and not encrypted: `intake.export.finish` does that.

    Raises ExportStopped when whoever is told of the progress wants no more of it.
    """
    typesetter = Typesetter(press.fonts)
    composer = Composer(typesetter, document)
    canvas = _Canvas(
        io.BytesIO(),
        pagesize=(press.paper.width, press.paper.height),
        pageCompression=0,
        invariant=1,
        lang=document.language,
    )
    canvas.setTitle(document.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pen = Pen(canvas, Furniture(document, typesetter, press.paper), composer.root, TOP)
    for page in _pages(document, composer, press):
        pen.draw(page)
    canvas.showOutline()
    canvas._doc.delayedFonts += [EmbeddedFont(face) for face in typesetter.faces if len(face.glyphs) > 1]  # noqa: SLF001 - reportlab has no other door for fonts of our own
    return pen.finish()


def count_pages(document: Document, press: Press) -> int:
    """How many pages the document takes."""
    composer = Composer(Typesetter(press.fonts), document)
    return sum(1 for _ in _pages(document, composer, press))


def _pages(document: Document, composer: Composer, press: Press) -> Iterator[Page]:
    blocks = (*document.blocks, *_lacking(document, press.fonts))

    def watched() -> Iterator[Block]:
        for done, block in enumerate(blocks):
            if not press.progress(done, len(blocks)):
                raise ExportStopped
            yield block

    return paginate(composer.bands(watched()), press.paper.height - TOP - BOTTOM)


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

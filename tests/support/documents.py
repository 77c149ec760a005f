"""Documents for tests of the PDF, and what other programs read in one."""

import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pypdf
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTPage

from intake.export.document import Block, Document
from intake.export.pdf.furniture import Paper
from intake.export.pdf.render import LETTER, Press, make_pdf
from intake.export.text.fonts import Fonts

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"


@cache
def fonts() -> Fonts:
    return Fonts.load(FONTS)


def document(*blocks: Block, language: str = "en") -> Document:
    return Document(
        language=language,
        title="Intake summary",
        label="Draft, unsworn, not filed",
        foot="Case 7FQ2K3MN9X",
        page_of="Page {page} of {pages}",
        lacking="No font has: {characters}",
        blocks=tuple(blocks),
    )


def pdf_of(*blocks: Block, language: str = "en", paper: Paper = LETTER) -> bytes:
    return make_pdf(document(*blocks, language=language), Press(fonts(), paper))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page as pypdf reads it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Without white space, which a line break may have taken the place of."""
    return "".join(text.split())


def letters(pdf: bytes) -> list[tuple[str, float, float]]:
    """What each glyph of the first page stands for, and where it begins: character, x, y."""
    first = next(iter(extract_pages(io.BytesIO(pdf))))
    return [(char.get_text(), round(char.x0, 1), round(char.y0, 1)) for char in _characters(first)]


def _characters(container: LTPage | LTContainer) -> Iterator[LTChar]:  # type: ignore[type-arg]
    parts: Iterable[object] = container
    for part in parts:
        if isinstance(part, LTChar):
            yield part
        elif isinstance(part, LTContainer):
            yield from _characters(part)

"""What every page carries besides its text: the label at its head, case and page number at its foot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.export.document import Document
from intake.export.drawing import COLUMN
from intake.export.pdf.bands import GRAVE, SOFT, Band, Box, Ink, Run
from intake.export.pdf.setting import BODY, FINE, is_right_to_left
from intake.export.text.clean import program_words
from intake.export.text.lines import Typesetter

_SMALL = 8.0
_LABEL_AT = 44.0
_FOOT_AT = 36.0
_NEXT = 2.5


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in points."""

    width: float
    height: float


class Furniture:
    """Sets what stands around the text of each page."""

    def __init__(self, document: Document, typesetter: Typesetter, paper: Paper) -> None:
        self._document = document
        self._typesetter = typesetter
        self._mirrored = is_right_to_left(document.language)
        self.paper = paper
        self.left = (paper.width - COLUMN) / 2
        self._label = self._band(document.label, GRAVE)
        self._foot = self._band(document.foot, SOFT)

    def bands(self, page: int, pages: int) -> Iterator[tuple[float, Band]]:
        """Bands with the distance of their tops from the top of the page."""
        yield _LABEL_AT, replace(self._label, boxes=(Box(0, 14, COLUMN, FINE),))
        foot = self.paper.height - _FOOT_AT
        yield foot, replace(self._foot, boxes=(Box(0, -6, COLUMN, FINE),))
        said = self._document.page_of.format(page=page, pages=pages)
        yield foot, self._band(said, SOFT, leading=False)

    def number(self, page: int) -> Run:
        """The number of a page at the far end of the column."""
        line = next(self._typesetter.lines(str(page), COLUMN * 1000 / BODY))
        x = 0.0 if self._mirrored else COLUMN - line.width * BODY / 1000
        return Run(line, x, BODY, SOFT)

    def number_after(self, run: Run, page: int) -> Run:
        """The number of a page right after a text that leads there, as a part of it."""
        line = self.number(page).line
        width = line.width * run.size / 1000
        x = run.x - _NEXT - width if self._mirrored else run.x + run.width + _NEXT
        return replace(run, line=line, x=x, to="", paged=False)

    def _band(self, words: str, colour: Ink, *, leading: bool = True) -> Band:
        line = next(
            self._typesetter.lines(program_words(words), COLUMN * 1000 / _SMALL, base=int(self._mirrored))
        )
        at_left = leading != self._mirrored
        x = 0.0 if at_left else COLUMN - line.width * _SMALL / 1000
        return Band(12.0, 9.0, (Run(line, x, _SMALL, colour),))

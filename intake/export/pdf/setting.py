"""Texts set into the columns of a page: lines, the bar beside a person's own words, rows of cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.export.drawing import COLUMN
from intake.export.pdf.bands import ACCENT, INK, SOFT, Band, Box, Ink, Run
from intake.export.pdf.structure import Element
from intake.export.plain import Text
from intake.export.text.clean import own_words, program_words
from intake.export.text.lines import Line, Typesetter

LEADING = 13.0
BODY = 9.5
FINE = 0.5
PAD = LEADING / 4
GUTTER = 12.0

_KEPT_WHOLE = 10
"""Lines of a row that stay on one page."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "dv", "ckb"})


def is_right_to_left(language: str) -> bool:
    """Whether a language (BCP 47) is written from the right."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A column to set text in: its left end and width in points, before mirroring."""

    x: float
    width: float
    size: float = BODY
    bold: bool = False
    ink: Ink = INK


Strip = tuple[tuple[Run, ...], tuple[Box, ...]]
"""What one cell puts on one line."""


class Setting:
    """Sets texts with one typesetter into the column of a document in `language`."""

    def __init__(self, typesetter: Typesetter, language: str) -> None:
        self.typesetter = typesetter
        self.language = language
        self.mirrored = is_right_to_left(language)

    def strips(self, texts: Sequence[Text], cell: Cell, element: Element | None = None) -> list[Strip]:
        """Texts under one another in a cell, as parts of `element`; a bar stands beside own words."""
        x = COLUMN - cell.x - cell.width if self.mirrored else cell.x
        strips: list[Strip] = []
        for text in texts:
            lines = self._lines(text, cell)
            bar = (self._bar(x, cell.width),) if text.own or text.partly else ()
            part = self._part(text, element, alone=len(texts) == 1) if element else None
            for number, line in enumerate(lines, 1):
                # one line stays at the side of its question, whatever its direction
                at_right = line.rtl if len(lines) > 1 else self.mirrored
                left = x + cell.width - line.width * cell.size / 1000 if at_right else x
                colour = SOFT if text.soft else ACCENT if text.to else cell.ink
                paged = text.paged and number == len(lines)
                strips.append(((Run(line, left, cell.size, colour, part, text.to, paged),), bar))
        return strips

    def rows(self, cells: Sequence[Sequence[Strip]], head: tuple[Band, ...] = ()) -> Iterator[Band]:
        """Cells side by side on common baselines.

        A short row is not parted; of a longer one neither the first nor the last line stands alone. The last
        line holds on to the space below it.
        """
        count = max(len(cell) for cell in cells)
        for index in range(count):
            strips = [cell[index] for cell in cells if index < len(cell)]
            runs = tuple([run for strip in strips for run in strip[0]])
            boxes = tuple([box for strip in strips for box in strip[1]])
            keep = count <= _KEPT_WHOLE or index == 0 or index >= count - 2
            yield Band(LEADING, LEADING - BODY * 0.35, runs, boxes, keep=keep, head=head)

    def line(self, text: Text, width: float, size: float, *, bold: bool = False) -> Line:
        """The first line of a text, with an ellipsis where it is cut."""
        cell = Cell(0, width, size, bold)
        lines = self._lines(text, cell)
        if len(lines) == 1:
            return lines[0]
        ellipsis = self._lines(Text("…"), cell)[0]
        first = self._lines(text, Cell(0, width - ellipsis.width * size / 1000, size, bold))[0]
        pieces = (*ellipsis.pieces, *first.pieces) if first.rtl else (*first.pieces, *ellipsis.pieces)
        return Line(pieces, first.width + ellipsis.width, first.rtl)

    def _part(self, text: Text, around: Element, *, alone: bool) -> Element:
        """The element of a text: the one around it where it is all that this holds."""
        language = text.language if text.own and text.language != self.language else ""
        if text.to:
            return around.add("Link", language=language)
        if not alone:
            return around.add("P", language=language)
        around.language = around.language or language
        return around

    def _lines(self, text: Text, cell: Cell) -> list[Line]:
        """A person's words run in the direction of their first letter, those of the program in its own."""
        width = cell.width * 1000 / cell.size
        if text.own:
            found = self.typesetter.lines(own_words(text.words), width, bold=cell.bold)
        else:
            base = int(self.mirrored)
            found = self.typesetter.lines(program_words(text.words), width, bold=cell.bold, base=base)
        return [*found]

    def _bar(self, x: float, width: float) -> Box:
        side = x + width + 5 if self.mirrored else x - 6
        return Box(side, 1, 1, LEADING, ACCENT)

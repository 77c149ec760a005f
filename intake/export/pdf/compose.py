"""A document set as bands: one column, one grid, hairlines; mirrored for languages written from the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.export.document import Block, Heading, Pair, Pointer, Prose, Space, Table, Text
from intake.export.pdf.bands import ACCENT, HAIRLINE, INK, SOFT, Band, Bookmark, Box, Ink, Link, Run
from intake.export.text.clean import own_words, program_words
from intake.export.text.lines import Line, Typesetter

COLUMN = 468.0
LEADING = 13.0
BODY = 9.5
FINE = 0.5

_GUTTER = 12.0
_QUESTION = 150.0
_PAD = LEADING / 4
_HEADINGS = {0: (20.0, 26.0, 0.0), 1: (13.0, 19.5, 26.0), 2: (10.5, 13.0, 19.5), 3: (9.5, 13.0, 13.0)}
"""Size, leading and space above, in points, of each level."""
_LONGEST_BOOKMARK = 100
_NUMBER = 30.0
"""Kept free at the far end of a line for the number of a page."""
_KEPT_WHOLE = 10
"""Lines of a row that stay on one page."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "dv", "ckb"})


def is_right_to_left(language: str) -> bool:
    """Whether a language (BCP 47) is written from the right."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column to set text in: its left end and width in points, before mirroring."""

    x: float
    width: float
    size: float = BODY
    bold: bool = False
    ink: Ink = INK


_Strip = tuple[tuple[Run, ...], tuple[Box, ...]]
"""What one cell puts on one line."""


class Composer:
    """Sets blocks with one typesetter. `continued` names the heading again over what a page break parts."""

    def __init__(self, typesetter: Typesetter, language: str, continued: str = "{title}") -> None:
        self._typesetter = typesetter
        self._mirrored = is_right_to_left(language)
        self._continued = continued
        self._bookmarked = -1
        self._titles: tuple[str, ...] = ()
        self._again: tuple[Band, ...] = ()

    def bands(self, blocks: Sequence[Block]) -> Iterator[Band]:
        """The bands of all blocks, from top to bottom."""
        before: Block | None = None
        for block in blocks:
            match block:
                case Heading():
                    yield from self._heading(block)
                case Prose():
                    if isinstance(before, Pair):
                        yield Band(LEADING / 2)
                    yield from self._prose(block)
                case Pair():
                    yield from self._pair(block, first=not isinstance(before, Pair))
                case Pointer():
                    yield from self._pointer(block)
                case Table():
                    yield from self._table(block)
                case Space():
                    yield Band(LEADING)
            before = block

    def _heading(self, heading: Heading) -> Iterator[Band]:
        size, leading, above = _HEADINGS[heading.level]
        yield Band(above, keep=True)
        strips = self._strips(
            (heading.text,), _Cell(0, COLUMN, size, bold=True, ink=SOFT if heading.level == 3 else INK)
        )
        title = own_words(heading.text.words).replace("\n", " ")[:_LONGEST_BOOKMARK]
        mark, place = None, heading.place
        if heading.level:
            self._bookmarked = min(heading.level - 1, self._bookmarked + 1)
            mark = Bookmark(self._bookmarked, title)
            self._titles = (*self._titles[: heading.level - 1], heading.text.words.replace("\n", " "))
            self._again = ()
        for runs, boxes in strips:
            yield Band(leading, leading - size * 0.35, runs, boxes, keep=True, bookmark=mark, place=place)
            mark, place = None, ""
        if heading.level == 1:
            yield Band(_PAD * 2, boxes=(Box(0, 1.0, COLUMN, FINE, SOFT),), keep=True)
        elif heading.level == 0:
            yield Band(LEADING / 2, keep=True)

    def _prose(self, prose: Prose) -> Iterator[Band]:
        yield from self._row([self._strips((prose.text,), _Cell(0, COLUMN))], self._head())
        yield Band(LEADING / 2)

    def _head(self) -> tuple[Band, ...]:
        """The heading that holds now, as it is said again at the top of a page; it is set once."""
        if self._titles and not self._again:
            title = self._continued.format(title=" · ".join(self._titles[-2:]))
            cell = _Cell(0, COLUMN, 8.0, bold=True, ink=SOFT)
            runs, _ = self._strips((Text(title),), cell)[0]
            line = Box(0, _PAD - 1, COLUMN, FINE)
            self._again = (Band(LEADING, LEADING - 3, runs, keep=True), Band(_PAD, boxes=(line,), keep=True))
        return self._again

    def _pointer(self, pointer: Pointer) -> Iterator[Band]:
        strips = self._strips((pointer.text,), _Cell(0, COLUMN - _NUMBER))
        for number, band in enumerate(self._row([strips], self._head()), 1):
            is_last = number == len(strips)
            yield replace(band, keep=not is_last, link=Link(pointer.place, numbered=is_last))

    def _pair(self, pair: Pair, *, first: bool) -> Iterator[Band]:
        question = _Cell(0, _QUESTION, ink=SOFT)
        answer = _Cell(_QUESTION + _GUTTER, COLUMN - _QUESTION - _GUTTER)
        cells = [self._strips((pair.question,), question), self._strips(pair.answer, answer)]
        line = () if first else (Box(0, 0, COLUMN, FINE),)
        head = self._head()
        yield Band(_PAD, boxes=line, keep=True, head=head, place=pair.place)
        yield from self._row(cells, head)
        yield Band(_PAD)

    def _table(self, table: Table) -> Iterator[Band]:
        total = sum(table.widths)
        widths = [share * COLUMN / total for share in table.widths]
        starts = [sum(widths[:index]) for index in range(len(widths))]
        columns = [
            _Cell(x, width - (_GUTTER if index < len(widths) - 1 else 0))
            for index, (x, width) in enumerate(zip(starts, widths, strict=True))
        ]
        heads = [replace(cell, size=8.0, bold=True, ink=SOFT) for cell in columns]
        titles = [self._strips((text,), cell) for text, cell in zip(table.head, heads, strict=True)]
        head = (
            *(replace(band, keep=True) for band in self._row(titles)),
            Band(_PAD, boxes=(Box(0, _PAD - 1, COLUMN, FINE, SOFT),), keep=True),
        )
        yield from head
        head = (*self._head(), *head)
        for index, row in enumerate(table.rows):
            cells = [self._strips(cell, column) for cell, column in zip(row, columns, strict=True)]
            line = (Box(0, 0, COLUMN, FINE, HAIRLINE),) if index else ()
            yield Band(_PAD, boxes=line, keep=True, head=head if index else ())
            yield from self._row(cells, head)
            yield Band(_PAD)
        yield Band(LEADING)

    def _row(self, cells: Sequence[Sequence[_Strip]], head: tuple[Band, ...] = ()) -> Iterator[Band]:
        """Cells side by side on common baselines.

        A short row is not parted; of a longer one neither the first nor the last line stands alone. The last
        line holds on to the space below it.
        """
        count = max(len(cell) for cell in cells)
        for index in range(count):
            strips = [cell[index] for cell in cells if index < len(cell)]
            runs = tuple(run for strip in strips for run in strip[0])
            boxes = tuple(box for strip in strips for box in strip[1])
            keep = count <= _KEPT_WHOLE or index == 0 or index >= count - 2
            yield Band(LEADING, LEADING - BODY * 0.35, runs, boxes, keep=keep, head=head)

    def _strips(self, texts: Sequence[Text], cell: _Cell) -> list[_Strip]:
        """Texts under one another in a cell; a bar stands beside a person's own words."""
        x = COLUMN - cell.x - cell.width if self._mirrored else cell.x
        strips: list[_Strip] = []
        for text in texts:
            lines = self._lines(text, cell)
            bar = (self._bar(x, cell.width),) if text.own or text.partly else ()
            for line in lines:
                # one line stays at the side of its question, whatever its direction
                at_right = line.rtl if len(lines) > 1 else self._mirrored
                left = x + cell.width - line.width * cell.size / 1000 if at_right else x
                strips.append(((Run(line, left, cell.size, SOFT if text.soft else cell.ink),), bar))
        return strips

    def _lines(self, text: Text, cell: _Cell) -> list[Line]:
        """A person's words run in the direction of their first letter, those of the program in its own."""
        width = cell.width * 1000 / cell.size
        if text.own:
            found = self._typesetter.lines(own_words(text.words), width, bold=cell.bold)
        else:
            base = int(self._mirrored)
            found = self._typesetter.lines(program_words(text.words), width, bold=cell.bold, base=base)
        return [*found]

    def _bar(self, x: float, width: float) -> Box:
        side = x + width + 5 if self._mirrored else x - 6
        return Box(side, 1, 1, LEADING, ACCENT)

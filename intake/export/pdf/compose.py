"""A document set as bands: one column, one grid, hairlines; mirrored for languages written from the right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from intake.export.document import (
    Block,
    Document,
    Figure,
    Heading,
    Notice,
    Pair,
    Picture,
    Pointer,
    Prose,
    Space,
    Table,
)
from intake.export.drawing import COLUMN
from intake.export.pdf.bands import HAIRLINE, INK, SOFT, Band, Bookmark, Box
from intake.export.pdf.figures import drawing_band, picture_band
from intake.export.pdf.setting import FINE, GUTTER, LEADING, PAD, Cell, Setting, Strip
from intake.export.pdf.structure import Element
from intake.export.plain import Text
from intake.export.text.clean import own_words
from intake.export.text.lines import Typesetter

_QUESTION = 150.0
_HEADINGS = {0: (20.0, 26.0, 0.0), 1: (13.0, 19.5, 26.0), 2: (10.5, 13.0, 19.5), 3: (9.5, 13.0, 13.0)}
"""Size, leading and space above, in points, of each level."""
_LONGEST_BOOKMARK = 100
_NUMBER = 30.0
"""Kept free at the far end of a line for the number of a page."""


class Composer:
    """Sets the blocks of one document; `root` becomes the tree of what they are."""

    def __init__(self, typesetter: Typesetter, document: Document) -> None:
        self._setting = Setting(typesetter, document.language)
        self._continued = document.continued
        self._bookmarked = -1
        self._titles: tuple[str, ...] = ()
        self._again: tuple[Band, ...] = ()
        self._gathering: Element | None = None
        self.root = Element("Document")

    def bands(self, blocks: Iterable[Block]) -> Iterator[Band]:
        """The bands of all blocks, from top to bottom."""
        before: Block | None = None
        for block in blocks:
            if not isinstance(block, type(before)):
                self._gathering = None
            if isinstance(before, Pair) and isinstance(block, Prose | Notice | Table | Picture):
                yield Band(LEADING / 2)
            yield from self._block(block, first=not isinstance(before, Pair))
            before = block

    def _block(self, block: Block, *, first: bool) -> Iterator[Band]:
        """`first`: no pair stands before it."""
        match block:
            case Heading():
                yield from self._heading(block)
            case Prose():
                yield from self._prose(block)
            case Pair():
                yield from self._pair(block, first=first)
            case Pointer():
                yield from self._pointer(block)
            case Table():
                yield from self._table(block)
            case Notice():
                yield from self._notice(block)
            case Figure():
                yield drawing_band(block, self._setting, self.root)
            case Picture():
                yield picture_band(block, self._setting, self.root)
            case Space():
                yield Band(LEADING)

    def _gathered(self, kind: str) -> Element:
        """The list that blocks of one kind in a row make together."""
        if self._gathering is None:
            self._gathering = self.root.add(kind)
        return self._gathering

    def _heading(self, heading: Heading) -> Iterator[Band]:
        size, leading, above = _HEADINGS[heading.level]
        yield Band(above, keep=True)
        cell = Cell(0, COLUMN, size, bold=True, ink=SOFT if heading.level == 3 else INK)
        strips = self._setting.strips((heading.text,), cell, self.root.add(f"H{heading.level + 1}"))
        title = own_words(heading.text.words).replace("\n", " ")[:_LONGEST_BOOKMARK]
        mark, places = None, (heading.place,) if heading.place else ()
        if heading.level:
            self._bookmarked = min(heading.level - 1, self._bookmarked + 1)
            mark = Bookmark(self._bookmarked, title)
            again = (heading.again or heading.text.words).replace("\n", " ")
            self._titles = (*self._titles[: heading.level - 1], again)
            self._again = ()
        for runs, boxes in strips:
            yield Band(leading, leading - size * 0.35, runs, boxes, keep=True, bookmark=mark, places=places)
            mark, places = None, ()
        if heading.level == 1:
            yield Band(PAD * 2, boxes=(Box(0, 1.0, COLUMN, FINE, SOFT),), keep=True)
        elif heading.level == 0:
            yield Band(LEADING / 2, keep=True)

    def _prose(self, prose: Prose) -> Iterator[Band]:
        strips = self._setting.strips((prose.text,), Cell(0, COLUMN), self.root.add("P"))
        for band in self._setting.rows([strips], self._head()):
            yield replace(band, keep=band.keep or prose.keep)
        yield Band(LEADING / 2, keep=prose.keep)

    def _head(self) -> tuple[Band, ...]:
        """The heading that holds now, as it is said again at the top of a page; it is set once."""
        if self._titles and not self._again:
            title = self._continued.format(title=" · ".join(self._titles[-2:]))
            cell = Cell(0, COLUMN, 8.0, bold=True, ink=SOFT)
            runs, _ = self._setting.strips((Text(title),), cell)[0]
            line = Box(0, PAD - 1, COLUMN, FINE)
            self._again = (Band(LEADING, LEADING - 3, runs, keep=True), Band(PAD, boxes=(line,), keep=True))
        return self._again

    def _pointer(self, pointer: Pointer) -> Iterator[Band]:
        text = replace(pointer.text, to=pointer.place)
        item = self._gathered("TOC").add("TOCI")
        strips = self._setting.strips((text,), Cell(0, COLUMN - _NUMBER, ink=INK), item)
        for number, band in enumerate(self._setting.rows([strips], self._head()), 1):
            is_last = number == len(strips)
            yield replace(band, keep=not is_last, numbered=pointer.place if is_last else "")

    def _pair(self, pair: Pair, *, first: bool) -> Iterator[Band]:
        item = self._gathered("L").add("LI")
        question = Cell(0, _QUESTION, ink=SOFT)
        answer = Cell(_QUESTION + GUTTER, COLUMN - _QUESTION - GUTTER)
        cells = [
            self._setting.strips((pair.question,), question, item.add("Lbl")),
            self._setting.strips(pair.answer, answer, item.add("LBody")),
        ]
        line = () if first else (Box(0, 0, COLUMN, FINE),)
        head = self._head()
        yield Band(PAD, boxes=line, keep=True, head=head, places=(pair.place,) if pair.place else ())
        yield from self._setting.rows(cells, head)
        yield Band(PAD)

    def _notice(self, notice: Notice) -> Iterator[Band]:
        """A frame that is not parted, with its title in bold."""
        inner = Cell(GUTTER, COLUMN - 2 * GUTTER)
        title, *rest = notice.texts
        part = self.root.add("Sect")
        strips = self._setting.strips((title,), replace(inner, bold=True), part.add("P"))
        strips += self._setting.strips(rest, inner, part.add("Div")) if rest else []
        sides = (Box(0, 0, 1.5, LEADING, SOFT), Box(COLUMN - FINE, 0, FINE, LEADING, SOFT))
        ends = (Box(0, 0, 1.5, PAD * 2, SOFT), Box(COLUMN - FINE, 0, FINE, PAD * 2, SOFT))
        yield Band(PAD * 2, boxes=(*ends, Box(0, 0, COLUMN, FINE, SOFT)), keep=True)
        for band in self._setting.rows([strips]):
            yield replace(band, boxes=(*band.boxes, *sides), keep=True)
        yield Band(PAD * 2, boxes=(*ends, Box(0, PAD * 2 - FINE, COLUMN, FINE, SOFT)))
        yield Band(LEADING)

    def _table(self, table: Table) -> Iterator[Band]:
        total = sum(table.widths)
        widths = [share * COLUMN / total for share in table.widths]
        starts = [sum(widths[:index]) for index in range(len(widths))]
        columns = [
            Cell(x, width - (GUTTER if index < len(widths) - 1 else 0))
            for index, (x, width) in enumerate(zip(starts, widths, strict=True))
        ]
        part = self.root.add("Table")
        first = part.add("TR")
        heads = [replace(cell, size=8.0, bold=True, ink=SOFT) for cell in columns]
        titles = [
            self._setting.strips((text,), cell, first.add("TH", scope="Column"))
            for text, cell in zip(table.head, heads, strict=True)
        ]
        head = (
            *(replace(band, keep=True) for band in self._setting.rows(titles)),
            Band(PAD, boxes=(Box(0, PAD - 1, COLUMN, FINE, SOFT),), keep=True),
        )
        yield from head
        yield from self._rows(table, columns, part, (*self._head(), *map(_repeated, head)))
        yield Band(LEADING)

    def _rows(
        self, table: Table, columns: Sequence[Cell], part: Element, head: tuple[Band, ...]
    ) -> Iterator[Band]:
        for index, row in enumerate(table.rows):
            line = part.add("TR")
            cells = [
                self._setting.strips(cell, column, _cell(line, heads=table.headed and number == 0))
                for number, (cell, column) in enumerate(zip(row, columns, strict=True))
            ]
            rule = (Box(0, 0, COLUMN, FINE, HAIRLINE),) if index else ()
            places = (table.places[index],) if table.places and table.places[index] else ()
            yield Band(PAD, boxes=rule, keep=True, head=head if index else (), places=places)
            yield from _going_on([*self._setting.rows(cells, head)], cells[0])
            yield Band(PAD)


def _going_on(lines: Sequence[Band], first: Sequence[Strip]) -> Iterator[Band]:
    """The lines of a row; where it goes on at the top of a page, what it begins with is said again there."""
    begun = first[0][0] if first else ()
    for number, line in enumerate(lines):
        if number and begun:
            again = _repeated(Band(line.height, line.baseline, begun, keep=True))
            yield replace(line, head=(*line.head, again))
        else:
            yield line


def _cell(row: Element, *, heads: bool) -> Element:
    return row.add("TH", scope="Row") if heads else row.add("TD")


def _repeated(band: Band) -> Band:
    """A band that says again what was said: no part of the text."""
    return replace(band, runs=tuple(replace(run, element=None) for run in band.runs))

"""A document before it is drawn: headings, texts and tables as plain words, with no markup anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from intake.export.drawing import Drawing, Label
from intake.export.plain import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, or 0 for the title of the whole; never left alone at the foot of a page.

    Levels 1 to 3 become bookmarks. `place` is what a Pointer may lead to; `again` what is said of it over the
    page where what follows goes on, when that is not its text.
    """

    level: int
    text: Text
    place: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; line breaks in it are kept. With `keep` it stays with what follows."""

    text: Text
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its answer, side by side; `answer` holds texts under one another.

    `place` is what a Pointer may lead to.
    """

    question: Text
    answer: tuple[Text, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What stands elsewhere: a line that leads there, and the number of its page."""

    text: Text
    place: str


@dataclass(frozen=True, slots=True)
class Space:
    """Sets what follows apart from what stands above it."""


Cell: TypeAlias = tuple[Text, ...]
"""The texts of one cell, under one another."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on each page; `widths` are shares of the column.

    The first cell of each row heads it if it is `headed`. `places` names the rows, each "" or what a text may
    lead to.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    headed: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Texts in a frame: what must be seen before all else on a page. The first one is its title."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, with `told` in words for whoever does not see it; it stays on one page."""

    drawing: Drawing
    told: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as JPEG or PNG, with what it is in words."""

    data: bytes
    told: str


Block: TypeAlias = Heading | Prose | Pair | Pointer | Table | Notice | Figure | Picture | Space


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `label` heads every page; `foot` stands at its foot beside the page number, which fills `{page}` and
    `{pages}` of `page_of`. `continued` stands over what a page break parts from its heading, which fills
    `{title}`. `lacking` is a note whose `{characters}` names those that no font has; it is added at the end
    when there are any.
    """

    language: str
    title: str
    label: str
    foot: str
    page_of: str
    continued: str = "{title}"
    lacking: str = "{characters}"
    blocks: tuple[Block, ...] = field(default=())


def texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every text of the blocks, in the order they are read."""
    for block in blocks:
        match block:
            case Heading() | Prose() | Pointer():
                yield block.text
            case Pair():
                yield block.question
                yield from block.answer
            case Table():
                yield from block.head
                for row in block.rows:
                    for cell in row:
                        yield from cell
            case Notice():
                yield from block.texts
            case Figure():
                yield from (shape.text for shape in block.drawing.shapes if isinstance(shape, Label))

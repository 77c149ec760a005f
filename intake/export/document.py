"""A document before it is drawn: headings, texts and tables as plain words, with no markup anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain words. `own` marks words of a person, never changed but for stripped controls.

    `language` is BCP 47. Words of the program may hold isolates around values (`intake.export.text.clean`).
    """

    words: str
    own: bool = False
    language: str = ""
    soft: bool = False
    """Set in the softer ink: a state, a hint, a note of the program."""
    partly: bool = False
    """A sentence of the program that holds words of a person: marked as theirs, set as the program's."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, or 0 for the title of the whole; never left alone at the foot of a page.

    Levels 1 to 3 become bookmarks. `place` is what a Pointer may lead to.
    """

    level: int
    text: Text
    place: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; line breaks in it are kept."""

    text: Text


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
    """A table whose head is repeated on each page; `widths` are shares of the column."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


Block: TypeAlias = Heading | Prose | Pair | Pointer | Table | Space


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

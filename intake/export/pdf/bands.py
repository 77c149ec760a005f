"""Bands: the strips that a page is stacked from. A line of text and all that stands beside it is one band."""

from dataclasses import dataclass
from typing import TypeAlias

from intake.export.document import Picture
from intake.export.pdf.structure import Element
from intake.export.text.lines import Line

Ink = tuple[float, float, float]


def ink(colour: str) -> Ink:
    """Red, green and blue from 0 to 1 of a colour written `#RRGGBB`."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


INK = ink("#1E2A33")
SOFT = ink("#4F5B66")
HAIRLINE = ink("#CFC9BD")
ACCENT = ink("#1D5B79")
GRAVE = ink("#8C2F2F")


@dataclass(frozen=True, slots=True)
class Run:
    """A line of type: where its left end stands in the column, and its size, both in points.

    `element` is what it is part of; None for what repeats something, or is no part of the text. `to` is the
    place it leads to; the number of that page is printed after what is `paged`.
    """

    line: Line
    x: float
    size: float
    ink: Ink = INK
    element: Element | None = None
    to: str = ""
    paged: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return self.line.width * self.size / 1000


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box, in points from the upper left of its band: a hairline, or the bar beside own words.

    A `hollow` one is drawn by its outline.
    """

    x: float
    top: float
    width: float
    height: float
    ink: Ink = HAIRLINE
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, in points from the upper left of its band."""

    x: float
    top: float
    to_x: float
    to_top: float
    width: float
    ink: Ink
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc around a point, or with `hollow` a ring on white."""

    x: float
    top: float
    radius: float
    ink: Ink
    hollow: bool = False


Mark: TypeAlias = Box | Stroke | Disc


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its upper left at `x` in the column, drawn `width` by `height` points."""

    picture: Picture
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Art:
    """What a figure draws: marks, texts by the distance of their baselines from its top, or a picture."""

    element: Element
    marks: tuple[Mark, ...] = ()
    runs: tuple[tuple[float, Run], ...] = ()
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; level 0 is the outermost."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of a page, `height` points high, with its baseline `baseline` points below its top.

    `keep` holds it together with the next one. `head` stands again above it when it is the first on a page.
    `places` are names by which links lead here. The number of the page of `numbered` is printed at its end.
    """

    height: float
    baseline: float = 0.0
    runs: tuple[Run, ...] = ()
    boxes: tuple[Box, ...] = ()
    keep: bool = False
    bookmark: Bookmark | None = None
    head: tuple["Band", ...] = ()
    places: tuple[str, ...] = ()
    numbered: str = ""
    art: Art | None = None

    @property
    def is_space(self) -> bool:
        """Whether it only sets others apart, by space or a hairline."""
        return not self.runs and self.art is None

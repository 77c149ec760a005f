"""Bands: the strips that a page is stacked from. A line of text and all that stands beside it is one band."""

from dataclasses import dataclass

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
    """A line of type: where its left end stands in the column, and its size, both in points."""

    line: Line
    x: float
    size: float
    ink: Ink = INK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box, in points from the upper left of its band: a hairline, or the bar beside own words."""

    x: float
    top: float
    width: float
    height: float
    ink: Ink = HAIRLINE


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; level 0 is the outermost."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """Leads from a band to a place; the number of its page is printed at the far end of a `numbered` one."""

    place: str
    numbered: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of a page, `height` points high, with its baseline `baseline` points below its top.

    `keep` holds it together with the next one. `head` stands again above it when it is the first on a page.
    `place` is the name by which links lead here.
    """

    height: float
    baseline: float = 0.0
    runs: tuple[Run, ...] = ()
    boxes: tuple[Box, ...] = ()
    keep: bool = False
    bookmark: Bookmark | None = None
    head: tuple["Band", ...] = ()
    place: str = ""
    link: Link | None = None

    @property
    def is_space(self) -> bool:
        """Whether it only sets others apart, by space or a hairline."""
        return not self.runs

"""An uncertain date: what was told of when something was, no more precise than it was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from intake.dates.point import Point, Reason, bounds, check
from intake.errors import DateError

GREGORIAN = "gregorian"


class Shape(StrEnum):
    """What one or two points say together. The first four are one moment, the last four a stretch of time."""

    DATE = "date"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    FROM_TO = "from_to"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"


TWO_POINTS = frozenset({Shape.BETWEEN, Shape.FROM_TO})
PERIODS = frozenset({Shape.FROM_TO, Shape.SINCE, Shape.FROM, Shape.UNTIL})
_NO_EARLIEST = frozenset({Shape.BEFORE, Shape.UNTIL})
_NO_LATEST = frozenset({Shape.AFTER, Shape.SINCE, Shape.FROM})
_EDTF = {
    Shape.DATE: "{0}",
    Shape.BETWEEN: "[{0}..{1}]",
    Shape.BEFORE: "[..{0}]",
    Shape.AFTER: "[{0}..]",
    Shape.FROM_TO: "{0}/{1}",
    Shape.SINCE: "{0}/..",
    Shape.FROM: "{0}/",
    Shape.UNTIL: "../{0}",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an uncertain date. `second` is given with the shapes of two points, and only with them.

    BEFORE and AFTER hold their own point too (in May 2022 or earlier), as in EDTF. SINCE still goes on; the
    end of FROM is not known, nor is the beginning of UNTIL.
    """

    shape: Shape
    first: Point
    second: Point | None = None


@dataclass(frozen=True)
class UncertainDate:
    """A date as it was told: its parts, the person's own words for it, and the calendar they told it in.

    The parts are Gregorian whatever `calendar` names. DateError (with a `reason`) when they make no date.
    `str()` gives the canonical EDTF, in which the words and the calendar have no place.
    """

    parts: Parts
    words: str = ""
    calendar: str = GREGORIAN

    def __post_init__(self) -> None:
        first, second = self.parts.first, self.parts.second
        check(first)
        if self.parts.shape not in TWO_POINTS:
            if second is not None:
                msg = "a second point without a place"
                raise ValueError(msg)
            return
        if second is None:
            raise DateError(reason=Reason.EMPTY)
        check(second)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise DateError(reason=Reason.WRONG_ORDER)

    def __str__(self) -> str:
        return self.edtf

    @cached_property
    def edtf(self) -> str:
        """The canonical text, a subset of EDTF level 2."""
        return _EDTF[self.parts.shape].format(self.parts.first, self.parts.second)

    @property
    def earliest(self) -> date | None:
        """The first day it can mean (a stretch: begin on), as said, without padding; None when not known."""
        found = None if self.parts.shape in _NO_EARLIEST else bounds(self.parts.first)
        return found[0] if found else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean (a stretch: end on), as said, without padding; None when open, unknown."""
        found = None if self.parts.shape in _NO_LATEST else bounds(self.parts.second or self.parts.first)
        return found[1] if found else None

    @property
    def approximate(self) -> bool:
        """Whether "about" was said of any of it."""
        return any(point.quality.approximate for point in self._points)

    @property
    def uncertain(self) -> bool:
        """Whether "perhaps" was said of any of it."""
        return any(point.quality.uncertain for point in self._points)

    @property
    def period(self) -> bool:
        """Whether it is a stretch of time; otherwise it is one moment, however little is known of when."""
        return self.parts.shape in PERIODS

    @property
    def _points(self) -> tuple[Point, ...]:
        return (self.parts.first, self.parts.second) if self.parts.second else (self.parts.first,)

    def stored(self) -> Mapping[str, str]:
        """The form that an answer keeps; `from_stored` reads it back."""
        return {"edtf": self.edtf, "words": self.words, "calendar": self.calendar}

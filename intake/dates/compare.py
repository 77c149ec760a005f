"""Comparing uncertain dates: yes, no or maybe, on the bounds of what they can mean.

A date is seen as a stretch whose beginning and whose end each lie between two days; of a moment they are one.
"Yes" and "no" are said only when they hold for every day that the dates can mean.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from intake.dates.point import Point, Quality, bounds
from intake.dates.value import Shape, UncertainDate

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
UNKNOWN_PAST, UNKNOWN_FUTURE = FIRST_DAY - 1, LAST_DAY + 1


class Certainty(StrEnum):
    """The answer to a question about two uncertain dates."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Padding:
    """Our policy: how many days "about" or "perhaps" may be off on either side, by what is known.

    A day whose month is not known is padded as its year is.
    """

    year_days: int = 366
    season_days: int = 31
    month_days: int = 31
    day_days: int = 7

    def days(self, point: Point) -> int:
        """The days to add on either side of this point."""
        if point.quality is Quality.PLAIN:
            return 0
        if point.season:
            return self.season_days
        if point.month is None:
            return self.year_days
        return self.month_days if point.day is None else self.day_days


PADDING = Padding()


def before(a: UncertainDate, b: UncertainDate, padding: Padding = PADDING, *, days: float = 0) -> Certainty:
    """Whether all of `a` was on days before `b` began, by more than so many `days`."""
    one, other = _span(a, padding), _span(b, padding)
    return _certainty(
        yes=one.end.latest + days < other.start.earliest,
        no=one.end.earliest + days >= other.start.latest,
    )


def beginning(when: UncertainDate, padding: Padding = PADDING) -> tuple[int, int]:
    """The first and last day on which it can have begun, as ordinals.

    One date certainly began before another where its last day is before the first of the other.
    """
    return _span(when, padding).start


def ending(when: UncertainDate, padding: Padding = PADDING) -> tuple[int, int]:
    """The first and last day on which it can have ended, as ordinals; of a moment, as `beginning`."""
    return _span(when, padding).end


def overlap(a: UncertainDate, b: UncertainDate, padding: Padding = PADDING) -> Certainty:
    """Whether `a` and `b` had a day in common.

    A stretch that still goes on has every day since it began: ask only about days up to the telling.
    """
    one, other = _span(a, padding), _span(b, padding)
    return _certainty(
        yes=one.start.latest <= other.end.earliest and other.start.latest <= one.end.earliest,
        no=one.end.latest < other.start.earliest or other.end.latest < one.start.earliest,
    )


def within(a: UncertainDate, b: UncertainDate, padding: Padding = PADDING) -> Certainty:
    """Whether all of `a` was on days that `b` had too; `b` is a stretch or a day."""
    one, other = _span(a, padding), _span(b, padding)
    return _certainty(
        yes=other.start.latest <= one.start.earliest and one.end.latest <= other.end.earliest,
        no=one.start.latest < other.start.earliest or other.end.latest < one.end.earliest,
    )


def cautious(when: UncertainDate, padding: Padding = PADDING) -> date | None:
    """The earliest day it can mean, padding counted: what a clock runs from. None when nothing bounds it."""
    earliest = _span(when, padding).start.earliest
    return None if earliest == UNKNOWN_PAST else date.fromordinal(earliest)


def chronological(when: UncertainDate) -> tuple[int, int, str, str]:
    """A key to sort by the bounds as said; what has one bound is sorted by that, what has none comes last."""
    known = [day for day in (when.earliest, when.latest) if day]
    first = known[0].toordinal() if known else UNKNOWN_FUTURE
    last = when.latest.toordinal() if when.latest else UNKNOWN_FUTURE
    return first, last, when.edtf, when.words


class _Range(NamedTuple):
    """Two ordinals between which a day lies."""

    earliest: int
    latest: int


class _Span(NamedTuple):
    """Where a date begins and where it ends."""

    start: _Range
    end: _Range


def _certainty(*, yes: bool, no: bool) -> Certainty:
    if yes:
        return Certainty.YES
    return Certainty.NO if no else Certainty.MAYBE


def _span(when: UncertainDate, padding: Padding) -> _Span:
    shape, first = when.parts.shape, _range(when.parts.first, padding)
    second = _range(when.parts.second, padding) if when.parts.second else first
    match shape:
        case Shape.FROM_TO:  # it cannot end before it begins
            start = _Range(first.earliest, min(first.latest, second.latest))
            return _Span(start, _Range(max(first.earliest, second.earliest), second.latest))
        case Shape.SINCE:
            return _Span(first, _Range(LAST_DAY, UNKNOWN_FUTURE))
        case Shape.FROM:
            return _Span(first, _Range(first.earliest, UNKNOWN_FUTURE))
        case Shape.UNTIL:
            return _Span(_Range(UNKNOWN_PAST, first.latest), first)
    moment = _Range(
        UNKNOWN_PAST if shape is Shape.BEFORE else first.earliest,
        UNKNOWN_FUTURE if shape is Shape.AFTER else second.latest,
    )
    return _Span(moment, moment)


def _range(point: Point, padding: Padding) -> _Range:
    """The days a point can mean, padded as far as the calendar goes."""
    found = bounds(point)
    if not found:
        return _Range(UNKNOWN_PAST, UNKNOWN_FUTURE)
    days = padding.days(point)
    return _Range(
        max(found[0].toordinal() - days, FIRST_DAY),
        min(found[1].toordinal() + days, LAST_DAY),
    )

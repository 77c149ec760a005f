"""A point in the calendar, known as far as it was told: a day, month, season or year, or a part of these.

The calendar is the proleptic Gregorian one of EDTF (ISO 8601-2), years 1 to 9999.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.errors import DateError


class Reason(StrEnum):
    """Why a date was refused: the fact `reason` of every DateError of this room."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    YEAR_ZERO = "year_zero"
    YEAR_SHORT = "year_short"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    SEASON_WITH_MONTH = "season_with_month"
    WRONG_ORDER = "wrong_order"
    CALENDAR_NEEDS_YEAR = "calendar_needs_year"
    CALENDAR_NEEDS_MONTH = "calendar_needs_month"
    CALENDAR_YEAR = "calendar_year"


class Quality(StrEnum):
    """How far the person stands by a point; the values are EDTF's marks."""

    PLAIN = ""
    ABOUT = "~"
    PERHAPS = "?"
    PERHAPS_ABOUT = "%"

    @property
    def approximate(self) -> bool:
        return self in (Quality.ABOUT, Quality.PERHAPS_ABOUT)

    @property
    def uncertain(self) -> bool:
        return self in (Quality.PERHAPS, Quality.PERHAPS_ABOUT)


class Hemisphere(StrEnum):
    """Where a season was lived through. Unconfirmed, it could be either half of the world."""

    UNCONFIRMED = "unconfirmed"
    NORTH = "north"
    SOUTH = "south"


class TimeOfYear(StrEnum):
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


_TIMES = tuple(TimeOfYear)
_HEMISPHERES = tuple(Hemisphere)
_LAST_MONTH = 12
_FIRST_MONTHS = {Hemisphere.NORTH: (3, 6, 9, 12), Hemisphere.SOUTH: (9, 12, 3, 6)}
SEASON_CODES = range(21, 33)


@dataclass(frozen=True, slots=True)
class Season:
    """A season of three whole months. Confirmed, it belongs to the year it begins in (a winter ends in the
    next).
    """

    time: TimeOfYear
    hemisphere: Hemisphere = Hemisphere.UNCONFIRMED

    @classmethod
    def from_code(cls, code: int) -> "Season":
        """EDTF's codes, spring first: 21 to 24 of either hemisphere, 25 to 28 northern, 29 to 32 southern."""
        hemisphere, time = divmod(code - SEASON_CODES.start, 4)
        return cls(_TIMES[time], _HEMISPHERES[hemisphere])

    @property
    def code(self) -> int:
        return SEASON_CODES.start + 4 * _HEMISPHERES.index(self.hemisphere) + _TIMES.index(self.time)

    @property
    def first_months(self) -> tuple[int, ...]:
        """The month it begins in, or the two that it may begin in when the hemisphere is not confirmed."""
        time = _TIMES.index(self.time)
        halves = [self.hemisphere] if self.hemisphere in _FIRST_MONTHS else list(_FIRST_MONTHS)
        return tuple(sorted(_FIRST_MONTHS[half][time] for half in halves))

    @property
    def over_new_year(self) -> bool:
        """Whether it begins in one year and ends in the next."""
        return self.first_months == (_LAST_MONTH,)

    def bounds(self, year: int) -> tuple[date, date]:
        """The first and last day it can have had.

        Not confirmed, one over New Year may also be that which ended in this year: people call either so.
        """
        first, last = self.first_months[0], self.first_months[-1]
        if self.hemisphere is Hemisphere.UNCONFIRMED and last == _LAST_MONTH and year > date.min.year:
            return date(year - 1, last, 1), _end_of_month(year, last + 2)
        return date(year, first, 1), _end_of_month(year, last + 2)


@dataclass(frozen=True, slots=True)
class Point:
    """What was told of a point, each part known or None. A season stands in the place of month and day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: Season | None = None
    quality: Quality = Quality.PLAIN

    def __str__(self) -> str:
        return "-".join(self._edtf_parts()) + self.quality.value

    def _edtf_parts(self) -> Iterator[str]:
        yield "XXXX" if self.year is None else f"{self.year:04d}"
        if self.season:
            yield str(self.season.code)
        elif self.month is not None:
            yield f"{self.month:02d}"
        elif self.day is not None:
            yield "XX"
        if self.day is not None:
            yield f"{self.day:02d}"


def check(point: Point) -> None:
    """DateError when nothing is known of the point, or when the calendar has no such point."""
    if point.season is None and point.year is None and point.month is None and point.day is None:
        raise DateError(reason=Reason.EMPTY)
    if point.season and not (point.month is None and point.day is None):
        raise DateError(reason=Reason.SEASON_WITH_MONTH)
    if point.year == 0:
        raise DateError(reason=Reason.YEAR_ZERO)
    if point.year is not None and not date.min.year <= point.year <= date.max.year:
        raise DateError(reason=Reason.YEAR_OUT_OF_RANGE)
    if point.month is not None and not 1 <= point.month <= 12:
        raise DateError(reason=Reason.NO_SUCH_MONTH)
    if point.day is not None and not 1 <= point.day <= _most_days(point.year, point.month):
        raise DateError(reason=Reason.NO_SUCH_DAY)


def bounds(point: Point) -> tuple[date, date] | None:
    """The first and last day that the point can mean; None when its year is not known."""
    year, month, day = point.year, point.month, point.day
    if year is None:
        return None
    if point.season:
        return point.season.bounds(year)
    if month is None:
        return date(year, 1, day or 1), date(year, 12, day or 31)
    if day is None:
        return date(year, month, 1), _end_of_month(year, month)
    exact = date(year, month, day)
    return exact, exact


def _most_days(year: int | None, month: int | None) -> int:
    """How many days the month can have; without a year, February may have 29."""
    if month is None:
        return 31
    return monthrange(2000 if year is None else year, month)[1]


def _end_of_month(year: int, month: int) -> date:
    """The last day of a month counted from January of `year` (14: the next February), or the last of all."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, monthrange(year, month)[1])

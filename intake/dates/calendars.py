"""Dates told in the Persian and the Islamic calendar, and the days of ours that they may mean.

Months of the Islamic calendar begin when the new moon is seen, a day sooner or later from place to place;
days of it are reckoned here as in Umm al-Qura, the calendar of Mecca, and may be a day off. The Persian
calendar (Solar Hijri, in Iran and, with other names of months, in Afghanistan) is exact.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from intake.dates.point import Point, Quality, Reason
from intake.dates.value import Parts, Shape
from intake.errors import DateError

MONTHS = 12
_SHORTEST_YEAR = 1000
_LAST_PERSIAN_YEAR = 9377
_A_DAY = timedelta(days=1)


class Calendar(StrEnum):
    """The calendars in which a date may be told."""

    GREGORIAN = "gregorian"
    PERSIAN = "persian"
    ISLAMIC = "islamic"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a point may mean, both of our calendar."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.first == self.last


def converted(parts: Parts, calendar: Calendar) -> Parts:
    """The same date in our calendar. `parts` hold years, months and days of the other.

    No more is said than was told: a month is some day between its first and its last. The end of a stretch
    that is not known to the day is one of ours with "about". DateError when the calendar has no such day,
    when a year is missing, or lies outside what is reckoned (Islamic: 1343 to 1499).
    """
    if calendar is Calendar.GREGORIAN:
        return parts
    first = days_of(parts.first, calendar)
    last = days_of(parts.second, calendar) if parts.second is not None else first
    mark, mark_last = parts.first.quality, (parts.second or parts.first).quality
    match parts.shape:
        case Shape.DATE if first.exact:
            ends = [_day(first.first, mark)]
        case Shape.DATE | Shape.BETWEEN:
            ends = [_day(first.first, mark), _day(last.last, mark_last)]
        case Shape.BEFORE:
            ends = [_day(first.last, mark)]
        case Shape.AFTER:
            ends = [_day(first.first, mark)]
        case Shape.UNTIL:
            ends = [_end(first.last, first, mark)]
        case Shape.FROM_TO:
            ends = [_end(first.first, first, mark), _end(last.last, last, mark_last)]
        case _:
            ends = [_end(first.first, first, mark)]
    spread = parts.shape is Shape.DATE and not first.exact
    shape = Shape.BETWEEN if spread else parts.shape
    return Parts(shape, *ends)


def days_of(point: Point, calendar: Calendar) -> Days:
    """The days that a point of another calendar may mean. DateError as in `converted`."""
    year, month, day = point.year, point.month, point.day
    if year is None or point.season is not None:
        raise DateError(reason=Reason.CALENDAR_NEEDS_YEAR)
    if year < _SHORTEST_YEAR:
        raise DateError(reason=Reason.YEAR_SHORT)
    if month is None and day is not None:
        raise DateError(reason=Reason.CALENDAR_NEEDS_MONTH)
    first = last = _reckoned(calendar, year, month or 1, day or 1)
    if day is None:
        after = (year + 1, 1) if month in (None, MONTHS) else (year, (month or 1) + 1)
        last = _reckoned(calendar, *after, 1) - _A_DAY
    doubt = _A_DAY if calendar is Calendar.ISLAMIC else timedelta()
    return Days(first - doubt, last + doubt)


def _reckoned(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The day of ours."""
    from hijridate import Hijri  # start-up: few dates are told in other calendars
    from jdatetime import date as solar

    try:
        if calendar is Calendar.PERSIAN:
            found: date = solar(year, month, day).togregorian()
            return found
        return Hijri(year, month, day).to_gregorian()
    except OverflowError as error:
        raise DateError(reason=Reason.CALENDAR_YEAR) from error
    except ValueError as error:
        outside = calendar is Calendar.PERSIAN and year > _LAST_PERSIAN_YEAR
        raise DateError(reason=Reason.YEAR_OUT_OF_RANGE if outside else Reason.NO_SUCH_DAY) from error


def _day(day: date, quality: Quality) -> Point:
    return Point(day.year, day.month, day.day, quality=quality)


def _end(day: date, days: Days, quality: Quality) -> Point:
    """One end of a stretch, which EDTF cannot give a span of its own."""
    about = {Quality.PLAIN: Quality.ABOUT, Quality.PERHAPS: Quality.PERHAPS_ABOUT}
    return _day(day, quality if days.exact else about.get(quality, quality))

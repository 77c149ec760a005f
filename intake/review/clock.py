"""Counting days as the law does it; from weekends and federal holidays back, never forward."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from intake.form.packdata import LENGTH

_DAY = timedelta(days=1)
_WEEKEND = 5
_LAST_OF_FEBRUARY = 28


def years_after(day: date, years: int) -> date:
    """The same day of another year; of 29 February, where that year has none, 28 February. The calendar's own
    ends are not passed.
    """
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return date.min if years < 0 else date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=_LAST_OF_FEBRUARY)


def added(day: date, length: str) -> date | None:
    """The day so long after another, or before it with a minus: `P1Y`, `P150D`, `-P14D` (ISO 8601).

    None when the calendar ends before it. Raises ValueError for any other length.
    """
    found = LENGTH.fullmatch(length)
    if not found:
        msg = "no length of time"
        raise ValueError(msg)
    sign = -1 if found[1] else 1
    try:
        return years_after(day, sign * int(found[2] or 0)) + sign * int(found[3] or 0) * _DAY
    except OverflowError:
        return None


def is_working_day(day: date) -> bool:
    """No weekend, and no federal holiday of the United States, observed days included."""
    return day.weekday() < _WEEKEND and day not in _federal_holidays(day.year)


@lru_cache(maxsize=64)
def _federal_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("US", years=year))


def working_day_until(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day) and day > date.min:
        day -= _DAY
    return day

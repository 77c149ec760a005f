"""Dates and times as expressions count them: days since 1970-01-01T00:00Z, with the text they came from."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from math import floor, isfinite

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400_000
"""Milliseconds."""

NO_MOMENT = "Invalid Date"
_ZONE = r"(?P<zone>Z|[-+]\d{2}(?::?\d{2})?)?"
_TIME = rf"(?P<hour>\d{{2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.(?P<fraction>\d+))?)?{_ZONE}"
_MOMENT = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:T{_TIME})?", re.ASCII)
_UNITS = ("year", "month", "day", "hour", "minute", "second")
_PADDED = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_TIME_OF_DAY = re.compile(_TIME, re.ASCII)


class Moment(float):
    """A number of days that remembers how it reads. `date()`, `today()` and their kin give it."""

    __slots__ = ("shown",)

    def __new__(cls, days: float, shown: str) -> "Moment":
        made = super().__new__(cls, days)
        made.shown = shown
        return made

    shown: str


def is_dated(text: str) -> bool:
    """Whether a text begins as an ISO date does, with its zeros: only such are taken for dates unasked."""
    return _PADDED.match(text) is not None


def read_moment(text: str, zone: tzinfo | None) -> datetime | None:
    """The moment an ISO date or date and time names, in `zone`, where texts without an offset are at home.

    The zeros of month and day may be missing. None for any other text, and for days that no calendar has.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    try:
        return _built(found, zone)
    except (ValueError, OverflowError):
        return None


def time_of_day(text: str, zone: tzinfo | None) -> float | None:
    """The part of a day (0 to 1) that has passed at a time such as `14:30:00.000+06:00`, seen from `zone`."""
    if not _TIME_OF_DAY.fullmatch(text):
        return None
    moment = read_moment(f"1970-01-01T{text}", zone)
    if moment is None:
        return None
    passed = timedelta(
        hours=moment.hour, minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond
    )
    return passed / timedelta(days=1)


def moment_at(days: float, zone: tzinfo | None) -> datetime | None:
    """The moment so many days after the epoch, to the millisecond; None when no calendar reaches there."""
    if not isfinite(days):
        return None
    try:
        return (EPOCH + timedelta(milliseconds=floor(days * DAY + 0.5))).astimezone(zone)
    except OverflowError:
        return None


def days_of(moment: datetime) -> float:
    """Days since the epoch, in whole milliseconds."""
    return ((moment - EPOCH) // timedelta(milliseconds=1)) / DAY


def as_moment(moment: datetime | None) -> Moment:
    """The moment as a value: its text is the date alone at midnight, otherwise date, time and offset."""
    if moment is None:
        return Moment(float("nan"), NO_MOMENT)
    return Moment(days_of(moment), _shown(moment))


def _built(found: re.Match[str], zone: tzinfo | None) -> datetime:
    part = found.groupdict()
    fraction = (part["fraction"] or "")[:6].ljust(6, "0")
    year, month, day, hour, minute, second = (int(part[name] or 0) for name in _UNITS)
    home = _offset(part["zone"]) or zone
    at = datetime(year, month, day, hour, minute, second, int(fraction), tzinfo=home)
    return at.astimezone(zone)


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].removeprefix(":") or 0)
    if minutes > 59:
        raise ValueError(text)
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if text[0] == "-" else ahead)


def _shown(moment: datetime) -> str:
    day = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    if not (moment.hour or moment.minute or moment.second or moment.microsecond):
        return day
    offset = moment.strftime("%z")
    clock = f"{moment:%H:%M:%S}.{moment.microsecond // 1000:03}"
    return f"{day}T{clock}{offset[:3]}:{offset[3:5]}"

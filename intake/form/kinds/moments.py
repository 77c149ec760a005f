"""Questions answered with an exact day, a time of day, or both, as XLSForm has them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from intake import dates
from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import OneLine, plain
from intake.moments import clock_time
from intake.words import Words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)
_TYPED_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*([ap])?\.?(?:m\.?)?")
_NOON = 12


def day_of(value: Stored) -> date | None:
    """The day that a stored value names; None when it names none."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def time_of(value: Stored) -> time | None:
    """The time of day that a stored value names; None when it names none."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return None
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """A time as people type it (`14:30`, `2.30 pm`, `7 am`), as it is stored; None when it is none.

    A bare number is not taken for an hour, nor a pm for what is past noon already.
    """
    found = _TYPED_TIME.fullmatch(typed.strip().lower())
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found[3] == "p" else 0)
    stored = f"{hour:02}:{minute:02}"
    return stored if time_of(stored) else None


def _said_day(value: Stored, words: Words) -> str:
    return dates.say(dates.parse(plain(value)), words) if day_of(value) else ""


def _said_time(value: Stored, words: Words) -> str:
    at = time_of(value)
    return clock_time(datetime.combine(date.min, at), words) if at else ""


def _said_both(value: Stored, words: Words) -> str:
    day, _, at = plain(value).partition("T")
    said = _said_day(day, words), _said_time(at, words)
    return ", ".join(said) if all(said) else ""


@dataclass(frozen=True, slots=True)
class MomentKind(OneLine):
    """Stored: ISO 8601 (`2022-03-14`, `14:30`, `2022-03-14T14:30`), else the text as typed, which `check`
    then calls `fault`.

    Typed: parts of a day; a time, see `read_time`. Shown: as the reader's language says it. `length` is that
    of the stored text: expressions give seconds and offsets besides.
    """

    name: str
    fault: str
    length: int
    said: Callable[[Stored, Words], str]

    def check(self, value: Stored) -> str | None:
        day, _, at = plain(value).partition("T")
        well = {
            "date": day_of(value) is not None,
            "time": time_of(value) is not None,
            "datetime": isinstance(value, str) and day_of(day) is not None and time_of(at) is not None,
        }
        return None if well[self.name] else self.fault

    def brief(self, value: Stored, reader: Reader) -> str:
        return self.said(value, reader.words) or shown_text(plain(value))

    def from_text(self, text: str) -> Stored:
        return text[: self.length]


DATE = MomentKind("date", "not_a_day", 10, _said_day)
TIME = MomentKind("time", "not_a_time", 5, _said_time)
DATE_AND_TIME = MomentKind("datetime", "not_a_day_and_time", 16, _said_both)

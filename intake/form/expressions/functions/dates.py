"""Functions on dates and times that are known to the day.

Names of months and days are English, as in web-forms: what people read goes through the kinds of question.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from math import nan

from intake.form.expressions.code import Frame
from intake.form.expressions.functions.table import Functions, framed
from intake.form.expressions.moments import (
    Moment,
    as_moment,
    days_of,
    is_dated,
    moment_at,
    read_moment,
    time_of_day,
)
from intake.form.expressions.values import Value, text_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _today(frame: Frame) -> Moment:
    return as_moment(frame.source.now.replace(hour=0, minute=0, second=0, microsecond=0))


def _now(frame: Frame) -> Moment:
    return as_moment(frame.source.now)


def _date(frame: Frame, value: Value) -> Value:
    """Days since the epoch or an ISO text as a date; an empty text stays empty, a boolean is none."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return value if isinstance(value, Moment) else as_moment(moment_at(value, frame.zone))
    text = text_of(value)
    return as_moment(read_moment(text, frame.zone)) if text else ""


def _decimal_date_time(frame: Frame, value: Value) -> float:
    if isinstance(value, float):
        return float(value)
    moment = _dated(text_of(value), frame)
    return nan if moment is None else days_of(moment)


def _decimal_time(frame: Frame, text: str) -> float:
    passed = time_of_day(text, frame.zone)
    return nan if passed is None else passed


def _dated(text: str, frame: Frame) -> datetime | None:
    return read_moment(text, frame.zone) if is_dated(text) else None


def _format(frame: Frame, text: str, layout: str) -> str:
    """The moment written after `layout`, with the `%` codes of ODK XForms; empty for what is no date."""
    moment = _dated(text, frame)
    if moment is None:
        return ""
    return _CODE.sub(lambda found: _CODES[found.group()](moment), layout)


_CODES: Mapping[str, Callable[[datetime], str]] = {
    "%Y": lambda at: f"{at.year:04}",
    "%y": lambda at: f"{at.year % 100:02}",
    "%m": lambda at: f"{at.month:02}",
    "%n": lambda at: str(at.month),
    "%b": lambda at: _MONTHS[at.month - 1],
    "%d": lambda at: f"{at.day:02}",
    "%e": lambda at: str(at.day),
    "%a": lambda at: _DAYS[at.weekday()],
    "%W": lambda at: f"{at.isocalendar().week:02}",
    "%H": lambda at: f"{at.hour:02}",
    "%h": lambda at: str(at.hour),
    "%M": lambda at: f"{at.minute:02}",
    "%S": lambda at: f"{at.second:02}",
    "%3": lambda at: f"{at.microsecond // 1000:03}",
}
_CODE = re.compile("|".join(_CODES))

FUNCTIONS: Functions = {
    "today": framed("number", _today),
    "now": framed("number", _now),
    "date": framed("any", _date, "value"),
    "date-time": framed("any", _date, "value"),
    "decimal-date-time": framed("number", _decimal_date_time, "value"),
    "decimal-time": framed("number", _decimal_time, "text"),
    "format-date": framed("text", _format, "text", "text"),
    "format-date-time": framed("text", _format, "text", "text"),
}

"""Moments of a clock in words. Apart from `intake.words`, which the first window needs before any date."""

from datetime import date, datetime

from babel.dates import format_time

from intake.dates import Parts, Point, Shape, UncertainDate, say
from intake.words import Words


def clock_time(moment: datetime, words: Words) -> str:
    """The clock time of a moment, short."""
    return format_time(moment, format="short", locale=words.language)


def day(of: date, words: Words) -> str:
    """A day of the calendar, as a day that a person told is said: a page has one style of dates."""
    return say(UncertainDate(Parts(Shape.DATE, Point(of.year, of.month, of.day))), words)


def day_and_time(moment: datetime, words: Words) -> str:
    """The day and clock time of a moment, to the minute."""
    return f"{day(moment, words)}, {clock_time(moment, words)}"

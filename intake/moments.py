"""Moments of a clock in words. Apart from `intake.words`, which the first window needs before any date."""

from datetime import datetime

from babel.dates import format_datetime, format_time

from intake.words import Words


def clock_time(moment: datetime, words: Words) -> str:
    """The clock time of a moment, short."""
    return format_time(moment, format="short", locale=words.language)


def day_and_time(moment: datetime, words: Words) -> str:
    """The day and clock time of a moment, medium long."""
    return format_datetime(moment, format="medium", locale=words.language)

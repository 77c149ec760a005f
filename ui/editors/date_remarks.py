"""What is said below the fields of a date: how they are read, and what of them is left out."""

from collections.abc import Iterator

from intake import dates
from intake.errors import DateError
from intake.form.kinds.typed_date import TypedDate
from intake.sentences import sentence
from intake.words import Words


def understood(typed: TypedDate, words: Words) -> str:
    """How the fields are read, and what of them is not; empty while they make no date."""
    try:
        date = typed.date()
    except DateError:
        return ""
    if date is not None:
        read = words.say("Understood as: {date}", date=dates.say(date, words))
    else:
        read = words.say("Kept in your own words.") if typed.words.strip() else ""
    return "\n".join(filter(None, (read, *_left_out(typed, words))))


def trouble(typed: TypedDate, words: Words) -> str:
    """Kindly, why the fields make no date yet; empty when they make one, or are empty."""
    try:
        typed.date()
    except DateError as error:
        return sentence(str(error.facts["reason"]), words)
    return ""


def _left_out(typed: TypedDate, words: Words) -> Iterator[str]:
    """What was typed before and has no place in the way it is said now."""
    for point in typed.points:
        if point.season and point.day.strip():
            yield words.say("Beside a season, the day is left out: {day}", day=point.day.strip())
    if not typed.way.has_second and not typed.second.is_empty:
        yield words.say("The second date is left out: {date}", date=typed.second.said(words))

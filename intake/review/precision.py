"""How exactly a date was told: what is known of it, and how far the person stands by it."""

from collections.abc import Iterator
from datetime import date

from intake.dates import Point, Quality, Shape, UncertainDate, beginning, ending
from intake.words import Words, mark

_SHAPES = {
    Shape.BETWEEN: mark("between two dates"),
    Shape.BEFORE: mark("no later than this"),
    Shape.AFTER: mark("no earlier than this"),
    Shape.FROM_TO: mark("a period"),
    Shape.SINCE: mark("still going on"),
    Shape.FROM: mark("a period, end not known"),
    Shape.UNTIL: mark("a period, beginning not known"),
}


def precision(when: UncertainDate, words: Words) -> str:
    """The words that stand beside a date: "exact day"; "month only, approximate"; "a period; beginning: month
    only; end: exact day".
    """
    parts = when.parts
    if parts.shape is Shape.DATE:
        return _how_exact(parts.first, words)
    if parts.shape is Shape.FROM_TO and parts.second:
        begun, ended = _how_exact(parts.first, words), _how_exact(parts.second, words)
        return "; ".join((words.say(_SHAPES[parts.shape]), *both_ends(begun, ended, words)))
    return ", ".join(words.say(part) for part in (_SHAPES[parts.shape], *_doubts(when)))


def days_counted(when: UncertainDate) -> tuple[date, date] | None:
    """The first and the last day that it is counted with, room for "about" and "perhaps" included; of a
    stretch, its earliest beginning and its latest end. None where one of them has no bound.
    """
    first, last = beginning(when)[0], ending(when)[1]
    if not date.min.toordinal() <= first <= last <= date.max.toordinal():
        return None
    if when.parts.first.year is None:
        return None
    return date.fromordinal(first), date.fromordinal(last)


def both_ends(begun: str, ended: str, words: Words) -> tuple[str, str]:
    """How exact the beginning of something is, and how exact its end."""
    return words.say("beginning: {how}", how=begun), words.say("end: {how}", how=ended)


def _how_exact(point: Point, words: Words) -> str:
    return ", ".join(words.say(part) for part in (_known(point), *_doubts(point.quality)))


def _doubts(told: UncertainDate | Quality) -> Iterator[str]:
    if told.approximate:
        yield mark("approximate")
    if told.uncertain:
        yield mark("not certain")


def _known(point: Point) -> str:
    if point.year is None:
        return mark("year not known")
    if point.season:
        return mark("season only")
    if point.day is not None:
        return mark("exact day") if point.month is not None else mark("month not known")
    return mark("month only") if point.month is not None else mark("year only")

"""How exactly a date was told: what is known of it, and how far the person stands by it."""

from collections.abc import Iterator

from intake.dates import Point, Shape, UncertainDate
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
    """The words that stand beside a date: "exact day"; "month only, approximate"; "between two dates"."""
    return ", ".join(words.say(part) for part in _parts(when))


def _parts(when: UncertainDate) -> Iterator[str]:
    shape = when.parts.shape
    if shape is Shape.DATE:
        yield _known(when.parts.first)
    else:
        yield _SHAPES[shape]
    if when.approximate:
        yield mark("approximate")
    if when.uncertain:
        yield mark("not certain")


def _known(point: Point) -> str:
    if point.year is None:
        return mark("year not known")
    if point.season:
        return mark("season only")
    if point.day is not None:
        return mark("exact day") if point.month is not None else mark("month not known")
    return mark("month only") if point.month is not None else mark("year only")

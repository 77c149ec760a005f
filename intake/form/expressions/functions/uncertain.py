"""Our own functions, on uncertain dates: their bounds, and comparing them without pretending to know."""

from collections.abc import Callable
from datetime import date, datetime

from intake.dates import Certainty, UncertainDate, before, parse
from intake.errors import DateError
from intake.form.expressions.code import Frame
from intake.form.expressions.functions.table import Functions, framed, taking
from intake.form.expressions.moments import as_moment
from intake.form.expressions.values import Value


def _bound(bound: Callable[[UncertainDate], date | None]) -> Callable[[Frame, str], Value]:
    """A bound as said, without padding for "about"; an empty text when there is none."""

    def body(frame: Frame, text: str) -> Value:
        when = _read(text)
        day = bound(when) if when else None
        return as_moment(datetime(day.year, day.month, day.day, tzinfo=frame.zone)) if day else ""

    return body


def _certainly_before(first: str, second: str, days: float = 0) -> bool:
    """Whether every day that the first can mean comes before all the second can mean, padding counted, by
    more than so many days.
    """
    return _compared(first, second, days) is Certainty.YES


def _possibly_before(first: str, second: str, days: float = 0) -> bool:
    """Whether it is not ruled out. False, as above, when either date is missing."""
    return _compared(first, second, days) in {Certainty.YES, Certainty.MAYBE}


def _compared(first: str, second: str, days: float) -> Certainty | None:
    one, other = _read(first), _read(second)
    return before(one, other, days=days) if one and other else None


def _read(text: str) -> UncertainDate | None:
    """The date of an answer's text, or of what `now()` gives."""
    try:
        return parse(text.partition("T")[0])
    except DateError:
        return None


FUNCTIONS: Functions = {
    "earliest": framed("any", _bound(lambda when: when.earliest), "text"),
    "latest": framed("any", _bound(lambda when: when.latest), "text"),
    "certainly-before": taking("flag", _certainly_before, "text", "text", "number", least=2),
    "possibly-before": taking("flag", _possibly_before, "text", "text", "number", least=2),
}

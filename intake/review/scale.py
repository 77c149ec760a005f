"""A scale of time: days to points, and the lines that tell years or months."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from intake.dates import parse, say
from intake.words import Words

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
"""Months between two lines."""

_YEAR = 12
_ROOM = 10.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last` (both drawn) over a width in points."""

    first: date
    last: date
    width: float

    def __post_init__(self) -> None:
        if self.first > self.last or self.width <= 0:
            msg = "a scale needs a day and a width"
            raise ValueError(msg)

    def x(self, day: int) -> float:
        """Where a day (an ordinal) begins; what lies outside is drawn at the edge."""
        first, days = self.first.toordinal(), self.last.toordinal() + 1 - self.first.toordinal()
        return self.width * min(max(day - first, 0), days) / days

    def day(self, x: float) -> date:
        """The day drawn at `x`."""
        days = self.last.toordinal() + 1 - self.first.toordinal()
        at = min(max(int(x / self.width * days), 0), days - 1)
        return date.fromordinal(self.first.toordinal() + at)

    def touches(self, first: int, last: int) -> bool:
        """Whether any day from the first to the last is drawn."""
        return first <= self.last.toordinal() and last >= self.first.toordinal()

    def zoomed(self, factor: float, around: float, within: tuple[date, date]) -> "Scale":
        """The same width with `factor` times as many days, the day at `around` kept in its place, no further
        than the days `within`.
        """
        least, most = within[0].toordinal(), within[1].toordinal()
        days = self.last.toordinal() + 1 - self.first.toordinal()
        wanted = min(max(round(days * factor), 1), most + 1 - least)
        first = round(self.day(around).toordinal() - wanted * around / self.width)
        first = min(max(first, least), most + 1 - wanted)
        return Scale(date.fromordinal(first), date.fromordinal(first + wanted - 1), self.width)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale, at the first day of a year or month."""

    x: float
    day: date
    label: str


def ticks(scale: Scale, measure: Callable[[str], float], words: Words) -> Iterator[Tick]:
    """As many lines as their labels have room for."""
    months = (scale.last.year - scale.first.year) * _YEAR + scale.last.month - scale.first.month
    for step in (step for step in _STEPS if months // step * _ROOM <= scale.width):
        found = [Tick(scale.x(day.toordinal()), day, _label(day, step, words)) for day in _days(scale, step)]
        ends = [tick.x + measure(tick.label) + _ROOM for tick in found]
        if all(end <= tick.x for end, tick in zip(ends, found[1:], strict=False)):
            yield from (tick for tick, end in zip(found, ends, strict=True) if end - _ROOM <= scale.width)
            return


def _days(scale: Scale, step: int) -> Iterator[date]:
    """The first days of months, or of years, on the scale; counted from year 0, so that lines stay put when
    the scale moves.
    """
    month = scale.first.year * _YEAR + scale.first.month - 1
    if scale.first.day > 1:
        month += 1
    last = scale.last.year * _YEAR + scale.last.month - 1
    return (date(at // _YEAR, at % _YEAR + 1, 1) for at in range(-(-month // step) * step, last + 1, step))


def _label(day: date, step: int, words: Words) -> str:
    known = day.isoformat()[: len("YYYY") if step >= _YEAR else len("YYYY-MM")]
    return say(parse(known), words)

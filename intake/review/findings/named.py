"""The checks that no expression can say, each over the answers to its sources.

Each yields what it finds as a `Found`: for certain when every day that the dates can mean makes it so,
perhaps when some do. Widening a date can turn the first into the second, and never into nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from intake.answers import Path
from intake.dates import beginning, ending
from intake.form.kinds.choosing import NO
from intake.interview import Interview
from intake.review.clock import years_after
from intake.review.places import places
from intake.review.stretches import Stretch, gaps, overlaps, shared, stretches
from intake.review.told import choice_at, date_at

LOOKED_BACK = 5
"""Years before today that the official form asks homes and work for (A.III.2 and 4)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: the entries that tell it from its likes, and the answers it stands on."""

    certain: bool
    entries: tuple[str, ...]
    sources: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a named check is asked of."""

    interview: Interview
    sources: tuple[str, ...]
    today: date

    def places(self, at: int) -> Iterator[Path]:
        return places(self.interview, self.interview.form.questions[self.sources[at]])

    def stretches(self, at: int) -> tuple[Stretch, ...]:
        return stretches(self.interview, self.sources[at], self.sources[at + 1], self.today)


def look(named: str, interview: Interview, sources: tuple[str, ...], today: date) -> Iterator[Found]:
    """What the check of this name (see `NAMED_CHECKS`) finds."""
    return _CHECKS[named](Asked(interview, sources, today))


def _gaps(asked: Asked) -> Iterator[Found]:
    """Those that reach into the last years only, perhaps or for certain."""
    since = years_after(asked.today, -LOOKED_BACK).toordinal()
    for gap in gaps(asked.stretches(0)):
        if gap.later.start[1] > since:
            certain = gap.certain and gap.later.start[0] > since
            sources = (gap.earlier.sources[1], gap.later.sources[0])
            yield Found(certain, (gap.earlier.entry, gap.later.entry), sources)


def _overlaps(asked: Asked) -> Iterator[Found]:
    yield from _common(combinations(asked.stretches(0), 2))


def _same_time(asked: Asked) -> Iterator[Found]:
    yield from _common(product(asked.stretches(0), asked.stretches(2)))


def _common(pairs: Iterable[tuple[Stretch, Stretch]]) -> Iterator[Found]:
    for found in overlaps(pairs):
        one, other = found.earlier, found.later
        entries = tuple(sorted((one.entry, other.entry)))  # which of them began first may change
        yield Found(found.certain, entries, (*one.sources, *other.sources))


def _some_before(asked: Asked) -> Iterator[Found]:
    """One finding for each of the later dates, with the earliest of those before it."""
    told = [(path, date_at(asked.interview, path)) for path in asked.places(0)]
    ends = [(*ending(when), path) for path, when in told if when]
    for path in asked.places(1):
        when = date_at(asked.interview, path)
        if when is None:
            continue
        first, last = beginning(when)
        certain = [(end, other) for _, end, other in ends if end < first]
        possible = [(end, other) for end, _, other in ends if end < last]
        if certain or possible:
            _, source = min(certain or possible)
            yield Found(bool(certain), (path.entry or "",), (source, path))


def _elsewhere(asked: Asked) -> Iterator[Found]:
    """Where a home in the same country certainly was at that time, a second one raises no question."""
    homes = [(home, _told(asked, 4, home.entry)) for home in asked.stretches(2)]
    for path in asked.places(0):
        when, country = date_at(asked.interview, path), _told(asked, 1, path.entry)
        if when is None or not country:
            continue
        at = Stretch(beginning(when), ending(when), (path, path))
        there = [home for home, where in homes if where == country]
        others = [home for home, where in homes if where not in {"", country}]
        if any(_within(at, home) for home in there):
            continue
        possible = [home for home in others if shared(at, home)[1] >= 0]
        certain = [home for home in possible if _surely_meets(at, home)]
        if possible:
            home = (certain or possible)[0]
            sure = bool(certain) and not any(shared(at, home)[1] >= 0 for home in there)
            sources = (path, Path(asked.sources[1], path.entry), *home.sources)
            yield Found(sure, (path.entry or "",), (*sources, Path(asked.sources[4], home.entry)))


def _surely_meets(one: Stretch, other: Stretch) -> bool:
    return one.start[1] <= other.end[0] and other.start[1] <= one.end[0]


def _within(inner: Stretch, outer: Stretch) -> bool:
    return outer.start[1] <= inner.start[0] and inner.end[1] <= outer.end[0]


def _after_a_year(asked: Asked) -> Iterator[Found]:
    arrivals = [(path, date_at(asked.interview, path)) for path in asked.places(0)]
    told = [(path, *beginning(when)) for path, when in arrivals if when]
    filed_at, late_at = next(asked.places(1), None), next(asked.places(2), None)
    if not told or filed_at is None or late_at is None or choice_at(asked.interview, late_at) != NO:
        return
    filed = date_at(asked.interview, filed_at)
    now = asked.today.toordinal()
    first, last = beginning(filed) if filed else (now, now)
    earliest, latest = max(one for _, one, _ in told), max(one for _, _, one in told)
    if last > _anniversary(earliest):
        certain = first > _anniversary(latest)
        yield Found(certain, (), (*(path for path, _, _ in told), filed_at, late_at))


def _anniversary(ordinal: int) -> int:
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return ordinal  # no such day: whatever lies beyond the calendar is beyond it a year later too
    return years_after(date.fromordinal(ordinal), 1).toordinal()


def _told(asked: Asked, at: int, entry: str | None) -> str:
    return choice_at(asked.interview, Path(asked.sources[at], entry))


_CHECKS: Mapping[str, Callable[[Asked], Iterator[Found]]] = {
    "gaps": _gaps,
    "overlaps": _overlaps,
    "same_time": _same_time,
    "some_before": _some_before,
    "elsewhere": _elsewhere,
    "after_a_year": _after_a_year,
}

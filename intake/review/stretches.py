"""Stretches of time, such as homes or work, whose ends each lie between two days: the gaps between them, and
what they have in common.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from intake.answers import Path
from intake.dates import beginning, ending
from intake.interview import Interview
from intake.review.places import places
from intake.review.told import date_at

MONTH = 31
"""Days that two dates may be apart, or stretches may share, without a question: a month at most."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something began and ended, each the first and the last day it can have been, as ordinals."""

    start: tuple[int, int]
    end: tuple[int, int]
    sources: tuple[Path, Path]

    @property
    def entry(self) -> str:
        return self.sources[0].entry or ""


@dataclass(frozen=True, slots=True)
class Gap:
    """More than a month between the end of one stretch and the beginning of the next, `certain` or perhaps.

    `days` are the fewest and the most that it can have had.
    """

    earlier: Stretch
    later: Stretch
    certain: bool
    days: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """More than a month that two stretches have in common, `certain` or perhaps; `days` as of a gap."""

    earlier: Stretch
    later: Stretch
    certain: bool
    days: tuple[int, int]


def stretches(interview: Interview, since: str, until: str, today: date) -> tuple[Stretch, ...]:
    """Those told in the entries of a repeat, from the answer to `since` to that to `until`.

    What is not asked for an end still goes on today; what is asked for one and has none is left out, and so
    is what has no beginning.
    """
    return tuple(_stretches(interview, since, until, today))


def gaps(told: Iterable[Stretch]) -> Iterator[Gap]:
    """Where perhaps nothing covers the month before a stretch begins, and something ended earlier."""
    every = tuple(told)
    for later in every:
        before = [one for one in every if one is not later]
        ended = [one for one in before if _apart(one, later)[1]]
        if ended and all(one in ended or one.start[1] >= later.start[0] for one in before):
            certain = any(_apart(one, later)[0] for one in ended) and all(
                _apart(one, later)[0] or one.start[0] >= later.start[1] for one in before
            )
            last = max(ended, key=lambda one: (one.end[1], one.end[0], one.entry))
            yield Gap(last, later, certain, (later.start[0] - last.end[1], later.start[1] - last.end[0]))


def overlaps(pairs: Iterable[tuple[Stretch, Stretch]]) -> Iterator[Overlap]:
    """The pairs that perhaps have more than a month in common."""
    for pair in pairs:
        one, other = sorted(pair, key=lambda stretch: stretch.start)
        days = shared(one, other)
        if days[1] > MONTH:
            yield Overlap(one, other, days[0] > MONTH, days)


def shared(one: Stretch, other: Stretch) -> tuple[int, int]:
    """The fewest and the most days from the later beginning to the earlier end; below zero they lie apart."""
    fewest = min(one.end[0], other.end[0]) - max(one.start[1], other.start[1])
    most = min(one.end[1], other.end[1]) - max(one.start[0], other.start[0])
    return fewest, most


def _stretches(interview: Interview, since: str, until: str, today: date) -> Iterator[Stretch]:
    now = today.toordinal()
    for path in places(interview, interview.form.questions[since]):
        other = Path(until, path.entry)
        begun, ended = date_at(interview, path), date_at(interview, other)
        if begun is None:
            continue
        if ended is not None:
            yield Stretch(beginning(begun), ending(ended), (path, other))
        elif not interview.is_asked(other):
            yield Stretch(beginning(begun), (now, now), (path, other))


def _apart(one: Stretch, later: Stretch) -> tuple[bool, bool]:
    """Whether it ended more than a month before the later one began: for certain, perhaps."""
    return one.end[1] + MONTH < later.start[0], one.end[0] + MONTH < later.start[1]

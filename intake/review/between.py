"""What lies between the rows of a chronology: gaps and overlaps of homes, work and the like."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import TypeAlias

from intake.interview import Interview
from intake.review.chronology import Row
from intake.review.stretches import Gap, Overlap, gaps, overlaps, stretches

Line: TypeAlias = Row | Gap | Overlap


def between(interview: Interview, today: date) -> tuple[Gap | Overlap, ...]:
    """The gaps and overlaps that the pack's checks look for, over the whole of what was told."""
    found: list[Gap | Overlap] = []
    for check in interview.form.data.checks:
        if check.named in {"gaps", "overlaps"}:
            told = stretches(interview, check.sources[0], check.sources[1], today)
            found.extend(gaps(told) if check.named == "gaps" else overlaps(combinations(told, 2)))
    return tuple(found)


def with_between(rows: Iterable[Row], found: Iterable[Gap | Overlap]) -> Iterator[Line]:
    """The rows in their order, each after the gaps that end with it and before the overlaps it begins."""
    every = tuple(found)
    for row in rows:
        own = [one for one in every if one.later.sources[0] == row.source]
        yield from (one for one in own if isinstance(one, Gap))
        yield row
        yield from (one for one in own if isinstance(one, Overlap))

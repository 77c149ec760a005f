"""A draft that came again beside the one we have: what differs, who changed it, what a person must decide.

What both sides had is known from the last draft that came (`base`). What only one side changed is taken from
that side; what both changed, each in its own way, nobody decides but a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from intake.answers import Answer, Answers, Entry, Path
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.export.handover.contents import Sheet


class Side(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer that is not the same on both sides; None where there is none."""

    path: Path
    base: Answer | None
    ours: Answer | None
    theirs: Answer | None

    @property
    def is_conflict(self) -> bool:
        """Whether both sides changed it since they last agreed."""
        return not _same(self.ours, self.base) and not _same(self.theirs, self.base)

    @property
    def changed_by(self) -> Side:
        """Who changed it, where only one side did."""
        return Side.OURS if _same(self.theirs, self.base) else Side.THEIRS


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs: answers in the order of their names, entries they added, entries they removed."""

    differences: tuple[Difference, ...]
    added: tuple[Entry, ...]
    gone: tuple[Entry, ...]

    @property
    def says_something(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.differences or self.added or self.gone)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        return tuple(it for it in self.differences if it.is_conflict)


def compare(ours: Answers, theirs: Sheet, base: Sheet | None) -> Comparison:
    """What differs between our answers and theirs. Answers that the sender kept back are no difference."""
    came, before = theirs.answers, base.answers if base else Answers()
    left_out = set(theirs.left_out)
    paths = sorted(
        {*ours.by_path, *came.by_path} - left_out, key=lambda path: (path.question, path.entry or "")
    )
    found = (Difference(path, before.get(path), ours.get(path), came.get(path)) for path in paths)
    return Comparison(
        differences=tuple(it for it in found if not _same(it.ours, it.theirs)),
        added=tuple(entry for entry in theirs.entries if entry.id not in ours.by_entry),
        gone=tuple(
            entry
            for entry in ours.by_entry.values()
            if entry.id in before.by_entry and entry.id not in came.by_entry and entry.removed_at is None
        ),
    )


def merge(
    comparison: Comparison, theirs: Sheet, decided: Mapping[Path, Side], now: datetime
) -> tuple[Change, ...]:
    """The changes that bring their draft into ours. `decided` has every conflict; raises KeyError without.

    An entry they removed stays as long as an answer in it does.
    """
    sides = {it.path: decided[it.path] if it.is_conflict else it.changed_by for it in comparison.differences}
    taken = [it for it in comparison.differences if sides[it.path] is Side.THEIRS]
    kept = {it.path.entry for it in comparison.differences if sides[it.path] is Side.OURS and it.ours}
    return (
        *(EntrySet(entry) for entry in comparison.added),
        *(AnswerSet(it.path, it.theirs) for it in taken),
        *(EntrySet(replace(it, removed_at=now)) for it in comparison.gone if it.id not in kept),
        Seen(frozenset(theirs.seen)),
        *(SectionFinished(section, finished=True) for section in theirs.finished),
    )


def _same(one: Answer | None, other: Answer | None) -> bool:
    """Whether they say the same, whoever typed it and when."""
    if one is None or other is None:
        return one is other
    return (one.value, one.state) == (other.value, other.state)

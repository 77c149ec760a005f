"""The entries of repeats that are there: not removed, not more than counted, nor inside such a one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from intake.answers import CROCKFORD, Answers, Entry
from intake.form.model import Form

MOST_COUNTED = 100
"""Entries that a `repeat_count` makes in one place, whatever number somebody typed."""

MOST_OF_ALL = 2_000
"""Entries of a whole case beyond which none are made by counting."""

ID_LENGTH = 10

EntryIds: TypeAlias = frozenset[str | None]
"""Entries of one repeat; for what stands outside repeats, the set of None alone, or nothing."""

NOWHERE: EntryIds = frozenset()
OUTSIDE: EntryIds = frozenset({None})


@dataclass(frozen=True, slots=True)
class Entries:
    """`inside`: (repeat, parent entry) -> entries in their order; `of_repeat`: all of a repeat; `parent` of
    each.
    """

    inside: Mapping[tuple[str, str | None], tuple[str, ...]]
    of_repeat: Mapping[str, EntryIds]
    parent: Mapping[str, str | None]

    def below(self, entries: EntryIds, repeats: Sequence[str]) -> EntryIds:
        """The entries of the last of these repeats, each inside the one before, that lie in `entries`."""
        found = entries
        for repeat in repeats:
            found = frozenset(name for parent in found for name in self.inside.get((repeat, parent), ()))
        return found

    def without(self, surplus: Collection[str]) -> "Entries":
        """The same without these entries and all that lie in them."""
        gone = set(surplus)
        gone.update(entry for entry, parent in self.parent.items() if parent in gone)  # outer ones come first
        return Entries(
            {at: tuple(e for e in found if e not in gone) for at, found in self.inside.items()},
            {repeat: found - gone for repeat, found in self.of_repeat.items()},
            {entry: parent for entry, parent in self.parent.items() if entry not in gone},
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries that a count asks for and that are not there yet: `missing` of a repeat, inside `parent`."""

    repeat: str
    parent: str | None
    missing: int


def entries_for(gap: Gap, taken: Mapping[str, Entry], random: Random) -> tuple[Entry, ...]:
    """New entries that close a gap, after those that are there; as many as a case has room for."""
    beside = (e.rank for e in taken.values() if (e.repeat, e.parent) == (gap.repeat, gap.parent))
    first = max(beside, default=-1) + 1
    missing = min(gap.missing, max(MOST_OF_ALL - len(taken), 0))
    ids: dict[str, None] = {}
    while len(ids) < missing:
        entry = "".join(random.choice(CROCKFORD) for _ in range(ID_LENGTH))
        if entry not in taken:
            ids[entry] = None
    return tuple(Entry(entry, gap.repeat, gap.parent, first + at) for at, entry in enumerate(ids))


def entries_of(form: Form, answers: Answers) -> Entries:
    """What lies in an unknown repeat, in no entry, or in another entry than the form says, is not there."""
    groups: dict[tuple[str, str | None], list[tuple[int, str]]] = {}
    for entry in answers.by_entry.values():
        if entry.removed_at is None:
            groups.setdefault((entry.repeat, entry.parent), []).append((entry.rank, entry.id))
    inside: dict[tuple[str, str | None], tuple[str, ...]] = {}
    of_repeat: dict[str, EntryIds] = {}
    parent_of: dict[str, str | None] = {}
    for repeat in form.repeats.values():  # outer ones come first
        around = of_repeat[repeat.repeats[-1]] if repeat.repeats else OUTSIDE
        for parent in around:
            ids = tuple(name for _, name in sorted(groups.get((repeat.name, parent), ())))
            inside[repeat.name, parent] = ids
            parent_of.update(dict.fromkeys(ids, parent))
        of_repeat[repeat.name] = frozenset(name for parent in around for name in inside[repeat.name, parent])
    return Entries(inside, of_repeat, parent_of)

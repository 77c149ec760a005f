"""The entries of repeats that are there: not removed, and neither is anything they lie in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from intake.answers import Answers
from intake.form.model import Form

EntrySet: TypeAlias = frozenset[str | None]
"""Entries of one repeat; for what stands outside repeats, the set of None alone, or nothing."""

NOWHERE: EntrySet = frozenset()
OUTSIDE: EntrySet = frozenset({None})


@dataclass(frozen=True, slots=True)
class Entries:
    """`inside`: (repeat, parent entry) -> entries in their order; `of_repeat`: all of a repeat; `parent` of
    each.
    """

    inside: Mapping[tuple[str, str | None], tuple[str, ...]]
    of_repeat: Mapping[str, EntrySet]
    parent: Mapping[str, str | None]

    def below(self, entries: EntrySet, repeats: Sequence[str]) -> EntrySet:
        """The entries of the last of these repeats, each inside the one before, that lie in `entries`."""
        found = entries
        for repeat in repeats:
            found = frozenset(name for parent in found for name in self.inside.get((repeat, parent), ()))
        return found


def entries_of(form: Form, answers: Answers) -> Entries:
    """What lies in an unknown repeat, in no entry, or in another entry than the form says, is not there."""
    groups: dict[tuple[str, str | None], list[tuple[int, str]]] = {}
    for entry in answers.by_entry.values():
        if entry.removed_at is None:
            groups.setdefault((entry.repeat, entry.parent), []).append((entry.rank, entry.id))
    inside: dict[tuple[str, str | None], tuple[str, ...]] = {}
    of_repeat: dict[str, EntrySet] = {}
    parent_of: dict[str, str | None] = {}
    for repeat in form.repeats.values():  # outer ones come first
        around = of_repeat[repeat.repeats[-1]] if repeat.repeats else OUTSIDE
        for parent in around:
            ids = tuple(name for _, name in sorted(groups.get((repeat.name, parent), ())))
            inside[repeat.name, parent] = ids
            parent_of.update(dict.fromkeys(ids, parent))
        of_repeat[repeat.name] = frozenset(name for parent in around for name in inside[repeat.name, parent])
    return Entries(inside, of_repeat, parent_of)

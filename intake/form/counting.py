"""Repeats with a count: the entries that it asks for are made, the outer ones first, then those in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake.answers import Answers, Entry
from intake.form.entries import entries_for
from intake.form.relevance import Moved, View


@dataclass(frozen=True, slots=True)
class Filled:
    """Answers with every entry that counts ask for, their view, those that were made, and what moved."""

    answers: Answers
    view: View
    made: tuple[Entry, ...]
    moved: Moved


def filled(answers: Answers, view: View, moved: Moved) -> Filled:
    """Add the entries that are missing after a change that `moved` questions already."""
    made: list[Entry] = []
    while new := _missing(answers.by_entry, view):
        made.extend(new)
        answers = replace(answers, by_entry={**answers.by_entry, **{entry.id: entry for entry in new}})
        view, then = view.with_entries(answers)
        moved = moved.then(then)
    return Filled(answers, view, tuple(made), moved)


def _missing(there: Mapping[str, Entry], view: View) -> tuple[Entry, ...]:
    taken = dict(there)
    for gap in view.gaps():
        taken |= {entry.id: entry for entry in entries_for(gap, taken, view.random)}
    return tuple(taken.values())[len(there) :]

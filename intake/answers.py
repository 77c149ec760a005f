"""What one applicant has answered: immutable values, entries of repeats included."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Stored: TypeAlias = bool | int | float | str | tuple["Stored", ...] | Mapping[str, "Stored"]
"""A value as its kind keeps it: what JSON can hold, with tuples for lists. `None` is no value."""

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LETTERS = 10
"""Of the ids of cases and entries: unique without asking anybody, and readable aloud."""


class State(StrEnum):
    """An answer that is not a value, stored as such because it is evidence too."""

    DONT_KNOW = "dont_know"
    DONT_REMEMBER = "dont_remember"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"
    TELL_IN_PERSON = "tell_in_person"
    LATER = "later"
    NOT_APPLICABLE = "not_applicable"


class Path(NamedTuple):
    """Where an answer lives: a question, and the entry it belongs to when it is asked in a repeat.

    A tuple, since a thousand of them are looked up at a time.
    """

    question: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A value or a state, never both; with the language it was given in, who typed it and when (UTC).

    `kept` is the value that stood there before the state was chosen: it is for bringing back alone, and is
    neither shown to reviewers nor exported.
    """

    value: Stored | None = None
    state: State | None = None
    kind: str = "text"
    language: str = ""
    by: str = ""
    at: datetime | None = None
    kept: Stored | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.state is None) or (self.kept is not None and self.state is None):
            msg = "an answer is a value or a state"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a repeat. `rank` orders those of one parent; a removed one is kept for undo."""

    id: str
    repeat: str
    parent: str | None = None
    rank: int = 0
    removed_at: datetime | None = None


def new_entry_id() -> str:
    """Ten random Crockford characters: unique in a vault, readable aloud."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(ID_LETTERS))


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers and entries of one case, and how far the person has come; a change makes a new value.

    `seen` are the questions that have been on screen; `finished` the sections the person has called finished.
    """

    by_path: Mapping[Path, Answer] = field(default_factory=dict)
    by_entry: Mapping[str, Entry] = field(default_factory=dict)
    seen: frozenset[Path] = frozenset()
    finished: frozenset[str] = frozenset()

    def get(self, path: Path) -> Answer | None:
        return self.by_path.get(path)

    def entries(self, repeat: str, parent: str | None = None) -> tuple[Entry, ...]:
        """The entries that are not removed, in their order."""
        inside = (e for e in self.by_entry.values() if e.repeat == repeat and e.parent == parent)
        return tuple(
            sorted((e for e in inside if not e.removed_at), key=lambda entry: (entry.rank, entry.id))
        )

    def ancestors(self, entry: str | None) -> Iterator[Entry]:
        """The entry and those it lies in, innermost first."""
        while entry is not None:
            found = self.by_entry[entry]
            yield found
            entry = found.parent

    def with_answer(self, path: Path, answer: Answer | None) -> "Answers":
        """The same with this answer, or with none at this path when it is None."""
        changed = dict(self.by_path)
        if answer is None:
            changed.pop(path, None)
        else:
            changed[path] = answer
        return replace(self, by_path=changed)

    def without_kept(self) -> "Answers":
        """The same without the values that were put aside for a state."""
        bare = {path: replace(it, kept=None) for path, it in self.by_path.items() if it.kept is not None}
        return replace(self, by_path={**self.by_path, **bare}) if bare else self

    def with_entry(self, entry: Entry) -> "Answers":
        """The same with this entry added or replaced."""
        return replace(self, by_entry={**self.by_entry, entry.id: entry})

    def with_seen(self, paths: frozenset[Path]) -> "Answers":
        return self if paths <= self.seen else replace(self, seen=self.seen | paths)

    def with_finished(self, section: str, *, finished: bool) -> "Answers":
        return replace(self, finished=self.finished | {section} if finished else self.finished - {section})


def place_in_list(answers: Answers, entry: str) -> int:
    """The place of an entry among those of its list, from 1; KeyError for one that is not there."""
    found = answers.by_entry[entry]
    ids = [it.id for it in answers.entries(found.repeat, found.parent)]
    return ids.index(entry) + 1 if entry in ids else len(ids) + 1

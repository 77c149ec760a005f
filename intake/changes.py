"""Changes to a case as immutable values: what the interview makes and the vault stores, one and the same."""

from dataclasses import dataclass
from typing import TypeAlias

from intake.answers import Answer, Entry, Path


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """An answer given, changed, or (None) cleared."""

    path: Path
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class EntrySet:
    """An entry added, moved, removed (its `removed_at` says when) or brought back."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Seen:
    """Questions that were on screen for the first time."""

    paths: frozenset[Path]


@dataclass(frozen=True, slots=True)
class SectionFinished:
    """The person calls a section finished, or takes it back."""

    section: str
    finished: bool


Change: TypeAlias = AnswerSet | EntrySet | Seen | SectionFinished

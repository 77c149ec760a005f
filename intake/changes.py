"""Changes to a case as immutable values: what the interview makes and the vault stores, one and the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from intake.answers import Answer, Answers, Entry, Path


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


def changes_to(answers: Answers, new_id: Callable[[], str]) -> tuple[Change, ...]:
    """The changes that give an empty case all of these answers, its entries under new ids."""
    ids = {entry: new_id() for entry in answers.by_entry}

    def moved(path: Path) -> Path:
        return Path(path.question, ids.get(path.entry) if path.entry else None)

    entries = (
        replace(it, id=ids[it.id], parent=ids[it.parent] if it.parent else None)
        for it in answers.by_entry.values()
    )
    given = (AnswerSet(moved(path), answer) for path, answer in answers.by_path.items())
    seen = (Seen(frozenset(map(moved, answers.seen))),) if answers.seen else ()
    finished = (SectionFinished(section, finished=True) for section in sorted(answers.finished))
    return (*map(EntrySet, entries), *given, *seen, *finished)

"""The interview navigator: what is asked now, what follows, what is missing. Pure; every step makes a new Interview and a Delta."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from random import Random

from intake.answers import Answer, Answers, Path
from intake.changes import Change
from intake.form.model import Choice, Form


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be in the interview: a page, or the list of entries of a repeat, inside `entry` when it lies in a repeat."""

    item: str
    entry: str | None = None


class Standing(StrEnum):
    """How a question stands. The stored states are told apart from what is derived: unanswered (seen), not reached, not asked."""

    ANSWERED = "answered"
    STATE = "state"
    UNANSWERED = "unanswered"
    NOT_REACHED = "not_reached"
    NOT_ASKED = "not_asked"


class Progress(StrEnum):
    """Where a section stands for the person: only they call it finished."""

    NOT_STARTED = "not_started"
    STARTED = "started"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at. `code` is `required`, `constraint` or a kind's own (`not_a_number`, ...); it never stops saving."""

    path: Path
    code: str


@dataclass(frozen=True, slots=True)
class Delta:
    """What one step did: changes for the vault, and what a page has to show anew."""

    changes: tuple[Change, ...] = ()
    shown: frozenset[Path] = frozenset()
    hidden: frozenset[Path] = frozenset()
    problems: frozenset[Path] = frozenset()
    """Paths whose problem appeared, went or changed."""


@dataclass(frozen=True)
class Interview:
    """A form with one person's answers to it."""

    form: Form
    answers: Answers

    @classmethod
    def begin(cls, form: Form, answers: Answers, *, now: Callable[[], datetime], random: Random) -> "Interview":
        """Work out relevance and problems of all answers once."""
        raise NotImplementedError

    def answer(self, path: Path, answer: Answer | None) -> tuple["Interview", Delta]:
        """Set or clear one answer. An answer that a constraint dislikes is kept all the same and becomes a problem."""
        raise NotImplementedError

    def add_entry(self, repeat: str, parent: str | None, entry_id: str) -> tuple["Interview", Delta]:
        raise NotImplementedError

    def remove_entry(self, entry_id: str, at: datetime) -> tuple["Interview", Delta]:
        """Mark an entry removed; its answers, and the entries inside it, are kept with it for `restore_entry`."""
        raise NotImplementedError

    def restore_entry(self, entry_id: str) -> tuple["Interview", Delta]:
        raise NotImplementedError

    def see(self, spot: Spot) -> tuple["Interview", Delta]:
        """The questions of this page have been on screen."""
        raise NotImplementedError

    def finish(self, section: str, *, finished: bool = True) -> tuple["Interview", Delta]:
        raise NotImplementedError

    def spots(self, section: str) -> tuple[Spot, ...]:
        """All that is asked in a section now, in order: pages; each repeat's list, followed by the pages of each of its entries."""
        raise NotImplementedError

    def following(self, spot: Spot) -> Spot | None:
        """Where "Continue" leads: after an entry's last page back to its list, after a list past all its entries; None at a section's end."""
        raise NotImplementedError

    def preceding(self, spot: Spot) -> Spot | None:
        """Where "Back" leads; None at a section's start."""
        raise NotImplementedError

    def section_of(self, spot: Spot) -> str:
        raise NotImplementedError

    def paths(self, spot: Spot) -> tuple[Path, ...]:
        """The questions asked on a page now, in order."""
        raise NotImplementedError

    def is_asked(self, path: Path) -> bool:
        """Whether the question is relevant now (and so are its page, repeats and section, and its entry is not removed)."""
        raise NotImplementedError

    def standing(self, path: Path) -> Standing:
        raise NotImplementedError

    def progress(self, section: str) -> Progress:
        raise NotImplementedError

    def problem(self, path: Path) -> Problem | None:
        raise NotImplementedError

    def problems(self, section: str) -> tuple[Problem, ...]:
        """Problems of what has been on screen, in the order of the pages."""
        raise NotImplementedError

    def choices(self, path: Path) -> tuple[Choice, ...]:
        """The choices offered now, after `choice_filter`."""
        raise NotImplementedError

    def hidden_answers(self) -> Iterator[Path]:
        """Answers kept but not asked for now: they stay out of pages, search and every export."""
        raise NotImplementedError

    def texts_for(self, entry: str | None) -> Mapping[str, Answer]:
        """Every answer that a text standing in `entry` may name as `${name}`: its own entry's, its ancestors', those outside repeats."""
        raise NotImplementedError

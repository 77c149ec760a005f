"""The grounds board: what the applicant told, and the grounds that a reviewer reads in it.

A person makes every mark. Nothing here derives a ground, weighs one, or says that one is missing; it shows
what was told, what was marked, and what was not yet asked or answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from intake.answers import Path
from intake.form.model import Question
from intake.interview import Interview, Standing
from intake.record import Ground, GroundMark
from intake.review.places import places
from intake.words import mark

GROUNDS: Mapping[Ground, str] = {
    Ground.RACE: mark("Race"),
    Ground.RELIGION: mark("Religion"),
    Ground.NATIONALITY: mark("Nationality"),
    Ground.POLITICAL_OPINION: mark("Political opinion"),
    Ground.SOCIAL_GROUP: mark("Social group"),
    Ground.TORTURE: mark("Torture"),
}
"""What the grounds are called."""


class BoardRow(StrEnum):
    """What an answer is on the board, by the `role` of its question; OTHER: it has none and was marked."""

    REASON = "reason"
    EVENT = "event"
    FEAR = "fear"
    EVIDENCE = "evidence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Card:
    """One answer on the board, and the marks on it in the order they were made."""

    row: BoardRow
    path: Path
    marks: tuple[GroundMark, ...] = ()

    def marked(self, ground: Ground) -> tuple[GroundMark, ...]:
        return tuple(made for made in self.marks if made.ground is ground)


@dataclass(frozen=True, slots=True)
class Open:
    """A question of the board without a value, and how it stands: a state, not answered, not reached."""

    row: BoardRow
    path: Path
    standing: Standing


@dataclass(frozen=True, slots=True)
class Board:
    """The cards by row, in the order of the form; what is open; and marks on answers that are gone."""

    cards: tuple[Card, ...]
    open: tuple[Open, ...]
    adrift: tuple[GroundMark, ...] = ()

    def row(self, row: BoardRow) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.row is row)


def board(interview: Interview, marks: Iterable[GroundMark]) -> Board:
    """The board of a case. Marks on an answer that is not there now are kept apart, and come back with it."""
    by_path: dict[Path, list[GroundMark]] = {}
    for made in marks:
        by_path.setdefault(made.path, []).append(made)
    cards: list[Card] = []
    left_open: list[Open] = []
    for question in interview.form.questions.values():
        row = _row_of(question, by_path)
        for path in places(interview, question) if row else ():
            standing = interview.standing(path)
            if row and standing is Standing.ANSWERED and (row is not BoardRow.OTHER or path in by_path):
                cards.append(Card(row, path, tuple(by_path.pop(path, ()))))
            elif row and row is not BoardRow.OTHER and standing in _OPEN:
                left_open.append(Open(row, path, standing))
    adrift = tuple(made for found in by_path.values() for made in found)
    return Board(tuple(cards), tuple(left_open), adrift)


def _row_of(question: Question, marked: Mapping[Path, object]) -> BoardRow | None:
    if question.role in _ROLES:
        return BoardRow(question.role)
    return BoardRow.OTHER if any(path.question == question.name for path in marked) else None


_OPEN = frozenset({Standing.STATE, Standing.UNANSWERED, Standing.NOT_REACHED})
_ROLES = frozenset(BoardRow) - {BoardRow.OTHER}

"""A case as values: what a vault keeps about one applicant's draft, and what a list of drafts shows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Status(StrEnum):
    """Where a draft stands. Until it is shared or help is asked for, it is closed to reviewers.

    The first three are the applicant's to set, the others a reviewer's.
    """

    IN_PROGRESS = "in_progress"
    HELP_WANTED = "help_wanted"
    SHARED = "shared"
    IN_REVIEW = "in_review"
    QUESTIONS = "questions"
    READY_FOR_COUNSEL = "ready_for_counsel"
    EXPORTED = "exported"
    CLOSED = "closed"

    @property
    def open_to_reviewers(self) -> bool:
        return self is not Status.IN_PROGRESS


class Role(StrEnum):
    """Who sits at the computer after the vault is unlocked."""

    APPLICANT = "applicant"
    ASSISTED = "assisted"
    REVIEWER = "reviewer"


OF_APPLICANT = (Status.IN_PROGRESS, Status.HELP_WANTED, Status.SHARED)
OF_REVIEWER = (
    Status.IN_REVIEW,
    Status.QUESTIONS,
    Status.READY_FOR_COUNSEL,
    Status.EXPORTED,
    Status.CLOSED,
)


def settable(role: Role, now: Status) -> tuple[Status, ...]:
    """What whoever sits here may make of a draft's status.

    An applicant may close a draft again, or share it, at any time; a reviewer moves on what is open to them,
    and neither closes nor opens it.
    """
    if role is not Role.REVIEWER:
        return OF_APPLICANT
    return OF_REVIEWER if now.open_to_reviewers else ()


def come_again(now: Status, came: Status) -> Status:
    """Where a draft stands once its applicant sent it again, as `came` says.

    What a reviewer made of it stays, but for questions: whoever asked them sees that something is back. One
    that is closed to reviewers stays so.
    """
    if now is Status.QUESTIONS:
        return Status.SHARED
    return came if now in (Status.HELP_WANTED, Status.SHARED) else now


@dataclass(frozen=True, slots=True)
class Sitting:
    """One stretch of work: a role, and the name of the typist or reviewer (empty for an applicant alone)."""

    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant's draft: which pack (by name and hash) it answers, in which language, where it stands.

    Times are UTC. `resume_at` is the page to go on with, as the window wrote it; empty at the start.
    """

    id: str
    pack: str
    pack_hash: str
    language: str
    status: Status
    created: datetime
    changed: datetime
    fictional: bool = False
    resume_at: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the last review of a draft came to, kept for lists: open findings, and the next deadline."""

    findings: int
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A row of the list of drafts. `title` is the name as given, empty when closed to the one who looks.

    `notes` and `queries` are those still open; `glance` is None until somebody reviewed the draft. `opened`
    is when a reviewer last did.
    """

    id: str
    title: str
    language: str
    status: Status
    answered: int
    created: datetime
    changed: datetime
    fictional: bool = False
    archived: bool = False
    notes: int = 0
    queries: int = 0
    glance: Glance | None = None
    opened: datetime | None = None

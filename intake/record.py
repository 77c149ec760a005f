"""What people write beside the answers of a case, as values: remarks, questions, words on findings, versions.

Every item has an `id` unique in its vault and says who wrote it and when (UTC). An item is never changed in
place: it is put again under its id. `Note`, `FindingWord` and `GroundMark` are counsel-only; what may go back
to an applicant is a `ForApplicant` and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

from intake.answers import Answer, Path


@dataclass(frozen=True, slots=True)
class Note:
    """A reviewer's remark, pinned to an answer or (None) to the case. Counsel-only. `done`: dealt with."""

    id: str
    at: datetime
    by: str
    text: str
    path: Path | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the applicant about an answer, in the applicant's language.

    `finding` is the key of the finding it was made from, if any. `closed`: nothing is awaited any more.
    """

    id: str
    at: datetime
    by: str
    text: str
    language: str
    path: Path | None = None
    finding: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What the applicant says to a query; several make a thread."""

    id: str
    at: datetime
    by: str
    query: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """The applicant takes a proposal as their own: on which day, in which language, read back by whom."""

    on: date
    language: str
    interpreter: str = ""
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reviewer's change that stands beside the answer until the applicant adopts or declines it.

    `instead_of` is the answer it was made for (None: there was none).
    """

    id: str
    at: datetime
    by: str
    path: Path
    answer: Answer
    instead_of: Answer | None = None
    why: str = ""
    adopted: Adoption | None = None
    declined: bool = False


class How(StrEnum):
    """How a translation came about."""

    HUMAN = "human"
    INTERPRETER = "interpreter"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True)
class Translation:
    """English beside an answer's own words, paragraph for paragraph.

    `of` holds the paragraphs as they stood when translated, `paragraphs` as many ("" where still missing).
    `competence` is the translator's statement, for certified ones; `on` the day it was made.
    """

    id: str
    at: datetime
    by: str
    path: Path
    of: tuple[str, ...]
    paragraphs: tuple[str, ...]
    translator: str = ""
    how: How = How.HUMAN
    competence: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A section read back to the applicant and confirmed. `digest` is that of its answers then."""

    id: str
    at: datetime
    by: str
    section: str
    on: date
    language: str
    interpreter: str = ""
    digest: str = ""


class FindingState(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    ASKED = "asked"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class FindingWord:
    """What a person says of a finding (`key`). `digest` is that of the answers it stood on then: when they
    change, the finding is open again and the explanation stays.
    """

    id: str
    at: datetime
    by: str
    key: str
    state: FindingState
    reason: str = ""
    digest: str = ""


class Ground(StrEnum):
    """The five grounds of the refugee definition, and torture."""

    RACE = "race"
    RELIGION = "religion"
    NATIONALITY = "nationality"
    POLITICAL_OPINION = "political_opinion"
    SOCIAL_GROUP = "social_group"
    TORTURE = "torture"


@dataclass(frozen=True, slots=True)
class GroundMark:
    """A reviewer reads an answer as bearing on a ground. Counsel-only, made by a person, never derived."""

    id: str
    at: datetime
    by: str
    ground: Ground
    path: Path
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A version that was sealed: its number in the case, the SHA-256 over what it holds, its name."""

    id: str
    at: datetime
    by: str
    number: int
    digest: str
    title: str = ""


ForApplicant: TypeAlias = Query | Reply | Proposal | ReadBack
CounselOnly: TypeAlias = Note | FindingWord | GroundMark
Item: TypeAlias = ForApplicant | CounselOnly | Translation | Sealed


@dataclass(frozen=True, slots=True)
class Record:
    """All items of a case, each kind in the order of `at`, then `id`."""

    notes: tuple[Note, ...] = ()
    queries: tuple[Query, ...] = ()
    replies: tuple[Reply, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    translations: tuple[Translation, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    finding_words: tuple[FindingWord, ...] = ()
    ground_marks: tuple[GroundMark, ...] = ()
    sealed: tuple[Sealed, ...] = ()

    def with_item(self, item: Item) -> "Record":
        """The same with this item, in the place of the one with its id."""
        name = FIELD_OF[type(item)]
        others = (it for it in getattr(self, name) if it.id != item.id)
        return replace(self, **{name: tuple(sorted((*others, item), key=attrgetter("at", "id")))})

    def without(self, item: Item) -> "Record":
        """The same without this item."""
        name = FIELD_OF[type(item)]
        return replace(self, **{name: tuple(it for it in getattr(self, name) if it.id != item.id)})


FAMILIES: Mapping[str, type[Item]] = {
    "notes": Note,
    "queries": Query,
    "replies": Reply,
    "proposals": Proposal,
    "translations": Translation,
    "read_backs": ReadBack,
    "finding_words": FindingWord,
    "ground_marks": GroundMark,
    "sealed": Sealed,
}
"""The kinds of items by the field of a Record that holds them."""
FIELD_OF: Mapping[type[Item], str] = {kind: name for name, kind in FAMILIES.items()}

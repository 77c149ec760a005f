"""What a document is made from: a case as one reader may see it, handed about as one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from intake.answers import Answers, Path
from intake.case import Case
from intake.interview import Interview, Standing
from intake.record import ReadBack, Record, Sealed, Translation
from intake.review.places import asked_in
from intake.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Imprint:
    """When a document is made (with its time zone), by which version, for which counsel (empty: for none).

    `letterhead` are the lines, and `logo` the picture (JPEG or PNG), that stand at its head.
    """

    exported: datetime
    version: str
    prepared_for: str = ""
    letterhead: str = ""
    logo: bytes = b""

    @property
    def today(self) -> date:
        return self.exported.date()

    def day_of(self, moment: datetime) -> date:
        """The day that a moment (with its time zone) was on where the document is made."""
        return moment.astimezone(self.exported.tzinfo).date()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A case as it was sealed once, and the seal."""

    interview: Interview
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Shared:
    """What a record holds that is not for counsel alone: all that a summary can see of it."""

    translations: tuple[Translation, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    sealed: tuple[Sealed, ...] = ()


def shared(record: Record) -> Shared:
    """The part of a record that a summary may hold."""
    return Shared(record.translations, record.read_backs, record.sealed)


@dataclass(frozen=True, slots=True)
class Source:
    """A case and the words it is told in. `previews` are pictures without metadata, by the SHA-256 (hex) of
    what they show. `silent` are questions that are not told of at all, `left_out` how many answers that
    leaves out, and `gone_with` the places that are asked only because of those.
    """

    case: Case
    reading: Reading
    imprint: Imprint
    shared: Shared = Shared()
    previews: Mapping[str, bytes] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    left_out: int = 0
    gone_with: frozenset[Path] = frozenset()

    @property
    def interview(self) -> Interview:
        return self.reading.interview


def without_sensitive(source: Source) -> Source:
    """The same as if nobody had answered a sensitive question: not even a title is filled with it.

    What is asked only because of such an answer goes with it.
    """
    whole = source.interview
    silent = frozenset(q.name for q in whole.form.questions.values() if q.sensitive)
    kept = {path: answer for path, answer in whole.answers.by_path.items() if path.question not in silent}
    seen = frozenset(path for path in whole.answers.seen if path.question not in silent)
    bare = whole.with_answers(replace(whole.answers, by_path=kept, seen=seen))
    return replace(
        source,
        reading=Reading(bare, source.reading.words, source.reading.pack_words),
        shared=_without(source.shared, bare.answers),
        silent=silent,
        left_out=_told(whole) - _told(bare),
        gone_with=frozenset(path for path in _asked(whole) if not bare.is_asked(path)),
    )


def _without(held: Shared, answers: Answers) -> Shared:
    return replace(held, translations=tuple(t for t in held.translations if t.path in answers.by_path))


def _asked(interview: Interview) -> Iterator[Path]:
    """Every place that is asked for now."""
    for section in interview.form.sections:
        yield from asked_in(interview, section.name)


def _told(interview: Interview) -> int:
    """How many answers are asked for now."""
    asked = (interview.standing(path) for path in interview.answers.by_path)
    return sum(standing is not Standing.NOT_ASKED for standing in asked)

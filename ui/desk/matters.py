"""What there is to look at in a draft, in one list: findings, questions, proposals, notes. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from intake.answers import Path
from intake.moments import day
from intake.record import FindingState, Note, Proposal, Query, Record
from intake.review.findings import Finding, question, standing
from intake.review.findings.finding import STATES, FindingStanding
from intake.review.reading import Reading
from intake.words import Words
from ui.models.grid import Cell, GridRow, Tone

Subject: TypeAlias = Finding | Query | Proposal | Note


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to look at: `head` says what it is and where it stands, `lines` the rest; `paths` lead to its
    answers.
    """

    subject: Subject
    head: str
    lines: tuple[str, ...]
    paths: tuple[Path, ...]
    is_open: bool

    @property
    def key(self) -> str:
        """What it is known by while it changes."""
        return self.subject.key if isinstance(self.subject, Finding) else self.subject.id


@dataclass(frozen=True)
class Matters:
    """Makes the list for one reader."""

    reading: Reading
    record: Record
    findings: tuple[Finding, ...]

    def all(self) -> Iterator[Matter]:
        """What is open first; else findings, questions, proposals, notes."""
        found = [*self._findings(), *self._queries(), *self._proposals(), *self._notes()]
        yield from (matter for matter in found if matter.is_open)
        yield from (matter for matter in found if not matter.is_open)

    def at(self, path: Path) -> Iterator[Matter]:
        """Those that one answer has a part in."""
        return (matter for matter in self.all() if path in matter.paths)

    def _findings(self) -> Iterator[Matter]:
        words = self.reading.words
        for finding in self.findings:
            now = standing(finding, self.record.finding_words)
            head = words.say(STATES[now.state])
            if now.reopened:
                head = words.say("To look at again: the answers have changed")
            lines = (question(finding, self.reading), *self._sources(finding), *_said(now, words))
            is_open = now.state in {FindingState.OPEN, FindingState.ASKED}
            yield Matter(finding, head, lines, finding.sources, is_open)

    def _sources(self, finding: Finding) -> Iterator[str]:
        for path in dict.fromkeys(finding.sources):
            told = "; ".join(self.reading.lines(path))
            if told:
                yield f"{self.reading.label(path)} {told}"

    def _queries(self) -> Iterator[Matter]:
        words = self.reading.words
        for query in self.record.queries:
            replies = [reply for reply in self.record.replies if reply.query == query.id]
            head = words.say("Question: waits for a reply")
            if query.closed:
                head = words.say("Question: closed")
            elif replies:
                head = words.say("Question: answered")
            applicant = words.say("the applicant")
            told = (": ".join((it.by or applicant, it.text)) for it in replies)
            yield Matter(query, head, (query.text, *told), _paths(query.path), not query.closed)

    def _proposals(self) -> Iterator[Matter]:
        words = self.reading.words
        for proposal in self.record.proposals:
            head = words.say("Proposal: the applicant has not adopted it")
            if proposal.adopted:
                head = words.say("Proposal: adopted on {day}", day=day(proposal.adopted.on, words))
            elif proposal.declined:
                head = words.say("Proposal: declined by the applicant")
            elif self._moved_on(proposal):
                head = words.say("Proposal: the applicant has changed the answer since")
            lines = (self.reading.label(proposal.path), *((proposal.why,) if proposal.why else ()))
            is_open = proposal.adopted is None and not proposal.declined
            yield Matter(proposal, head, lines, (proposal.path,), is_open)

    def _moved_on(self, proposal: Proposal) -> bool:
        """Whether the answer is another than the one it was made for."""
        now, then = self.reading.interview.answers.get(proposal.path), proposal.instead_of
        return (now and (now.value, now.state)) != (then and (then.value, then.state))

    def _notes(self) -> Iterator[Matter]:
        words = self.reading.words
        for note in self.record.notes:
            head = words.say("Note: dealt with") if note.done else words.say("Note")
            yield Matter(note, _joined(head, note.by), (note.text,), _paths(note.path), not note.done)


def matter_row(matter: Matter) -> GridRow:
    """A matter as a row of the list beside the answers."""
    tone = Tone.PLAIN if matter.is_open else Tone.SOFT
    return GridRow((Cell("\n".join((f"{matter.head}", *matter.lines)), tone),), matter.key)


def _said(now: FindingStanding, words: Words) -> Iterator[str]:
    if now.word is not None and now.word.reason:
        yield words.say("{name} wrote: {reason}", name=now.word.by, reason=now.word.reason)


def _paths(path: Path | None) -> tuple[Path, ...]:
    return () if path is None else (path,)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

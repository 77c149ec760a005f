"""A whole draft as rows: what was asked, what was said, the English of it, and what lies beside it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.answers import Answer, Path
from intake.dates import beginning, ending, say
from intake.form.kinds.when import date_of
from intake.interview import Interview
from intake.moments import day, day_and_time
from intake.record import Proposal, Record
from intake.review.findings import Finding
from intake.review.passages import aligned, is_passage, is_whole, latest, own_text
from intake.review.precision import precision
from ui.models.grid import Cell, GridRow, Tone
from ui.pages.answer_list import Line, Part, answer_list, not_reached
from ui.pages.voice import Voice

MISSING = "[…]"
"""Stands for a paragraph that has no English yet."""


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A section's heading, as what a row is about."""

    section: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the answers, counted by path."""

    findings: Mapping[Path, int] = field(default_factory=Counter)
    notes: Mapping[Path, int] = field(default_factory=Counter)
    queries: Mapping[Path, int] = field(default_factory=Counter)
    proposals: Mapping[Path, Proposal] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record, findings: Iterator[Finding]) -> "Beside":
        """Whatever of it is still open."""
        return cls(
            Counter(path for finding in findings for path in dict.fromkeys(finding.sources)),
            Counter(it.path for it in record.notes if it.path and not it.done),
            Counter(it.path for it in record.queries if it.path and not it.closed),
            {it.path: it for it in record.proposals if it.adopted is None and not it.declined},
        )


@dataclass(frozen=True)
class AnswerRows:
    """Makes the rows of one draft for one reader."""

    voice: Voice
    interview: Interview
    record: Record
    beside: Beside
    only_told: bool = False
    """Whether questions without an answer, and without anything beside them, are left out."""

    def all(self) -> Iterator[GridRow]:
        """Section by section, entry by entry."""
        for section in self.interview.form.sections:
            if self.interview.spots(section.name):
                first, *others = answer_list(section.name, self.voice, self.interview)
                yield GridRow((Cell(first.heading, Tone.HEAD),), SectionHead(section.name))
                yield from self._lines(first)
                for number, part in enumerate(others):
                    if part.heading:
                        yield GridRow((Cell(part.heading, Tone.STRONG),), (section.name, number), part.depth)
                    yield from self._lines(part)

    def sections(self) -> Iterator[GridRow]:
        """The outline: each section with what is open in it."""
        for section in self.interview.form.sections:
            if self.interview.spots(section.name):
                heading = self.voice.heading(section, "label", self.interview, None)
                names = {question.name for page in section.pages() for question in page.questions}
                count = sum(
                    number
                    for counted in (self.beside.findings, self.beside.notes, self.beside.queries)
                    for path, number in counted.items()
                    if path.question in names
                )
                yield GridRow(
                    (Cell(heading), Cell(str(count) if count else "", Tone.STRONG)), SectionHead(section.name)
                )

    def _lines(self, part: Part) -> Iterator[GridRow]:
        missing = 0
        for line in part.lines:
            if self.only_told and not self._is_told(line.path):
                continue
            if line.reached:
                yield self.row(line, part.depth)
            else:
                missing += 1
        if missing:
            yield GridRow((Cell(not_reached(missing, self.voice.words), Tone.SOFT),), None, part.depth)

    def _is_told(self, path: Path) -> bool:
        beside = (self.beside.findings, self.beside.notes, self.beside.queries, self.beside.proposals)
        return path in self.interview.answers.by_path or any(path in lying for lying in beside)

    def row(self, line: Line, depth: int) -> GridRow:
        said = "\n".join((*line.answer, *((line.matter,) if line.matter else ())))
        answer = self.interview.answers.get(line.path)
        return GridRow(
            (
                Cell(line.question, Tone.SOFT),
                Cell(said, Tone.SOFT if line.soft else Tone.PLAIN, self._said_how(answer)),
                self._english(line.path),
                self._beside(line.path),
            ),
            line.path,
            depth,
        )

    def _said_how(self, answer: Answer | None) -> str:
        """Who typed it, when, in which language; of a date, between which days it lies."""
        if answer is None:
            return ""
        words = self.voice.words
        told = [
            words.languages.get(answer.language, answer.language),
            answer.by or words.say("the applicant"),
        ]
        if answer.at is not None:
            told.append(day_and_time(answer.at.astimezone(), words))
        bounds = self._bounds(answer)
        return "\n".join((*bounds, " · ".join(it for it in told if it)))

    def _bounds(self, answer: Answer) -> Iterator[str]:
        """How exact it was told, and the days it is compared on: "about" leaves room on both sides."""
        told = date_of(answer.value) if answer.kind == "uncertain_date" and answer.value is not None else None
        if told is None:
            return
        words = self.voice.words
        yield ": ".join((say(told, words), precision(told, words)))
        yield words.say(
            "Not before {earliest}, not after {latest}",
            earliest=self._day(beginning(told)[0]),
            latest=self._day(ending(told)[1]),
        )

    def _day(self, ordinal: int) -> str:
        words = self.voice.words
        known = date.min.toordinal() <= ordinal <= date.max.toordinal()
        return day(date.fromordinal(ordinal), words) if known else words.say("any day")

    def _english(self, path: Path) -> Cell:
        text, made = own_text(self.interview, path), latest(self.record.translations, path)
        words = self.voice.words
        if made is None:
            wanted = is_passage(self.interview, path)
            return Cell(words.say("Not translated yet"), Tone.SOFT) if wanted else Cell("")
        shown = "\n".join(english or MISSING for english in aligned(made, text))
        by = words.say("Translated by {name}", name=made.translator or made.by)
        if is_whole(made, text):
            return Cell(shown, hint=by)
        return Cell(shown or MISSING, Tone.NOTE, "\n".join((words.say("Part of it is not translated."), by)))

    def _beside(self, path: Path) -> Cell:
        words, lines = self.voice.words, []
        if count := self.beside.findings.get(path):
            lines.append(words.say_many("{count} to look at", "{count} to look at", count))
        if count := self.beside.queries.get(path):
            lines.append(words.say_many("{count} question asked", "{count} questions asked", count))
        if count := self.beside.notes.get(path):
            lines.append(words.say_many("{count} note", "{count} notes", count))
        proposal = self.beside.proposals.get(path)
        if proposal is not None:
            lines.append(words.say("Proposed: {answer}", answer=self.proposed(proposal)))
        return Cell("\n".join(lines), Tone.STRONG)

    def proposed(self, proposal: Proposal) -> str:
        """What a reviewer proposes, in the reader's language."""
        asked = self.interview.form.questions[proposal.path.question]
        return "\n".join(self.voice.answer(asked, proposal.answer, self.interview))

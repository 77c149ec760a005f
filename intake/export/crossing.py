"""Where the parts of counsel's work product lead to each other: what stands on the same answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.answers import Path
from intake.export.plain import Text
from intake.record import Ground, Record
from intake.review.findings import Finding
from intake.review.grounds import GROUNDS
from intake.words import Words


def place_of_finding(number: int) -> str:
    """The name of the place where a finding is printed; findings, notes and queries are numbered from 1."""
    return f"finding/{number}"


def place_of_note(number: int) -> str:
    return f"note/{number}"


def place_of_query(number: int) -> str:
    return f"query/{number}"


def place_of_ground(ground: Ground) -> str:
    return f"ground/{ground.value}"


@dataclass(frozen=True, slots=True)
class Crossings:
    """The findings in the order they are printed in, and what people wrote beside the answers."""

    findings: Sequence[Finding]
    record: Record
    words: Words

    def on(self, path: Path | None) -> Iterator[Text]:
        """Lines that lead to the findings that stand on an answer."""
        for number, one in enumerate(self.findings, 1):
            if path in one.sources:
                yield self._finding(number)

    def made_from(self, key: str) -> Iterator[Text]:
        """A line that leads to the finding with this key, if it is still one."""
        for number, one in enumerate(self.findings, 1):
            if one.key == key:
                yield self._finding(number)

    def beside(self, one: Finding) -> Iterator[Text]:
        """Lines that lead from a finding to notes, questions and grounds."""
        for number, note in enumerate(self.record.notes, 1):
            if note.path in one.sources:
                yield Text(self.words.say("note {number}", number=number), to=place_of_note(number))
        for number, query in enumerate(self.record.queries, 1):
            if query.finding == one.key or query.path in one.sources:
                said = self.words.say("asked of the applicant, {number}", number=number)
                yield Text(said, to=place_of_query(number))
        marked = {mark.ground for mark in self.record.ground_marks if mark.path in one.sources}
        for ground, name in GROUNDS.items():
            if ground in marked:
                said = self.words.say("ground: {name}", name=self.words.say(name))
                yield Text(said, to=place_of_ground(ground))

    def _finding(self, number: int) -> Text:
        return Text(self.words.say("finding {number}", number=number), to=place_of_finding(number))

"""An interview as a reader sees it: texts of the pack in their language, with answers filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from intake.answers import Path, Stored
from intake.form.cleaning import shown_text
from intake.form.kinds.choosing import names_of
from intake.form.kinds.named import OTHER
from intake.form.kinds.registry import KINDS
from intake.form.kinds.when import date_of, own_words, undated
from intake.form.model import Question
from intake.form.texts import GAP, fill, names_in, pack_text, reader_of
from intake.interview import Interview
from intake.review.places import places
from intake.words import Words

OWN_WORDS = frozenset({"text", "long_text"})
"""Kinds whose values are a person's own words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer: the person's `own` words, a `remark` of the program about what was typed, or a
    value.
    """

    words: str
    own: bool = False
    remark: bool = False


@dataclass(frozen=True)
class Reading:
    """An interview with the words it is read in."""

    interview: Interview
    words: Words
    pack_words: Words

    def text(self, context: str, english: str, entry: str | None = None) -> str:
        """A text of the pack that stands in `entry`, filled."""
        text = pack_text(self.pack_words, context, english)
        answers = self.interview.texts_for(entry)
        return fill(text, answers, self.interview.form, self.words, self.pack_words)

    def label(self, path: Path) -> str:
        """What the question at this path asks."""
        question = self.interview.form.questions[path.question]
        return self.text(f"{question.name}:label", question.label, path.entry)

    def lines(self, path: Path) -> tuple[str, ...]:
        """The value at this path as a person reads it; nothing when there is none."""
        question, answer = self.interview.form.questions[path.question], self.interview.answers.get(path)
        if answer is None or answer.value is None:
            return ()
        reader = reader_of(self.interview.form, question, self.words, self.pack_words)
        return KINDS[question.kind].show(answer.value, reader)

    def marked_lines(self, path: Path) -> tuple[Line, ...]:
        """The same, with each line marked as the person's own words or not."""
        lines, answer = self.lines(path), self.interview.answers.get(path)
        if answer is None or answer.value is None:
            return ()
        kind = self.interview.form.questions[path.question].kind
        if kind == "uncertain_date":
            return tuple(self._lines_of_date(answer.value, lines))
        names = names_of(answer.value)
        if kind in OWN_WORDS or len(names) != len(lines):
            return tuple(Line(line, kind in OWN_WORDS) for line in lines)
        return tuple(Line(line, _is_own(name)) for name, line in zip(names, lines, strict=True))

    def _lines_of_date(self, value: Stored, lines: tuple[str, ...]) -> Iterator[Line]:
        """Words that are the same as the date reads are printed once, and are the person's all the same."""
        words = shown_text(own_words(value))
        remark = undated(value, self.words)
        for line in lines:
            yield Line(line, own=line == words or not (date_of(value) or remark), remark=line == remark)

    def holds_own_words(self, context: str, english: str, entry: str | None) -> bool:
        """Whether a text of the pack is filled with a person's own words where it stands in `entry`."""
        answers = self.interview.texts_for(entry)
        named = names_in(pack_text(self.pack_words, context, english))
        return any(self._is_own_in(name, answers[name].value) for name in named if name in answers)

    def _is_own_in(self, question: str, value: Stored | None) -> bool:
        asked = self.interview.form.questions[question]
        typed = asked.kind in OWN_WORDS and asked.calculation is None
        return value is not None and (typed or any(map(_is_own, names_of(value))))

    def entry_title(self, entry: str) -> str:
        """What an entry is called: by its answers, or by its place in the list while they say nothing."""
        title = self._title(entry)
        return title or self.words.say("Entry {number}", number=self.entry_number(entry).rpartition(".")[2])

    def numbered_title(self, entry: str) -> str:
        """The same with the number by which it can be cited: "2. Detained", "2.1. Hospital"."""
        title, number = self._title(entry), self.entry_number(entry)
        return f"{number}. {title}" if title else self.words.say("Entry {number}", number=number)

    def entry_number(self, entry: str) -> str:
        """The place of an entry in its list, after those of the entries it lies in: "2", "2.1"."""
        numbers = []
        for found in self.interview.answers.ancestors(entry):
            beside = self.interview.entries(found.repeat, found.parent)
            numbers.append(next((place for place, other in enumerate(beside, 1) if other == found.id), 0))
        return ".".join(str(number) for number in reversed(numbers))

    def _title(self, entry: str) -> str:
        """What its answers call an entry; empty while they say nothing."""
        repeat = self.interview.form.repeats[self.interview.answers.by_entry[entry].repeat]
        title = self.text(f"{repeat.name}:entry", repeat.entry, entry)
        unfilled = self.text(f"{repeat.name}:entry", repeat.entry)
        return "" if says_nothing(title) or title == unfilled else title

    def places(self, question: Question) -> Iterator[Path]:
        """Every path at which a question stands: one, or one in each entry of the repeats it lies in."""
        return places(self.interview, question)


def _is_own(name: str) -> bool:
    """Whether a chosen name is none of the list, but what the person said instead."""
    return name.startswith(OTHER) and bool(name.removeprefix(OTHER).strip())


def says_nothing(title: str) -> bool:
    """Whether a filled text is only gaps."""
    return not any(letter.isalnum() for letter in title.replace(GAP, ""))

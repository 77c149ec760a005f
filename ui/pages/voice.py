"""A questionnaire's texts for one reader: in their language, with what was answered filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from intake.answers import Answer, State, place_in_list
from intake.form.kinds.registry import KINDS
from intake.form.model import Form, Page, Question, Repeat, Section
from intake.form.texts import fill, names_in, pack_text, reader_of
from intake.interview import Interview, Problem
from intake.sentences import sentence
from intake.words import Words, mark
from ui.beside import in_both

Column: TypeAlias = Literal["label", "hint", "example", "why"]

STATES: Mapping[State, str] = {
    State.DONT_KNOW: mark("I don't know"),
    State.DONT_REMEMBER: mark("I don't remember"),
    State.PREFER_NOT_TO_SAY: mark("I'd rather not say"),
    State.TELL_IN_PERSON: mark("I'll tell a lawyer"),
    State.LATER: mark("Later"),
    State.NOT_APPLICABLE: mark("This does not apply to me"),
}
"""How each state is said by the person who chooses it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The program's words and the pack's, both in the reader's language; perhaps the pack's and the program's
    in a second one, to stand beside.
    """

    words: Words
    pack: Words
    second: Words | None = None
    second_words: Words | None = None

    def beside(self) -> "Voice | None":
        """The voice that says the second language's texts of the pack; None when there is one language."""
        return None if self.second is None else Voice(self.words, self.second)

    def say(self, message: str, /, **facts: object) -> str:
        return self.words.say(message, **facts)

    def say_both(self, message: str) -> str:
        """What a person can answer; in two languages both, unless they are the same."""
        return in_both(message, self.words, self.second_words)

    def question(self, asked: Question, column: Column, answers: Interview, entry: str | None) -> str:
        """One of a question's texts; `answers` fill it, as seen from inside `entry`."""
        return self._filled(f"{asked.name}:{column}", getattr(asked, column), answers, entry)

    def heading(
        self,
        part: Section | Page | Repeat,
        column: Literal["label", "hint"],
        answers: Interview,
        entry: str | None,
    ) -> str:
        """The label or hint of a section, page or repeat."""
        return self._filled(f"{part.name}:{column}", getattr(part, column), answers, entry)

    def of_section(self, section: Section, column: Literal["at_hand", "support"]) -> str:
        """What is good to have at hand for a section, or whom one can call, line by line."""
        return pack_text(self.pack, f"{section.name}:{column}", getattr(section, column))

    def add_button(self, repeat: Repeat) -> str:
        return pack_text(self.pack, f"{repeat.name}:add", repeat.add)

    def entry(self, repeat: Repeat, answers: Interview, entry: str) -> str:
        """What one entry of a repeat is called: by its answers, or by its place while they say nothing."""
        text = pack_text(self.pack, f"{repeat.name}:entry", repeat.entry)
        named, given = names_in(text), answers.texts_for(entry)
        if named and not any(name in given for name in named):
            return self.say("Entry {number}", number=place_in_list(answers.answers, entry))
        return self._filled(f"{repeat.name}:entry", repeat.entry, answers, entry)

    def answer(self, asked: Question, given: Answer, answers: Interview) -> tuple[str, ...]:
        """The lines of an answer: a value as its kind shows it, a state as the person chose it."""
        if given.value is None:
            return (self.say(STATES[given.state]),) if given.state is not None else ()
        return KINDS[asked.kind].show(given.value, reader_of(answers.form, asked, self.words, self.pack))

    def problem(self, problem: Problem, answers: Interview) -> str:
        """What there is to look at in an answer; a constraint may say it in the pack's own words."""
        asked = answers.form.questions[problem.path.question]
        if problem.code == "constraint" and asked.constraint_message:
            context = f"{asked.name}:constraint_message"
            return self._filled(context, asked.constraint_message, answers, problem.path.entry)
        return sentence(problem.code, self.words)

    def _filled(self, context: str, english: str, answers: Interview, entry: str | None) -> str:
        text = pack_text(self.pack, context, english)
        if "${" not in text:
            return text
        return fill(text, answers.texts_for(entry), answers.form, self.words, self.pack)


def page_of(form: Form, name: str) -> Page:
    """The page of this name; KeyError when there is none."""
    for section in form.sections:
        for page in section.pages():
            if page.name == name:
                return page
    raise KeyError(name)

"""Texts of a pack as a person reads them: in their language, with answers filled in for `${name}`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from intake.answers import Answer, Path
from intake.form.cleaning import runs_right_to_left
from intake.form.kinds import Reader
from intake.form.kinds.registry import KINDS
from intake.form.model import Form, Question
from intake.words import Words

GAP = "…"
"""What stands for an answer that is not there."""

NAMES = re.compile(r"\$\{\s*([^${}\s]+)\s*\}")
"""`${name}` in a text."""

_ISOLATE, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, eq=False)
class Nameable(Mapping[str, Answer]):
    """The answers that a text may name, by question; each is looked up when it is named.

    `around` gives the entry for each repeat that the text stands in, and None for what lies outside; `given`
    the answer that is asked for at a path.
    """

    questions: Mapping[str, Question]
    around: Mapping[str | None, str | None]
    given: Callable[[Path], Answer | None]

    def __getitem__(self, name: str) -> Answer:
        repeats = self.questions[name].repeats
        answer = self.given(Path(name, self.around[repeats[-1] if repeats else None]))
        if answer is None:
            raise KeyError(name)
        return answer

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.questions if self.get(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def pack_text(pack_words: Words, context: str, english: str) -> str:
    """The text of a pack in the language of `pack_words`; `context` is `question:column`.

    An empty text stays empty.
    """
    return pack_words.say_in(context, english) if english else ""


def reader_of(form: Form, question: Question, words: Words, pack_words: Words) -> Reader:
    """What a kind needs to show this question's value."""
    found = form.choice_lists.get(question.choice_list)
    choices = {choice.name: choice for choice in found.choices} if found else {}
    return Reader(words, pack_words, choices, question.choice_list)


def names_in(text: str) -> frozenset[str]:
    """The questions that a text names."""
    return frozenset(NAMES.findall(text))


def fill(text: str, answers: Mapping[str, Answer], form: Form, words: Words, pack_words: Words) -> str:
    """The text with each `${name}` replaced by that answer as the reader sees it, "…" when there is no value.

    `answers` are those that may be named where the text stands (`Interview.texts_for`). Whatever an answer
    holds is taken as plain words: it is never filled a second time. An answer in a script of the other
    direction is isolated (U+2068, U+2069), so that it cannot disturb the sentence around it.
    """

    def shown(found: re.Match[str]) -> str:
        question, answer = form.questions.get(found[1]), answers.get(found[1])
        if question is None or answer is None or answer.value is None:
            return GAP
        brief = KINDS[question.kind].brief(answer.value, reader_of(form, question, words, pack_words)).strip()
        return _isolated(brief, text) if brief else GAP

    return NAMES.sub(shown, text) if "${" in text else text


def _isolated(words: str, sentence: str) -> str:
    if runs_right_to_left(words) or runs_right_to_left(sentence):
        return f"{_ISOLATE}{words}{_POP}"
    return words

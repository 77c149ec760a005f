"""The words of answers as people see them, for search: those of a whole case, and what one step changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake.answers import Path
from intake.changes import AnswerSet
from intake.form.kinds.registry import KINDS
from intake.form.texts import reader_of
from intake.interview import Delta, Interview
from intake.searching import Passage
from intake.words import SOURCE_LANGUAGE, Words


@dataclass(frozen=True, slots=True)
class Tongues:
    """The catalogues of a pack, and the language of the case: choices are found in it and in English."""

    pack: Mapping[str, Words]
    language: str

    def words(self) -> Iterator[Words]:
        for language in dict.fromkeys((self.language, SOURCE_LANGUAGE)):
            if language in self.pack:
                yield self.pack[language]


def all_passages(interview: Interview, tongues: Tongues) -> tuple[Passage, ...]:
    """The passages of a whole case: what is asked now and answered with a value."""
    found = (passage_of(interview, path, tongues) for path in interview.answers.by_path)
    return tuple(passage for passage in found if passage.text)


def passages_after(interview: Interview, delta: Delta, tongues: Tongues) -> tuple[Passage, ...]:
    """What one step changed among the passages; what it hid has no words any more."""
    changed = {change.path for change in delta.changes if isinstance(change, AnswerSet)}
    moved = (delta.shown | delta.hidden) & interview.answers.by_path.keys()
    return tuple(passage_of(interview, path, tongues) for path in sorted(changed | moved, key=str))


def passage_of(interview: Interview, path: Path, tongues: Tongues) -> Passage:
    """The words of one answer, each line once."""
    answer = interview.answers.get(path)
    if answer is None or answer.value is None or not interview.is_asked(path):
        return Passage(path, "")
    form = interview.form
    question = form.questions[path.question]
    lines: dict[str, None] = {}
    for words in tongues.words():
        reader = reader_of(form, question, Words.read(words.language, None), words)
        lines |= dict.fromkeys(KINDS[question.kind].show(answer.value, reader))
    return Passage(path, "\n".join(lines))

"""What is another here and in a package: each answer said on both sides, in the reader's language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.answers import Answer, Path
from intake.delivery.receiving import CameDraft
from intake.delivery.telling import in_order, interviews, seen_in
from intake.export.handover.merging import Difference, Side
from intake.interview import Interview
from intake.words import Words
from ui.pages.voice import Voice


@dataclass(frozen=True, slots=True)
class Differing:
    """An answer as it stands here and as it came; empty where there is none. `side`: which one stands, where
    only one side changed it; None for a person to decide.
    """

    path: Path
    asked: str
    here: str
    came: str
    side: Side | None


@dataclass(frozen=True, slots=True)
class Told:
    """All that differs, in the form's order, and the entries that were removed on the other side."""

    answers: Sequence[Differing]
    gone: Sequence[str]

    @property
    def conflicts(self) -> tuple[Differing, ...]:
        return tuple(it for it in self.answers if it.side is None)


def told(came: CameDraft, words: Words, now: datetime) -> Told:
    """What differs, in these words."""
    ours, theirs = interviews(came, now)
    voice = Voice(words, came.pack.words_in(words.language))
    answers = [_differing(it, voice, ours, theirs) for it in in_order(came, ours, theirs)]
    gone = [_entry(it.id, voice, ours) for it in came.comparison.gone]
    return Told(answers, gone)


def _differing(it: Difference, voice: Voice, ours: Interview, theirs: Interview) -> Differing:
    return Differing(
        it.path,
        _asked(it.path, voice, seen_in(it.path, ours, theirs)),
        _said(it.ours, it.path, voice, ours),
        _said(it.theirs, it.path, voice, theirs),
        None if it.is_conflict else it.changed_by,
    )


def _asked(path: Path, voice: Voice, interview: Interview) -> str:
    """What was asked, and in which entries; a question that the form does not know, by its name."""
    question = interview.form.questions.get(path.question)
    if question is None:
        return path.question
    around = reversed([*interview.answers.ancestors(path.entry)])
    entries = (_entry(it.id, voice, interview) for it in around)
    return " › ".join((*entries, voice.question(question, "label", interview, path.entry)))


def _entry(entry: str, voice: Voice, interview: Interview) -> str:
    repeat = interview.form.repeats[interview.answers.by_entry[entry].repeat]
    return voice.entry(repeat, interview, entry)


def _said(answer: Answer | None, path: Path, voice: Voice, interview: Interview) -> str:
    return "\n".join(_lines(answer, path, voice, interview))


def _lines(answer: Answer | None, path: Path, voice: Voice, interview: Interview) -> Iterator[str]:
    question = interview.form.questions.get(path.question)
    if answer is None:
        return
    if question is None:
        yield str(answer.value)
    else:
        yield from voice.answer(question, answer, interview)

"""At which paths the answers to a question stand, seen from anywhere in an interview."""

from collections.abc import Iterator

from intake.answers import Path
from intake.form.model import Question
from intake.interview import Interview


def places(interview: Interview, question: Question) -> Iterator[Path]:
    """Every path at which a question stands: one, or one in each entry of the repeats it lies in."""
    entries: list[str | None] = [None]
    for repeat in question.repeats:
        entries = [e for parent in entries for e in interview.entries(repeat, parent)]
    return (Path(question.name, entry) for entry in entries)


def seen_from(interview: Interview, question: Question, entry: str | None) -> Iterator[Path]:
    """The paths that `${question}` means where it is asked from inside `entry`: the answer of that entry or
    of one around it, else all there are.
    """
    if question.repeats:
        for around in interview.answers.ancestors(entry):
            if around.repeat == question.repeats[-1]:
                yield Path(question.name, around.id)
                return
    yield from places(interview, question)


def asked_in(interview: Interview, section: str) -> Iterator[Path]:
    """Every path of a section that is asked now, in the order of its pages."""
    for spot in interview.spots(section):
        yield from interview.paths(spot)

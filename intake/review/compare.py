"""What is another between two states of a case: what was added, changed, withdrawn, in the form's order."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from intake.answers import Answer, Path
from intake.interview import Interview
from intake.review.places import asked_in


class Kind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that differs. `before` and `after` are what was there, None where nothing was.

    Shown forms come from a `Reading` of the interview that holds the answer. `section` is where it is asked.
    """

    kind: Kind
    path: Path
    section: str
    before: Answer | None
    after: Answer | None


def compare(before: Interview, after: Interview) -> tuple[Difference, ...]:
    """Every difference between what was asked and answered then and now.

    Who typed it, when and in which language makes none; an answer that is hidden now is withdrawn. What only
    the earlier form asks comes last.
    """
    names = dict.fromkeys(it.name for form in (after.form, before.form) for it in form.sections)
    return tuple(found for name in names for found in _in_section(name, before, after))


def _in_section(name: str, before: Interview, after: Interview) -> Iterator[Difference]:
    then, now = _told(before, name), _told(after, name)
    for path in _merged([*then], [*now]):
        old, new = then.get(path), now.get(path)
        if old is None and new is not None:
            yield Difference(Kind.ADDED, path, name, None, new)
        elif old is not None and new is None:
            yield Difference(Kind.WITHDRAWN, path, name, old, None)
        elif old is not None and new is not None and _says(old) != _says(new):
            yield Difference(Kind.CHANGED, path, name, old, new)


def _told(interview: Interview, section: str) -> dict[Path, Answer]:
    """The answers of a section that are asked for, in the order of its pages."""
    if all(it.name != section for it in interview.form.sections):
        return {}
    found = ((path, interview.answers.get(path)) for path in asked_in(interview, section))
    return {path: answer for path, answer in found if answer is not None}


def _merged(then: list[Path], now: list[Path]) -> Iterator[Path]:
    """All paths in the order of now; what is gone stands after what it stood after."""
    following: dict[Path | None, list[Path]] = {}
    anchor: Path | None = None
    there = set(now)
    for path in then:
        if path in there:
            anchor = path
        else:
            following.setdefault(anchor, []).append(path)
    yield from following.get(None, ())
    for path in now:
        yield path
        yield from following.get(path, ())


def _says(answer: Answer) -> tuple[object, object]:
    return answer.value, answer.state

"""Digests of what was answered: the same as long as nobody answers otherwise, whoever typed it and when."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from intake.answers import Answers, Path
from intake.interview import Interview
from intake.review.places import asked_in


def digest_of(interview: Interview, paths: Iterable[Path]) -> str:
    """SHA-256 (hex) over the answers at these paths, in this order; hidden ones count as none."""
    return _digest((path for path in paths if interview.is_asked(path)), interview.answers)


def section_digest(interview: Interview, section: str) -> str:
    """That of all that is answered in a section now: what is read back to a person, as it stands."""
    return digest_of(interview, (path for path in asked_in(interview, section) if _told(interview, path)))


def case_digest(interview: Interview) -> str:
    """That of all that is answered now, section by section."""
    digest = hashlib.sha256()
    for section in interview.form.sections:
        digest.update(section_digest(interview, section.name).encode())
    return digest.hexdigest()


def _told(interview: Interview, path: Path) -> bool:
    return interview.answers.get(path) is not None


def _digest(paths: Iterable[Path], answers: Answers) -> str:
    digest = hashlib.sha256()
    for path in paths:
        answer = answers.get(path)
        told = (*path, answer.value, answer.state) if answer else path
        digest.update(json.dumps(told, default=_as_table, sort_keys=True).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _as_table(value: object) -> object:
    """A mapping that is no dict, which JSON does not know."""
    if not isinstance(value, Mapping):
        raise TypeError
    return dict(value)

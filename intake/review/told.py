"""What structured answers say, as far as they are asked for now."""

from intake.answers import Path, Stored
from intake.dates import UncertainDate
from intake.form.kinds.when import date_of
from intake.interview import Interview


def value_at(interview: Interview, path: Path) -> Stored | None:
    """The value at a path; None where it is hidden, open, or a state."""
    answer = interview.answers.get(path) if interview.is_asked(path) else None
    return answer.value if answer is not None else None


def date_at(interview: Interview, path: Path) -> UncertainDate | None:
    """The date at a path; None also while it is only words."""
    value = value_at(interview, path)
    return date_of(value) if value is not None else None


def choice_at(interview: Interview, path: Path) -> str:
    """The name that was chosen at a path, of a list or a country; empty where there is none."""
    value = value_at(interview, path)
    return value if isinstance(value, str) else ""

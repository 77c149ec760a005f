"""The entries of a list in the order of time, as far as their dates tell one."""

from collections.abc import Sequence

from intake.answers import Path
from intake.dates import UncertainDate, chronological
from intake.form.kinds.when import date_of
from intake.form.model import Form, Page
from intake.interview import Interview


def dated_by(form: Form, repeat: str) -> str:
    """The question by whose date entries of a repeat are ordered, the first of its own; empty for none."""
    pages = (item for item in form.repeats[repeat].items if isinstance(item, Page))
    return next((q.name for page in pages for q in page.questions if q.kind == "uncertain_date"), "")


def in_time(interview: Interview, repeat: str, entries: Sequence[str]) -> tuple[str, ...]:
    """These entries by the dates that order them. Those without a date come last, and what no date tells
    apart stays in the order it had.
    """
    asked = dated_by(interview.form, repeat)
    dates = {entry: _date(interview, Path(asked, entry)) for entry in entries} if asked else {}
    known = [(entry, date) for entry, date in dates.items() if date is not None]
    ordered = sorted(known, key=lambda pair: chronological(pair[1]))
    first = [entry for entry, _ in ordered]
    return (*first, *(entry for entry in entries if entry not in first))


def _date(interview: Interview, path: Path) -> UncertainDate | None:
    answer = interview.answers.get(path)
    if answer is None or answer.value is None or not interview.is_asked(path):
        return None
    return date_of(answer.value)

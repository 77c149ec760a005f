"""Looking for findings: every check of a pack over the answers of one case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from intake.answers import Path
from intake.form.model import Repeat
from intake.form.packdata import Check
from intake.interview import Interview
from intake.review.digests import digest_of
from intake.review.findings.finding import Finding
from intake.review.findings.named import look
from intake.review.places import seen_from
from intake.review.told import date_at


def findings(interview: Interview, today: date) -> tuple[Finding, ...]:
    """What the checks of the pack find: what is certain, then what is possible, what is faint last; each in
    the order of the checks, and within a check in that of the entries.
    """
    every = (found for check in interview.form.data.checks for found in _found(check, interview, today))
    weighed = (replace(found, faint=_is_faint(found, interview)) for found in every)
    return tuple(sorted(weighed, key=lambda found: (not found.certain, found.faint)))


def _is_faint(found: Finding, interview: Interview) -> bool:
    """Whether it is only possible, of dates that are all told as the same stretch of more than a day."""
    told = [when for path in found.sources if (when := date_at(interview, path))]
    same = {when.edtf for when in told}
    return not found.certain and len(told) > 1 and len(same) == 1 and told[0].parts.first.day is None


def _found(check: Check, interview: Interview, today: date) -> Iterator[Finding]:
    if check.named:
        for found in look(check.named, interview, check.sources, today):
            key = "/".join((check.name, *found.entries))
            digest = digest_of(interview, found.sources)
            yield Finding(key, check, found.certain, found.sources, digest)
        return
    for entry in _askers(check, interview):
        certain = check.when is not None and interview.holds(check.when, entry)
        if certain or (check.perhaps is not None and interview.holds(check.perhaps, entry)):
            sources = tuple(_sources(check, interview, entry))
            key = f"{check.name}/{entry}" if entry else check.name
            yield Finding(key, check, certain, sources, digest_of(interview, sources), entry)


def _askers(check: Check, interview: Interview) -> Iterable[str | None]:
    """The entries that an expression is asked in; None alone where it is asked outside repeats."""
    if not check.each:
        return (None,)
    return _entries(interview.form.repeats[check.each], interview)


def _entries(repeat: Repeat, interview: Interview) -> list[str | None]:
    entries: list[str | None] = [None]
    for name in (*repeat.repeats, repeat.name):
        entries = [inner for parent in entries for inner in interview.entries(name, parent)]
    return entries


def _sources(check: Check, interview: Interview, entry: str | None) -> Iterator[Path]:
    for name in check.sources:
        yield from seen_from(interview, interview.form.questions[name], entry)

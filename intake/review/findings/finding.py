"""A finding: a question for counsel that several answers raise together, and what people have said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake.answers import Path
from intake.form.packdata import Check
from intake.record import FindingState, FindingWord
from intake.review.reading import Reading
from intake.words import Words, mark

STATES: Mapping[FindingState, str] = {
    FindingState.OPEN: mark("To look at"),
    FindingState.ASKED: mark("Asked the applicant"),
    FindingState.EXPLAINED: mark("Explained by the applicant"),
    FindingState.DISMISSED: mark("Set aside"),
}
"""What the states of a finding are called."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check finds.

    `key` stays the same while the answers change: the check and the entries it looks at. `certain` is False
    where uncertain dates only do not rule it out. `sources` are the answers it stands on, in the check's
    order; `entry` is the one whose answers fill its text. `digest` changes when any of these answers does.
    It is `faint` where nothing raises it but that its dates were told as the same month, season or year.
    """

    key: str
    check: Check
    certain: bool
    sources: tuple[Path, ...]
    digest: str
    entry: str | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class FindingStanding:
    """Where a finding stands. `word` is the last that was said of it, kept when it is `reopened`: answers
    have changed since.
    """

    state: FindingState = FindingState.OPEN
    word: FindingWord | None = None
    reopened: bool = False


def question(finding: Finding, reading: Reading) -> str:
    """What it asks counsel in the reader's language, answers filled in, and that it is not certain."""
    asked = reading.text(*_text(finding))
    if finding.certain:
        return asked
    return reading.words.say("Possible, as far as the dates were told: {question}", question=asked)


def quotes(finding: Finding, reading: Reading) -> bool:
    """Whether words of the person stand in what it asks."""
    return reading.holds_own_words(*_text(finding))


def _text(finding: Finding) -> tuple[str, str, str | None]:
    return f"checks/{finding.check.name}:finding", finding.check.finding, finding.entry


def standing(finding: Finding, words: Iterable[FindingWord]) -> FindingStanding:
    """Where it stands by what people said, in the order of `Record.finding_words`."""
    last = None
    for word in words:
        if word.key == finding.key:
            last = word
    if last is None:
        return FindingStanding()
    if last.digest != finding.digest and last.state is not FindingState.OPEN:
        return FindingStanding(FindingState.OPEN, last, reopened=True)
    return FindingStanding(last.state, last)


def told_apart(
    found: Iterable[Finding], words: Iterable[FindingWord]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Those to list, and the faint ones of which nobody has said anything: they are counted in one line."""
    every, spoken = tuple(found), {word.key for word in words}
    faint = tuple(one for one in every if one.faint and one.key not in spoken)
    return tuple(one for one in every if one not in faint), faint


def not_listed(count: int, words: Words) -> str:
    """The line that counts the faint ones."""
    return words.say_many(
        "{count} more question is possible only because its dates were told as the same month, season or"
        " year. It is not listed.",
        "{count} more questions are possible only because their dates were told as the same month, season or"
        " year. They are not listed.",
        count,
    )

"""Days to keep, counted cautiously from what was told: an uncertain date counts from the earliest day it can
mean, and whatever falls on a weekend or a federal holiday moves back, never forward.

Nothing here says that a day was missed, or what follows from it: it shows dates, where they come from, and by
which rule as read on which day. Counsel confirms.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from intake.answers import Path
from intake.dates import Certainty
from intake.form.packdata import Rule, Term
from intake.interview import Interview
from intake.moments import day
from intake.review.counting import Counted, counted
from intake.review.reading import Reading
from intake.words import Words, mark

_AMOUNT = re.compile(r"[0-9]{1,7}(?:\.[0-9]{2})? [A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep.

    `due` is the cautious day, `latest` the last one that the same count can give (None: not bounded); both
    are None where the date it counts from was not told. `unmoved` is `due` before it moved back from a
    weekend or holiday. Of several arrivals, `plausible` are those that may count; of one matter, `governs` is
    true of the earliest plausible day. `kept` says whether what is due was done by then, None while it was
    not told that it was done. `opens` is true of a day from which something may be done.
    """

    term: Term
    due: date | None
    latest: date | None
    unmoved: date | None
    basis: tuple[Path, ...]
    rules: tuple[Rule, ...]
    entry: str | None = None
    plausible: bool = True
    governs: bool = True
    kept: Certainty | None = None
    opens: bool = False

    @property
    def moved(self) -> bool:
        """Whether it was moved back from a weekend or a holiday."""
        return self.due != self.unmoved

    @property
    def amounts(self) -> tuple[str, ...]:
        """What is to be paid, as its rules say it: `100 USD`."""
        return tuple(text for rule in self.rules for text in rule.value if _AMOUNT.fullmatch(text))

    @property
    def uncertain(self) -> bool:
        """Whether the same count can give a later day too."""
        return self.due != self.latest

    def is_ahead(self, today: date) -> bool:
        """Whether it calls for a day that is not over for certain; not when it is done, or does not count."""
        if self.due is None or not self.plausible or self.kept is Certainty.YES:
            return False
        return self.latest is None or self.latest >= today

    def ahead(self, today: date) -> date | None:
        """The day to name for it, seen from today: `due`, or the last it can be where that is past; never a
        day between, which nobody told. None when it is not ahead.
        """
        if not self.is_ahead(today):
            return None
        return self.latest if self.latest and self.due and self.due < today else self.due

    def outdated_since(self, today: date) -> date | None:
        """The last day on which all its rules were fresh, if that is over: it may be out of date since."""
        last = min((rule.fresh_until for rule in self.rules), default=today)
        return last if last < today else None


KEPT = {Certainty.YES: mark("Done by then, as told"), Certainty.MAYBE: mark("Perhaps done by then")}
"""What is said of a day that was kept. That one was not, nobody says."""


def by(deadline: Deadline, words: Words) -> str:
    """The day it is due, from which it may be done, or what is to be paid, in the reader's language."""
    if deadline.amounts:
        return ", ".join(deadline.amounts)
    if deadline.due is None:
        return words.say("Not known: the date it counts from was not told")
    said = day(deadline.due, words)
    if deadline.uncertain:
        return words.say("at the earliest {day}", day=said)
    return words.say("from {day} on", day=said) if deadline.opens else said


def seen_from(deadline: Deadline, today: date, words: Words) -> str:
    """When it is, seen from today, for one that is ahead: how far off its day is; where nobody knows whether
    that is over, the last day it can be.
    """
    due, latest = deadline.due, deadline.latest
    if due is not None and due >= today:
        days = words.say_many("{count} day", "{count} days", (due - today).days)
        return words.say("{day}, in {days}", day=by(deadline, words), days=days)
    if latest is None:
        return words.say("some day, no last one was told; it may be over")
    return words.say("some day until {day}; it may be over", day=day(latest, words))


def deadlines(interview: Interview) -> tuple[Deadline, ...]:
    """Every day to keep that the pack's terms give, by day, those without one last."""
    rules = {rule.rule: rule for rule in interview.form.data.rules}
    found = [
        _deadline(term, one, tuple(rules[name] for name in term.rules))
        for term in interview.form.data.terms
        for one in counted(interview, term, rules)
    ]
    found.sort(key=lambda deadline: deadline.due or date.max)
    return tuple(_governing(found))


def next_deadline(found: Iterable[Deadline], today: date) -> Deadline | None:
    """The next day to keep, seen from today; days from which something may be done are not kept."""
    ahead = ((one.ahead(today), one) for one in found if not one.opens)
    first = min(((day, one) for day, one in ahead if day), default=None, key=lambda pair: pair[0])
    return first[1] if first else None


def title(deadline: Deadline, reading: Reading) -> str:
    """What is due, in the reader's language, with answers filled in."""
    term = deadline.term
    return reading.text(f"terms/{term.name}:title", term.title, deadline.entry)


def what_changes_it(deadline: Deadline, reading: Reading) -> str:
    """What would move it, in the reader's language."""
    term = deadline.term
    return reading.text(f"terms/{term.name}:changes", term.changes)


def neutral_title(deadline: Deadline, reading: Reading) -> str:
    """What a calendar may call it where others look on: no name, and nothing of what it is about."""
    term = deadline.term
    return reading.text(f"terms/{term.name}:neutral", term.neutral)


def _deadline(term: Term, one: Counted, rules: tuple[Rule, ...]) -> Deadline:
    return Deadline(
        term=term,
        due=one.due,
        latest=one.latest,
        unmoved=one.unmoved,
        basis=one.basis,
        rules=rules,
        entry=one.entry,
        plausible=one.plausible,
        kept=one.kept,
        opens=one.opens,
    )


def _governing(found: list[Deadline]) -> Iterator[Deadline]:
    """Each, marked as governing or not; they come by day."""
    led: set[str] = set()
    for one in found:
        matter = one.term.matter
        leads = one.plausible and one.due is not None and matter not in led
        if matter and leads:
            led.add(matter)
        yield replace(one, governs=leads or not matter)

"""What a pack says beside its questions, as frozen values: where answers go on the official form, rules of
law with their dates, days to keep, and checks of answers against each other.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from intake.form.expressions import Expression

NOT_ASKED = ("signature", "office use", "read-only")
"""The only reasons for which an item of the official form may have no question."""

LENGTH = re.compile(r"(-?)P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,5})D)?")
"""A length of time in years and days (ISO 8601): its sign, years, days."""

NAMED_CHECKS: Mapping[str, tuple[str, ...]] = {
    "gaps": ("uncertain_date", "uncertain_date"),
    "overlaps": ("uncertain_date", "uncertain_date"),
    "same_time": ("uncertain_date", "uncertain_date", "uncertain_date", "uncertain_date"),
    "some_before": ("uncertain_date", "uncertain_date"),
    "elsewhere": ("uncertain_date", "country", "uncertain_date", "uncertain_date", "country"),
    "after_a_year": ("uncertain_date", "uncertain_date", "yes_no"),
}
"""Checks that no expression can say, with the kinds of the questions they take as sources, in this order.

`gaps`: more than a month between the stretches from the first to the second date, told in entries of one
repeat, that reaches into the last five years. `overlaps`: two of these stretches have more than a month in
common. `same_time`: a stretch of the first two and one of the last two have more than a month in common.
`some_before`: an answer to the first is before an answer to the second. `elsewhere`: something was at a date
in a country, while a home from a date until a date was in another country, and none was in that one.
`after_a_year`: the second date, or today when there is none, is more than a year after the last of the first,
and the third says no. Each finds something for certain, or perhaps, as far as uncertain dates tell.
"""

CLOCKS: Mapping[str, tuple[str, ...]] = {
    "told": ("uncertain_date",),
    "until_done": ("uncertain_date", "yes_no"),
    "due": ("uncertain_date", "uncertain_date"),
    "anniversary": ("uncertain_date", "uncertain_date", "uncertain_date", "yes_no"),
    "opens": ("uncertain_date",),
    "fee_before": ("uncertain_date",),
    "fee_after": ("uncertain_date",),
}
"""How days are counted, with the kinds of the questions that a clock takes as sources, in this order.

`told`: the day that was told. `until_done`: the same, over once the second says yes. `due`: something is to
be received by the first day; the second says when it was. `anniversary`: the same, counted from each of the
first by the lengths of the rules; the third and fourth say when the person left again, and whether they were
allowed to come back, and the last length is that of a short absence. `opens`: from so long after the day
something may be done. `fee_before`, `fee_after`: what is to be paid before, or once, the day is told.
"""

LENGTHS: Mapping[str, int] = {"anniversary": 2, "opens": 1}
"""How many lengths of time the rules of a clock must set."""


@dataclass(frozen=True, slots=True)
class I589Item:
    """One item of Form I-589 and the questions that answer it, or why it is not asked.

    `title` is what the form calls it, in English. A `story` has a box to tell in; every other item needs more
    than a long text.
    """

    item: str
    title: str
    answers: tuple[str, ...] = ()
    not_asked: str = ""
    story: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law as somebody read it on a day.

    `value` is a length of time (ISO 8601: `P1Y`), an amount (`100 USD`), a day, or names; `stale_after` is in
    days. `confirm` says who has to confirm it before it is relied on.
    """

    rule: str
    title: str
    version: str
    value: tuple[str, ...]
    source: str
    checked_on: date
    stale_after: int
    confirm: str

    @property
    def length(self) -> str:
        """The length of time that it sets; empty when it sets something else."""
        return self.value[0] if len(self.value) == 1 and LENGTH.fullmatch(self.value[0]) else ""

    @property
    def fresh_until(self) -> date:
        """The last day on which it is shown without a warning."""
        return self.checked_on + timedelta(days=self.stale_after)

    def is_stale(self, today: date) -> bool:
        """Whether it was looked up too long ago to be shown without a warning."""
        return today > self.fresh_until


@dataclass(frozen=True, slots=True)
class Check:
    """A look at several answers together, and the question it puts to counsel.

    It finds something when `when` holds, in each entry of the repeat `each` or once when there is none; or
    when the check called `named` finds something. `sources` are the questions whose answers it compares.
    """

    name: str
    finding: str
    sources: tuple[str, ...]
    each: str = ""
    when: Expression | None = None
    perhaps: Expression | None = None
    named: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A day to keep, and how it is counted.

    `clock` is one of CLOCKS, over the answers to `sources`, by the `rules` named; those of one `matter` stand
    side by side, and the earliest governs. `changes` says what would move it. `neutral` is what a calendar
    calls it, which others may see.
    """

    name: str
    title: str
    neutral: str
    changes: str
    clock: str
    sources: tuple[str, ...]
    rules: tuple[str, ...] = ()
    matter: str = ""


@dataclass(frozen=True, slots=True)
class PackData:
    """All of it. `edition` is that of the official form, as printed on it."""

    edition: str = ""
    items: tuple[I589Item, ...] = ()
    rules: tuple[Rule, ...] = ()
    checks: tuple[Check, ...] = ()
    terms: tuple[Term, ...] = ()


NO_DATA = PackData()
"""What a pack without such files says."""

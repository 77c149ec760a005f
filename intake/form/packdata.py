"""What a pack says beside its questions, as frozen values: where answers go on the official form, rules of
law with their dates, and checks of answers against each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from intake.form.expressions import Expression

NOT_ASKED = ("signature", "office use", "read-only")
"""The only reasons for which an item of the official form may have no question."""

NAMED_CHECKS: Mapping[str, tuple[str, ...]] = {
    "gaps": ("uncertain_date", "uncertain_date"),
    "overlaps": ("uncertain_date", "uncertain_date"),
    "some_before": ("uncertain_date", "uncertain_date"),
    "elsewhere": ("uncertain_date", "country", "uncertain_date", "uncertain_date", "country"),
    "after_a_year": ("uncertain_date", "uncertain_date", "yes_no"),
}
"""Checks that no expression can say, with the kinds of the questions they take as sources, in this order.

`gaps`: more than a month between the stretches from the first to the second date, told in entries of one
repeat. `overlaps`: two of these stretches certainly have more than a month in common. `some_before`: an
answer to the first is certainly before an answer to the second. `elsewhere`: something was at a date in a
country, while a home from a date until a date was in another country. `after_a_year`: the second date, or
today when there is none, is perhaps more than a year after the last of the first, and the third says no.
"""


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

    def is_stale(self, today: date) -> bool:
        """Whether it was looked up too long ago to be shown without a warning."""
        return today > self.checked_on + timedelta(days=self.stale_after)


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
    named: str = ""


@dataclass(frozen=True, slots=True)
class PackData:
    """All of it. `edition` is that of the official form, as printed on it."""

    edition: str = ""
    items: tuple[I589Item, ...] = ()
    rules: tuple[Rule, ...] = ()
    checks: tuple[Check, ...] = ()


NO_DATA = PackData()
"""What a pack without such files says."""

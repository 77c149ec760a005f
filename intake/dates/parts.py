"""Between an editor's fields and an uncertain date, both ways."""

from intake.dates.point import Reason
from intake.dates.value import GREGORIAN, Parts, UncertainDate
from intake.errors import DateError

SHORTEST_YEAR = 1000
"""A lived date has four digits of year; 22 may be 1922, 2022 or year 22, and we do not guess."""
_MOST_DIGITS = 9


def compose(parts: Parts, words: str = "", calendar: str = GREGORIAN) -> UncertainDate:
    """The date that filled fields make. DateError with a `reason` when they make none or a year is short."""
    for point in (parts.first, parts.second):
        if point and point.year and 0 < point.year < SHORTEST_YEAR:
            raise DateError(reason=Reason.YEAR_SHORT)
    return UncertainDate(parts, words, calendar)


def decompose(when: UncertainDate) -> Parts:
    """What the fields show of a date; `compose` makes the same date of it again."""
    return when.parts


def read_number(typed: str) -> int | None:
    """The number typed into a field, in the digits of any script; None for an empty field.

    DateError (`not_a_number`) for anything else.
    """
    digits = typed.strip()
    if not digits:
        return None
    if len(digits) > _MOST_DIGITS or not digits.isdecimal():
        raise DateError(reason=Reason.NOT_A_NUMBER)
    return int(digits)

"""Questions answered with a number. What is no number is kept as typed and becomes a problem to look at."""

import math
import re
from dataclasses import dataclass

from intake.answers import Stored
from intake.form.kinds.texts import OneLine

MOST_DIGITS = 30
"""Longer runs of digits are no count and no sum of money; they are kept as text."""

_SPACES = re.compile(r"[\s'’]")
_NUMBER = re.compile(r"-?(\d+([.,٫]\d*)?|[.,٫]\d+)")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2},\d{3}")


def read_integer(typed: str) -> int | None:
    """A whole number as people type it, in the digits of any script and with spaces between thousands; None
    when it is none.
    """
    bare = _SPACES.sub("", typed)
    digits = bare.removeprefix("-").removeprefix("−")
    if not digits.isdecimal() or len(digits) > MOST_DIGITS:
        return None
    return -int(digits) if len(digits) < len(bare) else int(digits)


def read_decimal(typed: str) -> float | None:
    """A number with a decimal point or a decimal comma; None when it is none.

    A comma before three digits is not guessed at.
    """
    bare = _SPACES.sub("", typed).replace("−", "-")
    if len(bare) > MOST_DIGITS or not _NUMBER.fullmatch(bare) or _THOUSANDS.fullmatch(bare):
        return None
    return float(bare.replace(",", ".").replace("٫", "."))


@dataclass(frozen=True, slots=True)
class NumberKind(OneLine):
    """Stored: an int (or a float, when not `whole`), else the text as typed.

    Typed: see `read_integer`, `read_decimal`. Shown: the number.
    """

    name: str
    whole: bool

    def check(self, value: Stored) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "not_a_number"
        if isinstance(value, float) and not math.isfinite(value):
            return "not_a_number"
        return "not_a_whole_number" if self.whole and not float(value).is_integer() else None

    def from_text(self, text: str) -> Stored:
        number = read_decimal(text)
        if number is None:
            return text
        return int(number) if number.is_integer() else number

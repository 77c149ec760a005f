"""The scale of a `range` question, from its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from intake.answers import Stored

MOST_STEPS = 10_000
"""More cannot be told apart on a slider, nor by a person."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `start` to `end`, each a `step` above the one before; decimals, so that 0.1 is a tenth."""

    start: Decimal
    end: Decimal
    step: Decimal

    @property
    def steps(self) -> int:
        """The steps from the first number to the last."""
        return int((self.end - self.start) / self.step)

    def at(self, place: int) -> int | float:
        """The number so many steps above the first."""
        number = self.start + place * self.step
        return int(number) if number == int(number) else float(number)

    def place_of(self, value: Stored) -> int | None:
        """How many steps a number is above the first; None when it is not on the scale."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        steps = (Decimal(str(value)) - self.start) / self.step
        if not steps.is_finite() or not 0 <= steps <= self.steps or steps != int(steps):
            return None
        return int(steps)


def scale_of(parameters: Mapping[str, str]) -> Scale | None:
    """The scale that `start`, `end` and `step` describe; 1, 10 and 1 where they are not said, as in XLSForm.

    None when they are no numbers, lead nowhere, or make more than MOST_STEPS steps.
    """
    try:
        start, end, step = (
            Decimal(parameters.get(key, usual))
            for key, usual in (("start", "1"), ("end", "10"), ("step", "1"))
        )
    except InvalidOperation:
        return None
    if not all(number.is_finite() and abs(number) < 10**15 for number in (start, end, step)):
        return None
    leads_on = step > 0 and end - start >= step and (end - start) / step <= MOST_STEPS
    return Scale(start, end, step) if leads_on else None

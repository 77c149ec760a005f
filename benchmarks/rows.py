"""One figure of a bench with its bound, and how a table of them is printed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`value` in `unit` ("x" for a ratio in one run) and the upper `bound` it should keep."""

    what: str
    value: float
    unit: str
    bound: float

    @property
    def kept(self) -> bool:
        return self.value <= self.bound


def print_rows(rows: Iterable[Row]) -> None:
    """One line a row; a bound that is missed is said so."""
    for row in rows:
        verdict = "ok" if row.kept else "MISSED"
        print(f"{row.what:<76} {row.value:>9.2f} {row.unit:<4} bound {row.bound:>7.2f}  {verdict}")

"""One figure of a bench with its bound, and how a table of them is printed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`value` in `unit` ("x" for a ratio in one run) and the upper `bound` it should keep.

    Without a bound it stands beside others to compare with.
    """

    what: str
    value: float
    unit: str
    bound: float = math.inf

    @property
    def kept(self) -> bool:
        return self.value <= self.bound


def print_rows(rows: Iterable[Row]) -> None:
    """One line a row; a bound that is missed is said so."""
    for row in rows:
        said = f"{row.what:<76} {row.value:>9.2f} {row.unit:<4}"
        verdict = "ok" if row.kept else "MISSED"
        print(said if math.isinf(row.bound) else f"{said} bound {row.bound:>7.2f}  {verdict}")

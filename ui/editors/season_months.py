"""Which months a season had: each half of the world has its own, and some lie in two years."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.dates import Hemisphere, Season, TimeOfYear, read_number
from intake.errors import DateError
from intake.words import Words
from ui.editors.captioned import captioned
from ui.widgets.combo import Combo

_FIRST_YEAR, _LAST_YEAR = 1000, 9998
"""Years that are typed to the end, and have one after them."""


class Meant(NamedTuple):
    """What a person may mean by a season; `ended_in_year` as in `TypedPoint`."""

    half: Hemisphere = Hemisphere.UNCONFIRMED
    ended_in_year: bool | None = None


def meanings(time: TimeOfYear, year: int | None) -> tuple[Meant, ...]:
    """All that may be meant, "not sure" first. Over New Year there are two, once the year is known."""
    found = [Meant()]
    for half in (Hemisphere.NORTH, Hemisphere.SOUTH):
        both = year is not None and Season(time, half).over_new_year
        found += [Meant(half, ended_in_year=ended) for ended in ((True, False) if both else (None,))]
    return tuple(found)


def months_said(meant: Meant, time: TimeOfYear, year: int | None, words: Words) -> str:
    """The months as a line of the list."""
    if meant.half is Hemisphere.UNCONFIRMED:
        return words.say("not sure")
    first = Season(time, meant.half).first_months[0]
    months = {"first": words.months[first - 1], "last": words.months[(first + 1) % 12]}
    if year is None:
        return words.say_in("months of a season", "{first} – {last}", **months)
    if meant.ended_in_year is None:
        return words.say_in("months of a season", "{first} – {last} {year}", **months, year=year)
    begun = year - 1 if meant.ended_in_year else year
    return words.say_in(
        "months of a season", "{first} {begun} – {last} {ended}", **months, begun=begun, ended=begun + 1
    )


class SeasonMonths(QWidget):
    """A list of the months that a season may have had, in the year that is typed beside it."""

    chosen = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._meant = Meant()
        self._offered: tuple[Meant, ...] = ()
        self.list = Combo([])
        self.list.activated.connect(self._choose)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(captioned(words.say("Which months was it?"), self.list))

    def meant(self) -> Meant:
        """What was chosen; it outlasts a year that is being typed anew."""
        return self._meant

    def show_meant(self, meant: Meant, time: TimeOfYear, year: str) -> None:
        """Choose for the person what they chose before."""
        self._meant = meant
        self.offer(time, year)

    def offer(self, time: TimeOfYear, year: str) -> None:
        """Offer the months of this season, in the year as far as it is typed."""
        known = _year(year)
        self._offered = meanings(time, known)
        lines = [months_said(meant, time, known, self._words) for meant in self._offered]
        if lines != [self.list.itemText(at) for at in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(lines)
        self.list.setCurrentIndex(self._place())

    def forget(self) -> None:
        """Take back what was chosen."""
        self._meant = Meant()

    def describe(self, text: str) -> None:
        """Say of which of two points this is."""
        self.list.setAccessibleDescription(text)

    def _place(self) -> int:
        """The line of what is meant. While the year is not known, one line stands for two."""
        if self._meant in self._offered:
            return self._offered.index(self._meant)
        alike = Meant(self._meant.half)
        return self._offered.index(alike) if alike in self._offered else 0

    def _choose(self, at: int) -> None:
        self._meant = self._offered[at]
        self.chosen.emit()


def _year(typed: str) -> int | None:
    try:
        year = read_number(typed)
    except DateError:
        return None
    return year if year is not None and _FIRST_YEAR <= year <= _LAST_YEAR else None

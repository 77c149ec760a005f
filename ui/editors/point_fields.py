"""The fields of one point in time: day, month or season, and year, each of which may stay empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake.dates import Hemisphere
from intake.words import Words
from ui.editors.typed_date import SEASONS, TypedPoint
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import change_label, label, name_field

MONTH_FIRST = frozenset({"en"})
"""Languages in which the day stands after the month."""
MOST_LETTERS = 60
"""Enough for whatever someone writes in place of a number; it is kept."""
_FIRST_SEASON = 13
_HALVES = (Hemisphere.UNCONFIRMED, Hemisphere.NORTH, Hemisphere.SOUTH)


def names_of_parts(words: Words) -> tuple[str, ...]:
    """The twelve months and the four seasons, as the list of months shows them."""
    seasons = (words.say("Spring"), words.say("Summer"), words.say("Autumn"), words.say("Winter"))
    return (*(month[:1].upper() + month[1:] for month in words.months), *seasons)


class PointFields(QWidget):
    """Day, month and year in the order of the reader's language; a season asks for the half of the world."""

    edited = Signal()
    left = Signal()
    """The person is done with one of the fields, for now."""

    def __init__(self, words: Words, names: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._heading = label("", "strong")
        self._heading.hide()
        self._row = Flow(gap=12, line_gap=8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._heading)
        rows.addWidget(self._row)
        self.day = _number("day")
        self.month = Combo([words.say("not sure"), *names])
        self.year = _number("year")
        self._half: Combo | None = None
        self._half_pair: QWidget | None = None
        day = captioned(words.say("Day"), self.day)
        month = captioned(words.say("Month or season"), self.month)
        self._day = day
        for part in (month, day) if words.language in MONTH_FIRST else (day, month):
            self._row.add(part)
        self._row.add(captioned(words.say("Year"), self.year))
        self.first_field: QWidget = self.month if words.language in MONTH_FIRST else self.day
        for line in (self.day, self.year):
            line.textEdited.connect(lambda _: self.edited.emit())
            line.editingFinished.connect(self.left)
        self.month.activated.connect(self._choose_month)

    def show_heading(self, text: str) -> None:
        """Say which of two points this is; nothing, with an empty text."""
        change_label(self._heading, "strong", text)
        for field in (self.day, self.month, self.year):
            field.setAccessibleDescription(text)

    def typed(self) -> TypedPoint:
        """What stands in the fields."""
        at = self.month.currentIndex()
        if at < _FIRST_SEASON:
            return TypedPoint(self.day.text(), at, self.year.text())
        half = Hemisphere.UNCONFIRMED if self._half is None else _HALVES[self._half.currentIndex()]
        return TypedPoint(year=self.year.text(), season=SEASONS[at - _FIRST_SEASON], hemisphere=half)

    def show_typed(self, typed: TypedPoint) -> None:
        """Fill the fields."""
        self.day.setText(typed.day)
        self.year.setText(typed.year)
        self.month.setCurrentIndex(
            _FIRST_SEASON + SEASONS.index(typed.season) if typed.season else typed.month
        )
        self._fit()
        if self._half is not None:
            self._half.setCurrentIndex(_HALVES.index(typed.hemisphere))

    def _choose_month(self) -> None:
        self._fit()
        self.edited.emit()
        self.left.emit()

    def _fit(self) -> None:
        """A season has no day, and asks where it was lived through."""
        season = self.month.currentIndex() >= _FIRST_SEASON
        if season and self._half_pair is None:
            self._half_pair = self._add_half()
        self._row.show_part(self._day, shown=not season)
        if self._half_pair is not None:
            self._row.show_part(self._half_pair, shown=season)

    def _add_half(self) -> QWidget:
        say = self._words.say
        self._half = Combo([say("not sure"), say("the northern half"), say("the southern half")])
        self._half.activated.connect(lambda _: self.edited.emit())
        pair = captioned(say("Which half of the world were you in?"), self._half)
        self._row.add(pair)
        return pair


def _number(room: str) -> QLineEdit:
    line = QLineEdit()
    line.setProperty("room", room)
    line.setMaxLength(MOST_LETTERS)
    return line


def captioned(text: str, field: QWidget) -> QWidget:
    """A field with its name above it."""
    pair = QWidget()
    caption = label(text, "field")
    caption.setWordWrap(False)
    name_field(caption, field)
    rows = QVBoxLayout(pair)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    rows.addWidget(caption)
    rows.addWidget(field)
    return pair

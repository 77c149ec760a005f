"""The fields of one point in time: day, month or season, and year, each of which may stay empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake.form.kinds.typed_date import SEASONS, TypedPoint
from intake.words import Words
from ui.editors.captioned import captioned
from ui.editors.season_months import Meant, SeasonMonths
from ui.widgets.choice import ChoiceCheck
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import change_label, label, show_or_hide
from ui.widgets.line import Line

MONTH_FIRST = frozenset({"en"})
"""Languages in which the day stands after the month."""
MOST_LETTERS = 60
"""Enough for whatever someone writes in place of a number; it is kept."""
_FIRST_SEASON = 13


class PointFields(QWidget):
    """Day, month and year in the order of the reader's language.

    How certain they are is asked once something is typed, and which months it was, of a season.
    """

    edited = Signal()
    left = Signal()
    """The person is done with one of the fields, for now."""
    grown = Signal()
    """There are more fields than before."""

    def __init__(self, words: Words, names: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._heading = label("", "strong")
        self._heading.hide()
        self._row = Flow(gap=12, line_gap=8)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self._heading)
        self._rows.addWidget(self._row)
        self.day = _number("day")
        self.month = Combo([words.say("not sure"), *names])
        self.year = _number("year")
        self.months: SeasonMonths | None = None
        self.marks: Marks | None = None
        day = captioned(words.say("Day"), self.day)
        month = captioned(words.say("Month or season"), self.month)
        self._day, self._month = day, month
        for part in (month, day) if words.language in MONTH_FIRST else (day, month):
            self._row.add(part)
        self._row.add(captioned(words.say("Year"), self.year))
        self.first_field: QWidget = self.month if words.language in MONTH_FIRST else self.day
        for line in (self.day, self.year):
            line.written.connect(lambda _: self._note())
            line.editingFinished.connect(self.left)
        self.month.activated.connect(lambda _: self._choose())

    def stops(self) -> list[QWidget]:
        """The fields in reading order."""
        dates = (self.month, self.day) if self.first_field is self.month else (self.day, self.month)
        months = [self.months.list] if self.months is not None else []
        marks = [self.marks.about, self.marks.perhaps] if self.marks is not None else []
        return [*dates, self.year, *months, *marks]

    def count_in(self, names: Sequence[str], caption: str) -> None:
        """Offer other months, those of another calendar. The place in the year that was chosen stays."""
        at = self.month.currentIndex()
        self.month.clear()
        self.month.addItems([self._words.say("not sure"), *names])
        self.month.setCurrentIndex(at if at < self.month.count() else 0)
        for shown in self._month.findChildren(QLabel):
            shown.setText(caption)
        self._fit()

    def show_heading(self, text: str) -> None:
        """Say which of two points this is; nothing, with an empty text."""
        change_label(self._heading, "strong", text)
        self._describe()

    def typed(self) -> TypedPoint:
        """What stands in the fields."""
        at, about, perhaps = self.month.currentIndex(), *self._marked()
        day, year = self.day.text(), self.year.text()
        if at < _FIRST_SEASON:
            return TypedPoint(day, at, year, about=about, perhaps=perhaps)
        meant = self.months.meant() if self.months is not None else Meant()
        return TypedPoint(day, 0, year, SEASONS[at - _FIRST_SEASON], *meant, about, perhaps)

    def show_typed(self, typed: TypedPoint) -> None:
        """Fill the fields."""
        self.day.setText(typed.day)
        self.year.setText(typed.year)
        at = _FIRST_SEASON + SEASONS.index(typed.season) if typed.season else typed.month
        self.month.setCurrentIndex(at)
        if self.months is not None:
            self.months.forget()
        self._fit()
        if self.months is not None and typed.season:
            self.months.show_meant(Meant(typed.hemisphere, typed.ended_in_year), typed.season, typed.year)
        if self.marks is not None:
            self.marks.about.setChecked(typed.about)
            self.marks.perhaps.setChecked(typed.perhaps)

    def _choose(self) -> None:
        self._note()
        self.left.emit()

    def _note(self) -> None:
        self._fit()
        self.edited.emit()

    def _marked(self) -> tuple[bool, bool]:
        if self.marks is None:
            return False, False
        return self.marks.about.isChecked(), self.marks.perhaps.isChecked()

    def _fit(self) -> None:
        """A season has no day, and asks for its months; what is empty is not asked about any further."""
        at = self.month.currentIndex()
        season = SEASONS[at - _FIRST_SEASON] if at >= _FIRST_SEASON else None
        self._row.show_part(self._day, shown=season is None)
        if season is not None:
            self.months = self.months or self._add_months()
            self.months.offer(season, self.year.text())
        if self.months is not None:
            show_or_hide(self.months, shown=season is not None)
        empty = self.typed().is_empty
        if not empty and self.marks is None:
            self.marks = self._add_marks()
        if self.marks is not None:
            show_or_hide(self.marks, shown=not empty)

    def _add_months(self) -> SeasonMonths:
        months = SeasonMonths(self._words)
        months.chosen.connect(self.edited)
        months.chosen.connect(self.left)
        self._rows.insertWidget(self._rows.indexOf(self._row) + 1, months)
        self.months = months
        self._describe()
        self.grown.emit()
        return months

    def _add_marks(self) -> "Marks":
        marks = Marks(self._words)
        for mark in (marks.about, marks.perhaps):
            mark.chosen.connect(self.edited)
        self._rows.addWidget(marks)
        self.marks = marks
        self._describe()
        self.grown.emit()
        return marks

    def _describe(self) -> None:
        """Let whoever hears a field know which of two points it is of."""
        marks = (self.marks.about, self.marks.perhaps) if self.marks is not None else ()
        for field in (self.day, self.month, self.year, *marks):
            field.setAccessibleDescription(self._heading.text())
        if self.months is not None:
            self.months.describe(self._heading.text())


class Marks(Flow):
    """How certain the person is of one point."""

    def __init__(self, words: Words) -> None:
        super().__init__(gap=16)
        self.about = ChoiceCheck(words.say("This date is approximate"))
        self.perhaps = ChoiceCheck(words.say("I am not certain of it"))
        for mark in (self.about, self.perhaps):
            self.add(mark)


def _number(room: str) -> Line:
    line = Line()
    line.setProperty("room", room)
    line.setMaxLength(MOST_LETTERS)
    return line

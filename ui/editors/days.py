"""Editors of exact days and times, as XLSForm has them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout

from intake.answers import Stored
from intake.dates import read_number
from intake.errors import DateError
from intake.form.cleaning import clean_text
from intake.form.kinds.moments import read_time
from intake.form.kinds.registry import KINDS
from intake.form.kinds.texts import plain
from intake.form.kinds.typed_date import names_of_parts
from intake.sentences import sentence
from intake.words import Words
from ui.editors.captioned import captioned
from ui.editors.editor import Editor
from ui.editors.point_fields import MONTH_FIRST, MOST_LETTERS
from ui.editors.texts import LineEditor
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import announce, change_label, label
from ui.widgets.line import Line

_MONTHS = 12
_FIRST_YEAR = 1000
"""Years are written with four digits, so that nobody has to guess them."""


@dataclass(frozen=True, slots=True)
class TypedDay:
    """The fields of a day. `month` is 1 to 12, or 0 while none is chosen."""

    day: str = ""
    month: int = 0
    year: str = ""

    def text(self) -> str:
        """The day as it is stored; while it is none, what was typed in the same order; empty for nothing."""
        if not (self.day or self.month or self.year):
            return ""
        try:
            day, year = read_number(self.day), read_number(self.year)
            if day and year and year >= _FIRST_YEAR:
                return date(year, self.month, day).isoformat()
        except (DateError, ValueError):
            pass
        return f"{self.year.replace('-', '–')}-{self.month or ''}-{self.day}"


def typed_day(text: str) -> TypedDay:
    """The fields for a stored text, be it a day or not."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    number = int(month) if month.isascii() and month.isdecimal() and len(month) <= len(str(_MONTHS)) else 0
    if number > _MONTHS:
        return TypedDay(text[:MOST_LETTERS])
    return TypedDay(day.removeprefix("0"), number, year)


class DayFields(Flow):
    """Day, month and year in the order of the reader's language."""

    edited = Signal()
    left = Signal()
    """The person is done with one of the fields, for now."""

    def __init__(self, words: Words) -> None:
        super().__init__(gap=12, line_gap=8)
        self.day = line("day")
        self.month = Combo([words.say("Choose"), *names_of_parts(words)[:_MONTHS]])
        self.year = line("year")
        day, month = captioned(words.say("Day"), self.day), captioned(words.say("Month"), self.month)
        for part in (month, day) if words.language in MONTH_FIRST else (day, month):
            self.add(part)
        self.add(captioned(words.say("Year"), self.year))
        self.first_field = self.month if words.language in MONTH_FIRST else self.day
        for field in (self.day, self.year):
            field.written.connect(lambda _: self.edited.emit())
            field.editingFinished.connect(self.left)
        self.month.activated.connect(lambda _: self.edited.emit())

    def typed(self) -> TypedDay:
        day, year = clean_text(self.day.text()).strip(), clean_text(self.year.text()).strip()
        return TypedDay(day, self.month.currentIndex(), year)

    def show_typed(self, typed: TypedDay) -> None:
        self.day.setText(typed.day)
        self.month.setCurrentIndex(typed.month)
        self.year.setText(typed.year)


class DayEditor(Editor):
    """A day, and with `timed` a time of day beside it. What is none yet is kept as it was typed."""

    explains_itself = True

    def __init__(self, words: Words, *, timed: bool = False) -> None:
        super().__init__()
        self._words = words
        self._kind = KINDS["datetime" if timed else "date"]
        self._box = QGroupBox()
        parts = QVBoxLayout(self._box)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        self._fields = DayFields(words)
        self._time = line("year") if timed else None
        if self._time is not None:
            self._fields.add(captioned(words.say("Time"), self._time))
            self._time.written.connect(lambda _: self._note())
            self._time.editingFinished.connect(self.explain)
        self._remark = label("", "problem")
        self._remark.hide()
        parts.addWidget(self._fields)
        parts.addWidget(self._remark)
        self.rows.addWidget(self._box)
        self._fields.edited.connect(self._note)
        self._fields.left.connect(self.explain)
        self.setFocusProxy(self._fields.first_field)

    def value(self) -> Stored | None:
        day = self._fields.typed().text()
        if self._time is None:
            return day or None
        typed = clean_text(self._time.text()).strip()
        at = read_time(typed) or typed.replace(
            "T", "t"
        )  # the last T of what is stored stands before the time
        return f"{day}T{at}" if day or at else None

    def show_value(self, value: Stored | None) -> None:
        text = "" if value is None else plain(value)
        if self._time is not None:
            day, mark, at = text.rpartition("T")
            text, at = (day, at) if mark else (at, "")
            self._time.setText(at)
        self._fields.show_typed(typed_day(text))
        self.explain()

    def name_after(self, label: QLabel, hint: str) -> None:
        self._box.setAccessibleName(label.text())
        self._box.setAccessibleDescription(hint)

    def restore(self, draft: object) -> None:
        self.show_value(draft if isinstance(draft, str) else None)

    def _note(self) -> None:
        change_label(self._remark, "problem", "")
        self.changed.emit()

    def explain(self) -> None:
        """Say why it is none yet, when a field is left: not to someone still typing."""
        value = self.value()
        code = None if value is None else self._kind.check(value)
        change_label(self._remark, "problem", sentence(code, self._words) if code else "")
        if code:
            announce(self._remark, self._remark.text())


class TimeEditor(LineEditor):
    """A time of day; what is none is kept as it was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.field.setProperty("room", "number")
        self.field.setPlaceholderText("14:30")

    def _read(self, text: str) -> Stored | None:
        return read_time(text) or text or None


def line(room: str) -> Line:
    """A field with room for a few letters."""
    made = Line()
    made.setProperty("room", room)
    made.setMaxLength(MOST_LETTERS)
    return made

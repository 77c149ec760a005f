"""The editor of an uncertain date: as much of it as the person knows, said as they know it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout, QWidget

from intake.answers import Stored
from intake.dates import GREGORIAN, Calendar
from intake.form.kinds.month_names import CALENDARS
from intake.form.kinds.texts import LONGEST_TEXT
from intake.form.kinds.typed_date import WAYS, TypedDate, Way, names_of_parts
from intake.form.kinds.when import stored_of, typed_of
from intake.words import Words, mark
from ui.editors.captioned import captioned
from ui.editors.date_remarks import trouble, understood
from ui.editors.editor import Editor
from ui.editors.point_fields import PointFields
from ui.editors.tab_order import line_up
from ui.widgets.buttons import LinkButton
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import announce, change_label, label, show_or_hide
from ui.widgets.line import Line

ENDS: Mapping[Way, tuple[str, str]] = {
    Way.BETWEEN: (mark("The first date"), mark("The second date")),
    Way.FROM_TO: (mark("It began"), mark("It ended")),
}
"""What stands above the two rows of fields, where there are two."""


class DateEditor(Editor):
    """Day, month, year, and behind two links all that does not fit them. A line says how they are read."""

    explains_itself = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: Stored | None = None
        self._typed = TypedDate()
        self._way: Combo | None = None
        self._calendar: Combo | None = None
        self._own: Line | None = None
        self._counting = Calendar.GREGORIAN
        self._box = QGroupBox()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.rows.addWidget(self._box)
        self._first = self._add_point()
        self._second: PointFields | None = None
        self._by_words = LinkButton(words.say("Say it in your own words"))
        self._by_words.clicked.connect(lambda: self._open_words().setFocus())
        self._by_ways = LinkButton(words.say("Other ways to say it"))
        self._by_ways.clicked.connect(lambda: self._open_ways().setFocus())
        self._links = Flow(gap=20)
        for link in (self._by_words, self._by_ways):
            self._links.add(link)
        self._lines.addWidget(self._links)
        self._reading, self._trouble = label("", "understood"), label("", "problem")
        for remark in (self._reading, self._trouble):
            remark.hide()
            self._lines.addWidget(remark)
        self.setFocusProxy(self._first.first_field)

    def value(self) -> Stored | None:
        return stored_of(self._typed) if self._typed != typed_of(self._shown) else self._shown

    def show_value(self, value: Stored | None) -> None:
        self._shown = value
        self._show(typed_of(value))

    def name_after(self, label: QLabel, hint: str) -> None:
        self._box.setAccessibleName(label.text())
        self._box.setAccessibleDescription(hint)

    def draft(self) -> object:
        return self._typed

    def restore(self, draft: object) -> None:
        if isinstance(draft, TypedDate):
            self._show(draft)

    def _show(self, typed: TypedDate) -> None:
        self._typed = typed
        foreign = typed.calendar != GREGORIAN
        if typed.way is not Way.DATE or not typed.second.is_empty or foreign or self._way is not None:
            self._open_ways().setCurrentIndex(tuple(WAYS).index(typed.way))
        if self._calendar is not None:
            self._calendar.setCurrentIndex(tuple(CALENDARS).index(Calendar(typed.calendar)))
        if typed.words or self._own is not None:
            self._open_words().setText(typed.words)
        self._fit()
        self._first.show_typed(typed.first)
        if self._second is not None:
            self._second.show_typed(typed.second)
        self._say_reading()
        self._say_trouble()

    def _note(self) -> None:
        """The person changed a field."""
        self._typed = replace(
            self._typed,
            way=self._chosen(),
            first=self._first.typed(),
            second=self._second.typed() if self._second is not None else self._typed.second,
            words=self._own.text() if self._own is not None else "",
            calendar=self._counted(),
        )
        change_label(self._trouble, "problem", "")
        self._say_reading()
        self.changed.emit()

    def _chosen(self) -> Way:
        return tuple(WAYS)[self._way.currentIndex()] if self._way is not None else Way.DATE

    def _counted(self) -> Calendar:
        """The calendar that is chosen."""
        at = self._calendar.currentIndex() if self._calendar is not None else 0
        return tuple(CALENDARS)[at]

    def _add_point(self) -> PointFields:
        point = PointFields(self._words, names_of_parts(self._words, self._counted()))
        point.edited.connect(self._note)
        point.left.connect(self.explain)
        point.grown.connect(self._line_up)
        self._lines.addWidget(point)
        return point

    def _open_ways(self) -> Combo:
        """Offer the other ways, above the fields."""
        if self._way is None:
            self._way = Combo([self._words.say(way) for way in WAYS.values()])
            self._way.activated.connect(self._choose_way)
            pair = captioned(self._words.say("How do you want to say it?"), self._way)
            self._insert(0, pair, self._by_ways)
            self._calendar = Combo([self._words.say(name) for name in CALENDARS.values()])
            self._calendar.activated.connect(self._choose_way)
            self._insert(1, captioned(self._words.say("In which calendar?"), self._calendar), self._by_ways)
        return self._way

    def _open_words(self) -> Line:
        """Offer a field for the person's own words, below the others."""
        if self._own is None:
            self._own = Line()
            self._own.setMaxLength(LONGEST_TEXT)
            self._own.written.connect(lambda _: self._note())
            self._own.editingFinished.connect(self.explain)
            pair = captioned(self._words.say("In your own words, if you like"), self._own)
            self._insert(self._lines.indexOf(self._links), pair, self._by_words)
        return self._own

    def _insert(self, at: int, part: QWidget, link: LinkButton) -> None:
        """Show what a link offered, in the link's stead."""
        self._lines.insertWidget(at, part)
        part.show()
        self._line_up()
        self._links.show_part(link, shown=False)
        show_or_hide(self._links, shown=not (self._by_words.isHidden() and self._by_ways.isHidden()))

    def _choose_way(self) -> None:
        self._fit()
        self._note()
        self.explain()

    def _fit(self) -> None:
        """Show the second point when there are two, and say which is which."""
        ends, counted = ENDS.get(self._chosen()), self._counted()
        if ends and self._second is None:
            self._second = self._add_point()
            self._second.show_typed(self._typed.second)
            self._line_up()
            self._lines.insertWidget(self._lines.indexOf(self._first) + 1, self._second)
        if counted is not self._counting:
            self._counting = counted
            self._count_in(counted)
        if self._second is not None:
            first, second = ends or ("", "")
            self._first.show_heading(self._words.say(first) if first else "")
            self._second.show_heading(self._words.say(second) if second else "")
            self._second.setVisible(ends is not None)

    def _count_in(self, calendar: Calendar) -> None:
        """Let every field of months show those of a calendar."""
        usual = calendar is Calendar.GREGORIAN
        caption = self._words.say("Month or season") if usual else self._words.say("Month")
        for point in (self._first, self._second):
            if point is not None:
                point.count_in(names_of_parts(self._words, calendar), caption)

    def _line_up(self) -> None:
        """Fields were added: Tab comes to all in reading order."""
        points = [self._first, *([self._second] if self._second is not None else [])]
        stops = [self._way, self._calendar, *(stop for point in points for stop in point.stops()), self._own]
        line_up([stop for stop in stops if stop is not None], self._first.first_field)

    def explain(self) -> None:
        """Say and announce how it is understood, or kindly why it is no date yet.

        Only when a field is left: not to someone who is still typing.
        """
        self._say_trouble()
        said = self._trouble if not self._trouble.isHidden() else self._reading
        announce(said, said.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._line_up()  # fields that were there before the page have their neighbours only now

    def _say_reading(self) -> None:
        change_label(self._reading, "understood", understood(self._typed, self._words))

    def _say_trouble(self) -> None:
        change_label(self._trouble, "problem", trouble(self._typed, self._words))

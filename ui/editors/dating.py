"""The editor of an uncertain date: as much of it as the person knows, said as they know it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QGroupBox, QLabel, QLineEdit, QVBoxLayout

from intake import dates
from intake.answers import Stored
from intake.errors import DateError
from intake.form.kinds.texts import LONGEST_TEXT
from intake.sentences import sentence
from intake.words import Words, mark
from ui.editors.editor import Editor
from ui.editors.point_fields import PointFields, captioned, names_of_parts
from ui.editors.typed_date import TypedDate, TypedPoint, Way, typed_of
from ui.widgets.buttons import LinkButton
from ui.widgets.choice import ChoiceCheck
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import announce, change_label, label

WAYS: Mapping[Way, str] = {
    Way.DATE: mark("A day, a month, a season or a year"),
    Way.BEFORE: mark("This date or earlier"),
    Way.AFTER: mark("This date or later"),
    Way.BETWEEN: mark("Once, between two dates"),
    Way.FROM_TO: mark("It lasted from one date to another"),
    Way.SINCE: mark("It began then and still goes on"),
}
"""How each way of saying a date is offered."""

ENDS: Mapping[Way, tuple[str, str]] = {
    Way.BETWEEN: (mark("The first date"), mark("The second date")),
    Way.FROM_TO: (mark("It began"), mark("It ended")),
}
"""What stands above the two rows of fields, where there are two."""


class DateEditor(Editor):
    """Day, month, year, and behind a link all that does not fit them. A line says how they are read."""

    explains_itself = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._names = names_of_parts(words)
        self._shown: Stored | None = None
        self._typed = TypedDate()
        self._more: _OtherWays | None = None
        self._box = QGroupBox()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.rows.addWidget(self._box)
        self._first = self._add_point()
        self._second: PointFields | None = None
        self._about = ChoiceCheck(words.say("This date is approximate"))
        self._about.clicked.connect(self._note)
        self._perhaps = ChoiceCheck(words.say("I am not certain of it"))
        self._perhaps.clicked.connect(self._note)
        self._other = LinkButton(words.say("Other ways to say it"))
        self._other.clicked.connect(self._open_by_hand)
        under = Flow(gap=16)
        for part in (self._about, self._perhaps, self._other):
            under.add(part)
        self._lines.addWidget(under)
        self._remark = label("", "understood")
        self._remark.hide()
        self._lines.addWidget(self._remark)
        self.setFocusProxy(self._first.first_field)

    def value(self) -> Stored | None:
        return self._typed.stored(self._names) if self._typed != typed_of(self._shown) else self._shown

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
        if (typed.way is not Way.DATE or typed.words) and self._more is None:
            self._open()
        self._first.show_typed(typed.first)
        self._about.setChecked(typed.about)
        self._perhaps.setChecked(typed.perhaps)
        if self._more is not None:
            self._more.show_typed(typed)
            self._fit()
        if self._second is not None:
            self._second.show_typed(typed.second)
        self._remark_on_date()

    def _note(self) -> None:
        """The person changed a field."""
        more, second = self._more, self._second
        self._typed = replace(
            self._typed,
            way=more.chosen() if more is not None else Way.DATE,
            first=self._first.typed(),
            second=second.typed() if second is not None else TypedPoint(),
            about=self._about.isChecked(),
            perhaps=self._perhaps.isChecked(),
            words=more.words.text() if more is not None else "",
        )
        change_label(self._remark, "understood", self._understood())
        self.changed.emit()

    def _add_point(self) -> PointFields:
        point = PointFields(self._words, self._names)
        point.edited.connect(self._note)
        point.left.connect(self._explain)
        self._lines.addWidget(point)
        return point

    def _open_by_hand(self) -> None:
        self._open()
        if self._more is not None:
            self._more.way.setFocus()

    def _open(self) -> None:
        """Show the other ways."""
        self._more = _OtherWays(self._words)
        self._lines.insertWidget(0, self._more.head)
        self._lines.insertWidget(self._lines.count() - 1, self._more.foot)
        self._more.head.show()
        self._more.foot.show()
        self._more.way.activated.connect(self._choose_way)
        self._more.words.textEdited.connect(lambda _: self._note())
        self._more.words.editingFinished.connect(self._explain)
        self._other.hide()

    def _choose_way(self) -> None:
        self._fit()
        self._note()
        self._explain()

    def _fit(self) -> None:
        """Show the second point when there are two, and say which is which."""
        ends = ENDS.get(self._more.chosen()) if self._more is not None else None
        if ends and self._second is None:
            self._second = self._add_point()
            self._lines.insertWidget(self._lines.indexOf(self._first) + 1, self._second)
        if self._second is not None:
            first, second = ends or ("", "")
            self._first.show_heading(first)
            self._second.show_heading(second)
            self._second.setVisible(ends is not None)

    def _understood(self) -> str:
        """How the date is understood; empty while it is none."""
        try:
            date = self._typed.date()
        except DateError:
            return ""
        if date is not None:
            return self._words.say("Understood as: {date}", date=dates.say(date, self._words))
        return self._words.say("Kept in your own words.") if self._typed.words.strip() else ""

    def _explain(self) -> None:
        """Say and announce how it is understood, or kindly why it is no date yet.

        Only when a field is left: not to someone who is still typing.
        """
        self._remark_on_date()
        announce(self._remark, self._remark.text())

    def _remark_on_date(self) -> None:
        try:
            self._typed.date()
        except DateError as error:
            change_label(self._remark, "problem", sentence(str(error.facts["reason"]), self._words))
        else:
            change_label(self._remark, "understood", self._understood())


class _OtherWays:
    """How the date is said, above its fields, and the person's own words for it, below them."""

    def __init__(self, words: Words) -> None:
        self.way = Combo([words.say(way) for way in WAYS.values()])
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST_TEXT)
        self.head = captioned(words.say("How do you want to say it?"), self.way)
        self.foot = captioned(words.say("In your own words, if you like"), self.words)

    def chosen(self) -> Way:
        return tuple(WAYS)[self.way.currentIndex()]

    def show_typed(self, typed: TypedDate) -> None:
        self.way.setCurrentIndex(tuple(WAYS).index(typed.way))
        self.words.setText(typed.words)

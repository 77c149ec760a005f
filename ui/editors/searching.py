"""Editors for choosing one of many: a field that offers what fits while a name is typed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLabel

from intake.answers import Stored
from intake.form.cleaning import clean_text, shown_text
from intake.form.kinds.named import OTHER
from intake.form.kinds.texts import LONGEST_TEXT, plain
from intake.words import Words
from ui.editors.editor import Editor
from ui.editors.finding import Findable, countries, find, find_exactly, languages
from ui.widgets.labels import announce, label, name_field
from ui.widgets.line import Line
from ui.widgets.mirror import mirrored

MOST_SHOWN = 10
"""Lines of the list before it scrolls."""


class SearchEditor(Editor):
    """One of many, found by a part of its name. With `own_names`, what is on no list is kept as typed."""

    def __init__(
        self,
        words: Words,
        labels: Mapping[str, str],
        among: Callable[[], Sequence[Findable]],
        *,
        own_names: bool,
    ) -> None:
        """`labels`: stored names -> shown ones. `among` is asked at the first letter: it takes its time."""
        super().__init__()
        self._words = words
        self._labels = labels
        self._among = among
        self._known: Sequence[Findable] | None = None
        self._own_names = own_names
        self._shown: Stored | None = None
        self._touched = False
        self.field = SearchField(words)
        self._remark = label("", "hint")
        self._remark.hide()
        self.rows.addWidget(self.field)
        self.rows.addWidget(self._remark)
        self.setFocusProxy(self.field)
        self.field.written.connect(self._search)
        self.field.asked_for_list.connect(self._open_list)
        self.field.chosen.connect(self._tell)
        self.field.returnPressed.connect(self.entered)
        self.field.editingFinished.connect(self._explain)

    @property
    def unfinished(self) -> bool:
        """Something is typed that is no line of the list, where nothing else will do."""
        typed = self._typed()
        return self._touched and bool(typed) and not self._own_names and not find_exactly(self._all(), typed)

    def value(self) -> Stored | None:
        if not self._touched or self.unfinished:
            return self._shown
        typed = self._typed()
        found = find_exactly(self._all(), typed) if typed else None
        if found is not None:
            return found.name
        return f"{OTHER}{typed}" if typed else None

    def _typed(self) -> str:
        return clean_text(self.field.text()).strip()

    def show_value(self, value: Stored | None) -> None:
        self._shown = value
        name = "" if value is None else plain(value)
        self.field.setText(self._labels.get(name, shown_text(name.removeprefix(OTHER))))
        self._touched = False
        self._remark.hide()

    def name_after(self, label: QLabel, hint: str) -> None:
        name_field(label, self.field)
        self.field.setAccessibleDescription(hint)

    def draft(self) -> object:
        return self.unfinished, self.value(), self.field.text()

    def restore(self, draft: object) -> None:
        match draft:
            case (True, _, str(typed)):
                self.field.setText(typed)
                self._touched = True
            case (False, (str() | None) as value, str()):
                self.show_value(value)

    def _all(self) -> Sequence[Findable]:
        if self._known is None:
            self._known = self._among()
        return self._known

    def _open_list(self) -> None:
        """Everything, or what fits the letters typed so far."""
        typed = self.field.text().strip() if self._touched else ""
        self.field.offer(find(self._all(), typed) or self._all(), at_once=True)

    def _search(self, typed: str) -> None:
        self._remark.hide()
        self.field.offer(find(self._all(), typed) if typed.strip() else [])
        self._tell()

    def _tell(self) -> None:
        self._touched = True
        self.changed.emit()

    def _explain(self) -> None:
        typed = self.field.text().strip()
        if not typed or not self._touched or find_exactly(self._all(), typed):
            self._remark.hide()
            return
        if self._own_names:
            said = self._words.say("This name is not on the list. It is kept as you wrote it.")
        else:
            said = self._words.say(
                "This is not on the list. Please choose one of the lines shown while you type."
            )
        self._remark.setText(said)
        self._remark.show()
        announce(self._remark, said)


class SearchField(Line):
    """A field of one line with a list under it."""

    chosen = Signal()
    """A line of the list was taken."""
    asked_for_list = Signal()
    """The list was asked for, by a click or by the down arrow."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setPlaceholderText(words.say("Choose from the list, or type to search"))
        self.setMaxLength(LONGEST_TEXT)
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(MOST_SHOWN)
        self._list.activated.connect(lambda _: self.chosen.emit())
        self.setCompleter(self._list)

    def offer(self, found: Sequence[Findable], *, at_once: bool = False) -> None:
        """Put these in the list; it opens by itself while one types, or `at_once`."""
        self._lines.setStringList([it.label for it in found])
        if at_once:
            self._list.setCompletionPrefix("")
            self._list.complete()

    def offers(self) -> bool:
        """While the list is open, the arrow keys put its lines here."""
        popup = self._list.popup()
        return popup is not None and popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.offers():
            self.asked_for_list.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.asked_for_list.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = round(1.5 * self.fontMetrics().height())
        left, right = (room, 0) if self.isRightToLeft() else (0, room)
        self.setTextMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.fontMetrics().height()
        sign = QRect(self.width() - 2 * side, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            QIcon("icons:down.svg").paint(painter, mirrored(sign, self))


def country_editor(words: Words) -> SearchEditor:
    """A country, or a name of one that is on no list."""
    return SearchEditor(words, words.countries, partial(countries, words), own_names=True)


def language_editor(words: Words) -> SearchEditor:
    """A language, or a name of one that is on no list."""
    return SearchEditor(words, words.languages, partial(languages, words), own_names=True)


def long_list_editor(words: Words, choices: Sequence[Findable], *, own_names: bool = False) -> SearchEditor:
    """One of a list too long to be read through; with `own_names`, or what is not on it."""
    labels = {choice.name: choice.label for choice in choices}
    return SearchEditor(words, labels, lambda: choices, own_names=own_names)

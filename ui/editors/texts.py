"""Editors of texts and numbers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from intake.answers import Stored
from intake.form.cleaning import clean_text
from intake.form.kinds.numbers import read_decimal
from intake.form.kinds.texts import LONGEST_TEXT, plain
from ui.editors.editor import Editor
from ui.widgets.labels import name_field

FEWEST_LINES, MOST_LINES = 4, 16
"""Between these a long text grows with what is written; then it scrolls."""


class LineEditor(Editor):
    """A short text."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Line()
        self.field.setMaxLength(LONGEST_TEXT)  # Qt's own limit would cut a paste short without a word
        self.field.textEdited.connect(lambda _: self.changed.emit())
        self.field.returnPressed.connect(self.entered)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def value(self) -> Stored | None:
        return self._read(clean_text(self.field.text()).strip())

    def show_value(self, value: Stored | None) -> None:
        self.field.setText("" if value is None else plain(value))

    def name_after(self, label: QLabel, hint: str) -> None:
        name_field(label, self.field)
        self.field.setAccessibleDescription(hint)

    def writes_at(self) -> int:
        return self.field.cursorPosition()

    def write_at(self, at: int) -> None:
        self.field.setCursorPosition(at)

    def draft(self) -> object:
        return self.field.text(), self.writes_at()

    def restore(self, draft: object) -> None:
        match draft:
            case (str(text), int(cursor)):
                self.field.setText(text)
                self.write_at(cursor)

    def _read(self, text: str) -> Stored | None:
        return text or None


class _Line(QLineEdit):
    """A line that does not select all it holds when Tab comes to it, lest the next key erase it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.end(False)  # noqa: FBT003  (Qt's own signature: do not mark)


class PhoneEditor(LineEditor):
    """A telephone number: whatever the language, it runs from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.field.setProperty("room", "phone")
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)


class NumberEditor(LineEditor):
    """A number, whole or not as `read` has it; what is none is kept as it was typed."""

    def __init__(self, read: Callable[[str], float | None] = read_decimal) -> None:
        super().__init__()
        self._number = read
        self.field.setProperty("room", "number")

    def _read(self, text: str) -> Stored | None:
        number = self._number(text)
        return (text or None) if number is None else number


class LongTextEditor(Editor):
    """A text of any length. Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.field = _GrowingText()
        self.field.textChanged.connect(self._tell)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def value(self) -> Stored | None:
        return clean_text(self._text()).strip() or None

    def show_value(self, value: Stored | None) -> None:
        self._fill("" if value is None else plain(value))

    def name_after(self, label: QLabel, hint: str) -> None:
        name_field(label, self.field)
        self.field.setAccessibleDescription(hint)

    def writes_at(self) -> int:
        return self.field.textCursor().position()

    def write_at(self, at: int) -> None:
        cursor = self.field.textCursor()
        cursor.setPosition(min(at, self.field.document().characterCount() - 1))
        self.field.setTextCursor(cursor)

    def draft(self) -> object:
        return self._text(), self.writes_at()

    def restore(self, draft: object) -> None:
        match draft:
            case (str(text), int(cursor)):
                self._fill(text)
                self.write_at(cursor)

    def _text(self) -> str:
        # toPlainText would turn spaces that do not break into ones that do
        return self.field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _fill(self, text: str) -> None:
        self._showing = True
        self.field.setPlainText(text)
        self._showing = False

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()


class _GrowingText(QPlainTextEdit):
    """A text field that is as high as what is written in it, within bounds."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _fit(self) -> None:
        self.ensurePolished()
        lines = (
            round(self.document().size().height()) + 1
        )  # Qt measures a plain text in lines; one is to write on
        edges = self.contentsMargins()
        height = (
            min(max(lines, FEWEST_LINES), MOST_LINES) * self.fontMetrics().lineSpacing()
            + edges.top()
            + edges.bottom()
            + round(2 * self.document().documentMargin())
        )
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

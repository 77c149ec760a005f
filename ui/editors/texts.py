"""Editors of texts and numbers."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy

from intake.answers import Stored
from intake.form.cleaning import clean_text
from intake.form.kinds.numbers import read_decimal
from intake.form.kinds.texts import LONGEST_TEXT, plain
from ui.editors.editor import Editor
from ui.widgets.labels import name_field
from ui.widgets.line import Line

FEWEST_LINES, MOST_LINES = 4, 16
"""Between these a long text grows with what is written; then it scrolls."""
LONGEST_LINE = 250
"""Letters that one line of the page can hold at the most: more need not be looked at to count lines."""


class LineEditor(Editor):
    """A short text."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Line()
        self.field.setMaxLength(LONGEST_TEXT)  # Qt's own limit would cut a paste short without a word
        self.field.written.connect(lambda _: self.changed.emit())
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


class _Line(Line):
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
        self.rows.addStretch(1)
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
        self._known: tuple[int, int, int] = (-1, -1, 0)  # revision of the text, width, and its lines there
        self._height = 0
        self.setTabChangesFocus(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._fit)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        edges = self.contentsMargins()
        around = 2 * round(self.document().documentMargin())
        room = width - edges.left() - edges.right() - around
        lines = self._lines_at(max(room, 1)) + 1  # one is to write on
        shown = min(max(lines, FEWEST_LINES), MOST_LINES) * self.fontMetrics().lineSpacing()
        return shown + edges.top() + edges.bottom() + around

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def _fit(self) -> None:
        """Ask for another height when a line came or went."""
        height = self.heightForWidth(self.width())
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _lines_at(self, room: int) -> int:
        """How many lines the text takes at a width, counted no further than they matter."""
        revision = self.document().revision()
        if self._known[:2] != (revision, room):
            self._known = (revision, room, self._counted(room))
        return self._known[2]

    def _counted(self, room: int) -> int:
        count, paragraph = 0, self.document().begin()
        while paragraph.isValid() and count < MOST_LINES:
            laid = QTextLayout(paragraph.text()[: MOST_LINES * LONGEST_LINE], self.font())
            laid.setTextOption(self.document().defaultTextOption())
            laid.beginLayout()
            while count < MOST_LINES and (line := laid.createLine()).isValid():
                line.setLineWidth(room)
                count += 1
            laid.endLayout()
            paragraph = paragraph.next()
        return count

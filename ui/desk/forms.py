"""What a reviewer writes beside the answers: a few lines, kept with Ctrl+Enter and left with Escape.

Nothing typed goes unasked: leaving a form that was written into is asked once more.
"""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from intake.words import Words
from ui.pages.parts import Told
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field


class Said(NamedTuple):
    """The texts of a form: what is written, where it is read, and what keeping it is called.

    Nothing is kept of a form that is only to read: `keep` is empty.
    """

    title: str
    hint: str
    keep: str


class Form(QScrollArea):
    """Parts under a title, with its buttons below. `kept` and `given_up` end it."""

    kept = Signal()
    given_up = Signal()

    def __init__(self, words: Words, said: Said) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setObjectName("form")
        self._parts = QVBoxLayout(ground)
        self._parts.setContentsMargins(12, 12, 12, 12)
        self._parts.setSpacing(6)
        self._parts.addWidget(label(said.title, "strong"))
        if said.hint:
            self._parts.addWidget(label(said.hint, "caption"))
        self.told = Told()
        self._words = words
        self._opened_with = self._asked_about = self._in_fields()
        leave = QuietButton(words.say("Not now") if said.keep else words.say("Close"))
        leave.setObjectName("leave")
        leave.setToolTip("Esc")
        leave.clicked.connect(self._leave)
        self.first: QWidget = leave
        buttons: list[QWidget] = [leave]
        if said.keep:
            self.first = keep = PrimaryButton(said.keep)
            keep.setObjectName("keep")
            keep.setToolTip("Ctrl+Enter")
            keep.clicked.connect(self.kept)
            buttons.insert(0, keep)
        self._parts.addWidget(self.told)
        self._parts.addWidget(row(*buttons))
        self._parts.addStretch(1)
        self.setWidget(ground)

    def is_changed(self) -> bool:
        """Whether something in its fields is not as it was when they were filled, or last kept."""
        return self._in_fields() != self._opened_with

    def note_as_kept(self) -> None:
        """What stands in its fields now is what there is, or is kept."""
        self._opened_with = self._in_fields()

    def half_written(self) -> str:
        """What is typed, as the text of a note, for when it can no longer be kept as what it was meant."""
        texts = [it.toPlainText() for it in self.findChildren(QPlainTextEdit)]
        texts += [it.text() for it in self.findChildren(QLineEdit)]
        return "\n".join(text.strip() for text in texts if text.strip())

    def add(self, part: QWidget) -> None:
        """Add a part above the buttons."""
        self._parts.insertWidget(self._parts.count() - 3, part)

    def add_text(self, caption: str, text: str = "", *, lines: int = 4) -> QPlainTextEdit:
        """Add a field of some lines under its name."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setObjectName("written")
        field.ensurePolished()
        field.setMinimumHeight(field.fontMetrics().lineSpacing() * lines + 20)
        name = label(caption, "field")
        name_field(name, field)
        self.add(name)
        self.add(field)
        return field

    def _in_fields(self) -> tuple[object, ...]:
        """All that stands, is chosen or is ticked in its fields."""
        return (
            *(it.toPlainText() for it in self.findChildren(QPlainTextEdit)),
            *(it.text() for it in self.findChildren(QLineEdit)),
            *(it.currentIndex() for it in self.findChildren(QComboBox)),
            *(it.isChecked() for it in self.findChildren(QAbstractButton) if it.isCheckable()),
        )

    def _leave(self) -> None:
        """At once when nothing would be lost, else when it is wished a second time."""
        if self.is_changed() and self._asked_about != self._in_fields():
            self._asked_about = self._in_fields()
            self.told.tell(
                self._words.say("What you wrote is not kept yet. Leave once more to go without it.")
            )
            self.ensureWidgetVisible(self.told)
        else:
            self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


class TextForm(Form):
    """One text."""

    def __init__(self, words: Words, said: Said, caption: str, text: str = "") -> None:
        super().__init__(words, said)
        self.field = self.first = self.add_text(caption, text)

    def text(self) -> str:
        return self.field.toPlainText().strip()

"""What a reviewer writes beside the answers: a few lines, kept with Ctrl+Enter and left with Escape."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from intake.words import Words
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field


class Said(NamedTuple):
    """The texts of a form: what is written, where it is read, and what keeping it is called."""

    title: str
    hint: str
    keep: str


class Form(QScrollArea):
    """Parts under a title, with two buttons below. `kept` and `given_up` end it."""

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
        keep = PrimaryButton(said.keep)
        keep.setObjectName("keep")
        keep.setToolTip("Ctrl+Enter")
        leave = QuietButton(words.say("Not now"))
        leave.setObjectName("leave")
        leave.setToolTip("Esc")
        keep.clicked.connect(self.kept)
        leave.clicked.connect(self.given_up)
        self._parts.addWidget(row(keep, leave))
        self._parts.addStretch(1)
        self.setWidget(ground)
        self.first: QWidget = keep

    def add(self, part: QWidget) -> None:
        """Add a part above the buttons."""
        self._parts.insertWidget(self._parts.count() - 2, part)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class TextForm(Form):
    """One text."""

    def __init__(self, words: Words, said: Said, caption: str, text: str = "") -> None:
        super().__init__(words, said)
        self.field = self.first = self.add_text(caption, text)

    def text(self) -> str:
        return self.field.toPlainText().strip()

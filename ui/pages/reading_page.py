"""A whole draft to read: what it is, who may read it, the way to a PDF, and its answers."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.words import Words
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import label

WIDE = 90
"""Letters side by side that the page has room for before anything but the answers stands beside something."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the answers: the draft's name, its status in a word or two, and what that means."""

    title: str
    status: str
    meaning: str


class ReadingPage(QWidget):
    """The head stays in sight while the answers are scrolled."""

    export_asked = Signal()

    def __init__(self, words: Words, head: Head, answers: QWidget) -> None:
        super().__init__()
        self._standing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._head(words, head))
        parts.addWidget(answers, 1)

    def _head(self, words: Words, head: Head) -> QFrame:
        export = QuietButton(words.say("Make a PDF for a lawyer"))
        export.setObjectName("export")
        export.clicked.connect(self.export_asked)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(label(head.title, "asked"), 1)
        top.addWidget(export)
        status = label(head.status, "status")
        status.setWordWrap(False)
        self._standing.setSpacing(12)
        self._standing.addWidget(status, 0, Qt.AlignmentFlag.AlignLeading)
        self._standing.addWidget(label(head.meaning, "caption"), 1)
        frame = QFrame()
        frame.setObjectName("head")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(48, 12, 48, 12)
        lines.setSpacing(4)
        lines.addLayout(top)
        lines.addLayout(self._standing)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._standing.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

"""A whole draft to read: what it is, who may read it, its answers, and the way to a PDF."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.check_page import CheckPage
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import label


class ReadingPage(QWidget):
    """The answers as they were given. A reviewer changes nothing here."""

    export_asked = Signal()

    def __init__(self, words: Words, title: str, status: str, answers: CheckPage) -> None:
        super().__init__()
        export = QuietButton(words.say("Make a PDF for a lawyer"))
        export.setObjectName("export")
        export.clicked.connect(self.export_asked)
        head = QHBoxLayout()
        head.setContentsMargins(48, 16, 48, 0)
        head.addWidget(label(f"{title}\n{status}", "soft"), 1)
        head.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addLayout(head)
        parts.addWidget(answers, 1)

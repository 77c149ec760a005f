"""The part of the vault's settings that makes a copy, looks for damage and leads to erasing a draft."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.parts import Told
from ui.widgets.buttons import QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label


class VaultCopies(QWidget):
    """Says what a copy is for; what takes a while ends in a sentence."""

    copy_asked = Signal()
    check_asked = Signal()
    erase_asked = Signal()

    def __init__(self, words: Words, *, may_erase: bool) -> None:
        super().__init__()
        self.told = Told()
        self.copy = QuietButton(words.say("Make a backup copy"))
        self.check = QuietButton(words.say("Check this vault"))
        self.copy.setObjectName("copy")
        self.check.setObjectName("check")
        self.copy.clicked.connect(lambda: self.copy_asked.emit())
        self.check.clicked.connect(lambda: self.check_asked.emit())
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("Copies and damage"), "question"))
        parts.addWidget(
            label(
                words.say(
                    "Keep a copy on another drive, in another place. It is one encrypted file, and opens with"
                    " what opens this vault today."
                )
            )
        )
        parts.addWidget(row(self.copy, self.check))
        parts.addWidget(self.told)
        if may_erase:
            self.erase = QuietButton(words.say("Erase a draft"))
            self.erase.setObjectName("erase")
            self.erase.clicked.connect(lambda: self.erase_asked.emit())
            parts.addWidget(row(self.erase))

    def wait(self, *, waiting: bool) -> None:
        """While a copy is made or a check runs, neither is begun again."""
        self.copy.setEnabled(not waiting)
        self.check.setEnabled(not waiting)

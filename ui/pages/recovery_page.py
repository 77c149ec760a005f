"""Opening a vault whose passphrase is forgotten, with its recovery code and a new passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import LineField
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import label


class RecoveryPage(DeedPage):
    """Asks for the code on the person's paper, and what shall open the vault from now on."""

    given = Signal(str, str)
    """With the code and the new passphrase, as they were typed."""
    given_up = Signal()

    def __init__(self, words: Words, folder: Path) -> None:
        open_ = PrimaryButton(words.say("Open with the code"))
        open_.setObjectName("open")
        back = QuietButton(words.say("Back"))
        super().__init__(open_, (back,), words.say("Opening. This takes a moment."))
        self.code = LineField(
            "code",
            words.say("Recovery code"),
            words.say("Nine groups of four. Small letters and spaces do not matter."),
        )
        self.new = NewPassphrase(words)
        self.add(label(words.say("Open “{name}” with a recovery code", name=folder.stem), "title"))
        self.add(label(words.say("The code stays good. Keep the paper.")))
        self.add(self.code, above=8)
        self.add(self.new)
        open_.clicked.connect(self._give)
        self.new.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def _give(self) -> None:
        if fault := self.new.fault():
            self.tell(fault)
            self.bring(self.new.first.line)
        elif self.act.isEnabled():
            self.given.emit(self.code.text(), self.new.text())

"""Opening a vault whose passphrase is forgotten, with its recovery code and a new passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import LineField, Told
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


class RecoveryPage(Column):
    """Asks for the code on the person's paper, and what shall open the vault from now on."""

    given = Signal(str, str)
    """With the code and the new passphrase, as they were typed."""
    given_up = Signal()

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__()
        self._words = words
        self.told = Told()
        self.code = LineField(
            "code",
            words.say("Recovery code"),
            words.say("Nine groups of four. Small letters and spaces do not matter."),
        )
        self.new = NewPassphrase(words)
        self._open = PrimaryButton(words.say("Open with the code"))
        self._open.setObjectName("open")
        self._back = QuietButton(words.say("Back"))
        self._waiting = label("", "soft")
        self.add(label(words.say("Open “{name}” with a recovery code", name=folder.stem), "title"))
        self.add(label(words.say("The code stays good. Keep the paper.")))
        self.add(self.told)
        self.add(self.code, above=8)
        self.add(self.new)
        self.add(row(self._open, self._back), above=12)
        self.add(self._waiting)
        self._open.clicked.connect(self._give)
        self._back.clicked.connect(self.given_up)

    def wait(self) -> None:
        """The code is being tried."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Opening. This takes a moment."))
        announce(self, self._waiting.text())
        self._allow(on=False)

    def tell(self, sentence: str) -> None:
        """It did not open, and why."""
        self._waiting.setText("")
        self._allow(on=True)
        self.told.tell(sentence)
        self.show_part(self.told)

    def _give(self) -> None:
        fault = self.new.fault()
        if fault:
            self.tell(fault)
        else:
            self.given.emit(self.code.text(), self.new.text())

    def _allow(self, *, on: bool) -> None:
        for part in (self._open, self._back):
            part.setEnabled(on)

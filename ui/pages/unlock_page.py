"""Opening a vault with its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import PassphraseField, Told, show_switch
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


class UnlockPage(Column):
    """Asks for the passphrase of one vault."""

    passphrase_given = Signal(str)
    other_asked = Signal()

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__()
        self._words = words
        self.passphrase = PassphraseField("passphrase", words.say("Passphrase"))
        self.told = Told()
        self._open = PrimaryButton(words.say("Open"))
        self._open.setObjectName("open")
        self._other = QuietButton(words.say("Another vault"))
        self._waiting = label("", "soft")
        self.add(label(words.say("Open “{name}”", name=folder.stem), "title"))
        self.add(label(words.say("In the folder {folder}", folder=str(folder.parent)), "hint"))
        self.add(self.told)
        self.add(self.passphrase, above=8)
        self.add(show_switch(words, self.passphrase))
        self.add(row(self._open, self._other), above=8)
        self.add(self._waiting)
        self.passphrase.entered.connect(self._give)
        self._open.clicked.connect(self._give)
        self._other.clicked.connect(self.other_asked)

    def wait(self) -> None:
        """The passphrase is being tried: about a second, on purpose."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Opening. This takes a moment."))
        announce(self, self._waiting.text())
        self._allow(on=False)

    def tell(self, sentence: str) -> None:
        """It did not open, and why."""
        self._waiting.setText("")
        self._allow(on=True)
        self.told.tell(sentence)
        self.passphrase.line.selectAll()
        self.bring(self.passphrase.line)

    def _give(self) -> None:
        if self.passphrase.text() and self._open.isEnabled():
            self.passphrase_given.emit(self.passphrase.text())

    def _allow(self, *, on: bool) -> None:
        for part in (self._open, self._other, self.passphrase.line):
            part.setEnabled(on)

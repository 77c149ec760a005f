"""Opening a vault with its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import PassphraseField, Told, show_switch
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


class UnlockPage(Column):
    """Asks for the passphrase of one vault."""

    passphrase_given = Signal(str)
    other_asked = Signal()
    recovery_asked = Signal()
    older_accepted = Signal(str)
    """With the passphrase: the person knows why the file with the locks is an older one."""

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__()
        self._words = words
        self.passphrase = PassphraseField("passphrase", words.say("Passphrase"))
        self.told = Told()
        self._open = PrimaryButton(words.say("Open"))
        self._open.setObjectName("open")
        self._other = QuietButton(words.say("Another vault"))
        self._older = QuietButton(words.say("I put the older file there. Open it"))
        self._older.setObjectName("older")
        self._older.hide()
        self._lost = LinkButton(words.say("I forgot the passphrase and have a recovery code"))
        self._lost.setObjectName("lost")
        self._waiting = label("", "soft")
        self.add(label(words.say("Open “{name}”", name=folder.stem), "title"))
        self.add(label(words.say("In the folder {folder}", folder=str(folder.parent)), "hint"))
        self.add(self.told)
        self.add(self.passphrase, above=8)
        self.add(show_switch(words, self.passphrase))
        self.add(row(self._open, self._other), above=8)
        self.add(self._older)
        self.add(self._waiting)
        self.add(self._lost, above=16)
        self.passphrase.entered.connect(self._give)
        self._open.clicked.connect(self._give)
        self._other.clicked.connect(self.other_asked)
        self._lost.clicked.connect(self.recovery_asked)
        self._older.clicked.connect(lambda: self.older_accepted.emit(self.passphrase.text()))

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

    def offer_older(self) -> None:
        """It is the right passphrase, and the person may know why the file with the locks is older."""
        self._older.show()

    def _give(self) -> None:
        if self.passphrase.text() and self._open.isEnabled():
            self.passphrase_given.emit(self.passphrase.text())

    def _allow(self, *, on: bool) -> None:
        self._older.hide()
        for part in (self._open, self._other, self._lost, self.passphrase.line):
            part.setEnabled(on)

"""Opening a vault with its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.parts import PassphraseField, show_switch
from ui.pages.typing_hint import TypingHint
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.labels import label


class UnlockPage(DeedPage):
    """Asks for the passphrase of one vault."""

    passphrase_given = Signal(str)
    other_asked = Signal()
    recovery_asked = Signal()
    rescue_asked = Signal()
    older_accepted = Signal(str)
    """With the passphrase: the person knows why the file with the locks is an older one."""

    def __init__(self, words: Words, folder: Path) -> None:
        open_ = PrimaryButton(words.say("Open"))
        open_.setObjectName("open")
        other = QuietButton(words.say("Another vault"))
        super().__init__(open_, (other,), words.say("Opening. This takes a moment."))
        self.passphrase = PassphraseField("passphrase", words.say("Passphrase"))
        self._older = QuietButton(words.say("I put the older file there. Open it"))
        self._older.setObjectName("older")
        self._older.hide()
        lost = LinkButton(words.say("I forgot the passphrase and have a recovery code"))
        lost.setObjectName("lost")
        self.stop_too(lost, self.passphrase.line)
        self.add(label(words.say("Open “{name}”", name=folder.stem), "title"))
        self._locked = label(words.say("Everything is saved, and locked. You can close the lid."), "strong")
        self._locked.setObjectName("locked")
        self._locked.hide()
        self.add(self._locked)
        self.add(label(words.say("In the folder {folder}", folder=str(folder.parent)), "hint"))
        self.add(self.passphrase, above=8)
        self.add(TypingHint(words, self.passphrase.line))
        self.add(show_switch(words, self.passphrase))
        self._rescue = QuietButton(words.say("Rescue what can be read"))
        self._rescue.setObjectName("rescue")
        self._rescue.hide()
        self._rescue.clicked.connect(self.rescue_asked)
        self.add(self._older)
        self.add(self._rescue)
        self.add(lost, above=8)
        self.passphrase.entered.connect(self._give)
        open_.clicked.connect(self._give)
        other.clicked.connect(self.other_asked)
        lost.clicked.connect(self.recovery_asked)
        self._older.clicked.connect(lambda: self.older_accepted.emit(self.passphrase.text()))

    def tell(self, sentence: str) -> None:
        super().tell(sentence)
        self.passphrase.line.selectAll()
        self.bring(self.passphrase.line)

    def tell_locked(self) -> None:
        """It was open until now."""
        self._locked.show()

    def offer_older(self) -> None:
        """It is the right passphrase, and the person may know why the file with the locks is older."""
        self._older.show()
        self.show_part(self._older)

    def offer_rescue(self) -> None:
        """The database is damaged, and a part of it may still be read."""
        self._rescue.show()
        self.show_part(self._rescue)

    def allow(self, *, on: bool) -> None:
        self._older.hide()
        self._rescue.hide()
        super().allow(on=on)

    def _give(self) -> None:
        if self.passphrase.text() and self.act.isEnabled():
            self.passphrase_given.emit(self.passphrase.text())

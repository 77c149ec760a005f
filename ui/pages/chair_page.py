"""Giving the chair to the applicant, and asking for it back."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import PassphraseField, Told, show_switch
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class GivePage(Column):
    """Says what the applicant will see, and how far that goes."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.go_on = PrimaryButton(words.say("Show this draft alone"))
        self.go_on.setObjectName("seat")
        back = QuietButton(words.say("Back"))
        self.add(label(words.say("Give your place to the applicant"), "title"))
        for sentence in (
            words.say(
                "From now on this window shows this one draft, as its applicant sees it: no other drafts, no"
                " names of others, no notes, no settings of the vault."
            ),
            words.say("To come back, press “Back” on the first page of the draft, and type your passphrase."),
            words.say(
                "This is a courtesy, not a wall. The vault stays open behind it, and the rest of the computer"
                " can be used as ever: please stay near."
            ),
        ):
            self.add(label(sentence))
        self.add(row(self.go_on, back), above=12)
        self.go_on.clicked.connect(self.agreed)
        back.clicked.connect(self.given_up)


class ReturnPage(Column):
    """Where the applicant's first page leads back to: nothing of the office shows before the passphrase."""

    proved = Signal(str)
    """With a passphrase."""
    stayed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.passphrase = PassphraseField("passphrase", words.say("Passphrase"))
        self.told = Told()
        self._open = PrimaryButton(words.say("Show all drafts"))
        self._open.setObjectName("all-drafts")
        stay = QuietButton(words.say("Back to my draft"))
        self.add(label(words.say("This window shows one draft"), "title"))
        self.add(
            label(
                words.say(
                    "Whoever gave you this place can type the passphrase here. Everything you wrote is saved."
                )
            )
        )
        self.add(self.told)
        self.add(self.passphrase, above=8)
        self.add(show_switch(words, self.passphrase))
        self.add(row(self._open, stay), above=8)
        self._open.clicked.connect(self._give)
        self.passphrase.entered.connect(self._give)
        stay.clicked.connect(self.stayed)

    def tell(self, sentence: str) -> None:
        """It was not the passphrase."""
        self._open.setEnabled(True)
        self.told.tell(sentence)
        self.passphrase.line.selectAll()
        self.bring(self.passphrase.line)

    def _give(self) -> None:
        if self.passphrase.text() and self._open.isEnabled():
            self._open.setEnabled(False)
            self.proved.emit(self.passphrase.text())

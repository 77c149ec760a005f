"""What covers the window when it had to lock and something is not saved yet."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import PassphraseField, Told
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class CurtainPage(Column):
    """Nothing of the draft shows. The vault stays open behind it, as it holds words that are nowhere else."""

    proved = Signal(str)
    """With a passphrase."""
    retried = Signal()
    given_up = Signal()

    def __init__(self, words: Words, reason: str) -> None:
        """`reason` says as a sentence what keeps the last words from being saved."""
        super().__init__()
        self.passphrase = PassphraseField("passphrase", words.say("Passphrase"))
        self.told = Told()
        self._go_on = PrimaryButton(words.say("Go on"))
        self._go_on.setObjectName("go-on")
        again = LinkButton(words.say("Try again"))
        leave = LinkButton(words.say("Close without the last changes"))
        self.add(label(words.say("This window is covered"), "title"))
        self.add(label(words.say("Not saved yet: {reason}", reason=reason)))
        self.add(
            label(
                words.say(
                    "Intake was about to lock, and keeps trying to save. It locks as soon as all is saved. To"
                    " go on before, type the passphrase."
                )
            )
        )
        self.add(self.told)
        self.add(self.passphrase, above=8)
        self.add(row(self._go_on), above=8)
        self.add(row(again, leave), above=16)
        self.setFocusProxy(self.passphrase)
        self._go_on.clicked.connect(self._give)
        self.passphrase.entered.connect(self._give)
        again.clicked.connect(self.retried)
        leave.clicked.connect(self.given_up)

    def tell(self, sentence: str) -> None:
        """It was not the passphrase."""
        self._go_on.setEnabled(True)
        self.told.tell(sentence)

    def _give(self) -> None:
        if self.passphrase.text() and self._go_on.isEnabled():
            self._go_on.setEnabled(False)
            self.proved.emit(self.passphrase.text())

"""Making a vault: its name, where it lies, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import LineField, Told
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label

UNFIT_FOR_NAMES = frozenset('/\\:*?"<>|')


class CreatePage(Column):
    """Asks for what a new vault needs, and says plainly what a forgotten passphrase means."""

    asked = Signal(str, str)
    """With the name of the vault and its passphrase."""
    folder_asked = Signal()
    given_up = Signal()

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__()
        self._words = words
        self.name = LineField(
            "name",
            words.say("Name of the vault"),
            words.say("Others may see this name. It need not be yours."),
        )
        self.name.line.setText(words.say("My vault"))
        self._passphrase = NewPassphrase(
            words, words.say("Passphrase"), words.say("The same passphrase again")
        )
        self.told = Told()
        self.add(label(words.say("Make a new vault"), "title"))
        self.add(self._warning())
        self.add(self.told)
        self.add(self.name, above=8)
        self._add_folder(folder)
        self.add(self._passphrase, above=8)
        self._add_buttons()

    def wait(self) -> None:
        """The vault is being made: about a second."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Making the vault. This takes a moment."))
        announce(self, self._waiting.text())
        self._make.setEnabled(False)

    def tell(self, sentence: str) -> None:
        """It was not made, and why."""
        self._waiting.setText("")
        self._make.setEnabled(True)
        self.told.tell(sentence)
        self.show_part(self.told)

    def _warning(self) -> Card:
        card = Card("note")
        card.add(label(self._words.say("Nobody can recover a lost passphrase."), "strong"))
        card.add(
            label(
                self._words.say(
                    "Not the people who made Intake, and not a lawyer. Choose one you will remember, or write"
                    " it on paper and keep the paper in a safe place, away from this computer."
                )
            )
        )
        card.add(
            label(self._words.say("You can make a recovery code on paper later, under “Vault settings”."))
        )
        return card

    def _add_folder(self, folder: Path) -> None:
        where = self._words.say("It will be made in the folder {folder}", folder=str(folder))
        change = LinkButton(self._words.say("Choose another folder"))
        change.setObjectName("folder")
        change.clicked.connect(self.folder_asked)
        self.add(label(where, "hint"))
        self.add(change)

    def _add_buttons(self) -> None:
        self._make = PrimaryButton(self._words.say("Make the vault"))
        self._make.setObjectName("make")
        back = QuietButton(self._words.say("Back"))
        self._waiting = label("", "soft")
        self.add(row(self._make, back), above=12)
        self.add(self._waiting)
        self._make.clicked.connect(self._ask)
        self._passphrase.entered.connect(self._ask)
        back.clicked.connect(self.given_up)

    def _ask(self) -> None:
        sentence = self._look_over()
        if sentence:
            self.tell(sentence)
        elif self._make.isEnabled():
            self.asked.emit(self.name.text().strip(), self._passphrase.text())

    def _look_over(self) -> str:
        """What has to be put right before the vault can be made, as a sentence; empty when nothing."""
        name, words = self.name.text().strip(), self._words
        if not name or UNFIT_FOR_NAMES & set(name) or name.startswith("."):
            return words.say("Please give the vault a short name of letters and numbers.")
        return self._passphrase.fault()

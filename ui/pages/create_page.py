"""Making a vault: its name, where it lies, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import LineField
from ui.pages.place_note import place_note
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import label

UNFIT_FOR_NAMES = frozenset('/\\:*?"<>|')


class CreatePage(DeedPage):
    """Asks for what a new vault needs, and says plainly what a forgotten passphrase means."""

    asked = Signal(str, str)
    """With the name of the vault and its passphrase."""
    folder_asked = Signal()
    given_up = Signal()

    def __init__(self, words: Words, folder: Path) -> None:
        make = PrimaryButton(words.say("Make the vault"))
        make.setObjectName("make")
        back = QuietButton(words.say("Back"))
        super().__init__(make, (back,), words.say("Making the vault. This takes a moment."))
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
        self.add(label(words.say("Make a new vault"), "title"))
        self.add(self._warning())
        self.add(self.name, above=8)
        self._add_folder(folder)
        self.add(self._passphrase, above=8)
        make.clicked.connect(self._ask)
        self._passphrase.entered.connect(self._ask)
        back.clicked.connect(self.given_up)

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
        note = place_note(self._words, folder)
        if note is not None:
            self.add(note)
        self.add(change)

    def _ask(self) -> None:
        name = self.name.text().strip()
        if not name or UNFIT_FOR_NAMES & set(name) or name.startswith("."):
            self.tell(self._words.say("Please give the vault a short name of letters and numbers."))
            self.bring(self.name.line)
        elif fault := self._passphrase.fault():
            self.tell(fault)
            self.bring(self._passphrase.first.line)
        elif self.act.isEnabled():
            self.asked.emit(name, self._passphrase.text())

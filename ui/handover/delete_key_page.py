"""Deleting a key for good: a word is typed, so that no slip of the hand does it."""

from PySide6.QtCore import Signal

from intake.export.handover.keys import ReceivingKey
from intake.moments import day
from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.parts import LineField
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import label


class DeleteKeyPage(DeedPage):
    """Says what can never be opened again."""

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, words: Words, key: ReceivingKey) -> None:
        act, back = PrimaryButton(words.say("Delete the key for good")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("Deleting the key"))
        self._words = words
        self._word = words.say_in("typed to confirm", "delete")
        self.typed = LineField("word", words.say("To confirm, type the word “{word}”", word=self._word))
        self.add(label(words.say("Delete a key"), "title"))
        self.add(label(words.say("Key of {day}", day=day(key.made, words)), "question"))
        self.add(
            label(
                words.say(
                    "What was sealed to this key and was not taken in can never be opened again, by nobody."
                    " Drafts that were taken in stay as they are."
                )
            )
        )
        self.add(
            label(
                words.say(
                    "The copies in the vault’s folder are made anew without it. Backup copies elsewhere, and"
                    " keys that were written to a file, still hold it: erase those yourself."
                )
            )
        )
        self.add(self.typed, above=8)
        act.clicked.connect(self._confirm)
        self.typed.entered.connect(self._confirm)
        back.clicked.connect(self.given_up)

    def _confirm(self) -> None:
        if self.typed.text().strip().casefold() == self._word.casefold():
            self.confirmed.emit()
        else:
            self.tell(
                self._words.say("Nothing was deleted. Please type the word exactly as it stands there.")
            )

"""It was taken in: what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from intake.words import Words
from ui.widgets.buttons import PrimaryButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class TakenPage(Column):
    """One way on."""

    went_on = Signal()

    def __init__(self, words: Words, said: Sequence[str]) -> None:
        super().__init__()
        self.go_on = PrimaryButton(words.say("To the drafts"))
        self.go_on.setObjectName("go-on")
        self.add(label(words.say("It was taken in"), "title"))
        for sentence in said:
            self.add(label(sentence))
        self.add(row(self.go_on), above=12)
        self.go_on.clicked.connect(self.went_on)

"""The package is there: where, who can open it, and what to do with it now."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import SecretShown, copyable
from ui.widgets.buttons import PrimaryButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class SealedPage(Column):
    """A passphrase stands here, since it is kept nowhere else."""

    went_on = Signal()

    def __init__(self, words: Words, target: Path, said: Sequence[str], back: str, phrase: str = "") -> None:
        """`said` tells who can open it; `back` says where one goes on."""
        super().__init__()
        self.add(label(words.say("The package is sealed"), "title"))
        for sentence in said:
            self.add(label(sentence))
        self.add(label(words.say("Folder"), "strong"), above=8)
        self.add(copyable(str(target.parent)))
        self.add(label(words.say("File"), "strong"))
        self.add(copyable(target.name))
        if phrase:
            self.add(label(words.say("Passphrase of the package"), "strong"))
            self.add(SecretShown(words, phrase))
        self.add(
            label(
                words.say(
                    "Intake has sent nothing. Send or carry this file yourself; once they have it, you can"
                    " delete it here."
                )
            ),
            above=8,
        )
        self.go_on = PrimaryButton(back)
        self.go_on.setObjectName("go-on")
        self.go_on.clicked.connect(self.went_on)
        self.add(row(self.go_on), above=12)

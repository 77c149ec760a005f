"""Where a package comes from: a file, or a folder that the office shares."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.delivery.inbox import Waiting
from intake.moments import day_and_time
from intake.words import Words
from ui.pages.parts import Told
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


class ReceivePage(Column):
    """Looking at a package changes nothing; what it is stands on the next page."""

    file_asked = Signal()
    folder_asked = Signal()
    looked_again = Signal()
    chosen = Signal(object)
    """With a Waiting."""
    given_up = Signal()

    def __init__(self, words: Words, title: str, *, shared: bool) -> None:
        """`shared`: packages may lie in a folder of the office."""
        super().__init__()
        self._words = words
        self.told = Told()
        self.file = PrimaryButton(words.say("Choose the file"))
        self.file.setObjectName("file")
        self._waiting = label("", "soft")
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add(label(title, "title"))
        self.add(
            label(
                words.say(
                    "Intake looks first whether the file is whole and who signed it. Nothing is taken in"
                    " before you say so."
                )
            )
        )
        self.add(self.told)
        self.add(row(self.file))
        self.add(self._waiting)
        if shared:
            self._add_shared()
        back = QuietButton(words.say("Back"))
        self.add(row(back), above=12)
        back.clicked.connect(self.given_up)
        self.file.clicked.connect(self.file_asked)

    def wait(self) -> None:
        """A package is being looked at."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Looking at the package"))
        announce(self, self._waiting.text())
        self._allow(on=False)

    def tell(self, sentence: str) -> None:
        """It was not opened, and why."""
        self._waiting.setText("")
        self._allow(on=True)
        self.told.tell(sentence)
        if sentence:
            self.show_part(self.told)

    def show_waiting(self, folder: Path, waiting: Sequence[Waiting]) -> None:
        """Show what lies in the shared folder."""
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.deleteLater()
        words = self._words
        self._lines.addWidget(label(words.say("Folder: {folder}", folder=folder), "caption"))
        if not waiting:
            self._lines.addWidget(label(words.say("No package waits in this folder.")))
        for one in waiting:
            self._lines.addWidget(self._line(one))
        self._again.setVisible(True)

    def _allow(self, *, on: bool) -> None:
        for button in [*self._list.findChildren(LinkButton), self.file]:
            button.setEnabled(on)

    def _add_shared(self) -> None:
        words = self._words
        folder = QuietButton(words.say("Choose the shared folder"))
        folder.setObjectName("folder")
        self._again = LinkButton(words.say("Look again"))
        self._again.setObjectName("again")
        self._again.hide()
        self.add(label(words.say("Packages that wait in a shared folder"), "question"), above=16)
        self.add(
            label(
                words.say("Whoever takes one moves it to a folder “taken”, so that each is taken once."),
                "hint",
            )
        )
        self.add(self._list)
        self.add(row(folder))
        self.add(self._again)
        folder.clicked.connect(self.folder_asked)
        self._again.clicked.connect(self.looked_again)

    def _line(self, one: Waiting) -> Card:
        words, card = self._words, Card()
        came = day_and_time(one.came.astimezone(), words)
        card.add(label(words.say("Package of {time}", time=came), "strong"))
        if one.begun:
            said = words.say("Somebody began to take this and did not finish. Ask them before you do.")
            card.add(label(said, "caption"))
        take = LinkButton(words.say("Look at it"))
        take.setAccessibleName(words.say("Look at it: {what}", what=came))
        take.clicked.connect(lambda: self.chosen.emit(one))
        card.add(row(take))
        return card

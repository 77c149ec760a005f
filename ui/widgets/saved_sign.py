"""The sign that says, truly, whether what was typed is in the vault."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.moments import clock_time, day_and_time
from intake.words import Words
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import announce, change_label, label


class SavedSign(QWidget):
    """One line: saved at a time, saving, or not saved and why, with a way to try again."""

    retried = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._text = label("", "caption")
        self._again = LinkButton(words.say("Try again"))
        self._again.clicked.connect(self.retried)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._text, 1)
        line.addWidget(self._again)
        self._again.hide()

    def text(self) -> str:
        """What the sign says now."""
        return self._text.text()

    def show_saved(self, moment: datetime, *, dated: bool = False) -> None:
        """Everything is in the vault since this moment, given in this computer's time.

        It is `dated` when it is of another day.
        """
        first = not self._text.text() or self._again.isVisibleTo(self)
        time = (day_and_time if dated else clock_time)(moment, self._words)
        self._show(self._words.say("Saved on this computer, {time}", time=time), failed=False)
        if first:
            announce(self, self._text.text())

    def show_saving(self) -> None:
        self._show(self._words.say("Saving"), failed=False)

    def show_unsaved(self, reason: str) -> None:
        """Something is not in the vault; `reason` is a sentence."""
        self._show(self._words.say("Not saved yet: {reason}", reason=reason), failed=True)
        announce(self, self._text.text())

    def show_held(self) -> None:
        """Something on the page is not finished, or cannot be read, so it was not taken."""
        self._show(self._words.say("What you typed last is not saved yet."), failed=False)

    def _show(self, text: str, *, failed: bool) -> None:
        change_label(self._text, "problem" if failed else "caption", text)
        self._again.setVisible(failed)

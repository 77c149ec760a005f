"""Choosing a new passphrase: twice the same, shown or not, or one that is suggested."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.parts import PassphraseField, show_switch
from ui.widgets.buttons import LinkButton

SHORTEST = 10
"""Letters. There are no rules for which: length protects, and rules only make people forget."""


class NewPassphrase(QWidget):
    """Two fields, the tick that shows them, and a suggestion."""

    entered = Signal()

    def __init__(self, words: Words, name: str = "", again: str = "") -> None:
        """`name` and `again` say above the fields what the passphrase is, when it is not a new one."""
        super().__init__()
        self._words = words
        hint = words.say("At least 10 letters. Four or five words are good.")
        self.first = PassphraseField("first", name or words.say("New passphrase"), hint)
        self.second = PassphraseField("second", again or words.say("The new passphrase again"))
        self.second.entered.connect(self.entered)
        self._switch = show_switch(words, self.first, self.second)
        suggest = LinkButton(words.say("Suggest a passphrase"))
        suggest.setObjectName("suggest")
        suggest.clicked.connect(self._suggest)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        for part in (self.first, self.second, self._switch, suggest):
            parts.addWidget(part)

    def text(self) -> str:
        return self.first.text()

    def fault(self) -> str:
        """What has to be put right, as a sentence; empty when nothing."""
        if len(self.first.text()) < SHORTEST:
            return self._words.say("Please make the passphrase longer: at least 10 letters.")
        if self.first.text() != self.second.text():
            return self._words.say(
                "The two passphrases are not the same. “Show what I type” helps to find the difference."
            )
        return ""

    def _suggest(self) -> None:
        from random import SystemRandom

        from intake.passphrases import suggest_passphrase  # start-up: chance comes with a deal of hashing

        suggestion = suggest_passphrase(SystemRandom())
        self._switch.setChecked(True)
        self.first.line.setText(suggestion)
        self.second.line.setText(suggestion)

"""Choosing a new passphrase: words made by chance are offered first; one's own is typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.parts import PassphraseField, show_switch
from ui.pages.typing_hint import TypingHint
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.flow import row
from ui.widgets.labels import change_label, label

SHORTEST = 10
"""Letters. There are no rules for which: length protects, and rules only make people forget."""


class NewPassphrase(QWidget):
    """A suggestion to take; two fields, the tick that shows them, and what is known of what they hold."""

    entered = Signal()

    def __init__(self, words: Words, name: str = "", again: str = "") -> None:
        """`name` and `again` say above the fields what the passphrase is, when it is not a new one."""
        super().__init__()
        self._words = words
        hint = words.say(
            "Or one of your own, of at least 10 letters: four or five words that have nothing to do with each"
            " other, and nothing with you."
        )
        self.first = PassphraseField("first", name or words.say("New passphrase"), hint)
        self.second = PassphraseField("second", again or words.say("The new passphrase again"))
        self.second.entered.connect(self.entered)
        self._switch = show_switch(words, self.first, self.second)
        self._judged = label("", "hint")
        self._judged.hide()
        typing = TypingHint(words, self.first.line, self.second.line)
        self.first.line.editingFinished.connect(self._judge)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        for part in (self._suggestion(), self.first, self._judged, self.second, typing, self._switch):
            parts.addWidget(part)

    def text(self) -> str:
        return self.first.text()

    def fault(self) -> str:
        """What has to be put right, as a sentence; empty when nothing."""
        if len(self.first.text()) < SHORTEST:
            return self._words.say("Please make the passphrase longer: at least 10 letters.")
        if self._is_guessed():
            return self._words.say(
                "This passphrase is among those that are guessed first. Please take a longer one, or the"
                " words that are suggested above."
            )
        if self.first.text() != self.second.text():
            return self._words.say(
                "The two passphrases are not the same. “Show what I type” helps to find the difference."
            )
        return ""

    def _suggestion(self) -> Card:
        from intake.passphrases import WORDS  # start-up: no list of words before it is wanted

        words, card = self._words, Card("calm")
        self._phrase = label("", "question")
        self._suggest()
        take = QuietButton(words.say("Use these words"))
        take.setObjectName("take")
        take.clicked.connect(self._take)
        other = LinkButton(words.say("Other words"))
        other.setObjectName("other-words")
        other.clicked.connect(self._suggest)
        card.add(
            label(
                words.say(
                    "Suggested: {count} words, drawn by chance. Nobody guesses them, and a strong computer"
                    " would need far longer than a life. Write them on paper.",
                    count=WORDS,
                )
            )
        )
        card.add(self._phrase)
        card.add(row(take, other))
        return card

    def _suggest(self) -> None:
        from random import SystemRandom

        from intake.passphrases import suggest_words  # start-up: chance comes with a deal of hashing

        self._phrase.setText(suggest_words(SystemRandom(), self._words.language))

    def _take(self) -> None:
        self._switch.setChecked(True)
        self.first.line.setText(self._phrase.text())
        self.second.line.setText(self._phrase.text())
        self._judge()

    def _judge(self) -> None:
        """Say what is known of it. Of what is not among the guessed, nothing is promised."""
        words, typed = self._words, self.first.text()
        said = ""
        if typed and self._is_guessed():
            said = words.say("This is easily guessed.")
        elif len(typed) >= SHORTEST:
            said = words.say("This is not among the passphrases that are guessed first.")
        change_label(self._judged, "hint", said)

    def _is_guessed(self) -> bool:
        from intake.passphrases_guessed import easily_guessed  # start-up: it brings long lists of words

        return easily_guessed(self.first.text())

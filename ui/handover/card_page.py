"""Whom a draft is given to: a card that is known, a file, a text, or nobody's card and a passphrase."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from intake.export.handover.cards import Card
from intake.moments import day
from intake.words import Words
from ui.pages.parts import Told
from ui.widgets import card
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field


class CardPage(Column):
    """Nothing here leaves the computer: a card only says to whom a draft is sealed."""

    chosen = Signal(object)
    """With the Card of somebody whose digits were compared before."""
    file_asked = Signal()
    text_given = Signal(str)
    phrase_asked = Signal()
    given_up = Signal()

    def __init__(self, words: Words, known: Sequence[Card]) -> None:
        super().__init__()
        self._words = words
        self.told = Told()
        self.file = PrimaryButton(words.say("Choose the file of the card"))
        self.file.setObjectName("file")
        self.add(label(words.say("Give it to a firm"), "title"))
        self.add(
            label(
                words.say(
                    "Your draft is sealed into one file that only they can open. You send it yourself, by any"
                    " messenger or on a stick. Intake sends nothing."
                )
            )
        )
        self.add(self.told)
        if known:
            self.add(label(words.say("You gave drafts to them before, or compared their digits"), "question"))
            for one in known:
                self.add(self._known(one))
        self.add(label(words.say("Their card"), "question"), above=8)
        ask = words.say("Ask them for their card: a small file, or some lines of text.")
        self.add(label(ask, "hint"))
        self.add(row(self.file))
        self._add_text()
        self._add_rest()
        self.file.clicked.connect(self.file_asked)

    def draft(self) -> str:
        return self.text.toPlainText()

    def restore(self, draft: str) -> None:
        self.text.setPlainText(draft)

    def _known(self, one: Card) -> card.Card:
        words, frame = self._words, card.Card()
        use = QuietButton(words.say("Give it to them"))
        use.setObjectName(f"known-{one.verifier[:8]}")
        name = one.name or words.say("A card without a name")
        use.setAccessibleName(words.say("Give it to them: {name}", name=name))
        use.clicked.connect(lambda: self.chosen.emit(one))
        frame.add(label(name, "strong"))
        frame.add(label(words.say("Card of {day}", day=day(one.made, words)), "caption"))
        frame.add(row(use))
        return frame

    def _add_text(self) -> None:
        words = self._words
        self.text = QPlainTextEdit()
        self.text.setObjectName("text")
        self.text.setTabChangesFocus(True)
        self.text.ensurePolished()
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 4 + 20)
        caption = label(words.say("Or put the text of the card here"), "strong")
        name_field(caption, self.text)
        use = QuietButton(words.say("Use this text"))
        use.setObjectName("use-text")
        use.clicked.connect(lambda: self.text_given.emit(self.text.toPlainText()))
        self.add(caption, above=8)
        self.add(self.text)
        self.add(row(use))

    def _add_rest(self) -> None:
        words = self._words
        phrase = LinkButton(words.say("They have no card: use a passphrase"))
        phrase.setObjectName("phrase")
        phrase.clicked.connect(self.phrase_asked)
        back = QuietButton(words.say("Back"))
        back.clicked.connect(self.given_up)
        self.add(phrase, above=16)
        self.add(row(back), above=8)

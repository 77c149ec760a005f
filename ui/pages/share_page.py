"""Opening a draft to those who help: what each button means is said before it is pressed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.case import Status
from intake.words import Words, mark
from ui.pages.parts import Told
from ui.pages.stop_page import support_card
from ui.status import OPEN_OR_CLOSED
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label

KEPT_HERE = mark(
    "To give your draft sealed to people elsewhere, or to take in what they sent, use a vault of your own:"
    " this one would sign with the keys of this office."
)


class SharePage(Column):
    """The applicant alone decides when others may read."""

    status_chosen = Signal(Status)
    put_off = Signal()
    giving_asked = Signal()
    """The draft is wanted sealed, for people elsewhere."""
    answers_brought = Signal()
    """Something came back from helpers elsewhere."""

    def __init__(self, words: Words, status: Status, doubt: str = "") -> None:
        """`doubt`: what the applicant said that speaks against it."""
        super().__init__()
        self._words = words
        self.told = Told()
        self.add(label(words.say("Share it, or ask for help"), "title"))
        self.add(label(self._beginning(words, status)))
        self.add(
            label(
                words.say("They see your answers as you gave them. That they opened your draft is recorded.")
            )
        )
        self.add(self.told)
        self.told.tell(doubt)
        self._add_choices(words, status)

    def tell_nobody_sees(self, support: str) -> None:
        """Say that opening it here reaches nobody, and whom one can call."""
        words, card = self._words, Card("note")
        card.setObjectName("nobody-sees")
        card.add(
            label(
                words.say(
                    "So far nobody else has looked into this vault. Nobody sees that you ask for help unless"
                    " you show the draft to somebody here, or give them a file of it or a PDF."
                )
            )
        )
        self.insert(2, card)
        if support:
            self.insert(3, support_card(words, support))

    def keep_here(self) -> None:
        """The place is an office's: nothing is given away from it, or taken in."""
        for part in self._travelling:
            part.hide()
        self.add(label(self._words.say(KEPT_HERE), "hint"), above=16)

    @staticmethod
    def _beginning(words: Words, status: Status) -> str:
        if status.open_to_reviewers:
            return words.say(OPEN_OR_CLOSED[status])
        return words.say(
            "Now nobody who reviews drafts can read yours. Either button below opens it to the"
            " people who have the passphrase of this vault. It sends nothing anywhere."
        )

    def _add_choices(self, words: Words, status: Status) -> None:
        share = PrimaryButton(words.say("Ready to share"))
        share.setObjectName("ready")
        ask = QuietButton(words.say("Ask for help"))
        ask.setObjectName("help")
        later = QuietButton(words.say("Not now"))
        for title, meaning, button, meant in (
            (
                words.say("I have answered what I can"),
                words.say("You can still add and change answers afterwards."),
                share,
                Status.SHARED,
            ),
            (
                words.say("I am stuck, or I want someone to look with me"),
                words.say("The draft is marked as asking for help. It need not be finished."),
                ask,
                Status.HELP_WANTED,
            ),
        ):
            button.setEnabled(status is not meant)
            self._add_choice(_choice(title, meaning, button), button, meant)
        if status.open_to_reviewers:
            self._add_closing(words)
        self._add_travelling(words)
        later.clicked.connect(self.put_off)
        self.add(row(later), above=8)

    def _add_travelling(self, words: Words) -> None:
        """For helpers who sit at another computer."""
        give = QuietButton(words.say("Give it to a firm"))
        give.setObjectName("give")
        give.clicked.connect(self.giving_asked)
        bring = QuietButton(words.say("Take in their file"))
        bring.setObjectName("bring")
        bring.clicked.connect(self.answers_brought)
        self._travelling: list[QWidget] = [label(words.say("With people at another computer"), "question")]
        self.add(self._travelling[0], above=16)
        for title, meaning, button in (
            (
                words.say("My helpers have Intake on their own computer"),
                words.say(
                    "The draft is sealed into a file that only they can open. You send it yourself, and again"
                    " when something changed."
                ),
                give,
            ),
            (
                words.say("My helpers sent me a file"),
                words.say("Their questions are shown to you here. Your answers stay as they are."),
                bring,
            ),
        ):
            card = _choice(title, meaning, button)
            self._travelling.append(card)
            self.add(card, above=4)

    def _add_closing(self, words: Words) -> None:
        close = QuietButton(words.say("Close it to reviewers again"))
        close.setObjectName("close")
        title = words.say("I do not want others to read it now")
        meaning = words.say("It closes to those who review drafts. They keep what they have read.")
        self._add_choice(_choice(title, meaning, close), close, Status.IN_PROGRESS)

    def _add_choice(self, card: Card, button: PrimaryButton | QuietButton, meant: Status) -> None:
        button.clicked.connect(partial(self.status_chosen.emit, meant))
        self.add(card, above=4)


def _choice(title: str, meaning: str, button: PrimaryButton | QuietButton) -> Card:
    card = Card()
    card.add(label(title, "strong"))
    card.add(label(meaning))
    card.add(row(button))
    return card

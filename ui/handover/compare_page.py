"""Is it their card? The twenty digits are heard from its holder and typed; they do not stand here before."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from intake.export.handover.cards import Acquaintance, Card
from intake.moments import day
from intake.words import Words, mark
from ui.pages.deed_page import DeedPage
from ui.pages.parts import LineField
from ui.widgets import card as cards
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import label

_STANDING: Mapping[Acquaintance, str] = {
    Acquaintance.ROTATED: mark(
        "You know them: this card has a new key, and was signed by the one whose digits you compared before."
        " Please compare once more."
    ),
    Acquaintance.CHANGED: mark(
        "You know a card of this name, and it had other keys. Somebody may be using the name. Please call"
        " them on a number that you had before this card came, and ask why it changed. Do not go on until you"
        " know."
    ),
}


class ComparePage(DeedPage):
    """Says what the card says of itself, which anybody can write, and asks for what nobody else can know."""

    given = Signal(str)
    """With what was typed."""
    given_up = Signal()

    def __init__(self, words: Words, card: Card, standing: Acquaintance) -> None:
        act, back = PrimaryButton(words.say("These are their digits")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("This takes a moment."))
        self._words = words
        self.digits = LineField(
            "digits",
            words.say("The twenty digits that they read to you"),
            words.say("They do not stand on this page, so that you compare what you hear."),
        )
        self.add(label(words.say("Is this their card?"), "title"))
        if standing in _STANDING:
            self.add(self._note(words.say(_STANDING[standing]), loud=standing is Acquaintance.CHANGED))
        self.add(label(words.say("The card says that it is of"), "caption"))
        self.add(label(card.name or words.say("A card without a name"), "question"))
        self.add(label(words.say("Card of {day}", day=day(card.made, words)), "caption"))
        self.add(
            label(
                words.say(
                    "Anybody can write a name on a card. Please call them, on a number that did not come with"
                    " the card, and ask them to read the twenty digits of their card to you."
                )
            ),
            above=8,
        )
        self.add(self.digits, above=8)
        act.clicked.connect(self._give)
        self.digits.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def _note(self, sentence: str, *, loud: bool) -> cards.Card:
        note = cards.Card("note")
        note.setObjectName("standing")
        if loud:
            note.add(label(self._words.say("Please stop and look: these keys are others"), "question"))
        note.add(label(sentence))
        return note

    def _give(self) -> None:
        if self.digits.text().strip():
            self.given.emit(self.digits.text())
        else:
            self.tell(self._words.say("Please type the twenty digits that they read to you."))
            self.bring(self.digits.line)

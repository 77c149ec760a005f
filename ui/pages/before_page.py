"""What leaving now hides and what it does not, said once before a vault is made."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from intake.words import Words
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class BeforePage(Column):
    """Whoever believes that more is hidden than is, is in more danger than before."""

    went_on = Signal()
    given_up = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.go_on = PrimaryButton(words.say("Continue"))
        self.go_on.setObjectName("continue")
        back = QuietButton(words.say("Back"))
        self.add(label(words.say("If someone comes in"), "title"))
        for sentence in _ways(words):
            self.add(label(sentence))
        self.add(_list(words.say("This is hidden"), _hidden(words)), above=8)
        self.add(_list(words.say("This is not hidden"), _not_hidden(words)), above=8)
        self.add(row(self.go_on, back), above=12)
        self.go_on.clicked.connect(self.went_on)
        back.clicked.connect(self.given_up)


def _ways(words: Words) -> Sequence[str]:
    return (
        words.say(
            "Press “Leave now” at the top of the window, or press and release the Shift key three times."
            " The window turns blank at once. Then Intake saves, locks and closes, and asks nothing."
        ),
        words.say("You can try it here: nothing is open yet. Then start Intake again."),
    )


def _hidden(words: Words) -> Sequence[str]:
    return (
        words.say("Your answers: they are locked with your passphrase."),
        words.say("What you copied here to paste it: it is taken away."),
        words.say("Who you are: no window title and no list of recent files says it."),
    )


def _not_hidden(words: Words) -> Sequence[str]:
    return (
        words.say("That Intake is on this computer, that there is a vault, and when it was last used."),
        words.say("What someone saw before, or a program that watches the screen or the keys."),
        words.say("PDFs and copies that you took out of the vault, and what you printed."),
        words.say("Anything from someone who makes you tell the passphrase."),
    )


def _list(heading: str, sentences: Sequence[str]) -> Card:
    card = Card()
    card.add(label(heading, "strong"))
    for sentence in sentences:
        card.add(label(f"•  {sentence}"))
    return card

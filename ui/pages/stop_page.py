"""The neutral page that "Stop here" leads to: nothing to answer, and who can be called."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class StopPage(Column):
    """Says that all is kept, and offers every way on from here; none of them is the right one."""

    went_home = Signal()
    break_taken = Signal()
    left_now = Signal()
    went_on = Signal()

    def __init__(self, words: Words, support: str) -> None:
        """`support`: whom one can call, line by line; empty where the questionnaire names nobody."""
        super().__init__()
        self.add(label(words.say("You have stopped. That is all right."), "title"))
        self.add(label(words.say("What you wrote is kept. You need not come back to these questions today.")))
        if support:
            self.add(support_card(words, support), above=8)
        self.home = PrimaryButton(words.say("Back to all sections"))
        self.home.setObjectName("home")
        rest, leave = QuietButton(words.say("Take a break")), QuietButton(words.say("Leave now"))
        on = LinkButton(words.say("Go on with these questions"))
        on.setObjectName("go-on")
        self.add(row(self.home, rest, leave), above=12)
        self.add(on)
        self.home.clicked.connect(self.went_home)
        rest.clicked.connect(self.break_taken)
        leave.clicked.connect(self.left_now)
        on.clicked.connect(self.went_on)


def stop_link(voice: Voice, act: Callable[[], object]) -> LinkButton:
    """The way here, on each page of a section that asks about hard things."""
    link = LinkButton(voice.say("Stop here"))
    link.setObjectName("stop")
    link.clicked.connect(lambda: act())
    return link


def support_card(words: Words, support: str) -> Card:
    """Whom one can call. Nothing here leads out of this program: it is to be read, or written down."""
    card = Card("calm")
    card.add(label(words.say("If you want to talk to someone"), "strong"))
    for line in support.splitlines():
        card.add(label(line))
    return card

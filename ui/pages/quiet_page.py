"""The quiet pages around a heavy section."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.stop_page import support_card
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class QuietPage(Column):
    """Before: what comes, and that it may be left at any moment."""

    started = Signal()
    put_off = Signal()
    left_now = Signal()

    def __init__(self, words: Words, section: str, minutes: int) -> None:
        super().__init__()
        card = Card("calm")
        card.add(label(section, "title"))
        card.add(
            label(
                words.say_many(
                    "The next pages ask about hard things. They take about {count} minute.",
                    "The next pages ask about hard things. They take about {count} minutes.",
                    minutes,
                )
            )
        )
        card.add(label(words.say("You may skip any question, or keep it for a lawyer in person.")))
        card.add(label(words.say("You may stop at any moment. What you wrote is kept.")))
        self.start = PrimaryButton(words.say("Start"))
        self.start.setObjectName("start")
        later = QuietButton(words.say("Not now"))
        later.setObjectName("not-now")
        leave = QuietButton(words.say("Leave now"))
        self.add(card)
        self.add(row(self.start, later, leave), above=12)
        self.start.clicked.connect(self.started)
        later.clicked.connect(self.put_off)
        leave.clicked.connect(self.left_now)


class RestPage(Column):
    """After: nothing to do, and no praise for pain."""

    went_on = Signal()
    break_taken = Signal()
    lighter_chosen = Signal()

    def __init__(self, words: Words, support: str, lighter: str = "") -> None:
        """`support`: whom one can call, line by line; empty where the questionnaire names nobody. `lighter`:
        a section that asks about nothing hard, if one is open.
        """
        super().__init__()
        card = Card("calm")
        card.add(label(words.say("Thank you. This part is behind you for now."), "title"))
        card.add(label(words.say("It is saved. You can change it later, or leave it as it is.")))
        card.add(
            label(
                words.say("If you can, take a moment: some water, some air, a word with someone you trust.")
            )
        )
        self.go_on = PrimaryButton(words.say("Back to my draft"))
        self.go_on.setObjectName("go-on")
        rest = QuietButton(words.say("Take a break"))
        self.add(card)
        if support:
            self.add(support_card(words, support))
        self.add(row(self.go_on, rest), above=12)
        if lighter:
            link = LinkButton(words.say("Or go on with something lighter: {section}", section=lighter))
            link.setObjectName("lighter")
            link.clicked.connect(self.lighter_chosen)
            self.add(link)
        self.go_on.clicked.connect(self.went_on)
        rest.clicked.connect(self.break_taken)

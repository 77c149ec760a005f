"""Questions and proposals that came back to the applicant: from whom, and how many."""

from PySide6.QtCore import Signal

from intake.delivery.receiving import CameBack
from intake.export.handover.cards import fingerprint
from intake.moments import day
from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import label


class QuestionsPage(DeedPage):
    """No answer changes by taking them in."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self, words: Words, came: CameBack) -> None:
        act, back = PrimaryButton(words.say("Take it in")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("Taking it in"))
        sender, talk = came.sender, came.talk
        self.add(label(words.say("Your helpers sent something back"), "title"))
        card = Card()
        card.add(label(sender.name or words.say("A card without a name"), "strong"))
        digits = fingerprint(sender.recipient, sender.verifier)
        card.add(label(words.say("You compared its digits: {digits}", digits=digits), "caption"))
        made = day(came.letterhead.made.astimezone().date(), words)
        card.add(label(words.say("Sealed on {day}", day=made), "caption"))
        self.add(card)
        asked = sum(not query.closed for query in talk.queries)
        open_ones = sum(not it.adopted and not it.declined for it in talk.proposals)
        if asked:
            self.add(label(words.say_many("{count} question to you", "{count} questions to you", asked)))
        if open_ones:
            proposed = words.say_many(
                "{count} proposal for an answer", "{count} proposals for answers", open_ones
            )
            self.add(label(proposed))
        self.add(
            label(
                words.say(
                    "Your answers stay as they are. You may leave any question open, and you alone decide"
                    " about a proposal."
                )
            ),
            above=8,
        )
        act.clicked.connect(self.agreed)
        back.clicked.connect(self.given_up)

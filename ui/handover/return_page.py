"""Questions on their way back to an applicant: to whom, how many, and what never goes along."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from intake.export.handover.cards import Card, fingerprint
from intake.export.handover.contents import Talk
from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.widgets import card as cards
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back, and to whose card."""

    to: Card
    talk: Talk


class ReturnPage(DeedPage):
    """What is counsel-only has no place in it."""

    agreed = Signal()
    place_asked = Signal()
    given_up = Signal()

    def __init__(self, words: Words, reply: Reply, target: Path) -> None:
        act, back = PrimaryButton(words.say("Seal it")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("Sealing the questions"))
        talk = reply.talk
        self.add(label(words.say("Send questions back to the applicant"), "title"))
        self.add(
            label(
                words.say(
                    "They are sealed into one file. Only the vault from which the newest draft came can open"
                    " it."
                )
            )
        )
        card = cards.Card()
        digits = fingerprint(reply.to.recipient, reply.to.verifier)
        card.add(label(words.say("For the sender of the draft"), "strong"))
        card.add(label(words.say("Digits of the sender: {digits}", digits=digits), "caption"))
        self.add(card)
        asked = sum(not query.closed for query in talk.queries)
        proposed = sum(not it.adopted and not it.declined for it in talk.proposals)
        if asked:
            self.add(label(words.say_many("{count} open question", "{count} open questions", asked)))
        if proposed:
            self.add(label(words.say_many("{count} open proposal", "{count} open proposals", proposed)))
        if not asked and not proposed:
            self.add(label(words.say("Nothing waits for an answer. Only what was read back goes along.")))
        never = words.say("Notes, findings, grounds and translations never go along.")
        self.add(label(never, "hint"))
        self._place = label(str(target))
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        change = LinkButton(words.say("Choose another place"))
        change.setObjectName("place")
        self.add(label(words.say("It will be saved as"), "strong"), above=8)
        self.add(self._place)
        self.add(label(words.say("The name is made by chance and tells nothing."), "hint"))
        self.add(change)
        change.clicked.connect(self.place_asked)
        act.clicked.connect(self.agreed)
        back.clicked.connect(self.given_up)

    def show_place(self, target: Path) -> None:
        self._place.setText(str(target))

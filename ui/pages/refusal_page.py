"""After somebody said that their answers are not to be kept: what that means here, and every way on."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import Flow
from ui.widgets.labels import label


class RefusalPage(Column):
    """Nothing is erased by the answer itself, and nobody is kept from going on."""

    erase_wanted = Signal()
    went_home = Signal()
    went_on = Signal()

    def __init__(self, words: Words, *, may_erase: bool) -> None:
        """`may_erase`, unless somebody lent this place, and has to be asked."""
        super().__init__()
        card = Card("calm")
        card.add(label(words.say("You said no. That is all right."), "title"))
        card.add(label(words.say("Nothing of it leaves this computer by itself, and nothing was sent.")))
        card.add(
            label(
                words.say("What you wrote so far lies in the locked file. You can erase it for good now.")
                if may_erase
                else words.say(
                    "What you wrote so far lies in the locked file. If you want it erased, ask the person"
                    " whose computer this is."
                )
            )
        )
        self.home = PrimaryButton(words.say("Leave it as it is"))
        self.home.setObjectName("home")
        erase, on = QuietButton(words.say("Erase this draft")), QuietButton(words.say("Go on all the same"))
        erase.setObjectName("erase")
        on.setObjectName("go-on")
        ways = Flow(gap=12, line_gap=8)
        ways.add(self.home)
        if may_erase:
            ways.add(erase)
        ways.add(on)
        self.add(card)
        self.add(ways, above=12)
        self.home.clicked.connect(self.went_home)
        erase.clicked.connect(self.erase_wanted)
        on.clicked.connect(self.went_on)

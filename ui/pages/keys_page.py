"""Pages on which somebody proves with a passphrase that a way into the vault may be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.parts import PassphraseField, show_switch
from ui.pages.typing_hint import TypingHint
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to be done, what it means, what stands on the button that does it, and which passphrase
    is asked for, when it is not that of now.
    """

    title: str
    meaning: Sequence[str]
    act: str
    asked: str = ""


def remember_plan(words: Words) -> Plan:
    """What it means that a computer opens the vault without being asked."""
    return Plan(
        words.say("Let this computer open the vault"),
        [
            words.say(
                "The vault then opens on this computer without its passphrase, until you lock it, take a"
                " break or leave quickly. After that, the passphrase is needed once."
            ),
            words.say(
                "Whoever can use your account on this computer can then open the vault too. Please do not do"
                " this on a computer that others use, or that is not yours."
            ),
            words.say(
                "Computers can forget. Keep the passphrase: it always opens the vault, and nothing else may."
            ),
        ],
        words.say("Let it open the vault"),
    )


def _no_fault() -> str:
    return ""


class ProofPage(DeedPage):
    """Says what a change means, takes what it needs, and asks for the passphrase of now."""

    given = Signal(str)
    """With the passphrase; the other parts are for whoever put them here to read."""
    given_up = Signal()

    def __init__(
        self, words: Words, plan: Plan, parts: Sequence[QWidget] = (), fault: Callable[[], str] = _no_fault
    ) -> None:
        """`fault` says what has to be put right in the parts, as a sentence."""
        act, back = PrimaryButton(plan.act), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("This takes a moment."))
        self._words = words
        self._fault = fault
        self.present = PassphraseField("present", plan.asked or words.say("Your passphrase of now"))
        self.add(label(plan.title, "title"))
        for sentence in plan.meaning:
            self.add(label(sentence))
        self.add(self.present, above=8)
        self.add(TypingHint(words, self.present.line))
        if not parts:
            self.add(show_switch(words, self.present))
        for part in parts:
            self.add(part)
        act.clicked.connect(self._give)
        self.present.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def _give(self) -> None:
        if not self.act.isEnabled():
            return
        if not self.present.text():
            self.tell(self._words.say("Please type the passphrase that opens this vault now."))
            self.bring(self.present.line)
        elif fault := self._fault():
            self.tell(fault)
        else:
            self.given.emit(self.present.text())

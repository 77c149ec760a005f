"""Pages on which somebody proves with a passphrase that a way into the vault may be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.words import Words
from ui.pages.parts import PassphraseField, Told, show_switch
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to be done, what it means, and what stands on the button that does it."""

    title: str
    meaning: Sequence[str]
    act: str


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


class ProofPage(Column):
    """Says what a change means, takes what it needs, and asks for the passphrase of now."""

    given = Signal(str)
    """With the passphrase; the other parts are for whoever put them here to read."""
    given_up = Signal()

    def __init__(
        self, words: Words, plan: Plan, parts: Sequence[QWidget] = (), fault: Callable[[], str] = _no_fault
    ) -> None:
        """`fault` says what has to be put right in the parts, as a sentence."""
        super().__init__()
        self._words = words
        self._fault = fault
        self.told = Told()
        self.present = PassphraseField("present", words.say("Your passphrase of now"))
        self._act = PrimaryButton(plan.act)
        self._act.setObjectName("act")
        back = QuietButton(words.say("Back"))
        self._waiting = label("", "soft")
        self.add(label(plan.title, "title"))
        for sentence in plan.meaning:
            self.add(label(sentence))
        self.add(self.told)
        self.add(self.present, above=8)
        if not parts:
            self.add(show_switch(words, self.present))
        for part in parts:
            self.add(part)
        self.add(row(self._act, back), above=12)
        self.add(self._waiting)
        self._act.clicked.connect(self._give)
        self.present.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def wait(self) -> None:
        """It is being done: some seconds."""
        self.told.tell("")
        self._waiting.setText(self._words.say("This takes a moment."))
        announce(self, self._waiting.text())
        self._act.setEnabled(False)

    def tell(self, sentence: str) -> None:
        """It was not done, and why."""
        self._waiting.setText("")
        self._act.setEnabled(True)
        self.told.tell(sentence)
        self.show_part(self.told)

    def _give(self) -> None:
        if not self._act.isEnabled():
            return
        if not self.present.text():
            self.tell(self._words.say("Please type the passphrase that opens this vault now."))
        elif fault := self._fault():
            self.tell(fault)
        else:
            self.given.emit(self.present.text())

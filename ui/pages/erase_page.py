"""Erasing one draft for good: it is chosen, and a word is typed, so that no slip of the hand does it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from intake.case import CaseSummary
from intake.words import Words
from ui.models.cases import draft_name
from ui.pages.parts import LineField, Told
from ui.typed import keep
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.combo import Combo
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field


class ErasePage(Column):
    """Says what goes, and what may stay."""

    confirmed = Signal(str)
    """With the id of a case."""
    given_up = Signal()

    def __init__(self, words: Words, cases: Sequence[CaseSummary], chosen: str = "") -> None:
        """`chosen` is the id of the draft that is meant, if that is known."""
        super().__init__()
        self._words = words
        self._cases = cases
        self._word = words.say("erase")
        self.told = Told()
        self.draft = Combo([draft_name(case, words) for case in cases])
        self.draft.setCurrentIndex(next((at for at, case in enumerate(cases) if case.id == chosen), 0))
        keep(self.draft, "draft")
        caption = label(words.say("Which draft"), "strong")
        name_field(caption, self.draft)
        ask = words.say("To confirm, type the word “{word}”", word=self._word)
        self.typed = LineField("word", ask)
        act = PrimaryButton(words.say("Erase it for good"))
        act.setObjectName("act")
        back = QuietButton(words.say("Back"))
        self.add(label(words.say("Erase a draft"), "title"))
        self.add(
            label(
                words.say(
                    "All of its answers go, also from the copies in the vault’s folder. Nobody can bring them"
                    " back. Copies that were made elsewhere keep them, and so do exported PDFs;"
                    " a solid-state disk can keep traces for a while."
                )
            )
        )
        self.add(self.told)
        for part in (caption, self.draft, self.typed):
            self.add(part)
        self.add(row(act, back), above=12)
        act.clicked.connect(self._confirm)
        self.typed.entered.connect(self._confirm)
        back.clicked.connect(self.given_up)

    def _confirm(self) -> None:
        if self.typed.text().strip().casefold() == self._word.casefold():
            self.confirmed.emit(self._cases[self.draft.currentIndex()].id)
        else:
            self.told.tell(
                self._words.say("Nothing was erased. Please type the word exactly as it stands there.")
            )

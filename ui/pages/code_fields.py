"""A new recovery code, shown until it is on paper, and then proved by two of its groups."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.parts import LineField
from ui.pages.recovery_sheet import IN_A_LINE, ask_to_print
from ui.typed import keep
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceCheck
from ui.widgets.labels import label

ASKED = (2, 6)
"""Places of the groups that are asked for: one in each line of the paper."""


class CodeFields(QWidget):
    """The code goes out of sight when it is written down, so that the paper is read and not the screen."""

    def __init__(self, words: Words, groups: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._groups = groups
        self._card = Card("calm")
        for at in range(0, len(groups), IN_A_LINE):
            self._card.add(label("   ".join(groups[at : at + IN_A_LINE]), "question"))
        sheet = LinkButton(words.say("Print it on a sheet instead"))
        sheet.setObjectName("print")
        sheet.clicked.connect(lambda: ask_to_print(self.window(), words, groups))
        self._card.add(sheet)
        self._card.add(
            label(
                words.say("By hand is safer: a printer, and the computer's print queue, may keep a copy."),
                "hint",
            )
        )
        self._done = ChoiceCheck(words.say("I have written it on paper"))
        keep(self._done, "written")
        self._fields = [
            LineField(f"group-{place}", words.say("Group {number} on your paper", number=place + 1))
            for place in ASKED
        ]
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        for part in (self._card, self._done, *self._fields):
            parts.addWidget(part)
        self._show(written=False)
        self._done.toggled.connect(lambda on: self._show(written=on))

    def fault(self) -> str:
        """What has to be put right, as a sentence; empty when the paper is right."""
        if not self._done.isChecked():
            return self._words.say("Please write the code on paper first, and then tick that you have.")
        typed = [field.text().strip().upper() for field in self._fields]
        if typed != [self._groups[place] for place in ASKED]:
            return self._words.say(
                "What you typed is not what the code says. Take the tick away to see the code again, and"
                " compare it with your paper."
            )
        return ""

    def _show(self, *, written: bool) -> None:
        self._card.setVisible(not written)
        for field in self._fields:
            field.setVisible(written)

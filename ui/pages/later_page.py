"""The questions that were kept for later, with a way to each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.words import Words
from ui.pages.answer_list import Part
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.card import Divider
from ui.widgets.column import Column
from ui.widgets.labels import label


class LaterPage(Column):
    """A list, not a debt: whatever stays on it may stay."""

    answer_wanted = Signal(object)
    """With the Path of the question to go to."""
    left = Signal()

    def __init__(self, words: Words, parts: Sequence[Part]) -> None:
        """`parts`: for each section the lines that were put off."""
        super().__init__()
        self._words = words
        self.home = PrimaryButton(words.say("Back to all sections"))
        self.first: QWidget = self.home
        self.add(label(words.say("Kept for later"), "title"))
        self.add(label(words.say("Answer what you can now. Anything may stay here."), "soft"))
        for part in parts:
            self.add(self._part(part), above=12)
        self.add(self.home, above=12)
        self.home.clicked.connect(self.left)

    def _part(self, part: Part) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(part.heading, "asked"))
        for line in part.lines:
            link = LinkButton(self._words.say("Answer"))
            link.setAccessibleName(self._words.say("Answer: {what}", what=line.question))
            link.clicked.connect(lambda _on=False, path=line.path: self.answer_wanted.emit(path))
            self.first = link if self.first is self.home else self.first
            row = QHBoxLayout()
            row.addWidget(label(line.question), 1)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(Divider())
            rows.addLayout(row)
        return box

"""Cards: a framed part of a page, plain, calm or a note; and the summary of what there is to look at."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.words import Words
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import announce, label


class Card(QFrame):
    """A frame around parts that belong together. Parts go into `parts`."""

    def __init__(self, tone: Literal["plain", "calm", "note"] = "plain") -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(16, 12, 16, 12)
        self.parts.setSpacing(4)

    def add(self, part: QWidget) -> None:
        self.parts.addWidget(part)


class Divider(QFrame):
    """A hairline between parts."""


class ErrorSummary(Card):
    """What there is to look at on a page, as links to the questions. It never stops anyone from going on."""

    chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__("note")
        self._words = words
        self._rows: list[QWidget] = []
        heading = words.say("There is something to look at")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(heading)
        self.add(label(heading, "strong"))
        self._foot = label(
            words.say("Everything you typed is kept. You can change it, or leave it and go on.")
        )
        self.add(self._foot)
        self.hide()

    def show_matters(self, matters: Sequence[tuple[object, str]], *, listed: bool = True) -> None:
        """Show these matters, each with its sentence; a press on a link gives the matter back in `chosen`.

        Not `listed`, there is one, and its sentence stands right below.
        """
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(matter, sentence) for matter, sentence in matters if listed]
        for at, row in enumerate(self._rows, start=1):
            self.parts.insertWidget(at, row)
            row.show()
        self.setVisible(bool(matters))
        if matters:
            announce(self, ". ".join((self.accessibleName(), *(sentence for _, sentence in matters))))

    def _row(self, matter: object, sentence: str) -> QWidget:
        link = LinkButton(self._words.say("Go there"))
        link.setAccessibleName(self._words.say("Go there: {what}", what=sentence))
        link.clicked.connect(lambda: self.chosen.emit(matter))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(sentence), 1)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

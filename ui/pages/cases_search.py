"""What narrows a list of drafts down: words to look for, a status, the archive."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from intake.case import Status
from intake.words import Words
from ui.models.cases import Wanted
from ui.status import STATUS_WORDS
from ui.typed import keep
from ui.widgets.choice import ChoiceCheck
from ui.widgets.combo import Combo
from ui.widgets.labels import label, name_field

AFTER_MS = 60
"""From the last key to the search: who types quickly searches once."""


class CasesSearch(QWidget):
    """Says what is wanted. What a search found is handed over from outside, in `found`."""

    changed = Signal()
    asked = Signal(str)
    """Words to look for, or nothing any more; `found` is wanted for them."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.found: dict[str, str] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(words.say("Any word of a name, an answer or a note"))
        self.line.setClearButtonEnabled(True)
        keep(self.line, "search")
        self.status = Combo([words.say("Any status"), *(words.say(STATUS_WORDS[it]) for it in Status)])
        keep(self.status, "status")
        self.archived = ChoiceCheck(words.say("Archived ones"))
        keep(self.archived, "archived")
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(lambda: self.asked.emit(self.line.text().strip()))
        self._lay_out(words)
        self.line.textChanged.connect(lambda: self._timer.start())
        self.status.currentIndexChanged.connect(lambda: self.changed.emit())
        self.archived.toggled.connect(lambda: self.changed.emit())

    def wanted(self) -> Wanted:
        """What is to be shown now."""
        at = self.status.currentIndex()
        return Wanted(list(Status)[at - 1] if at > 0 else None, self.archived.isChecked(), self.found)

    def _lay_out(self, words: Words) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for caption, field, share in (
            (words.say("Search"), self.line, 1),
            (words.say("Status"), self.status, 0),
        ):
            name = label(caption, "field")
            name_field(name, field)
            field.setAccessibleName(caption)
            parts = QVBoxLayout()
            parts.setSpacing(2)
            parts.addWidget(name)
            parts.addWidget(field)
            line.addLayout(parts, share)
        tick = QVBoxLayout()
        tick.addStretch(1)
        tick.addWidget(self.archived)
        line.addLayout(tick)

"""The list of drafts in a vault: open one, begin one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from intake.case import CaseSummary, Role, Sitting
from intake.words import Words
from ui.models.cases import CasesModel
from ui.pages.parts import Told
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label

NARROWEST = 14
"""Letters that a column shows at least: the table scrolls before large letters cut a name to nothing."""


class CasesPage(Column):
    """Dense on purpose: whoever reviews has forty of these."""

    opened = Signal(str)
    """With the id of a case."""
    begun = Signal()
    vault_asked = Signal()

    def __init__(self, words: Words, who: Sitting, cases: Sequence[CaseSummary]) -> None:
        super().__init__(wide=True)
        self._words = words
        self.told = Told()
        self.model = CasesModel(words, self)
        self.model.set_rows(cases)
        self.table = _table(self.model, words.say("Drafts"))
        self._open = PrimaryButton(words.say("Open"))
        self._begin = (
            QuietButton(words.say("Begin a new draft"))
            if cases
            else PrimaryButton(words.say("Begin a new draft"))
        )
        self._open.setObjectName("open")
        self._begin.setObjectName("begin")
        self.first: QWidget = self.table if cases else self._begin
        self.add(label(words.say("Drafts"), "title"))
        self.add(self.told)
        self._add_list(cases, who)
        vault = LinkButton(words.say("Vault settings"))
        vault.setObjectName("vault")
        self.add(vault, above=16)
        vault.clicked.connect(self.vault_asked)
        self._open.clicked.connect(self._open_current)
        self._begin.clicked.connect(self.begun)
        self.table.activated.connect(self._open_current)

    def wait(self) -> None:
        """A draft is being opened."""
        self._open.setEnabled(False)
        self._begin.setEnabled(False)
        self.told.tell(self._words.say("Opening the draft"))

    def tell(self, sentence: str) -> None:
        """A draft did not open, and why."""
        self._open.setEnabled(True)
        self._begin.setEnabled(True)
        self.told.tell(sentence)

    def _add_list(self, cases: Sequence[CaseSummary], who: Sitting) -> None:
        reviewing = who.role is Role.REVIEWER
        if cases:
            self.table.selectRow(0)
            self.add(self.table)
            self.add(row(self._open) if reviewing else row(self._open, self._begin), above=8)
        elif reviewing:
            self.add(label(self._words.say("There is no draft in this vault yet.")))
        else:
            self.add(label(self._words.say("There is no draft in this vault yet. You can begin one now.")))
            self.add(row(self._begin), above=8)

    def _open_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.opened.emit(self.model.case(index.row()).id)


def _table(model: CasesModel, name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.ensurePolished()
    head.setMinimumSectionSize(table.fontMetrics().averageCharWidth() * NARROWEST)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    table.setMinimumHeight(280)
    return table

"""The list of drafts in a vault: open one, begin one, and find the one that is meant among many."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from intake.answers import Path
from intake.case import CaseSummary, Role, Sitting
from intake.searching import Hit
from intake.words import Words
from ui.models.cases import CasesModel
from ui.pages.cases_search import CasesSearch
from ui.pages.parts import Told
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label

NARROWEST = 9
"""Letters that a column shows at least: the table scrolls before large letters cut a name to nothing."""
WIDEST = 48
"""Letters of the longest text that still sets the width of its column."""
MEASURED, ROOM = 40, 4
"""Rows that the width of a column is taken from, and letters of room beside their texts."""
MANY = 6
"""Drafts from which on an applicant's list is searched, too."""


class CasesPage(Column):
    """Dense on purpose: whoever reviews has forty of these. Whoever types letters in the list searches it."""

    opened = Signal(str)
    """With the id of a case."""
    begun = Signal()
    vault_asked = Signal()
    asking_wished = Signal()
    """The vault is to ask who is here again."""
    package_asked = Signal()
    """A sealed package is to be taken in."""
    searched = Signal(str)
    """Answer it with `show_found`."""
    duplicated = Signal(str)
    archived = Signal(str, bool)
    """With the id of a case, and whether it goes among the archived ones or comes back."""
    erased = Signal(str)
    seat_given = Signal(str)
    """The applicant of this draft shall sit here, and see it alone."""

    def __init__(self, words: Words, who: Sitting, cases: Sequence[CaseSummary]) -> None:
        self._reviewing = who.role is Role.REVIEWER
        self._lends = who.role is not Role.APPLICANT
        super().__init__(wide=True, full=self._reviewing)
        self._words = words
        self._hits: Mapping[str, Hit] = {}
        self.told = Told()
        self.model = CasesModel(words, self, reviewing=self._reviewing)
        self.search = CasesSearch(words)
        self.model.set_rows(cases)
        self.model.show_only(self.search.wanted())
        self.table = _table(self.model, words.say("Drafts"))
        self._make_buttons(cases)
        self._count = label("", "caption")
        self.first: QWidget = self.table if cases else self._begin
        self.add(label(words.say("Drafts"), "title"))
        self.add(self.told)
        self._add_list(cases)
        vault = LinkButton(words.say("Vault settings"))
        vault.setObjectName("vault")
        package = LinkButton(words.say("Take in a sealed package"))
        package.setObjectName("package")
        self.add(row(vault, package), above=16)
        self._who_asked = LinkButton(words.say("Ask again who is here when it is opened"))
        self._who_asked.setObjectName("ask-again")
        self._who_asked.hide()
        self.add(self._who_asked)
        vault.clicked.connect(self.vault_asked)
        package.clicked.connect(self.package_asked)
        self._who_asked.clicked.connect(self._ask_again)
        self._connect()

    def offer_asking(self) -> None:
        """The vault does not ask who is here; it can again."""
        self._who_asked.show()

    def wait(self) -> None:
        """A draft is being opened. The focus goes to no other button of its own accord."""
        for button in (self._open, self._begin):
            if button.hasFocus():
                button.clearFocus()
        self._open.setEnabled(False)
        self._begin.setEnabled(False)
        self.told.tell(self._words.say("Opening the draft"))

    def _ask_again(self) -> None:
        self._who_asked.hide()
        self.told.tell(self._words.say("When the vault is opened next, it asks who is here."))
        self.asking_wished.emit()

    def tell(self, sentence: str) -> None:
        """A draft did not open, and why."""
        self._open.setEnabled(True)
        self._begin.setEnabled(True)
        self.told.tell(sentence)

    def show_found(self, found: Mapping[str, Hit] | None) -> None:
        """Show what a search found: for each draft, the best first, the best hit; None: no search."""
        self._hits = found or {}
        self.search.found = None if found is None else {case: hit.text for case, hit in found.items()}
        self._show_wanted()

    def found_at(self, case_id: str) -> Path | None:
        """The answer of a draft that the search came upon."""
        hit = self._hits.get(case_id)
        return hit.path if hit else None

    def _make_buttons(self, cases: Sequence[CaseSummary]) -> None:
        words = self._words
        begin = words.say("Begin a new draft")
        self._open = PrimaryButton(words.say("Open"))
        self._begin = QuietButton(begin) if cases else PrimaryButton(begin)
        self._duplicate = LinkButton(words.say("Duplicate"))
        self._archive = LinkButton(words.say("Archive"))
        self._erase = LinkButton(words.say("Erase"))
        self._seat = LinkButton(words.say("Give your place to the applicant"))
        named = {"open": self._open, "begin": self._begin, "duplicate": self._duplicate, "seat": self._seat}
        for name, button in {**named, "archive": self._archive, "erase": self._erase}.items():
            button.setObjectName(name)

    def _connect(self) -> None:
        self._open.clicked.connect(self._open_current)
        self._begin.clicked.connect(self.begun)
        self.table.activated.connect(self._open_current)
        self.table.installEventFilter(self)
        self.search.line.installEventFilter(self)
        self.search.changed.connect(self._show_wanted)
        self.search.asked.connect(self.searched)
        self.search.line.returnPressed.connect(self._open_current)
        self._duplicate.clicked.connect(lambda: self._with_current(self.duplicated.emit))
        self._seat.clicked.connect(lambda: self._with_current(self.seat_given.emit))
        self._erase.clicked.connect(lambda: self._with_current(self.erased.emit))
        self._archive.clicked.connect(
            lambda: self._with_current(
                lambda case: self.archived.emit(case, not self.search.wanted().archived)
            )
        )
        self.table.selectionModel().currentRowChanged.connect(lambda: self._allow())

    def _add_list(self, cases: Sequence[CaseSummary]) -> None:
        words = self._words
        if cases:
            many = self._reviewing or len(cases) >= MANY or any(case.archived for case in cases)
            self.search.setParent(self)
            self.search.setVisible(many)
            if many:
                self.add(self.search)
            self.table.selectRow(0)
            self.add(self.table, share=1)
            own = () if self._reviewing else (self._begin,)
            erase = () if self._reviewing else (self._erase,)
            rare = (self._duplicate, self._archive, *erase) if many else ()
            lent = (self._seat,) if self._lends else ()
            self.add(row(self._open, *own, *rare, *lent), above=8)
            if many:
                self.add(self._count)
            self._show_wanted()
        elif self._reviewing:
            self.add(label(words.say("There is no draft in this vault yet.")))
        else:
            self.add(label(words.say("There is no draft in this vault yet. You can begin one now.")))
            self.add(row(self._begin), above=8)

    def _show_wanted(self) -> None:
        """The draft that was chosen stays so while it is shown."""
        chosen = self._current()
        wanted = self.search.wanted()
        self.model.show_only(wanted)
        at = self.model.row_of(chosen) if chosen else None
        if self.model.rowCount():
            self.table.selectRow(at or 0)
        self._archive.rename(
            self._words.say("Bring back from the archive") if wanted.archived else self._words.say("Archive")
        )
        self._allow()

    def _allow(self) -> None:
        """Say what is shown, and let be done what can be done with the draft that is chosen."""
        words, chosen = self._words, self._current()
        there = chosen is not None
        shown = self.model.rowCount()
        said = [words.say_many("{count} draft shown", "{count} drafts shown", shown)]
        came_upon = (self.search.found or {}).get(chosen or "")
        if came_upon:
            said.append(words.say("Found: {text}", text=came_upon))
        else:
            said.append(words.say("Type to search, Enter opens."))
        self._count.setText(" · ".join(said))
        for button in (self._duplicate, self._archive, self._erase, self._seat):
            button.setEnabled(there)

    def _current(self) -> str | None:
        index = self.table.currentIndex()
        return self.model.case(index.row()).id if index.isValid() else None

    def _with_current(self, act: object) -> None:
        chosen = self._current()
        if chosen is not None and callable(act):
            act(chosen)

    def _open_current(self) -> None:
        self._with_current(self.opened.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed in the list go into the search; the arrows in the search move through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.search.isVisible():
            upright = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if watched is self.search.line and upright:
                QApplication.sendEvent(self.table, event)
                return True
            if watched is self.table and event.text().strip() and event.text().isprintable():
                self.search.line.setFocus()
                QApplication.sendEvent(self.search.line, event)
                return True
        return super().eventFilter(watched, event)


def _table(model: CasesModel, name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.ensurePolished()
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)  # Qt would measure ten thousand rows
    head.setStretchLastSection(True)
    head.setMinimumSectionSize(table.fontMetrics().averageCharWidth() * NARROWEST)
    for column in range(model.columnCount()):
        head.resizeSection(column, _width(table, column))
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    head.setSortIndicator(model.column_of("changed"), Qt.SortOrder.DescendingOrder)
    table.setSortingEnabled(True)
    table.setMinimumHeight(280)
    return table


def _width(table: QTableView, column: int) -> int:
    """Px that a column needs for its head and the first of its texts."""
    model, metrics = table.model(), table.fontMetrics()
    texts = [str(model.headerData(column, Qt.Orientation.Horizontal))]
    texts += [str(model.index(at, column).data()) for at in range(min(model.rowCount(), MEASURED))]
    widest = min(max(map(metrics.horizontalAdvance, texts)), WIDEST * metrics.averageCharWidth())
    return widest + ROOM * metrics.averageCharWidth()

"""The list of drafts as a table: sorted, narrowed down, and with what a search found in each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.case import CaseSummary, Status
from intake.moments import day, day_and_time
from intake.words import Words
from ui.status import STATUS_WORDS, called

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in code, its head, what it says of a draft, and what it is sorted by."""

    name: str
    head: str
    text: Callable[[CaseSummary], str]
    key: Callable[[CaseSummary], Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which drafts are shown: of one status or (None) any, archived ones or the others, and those found.

    `found` says for each draft that a search came upon what it came upon, the best first; None: no search.
    """

    status: Status | None = None
    archived: bool = False
    found: Mapping[str, str] | None = None


class CasesModel(QAbstractTableModel):
    """Rows are drafts as they were handed over; it asks for nothing by itself."""

    def __init__(self, words: Words, parent: QObject | None = None, *, reviewing: bool = False) -> None:
        super().__init__(parent)
        self._all: tuple[CaseSummary, ...] = ()
        self._rows: tuple[CaseSummary, ...] = ()
        self._wanted = Wanted()
        self._order: tuple[int, bool] | None = None
        self._columns = _columns(words, reviewing=reviewing)
        self._closed = words.say("This draft is closed to reviewers until the applicant shares it.")

    def set_rows(self, rows: Sequence[CaseSummary]) -> None:
        self._all = tuple(rows)
        self._arrange()

    def show_only(self, wanted: Wanted) -> None:
        """Show these drafts; what a search found stands in its order until a column is chosen."""
        if wanted.found is not None and wanted.found != self._wanted.found:
            self._order = None
        self._wanted = wanted
        self._arrange()

    def replace_row(self, case: CaseSummary) -> None:
        """Show one draft as it is now, in its place."""
        self._all = tuple(case if it.id == case.id else it for it in self._all)
        at = self.row_of(case.id)
        if at is not None:
            self._rows = (*self._rows[:at], case, *self._rows[at + 1 :])
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def case(self, row: int) -> CaseSummary:
        """The draft in this row; IndexError when there is none."""
        return self._rows[row]

    def row_of(self, case_id: str) -> int | None:
        """The row of a draft, when it is shown."""
        return next((at for at, case in enumerate(self._rows) if case.id == case_id), None)

    def column_of(self, name: str) -> int:
        """The place of a column; StopIteration when there is none of this name."""
        return next(at for at, column in enumerate(self._columns) if column.name == name)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns):
            self._order = (column, order == Qt.SortOrder.DescendingOrder)
            self._arrange()

    def _arrange(self) -> None:
        rows = [case for case in self._all if case.archived == self._wanted.archived]
        if self._wanted.status is not None:
            rows = [case for case in rows if case.status is self._wanted.status]
        if self._wanted.found is not None:
            place = {case_id: at for at, case_id in enumerate(self._wanted.found)}
            rows = sorted((case for case in rows if case.id in place), key=lambda case: place[case.id])
        if self._order is not None:
            column, backwards = self._order
            rows.sort(key=self._columns[column].key, reverse=backwards)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._columns[index.column()].text(self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(self._rows[index.row()]) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].head
        return None

    def _hint(self, case: CaseSummary) -> str:
        if not case.title:
            return self._closed
        return (self._wanted.found or {}).get(case.id, "")


def _columns(words: Words, *, reviewing: bool) -> tuple[Column, ...]:
    names = words.languages
    first = (
        Column("draft", words.say("Draft"), lambda it: draft_name(it, words), lambda it: it.title.casefold()),
        Column(
            "status",
            words.say("Status"),
            lambda it: words.say(STATUS_WORDS[it.status]),
            lambda it: list(Status).index(it.status),
        ),
        Column(
            "language",
            words.say("Language"),
            lambda it: names.get(it.language, it.language),
            lambda it: names.get(it.language, it.language),
        ),
        Column("answers", words.say("Answers"), lambda it: _count(it.answered), lambda it: it.answered),
    )
    last = Column(
        "changed",
        words.say("Last change"),
        lambda it: day_and_time(it.changed.astimezone(), words),
        lambda it: it.changed,
    )
    return (*first[:3], *_of_review(words), last) if reviewing else (*first, last)


def _of_review(words: Words) -> tuple[Column, ...]:
    return (
        Column("deadline", words.say("Next date"), lambda it: _deadline(it, words), _by_deadline),
        Column(
            "findings", words.say("To look at"), _findings, lambda it: it.glance.findings if it.glance else -1
        ),
        Column("notes", words.say("Open notes"), lambda it: _count(it.notes), lambda it: it.notes),
        Column("queries", words.say("Asked"), lambda it: _count(it.queries), lambda it: it.queries),
    )


def _deadline(case: CaseSummary, words: Words) -> str:
    return day(case.glance.deadline, words) if case.glance and case.glance.deadline else NOTHING


def _by_deadline(case: CaseSummary) -> tuple[bool, str]:
    """The nearest first, those without one last."""
    found = case.glance.deadline if case.glance else None
    return found is None, found.isoformat() if found else ""


def _findings(case: CaseSummary) -> str:
    return _count(case.glance.findings) if case.glance else NOTHING


def _count(number: int) -> str:
    return str(number) if number else NOTHING


def draft_name(case: CaseSummary, words: Words) -> str:
    title = case.title.strip() or words.say("Draft {code}", code=case.id[:4])
    return called(title, words, fictional=case.fictional)

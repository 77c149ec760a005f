"""The list of drafts as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.case import CaseSummary
from intake.moments import day_and_time
from intake.words import Words
from ui.status import STATUS_WORDS, called

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and what it says of a draft."""

    head: str
    text: Callable[[CaseSummary], str]


class CasesModel(QAbstractTableModel):
    """Rows are drafts as they were handed over; it asks for nothing by itself."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseSummary, ...] = ()
        self._columns = _columns(words)
        self._closed = words.say("This draft is closed to reviewers until the applicant shares it.")

    def set_rows(self, rows: Sequence[CaseSummary]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def case(self, row: int) -> CaseSummary:
        """The draft in this row; IndexError when there is none."""
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        case = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._columns[index.column()].text(case)
        if role == Qt.ItemDataRole.ToolTipRole and not case.title:
            return self._closed
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].head
        return None


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.say("Draft"), lambda case: draft_name(case, words)),
        Column(words.say("Status"), lambda case: words.say(STATUS_WORDS[case.status])),
        Column(words.say("Language"), lambda case: words.languages.get(case.language, case.language)),
        Column(words.say("Answers"), lambda case: str(case.answered) if case.answered else "–"),
        Column(words.say("Last change"), lambda case: day_and_time(case.changed.astimezone(), words)),
    )


def draft_name(case: CaseSummary, words: Words) -> str:
    title = case.title.strip() or words.say("Draft {code}", code=case.id[:4])
    return called(title, words, fictional=case.fictional)

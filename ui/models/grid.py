"""A table of texts: each cell says how it is meant, each row what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Asks(IntEnum):
    """What a view may ask of a cell besides Qt's own roles."""

    TONE = Qt.ItemDataRole.UserRole
    DEPTH = Qt.ItemDataRole.UserRole + 1


class Tone(StrEnum):
    """How a text is meant; it is shown in ink alone, in weight and in words, never in colour alone."""

    PLAIN = "plain"
    SOFT = "soft"
    STRONG = "strong"
    HEAD = "head"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, how it is meant, and what there is to say of it besides."""

    text: str
    tone: Tone = Tone.PLAIN
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """Cells from the first column on; one alone is as wide as the table. `about` is what the row is of."""

    cells: tuple[Cell, ...]
    about: object = None
    depth: int = 0

    @property
    def is_head(self) -> bool:
        return self.cells[0].tone is Tone.HEAD


class GridModel(QAbstractTableModel):
    """Rows as they were handed over."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[GridRow, ...] = ()

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show these rows. When as many stay about the same things, only those that differ are told of."""
        former, self_rows = self._rows, tuple(rows)
        if len(former) == len(self_rows) and all(
            (one.about, len(one.cells)) == (other.about, len(other.cells))
            for one, other in zip(former, self_rows, strict=True)
        ):
            self._rows = self_rows
            for at, (one, other) in enumerate(zip(former, self_rows, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._heads) - 1))
            return
        self.beginResetModel()
        self._rows = self_rows
        self.endResetModel()

    @property
    def rows(self) -> tuple[GridRow, ...]:
        return self._rows

    def about(self, row: int) -> object:
        """What a row is of; None for a row that is not there."""
        return self._rows[row].about if 0 <= row < len(self._rows) else None

    def row_about(self, about: object) -> int | None:
        """The first row of something."""
        return next((at for at, row in enumerate(self._rows) if row.about == about), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        given = super().flags(index)
        if index.isValid() and self._rows[index.row()].is_head:
            return given & ~Qt.ItemFlag.ItemIsSelectable
        return given

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Asks.DEPTH:
            return row.depth if index.column() == 0 else 0
        if index.column() >= len(row.cells):
            return None
        cell = row.cells[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return cell.text
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return cell.hint or None
        return cell.tone.value if role == Asks.TONE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        told = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if role in told and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

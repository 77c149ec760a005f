"""The dense table of the desk: its texts wrap, its rows are as high as they need, keys lead through it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.models.grid import Asks, GridModel, GridRow, Tone

Index = QModelIndex | QPersistentModelIndex
INDENT = 16
"""Px by which a row stands in for each repeat that its answer lies in."""
ABOVE, BESIDE = 5, 13
"""Px around the text of a cell, as the style sheet leaves them at a text size of 100 %."""
LINE = 19
"""Px of a line of text at 100 %."""
HEAVY = frozenset({Tone.STRONG, Tone.HEAD, Tone.NOTE})
WRAPPED = int(Qt.TextFlag.TextWordWrap)
BROKEN = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


class _Cells(QStyledItemDelegate):
    """Draws a cell as it is meant. What people wrote is text, never markup."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._fonts: dict[bool, QFont] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  (Qt's name)
        super().initStyleOption(option, index)
        tone = index.data(Asks.TONE)
        if tone in HEAVY:
            option.font.setWeight(QFont.Weight.DemiBold)
        if tone == Tone.SOFT:
            soft = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, soft)
        if tone == Tone.HEAD:
            option.backgroundBrush = option.palette.brush(QPalette.ColorRole.AlternateBase)
        if option.state & QStyle.StateFlag.State_Selected:  # the whole row says so, no cell needs a ring
            option.state &= ~QStyle.StateFlag.State_HasFocus
        option.displayAlignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        depth = index.data(Asks.DEPTH)
        if depth:
            option.rect.setLeft(option.rect.left() + INDENT * int(depth))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tone, text = index.data(Asks.TONE), index.data()
        metrics = QFontMetrics(self._font(option, heavy=tone in HEAVY))
        larger = metrics.height() / LINE
        above, beside = round(2 * ABOVE * larger), round(2 * BESIDE * larger)
        if tone == Tone.HEAD or not text:  # a head is as wide as the table, not as its first column
            return QSize(0, metrics.height() + above)
        depth = INDENT * int(index.data(Asks.DEPTH) or 0)
        room = QRect(0, 0, max(option.rect.width() - depth - beside, 1), 1 << 20)
        needed = metrics.boundingRect(room, WRAPPED, text)
        if needed.width() > room.width():  # one of its words is longer than a line
            needed.setHeight(metrics.boundingRect(room, BROKEN, text).height() + metrics.height())
        return QSize(0, needed.height() + above)

    def _font(self, option: QStyleOptionViewItem, *, heavy: bool) -> QFont:
        if heavy not in self._fonts:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
            self._fonts[heavy] = font
        return self._fonts[heavy]


class Grid(QTableView):
    """Shows a GridModel. The row with the focus is the one that buttons and keys are about."""

    moved = Signal(object)
    """What the row is about that has the focus now."""
    chosen = Signal(object)
    """What the row is about on which Enter was pressed, or which was clicked twice."""

    def __init__(self, name: str, heads: Sequence[str], shares: Sequence[int]) -> None:
        """`shares` of the width go to the columns."""
        super().__init__()
        self.rows = GridModel(heads, self)
        self._shares = tuple(shares)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setVisible(any(heads))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.modelReset.connect(self._span)
        self.rows.dataChanged.connect(lambda: self._fitting.start())
        self.activated.connect(lambda at: self.chosen.emit(self.rows.about(at.row())))
        self.selectionModel().currentRowChanged.connect(lambda at: self.moved.emit(self.rows.about(at.row())))

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show these rows; the one with the focus keeps it while it is among them."""
        here = self.about()
        self.rows.set_rows(rows)
        if here is not None and self.about() != here:
            self.go_to(here)

    def about(self) -> object:
        """What the row with the focus is about; None when there is none."""
        return self.rows.about(self.currentIndex().row())

    def go_to(self, about: object, *, top: bool = False) -> bool:
        """Give the row of something the focus and bring it into sight; whether there is one."""
        at = self.rows.row_about(about)
        if at is None:
            return False
        index = self.rows.index(at, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if top else hint.EnsureVisible)
        return True

    def _span(self) -> None:
        self.clearSpans()
        columns = self.rows.columnCount()
        for at, row in enumerate(self.rows.rows):
            if len(row.cells) == 1 and columns > 1:
                self.setSpan(at, 0, 1, columns)
        self._fitting.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            first = next((it.about for it in self.rows.rows if not it.is_head and it.about is not None), None)
            self.go_to(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.about())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, whole = self.viewport().width(), sum(self._shares)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // whole)
        self._fitting.start()

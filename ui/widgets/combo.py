"""A drop-down list that the mouse wheel leaves alone: scrolling a page must never change an answer."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Combo(QComboBox):
    """A drop-down list as wide as its longest line, if there is room."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems(lines)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its lines when it must be: better a line cut short than a page too wide."""
        full = super().minimumSizeHint()
        return QSize(min(full.width(), 12 * self.fontMetrics().averageCharWidth()), full.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

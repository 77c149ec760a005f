"""A drop-down list that the mouse wheel leaves alone: scrolling a page must never change an answer."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Combo(QComboBox):
    """A drop-down list as wide as its longest line."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems(lines)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

"""Buttons: one primary button a page, quiet ones beside it, and links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.widgets.labels import unaccelerated

SMALLEST_TARGET = 24
"""Height and width in px under which no button goes (WCAG 2.5.8)."""


class _Button(QPushButton):
    """A push button whose text is taken as it stands, and which Enter presses as Space does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rename(text)

    def rename(self, text: str) -> None:
        """Give it another text."""
        self.setText(unaccelerated(text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(_Button):
    """What a page is for; there is one on it."""


class QuietButton(_Button):
    """Something else that may be done here."""


class LinkButton(_Button):
    """An act as small as a word."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSize())

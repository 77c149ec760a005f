"""Buttons: one primary button a page, quiet ones beside it, and links."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.widgets.labels import unaccelerated

SMALLEST_TARGET = 24
"""Height and width in px under which no button goes (WCAG 2.5.8)."""


ONWARD, BACK = "Alt+Right", "Alt+Left"
"""The keys that turn pages."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


class _Button(QPushButton):
    """A push button whose text is taken as it stands, and which Enter presses as Space does.

    In a window too narrow for its text, it wraps.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.rename(text)

    def rename(self, text: str) -> None:
        """Give it another text."""
        self.setText(unaccelerated(text))
        self.setAccessibleName(text)

    def _edges(self) -> QSize:
        """What the button needs around its text."""
        return super().sizeHint() - self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())

    def minimumSizeHint(self) -> QSize:
        words = (self.fontMetrics().horizontalAdvance(word) for word in self.text().split())
        full = super().sizeHint()
        return QSize(min(full.width(), max(words, default=0) + self._edges().width()), full.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        full = super().sizeHint()
        if width >= full.width():
            return full.height()
        edges = self._edges()
        room = QRect(0, 0, max(width - edges.width(), 1), 1 << 20)
        return self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text()).height() + edges.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= super().sizeHint().width():
            super().paintEvent(event)
        else:
            self._paint_wrapped()

    def _paint_wrapped(self) -> None:
        from PySide6.QtWidgets import (  # start-up: 7 ms, for what few windows are narrow enough to need
            QStyle,
            QStyleOptionButton,
            QStylePainter,
        )

        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        side = int(_WRAPPED | Qt.AlignmentFlag.AlignVCenter)
        painter.drawItemText(
            room, side, self.palette(), self.isEnabled(), self.text(), QPalette.ColorRole.ButtonText
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def give_key(button: QPushButton, keys: str) -> None:
    """Let keys press a button too, and say which, where the pointer rests on it and to who hears the page."""
    sequence = QKeySequence(keys)
    button.setShortcut(sequence)
    button.setToolTip(
        f"{button.accessibleName()} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
    )


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

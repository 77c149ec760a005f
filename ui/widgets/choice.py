"""Radio buttons and check boxes whose text wraps, with the whole line as their target."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.widgets.mirror import mirrored

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_EDGE = 3
"""The room of the focus ring, in px."""


class ChoiceRadio(QRadioButton):
    """One of several choices."""

    chosen = Signal()
    """By the person, with mouse or keys or through a screen reader, for which Qt's `clicked` is silent."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._showing = False
        self.toggled.connect(self._note)
        _prepare(self, text)

    def _note(self, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit()

    def setChecked(self, on: bool) -> None:  # noqa: N802  (Qt's own name: the program shows a choice)
        self._showing = True
        super().setChecked(on)
        self._showing = False

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return _size(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, super().sizeHint(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_text(self, super().sizeHint())


class ChoiceCheck(QCheckBox):
    """One of several choices, of which any number may be taken."""

    chosen = Signal()
    """Taken or left by the person, by whatever means."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._showing = False
        self.toggled.connect(self._note)
        _prepare(self, text)

    def _note(self) -> None:
        if not self._showing:
            self.chosen.emit()

    def setChecked(self, on: bool) -> None:  # noqa: N802  (Qt's own name: the program shows a choice)
        self._showing = True
        super().setChecked(on)
        self._showing = False

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return _size(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, super().sizeHint(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_text(self, super().sizeHint())


def _prepare(button: QAbstractButton, text: str) -> None:
    # Qt draws a button's own text on one line; it is drawn here instead, and this is how readers hear it
    button.setAccessibleName(text)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _size(button: QAbstractButton, bare: QSize) -> QSize:
    metrics = button.fontMetrics()
    width = bare.width() + metrics.horizontalAdvance(button.accessibleName()) + 2 * _EDGE
    return QSize(width, max(bare.height(), _height(button, bare, width)))


def _height(button: QAbstractButton, bare: QSize, width: int) -> int:
    room = QRect(0, 0, max(width - bare.width() - _EDGE, 1), 1 << 20)
    text = button.fontMetrics().boundingRect(room, int(_WRAPPED), button.accessibleName())
    return max(bare.height(), text.height() + _margins(button, bare))


def _margins(button: QAbstractButton, bare: QSize) -> int:
    """Above and below the text together, such that its first line stands on the indicator's middle."""
    return max(bare.height() - button.fontMetrics().height(), 0)


def _paint_text(button: QAbstractButton, bare: QSize) -> None:
    margins = _margins(button, bare)
    room = QRect(
        bare.width(), margins // 2, button.width() - bare.width() - _EDGE, button.height() - margins // 2
    )
    side = Qt.AlignmentFlag.AlignLeading  # the painter knows the direction of the window
    with QPainter(button) as painter:
        painter.setPen(button.palette().windowText().color())
        painter.drawText(mirrored(room, button), int(_WRAPPED | side), button.accessibleName())

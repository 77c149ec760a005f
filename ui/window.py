"""The one window: the bar, a line for what has to be said at once, and the page."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

FIRST_SIZE = (1040, 780)
SMALLEST_SIZE = (560, 420)


COUNTDOWN, WARNING, NOTE = range(3)
"""What can stand between the bar and the page, the most urgent first."""


class Window(QMainWindow):
    """Holds what it is given. Its title names nobody. Closing it only asks: what was typed is saved first."""

    asked_to_close = Signal()
    first_painted = Signal()
    minimised = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Intake")
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self._may_close = False
        self._was_painted = False
        self._bar: QWidget = QWidget()
        self._above: dict[int, QWidget] = {}
        self._cover: QWidget | None = None
        self._pages = QStackedWidget()
        self._ground = QWidget()
        self._parts = QVBoxLayout(self._ground)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._bar)
        self._parts.addWidget(self._pages, 1)
        self.setCentralWidget(self._ground)

    @property
    def page(self) -> QWidget | None:
        """The page on screen."""
        return self._pages.currentWidget()

    def show_bar(self, bar: QWidget) -> None:
        """Put this bar at the top, in place of the former one."""
        self._parts.replaceWidget(self._bar, bar)
        bar.show()  # at once: Qt would show it a moment later, and the page would jump
        _end(self._bar)
        self._bar = bar

    def show_page(self, page: QWidget) -> None:
        """Put this page on screen. The former one ends, and with it every field that held typed text."""
        former = self.page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if former is not None:
            self._pages.removeWidget(former)
            _end(former)

    @property
    def warning(self) -> QWidget | None:
        """What is said of words that are not saved."""
        return self._above.get(WARNING)

    @property
    def countdown(self) -> QWidget | None:
        """What says that the window is about to lock."""
        return self._above.get(COUNTDOWN)

    def show_countdown(self, countdown: QWidget | None) -> None:
        """Say above everything that the window is about to lock, until None takes it away."""
        self._show_above(COUNTDOWN, countdown)

    def show_warning(self, warning: QWidget | None) -> None:
        """Say above the page that words are not saved, until None takes it away; no note replaces it."""
        self._show_above(WARNING, warning)

    def show_note(self, note: QWidget | None) -> None:
        """Say something between the bar and the page until it is taken away with None."""
        self._show_above(NOTE, note)

    def _show_above(self, rank: int, part: QWidget | None) -> None:
        former = self._above.pop(rank, None)
        if former is not None:
            self._parts.removeWidget(former)
            _end(former)
        if part is not None:
            self._parts.insertWidget(1 + sum(other < rank for other in self._above), part)
            self._above[rank] = part
            part.show()

    @property
    def covered(self) -> bool:
        """Whether all of it lies under a cover."""
        return self._cover is not None

    def cover(self, cover: QWidget | None = None) -> None:
        """Lay this over everything, or a blank sheet; it is on screen when this returns."""
        self.uncover()
        self._cover = cover = cover or QWidget()
        cover.setParent(self)
        cover.setAutoFillBackground(True)
        cover.setGeometry(self.rect())
        cover.raise_()
        cover.show()
        cover.repaint()
        self._ground.hide()  # afterwards: it takes longer, and no key may reach what lies there
        cover.setFocus()

    def uncover(self) -> None:
        """Take the cover away."""
        if self._cover is not None:
            _end(self._cover)
            self._cover = None
            self._ground.show()

    def close_for_good(self) -> None:
        """Close without asking again; at once, also while it is being asked."""
        self._may_close = True
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.asked_to_close.emit()
        event.setAccepted(self._may_close)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()


def _end(part: QWidget) -> None:
    part.hide()
    part.setParent(None)
    part.deleteLater()

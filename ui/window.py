"""The one window: the bar, a line for what has to be said at once, and the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

FIRST_SIZE = (1040, 780)
SMALLEST_SIZE = (560, 420)


class Window(QMainWindow):
    """Holds what it is given. Its title names nobody. Closing it only asks: what was typed is saved first."""

    asked_to_close = Signal()
    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Intake")
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self._may_close = False
        self._was_painted = False
        self._bar: QWidget = QWidget()
        self._note: QWidget | None = None
        self._warning: QWidget | None = None
        self._pages = QStackedWidget()
        ground = QWidget()
        self._parts = QVBoxLayout(ground)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._bar)
        self._parts.addWidget(self._pages, 1)
        self.setCentralWidget(ground)

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
        return self._warning

    def show_warning(self, warning: QWidget | None) -> None:
        """Say above all else that words are not saved, until None takes it away; no note replaces it."""
        self._put_away(self._warning)
        self._warning = warning
        if warning is not None:
            self._parts.insertWidget(1, warning)
            warning.show()

    def show_note(self, note: QWidget | None) -> None:
        """Say something between the bar and the page until it is taken away with None."""
        self._put_away(self._note)
        self._note = note
        if note is not None:
            self._parts.insertWidget(1 if self._warning is None else 2, note)
            note.show()

    def _put_away(self, part: QWidget | None) -> None:
        if part is not None:
            self._parts.removeWidget(part)
            _end(part)

    def close_for_good(self) -> None:
        """Close without asking again; at once, also while it is being asked."""
        self._may_close = True
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.asked_to_close.emit()
        event.setAccepted(self._may_close)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()


def _end(part: QWidget) -> None:
    part.hide()
    part.setParent(None)
    part.deleteLater()

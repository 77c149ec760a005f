"""Sees every key and click in any window of the program, before whatever they are meant for."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from shiboken6 import isValid

from ui.locking.shifts import ThreeShifts

_CLICKS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_TOUCHES = _CLICKS | {QEvent.Type.MouseMove, QEvent.Type.TabletMove}
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_WRITTEN = QEvent.Type.InputMethod


class Clocks(NamedTuple):
    """Two clocks in seconds: one that only goes on, and the one on the wall."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


class Watch(QObject):
    """Listens at the system's windows, not at the application: all work there would pass through Python.

    What an input method writes comes to the field alone, so the field with the focus is listened to as well:
    a capital that it writes is no bare Shift.
    """

    stirred = Signal()
    """A key, a click, or the pointer moved."""
    fled = Signal()
    """Three bare Shifts."""

    def __init__(self, app: QGuiApplication, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._shifts = ThreeShifts()
        self._windows: list[QObject] = []
        self._field: QObject | None = None
        app.focusWindowChanged.connect(self.look_round)
        app.focusObjectChanged.connect(self._listen_at)

    @Slot()
    def look_round(self) -> None:
        """Listen at windows that have come, such as menus: they are not told of as dialogs are."""
        self._windows = [window for window in self._windows if isValid(window)]
        for window in QGuiApplication.topLevelWindows():
            if window not in self._windows:
                window.installEventFilter(self)
                self._windows.append(window)

    @Slot(QObject)
    def _listen_at(self, field: QObject | None) -> None:
        if self._field is not None and isValid(self._field) and self._field not in self._windows:
            self._field.removeEventFilter(self)
        self._field = field
        if field is not None and field not in self._windows:
            field.installEventFilter(self)

    def _hear(self, event: QEvent) -> None:
        if event.type() in _TOUCHES:
            if event.type() in _CLICKS:
                self._shifts.forget()
            self.stirred.emit()
        elif isinstance(event, QKeyEvent) and event.type() in _KEYS:
            self.look_round()
            self.stirred.emit()
            if self._shifts.hear(event, self._now()):
                self.fled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _WRITTEN:
            self._shifts.forget()
            self.stirred.emit()
        elif watched is not self._field:
            self._hear(event)
        return False

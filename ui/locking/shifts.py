"""Shift pressed and released three times: the way out that a hand finds without looking."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

TIMES = 3
WITHIN = 5.0
"""Seconds from the first press to the last release, as on web pages that have such a key."""

_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class ThreeShifts:
    """Counts bare Shifts. Alt, Ctrl, a second Shift, a letter or a click between them begin the count anew.

    Layouts are switched with Alt and Shift, Ctrl and Shift, or both Shifts, and capitals are typed with it:
    none of these may close a window.
    """

    def __init__(self) -> None:
        self._presses: list[float] = []
        self._down = False

    def hear(self, event: QKeyEvent, now: float) -> bool:
        """Whether this key was the end of the third. `now` is in seconds on a steady clock."""
        if event.isAutoRepeat() and event.key() == Qt.Key.Key_Shift:
            return False  # it is held down; its release counts
        if event.key() != Qt.Key.Key_Shift or event.modifiers() not in _BARE:
            self.forget()
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._press(now)
            return False
        return self._release(now)

    def forget(self) -> None:
        """Something else was done."""
        self._presses.clear()
        self._down = False

    def _press(self, now: float) -> None:
        if self._down:
            self.forget()
            return
        self._down = True
        self._presses = [*(at for at in self._presses if now - at <= WITHIN), now]

    def _release(self, now: float) -> bool:
        if not self._down:
            self.forget()
            return False
        self._down = False
        self._presses = [at for at in self._presses if now - at <= WITHIN]
        if len(self._presses) < TIMES:
            return False
        self.forget()
        return True

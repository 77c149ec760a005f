"""How long nobody has touched anything: a warning that any key takes back, then the end."""

from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.locking.watch import Clocks

LOOK_MS = 1000
WARNING = 60.0
"""Seconds of warning, or a quarter of the time when that is less: 20 is the least that WCAG 2.2.1 asks."""
JUMP = 15.0
"""Seconds by which the clock on the wall may run off from the steady one between two looks: more means that
the computer slept, since the steady clock stands still then, or that the clock was set."""


class Idle(QObject):
    """Looks once a second while a vault is open."""

    warned = Signal(int)
    """With the seconds that are left; said at every look."""
    extended = Signal()
    """Somebody is here after all."""
    expired = Signal()

    def __init__(self, clocks: Clocks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._limit = self._since = self._steady = self._wall = 0.0
        self._warning = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, minutes: int) -> None:
        """From now on so many minutes without a touch are the end."""
        self._limit = minutes * 60.0
        self._since = self._steady = self._clocks.steady()
        self._wall = self._clocks.wall()
        self._take_back()
        self._timer.start()

    def rest(self) -> None:
        """Nothing is open: time does not matter."""
        self._timer.stop()
        self._take_back()

    @Slot()
    def stir(self) -> None:
        """Somebody touched a key or the pointer."""
        self._since = self._clocks.steady()
        self._take_back()

    @Slot()
    def look(self) -> None:
        """What the clocks say now."""
        if not self._timer.isActive():
            return
        steady, wall = self._clocks.steady(), self._clocks.wall()
        jumped = abs((wall - self._wall) - (steady - self._steady)) > JUMP
        self._steady, self._wall = steady, wall
        left = self._limit - (steady - self._since)
        if jumped or left <= 0:
            self.rest()
            self.expired.emit()
        elif left <= min(WARNING, self._limit / 4):
            self._warning = True
            self.warned.emit(ceil(left))

    def _take_back(self) -> None:
        if self._warning:
            self._warning = False
            self.extended.emit()

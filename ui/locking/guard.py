"""Puts together all that locks the window of an open vault, or covers it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.locking.idle import Idle
from ui.locking.watch import Clocks, Watch
from ui.locking.wish import LockWish
from ui.window import Window


class Guard(QObject):
    """Stands by from the first page on; the clock runs, and the desktop is heard, while a vault is open."""

    lock_due = Signal()
    """Nobody has touched anything for so long, or the desktop locks, or the window was put away."""
    fled = Signal()
    """Three bare Shifts."""
    warned = Signal(int)
    """It locks in so many seconds."""
    extended = Signal()

    def __init__(self, app: QApplication, window: Window, clocks: Clocks | None = None) -> None:
        super().__init__(window)
        self._clocks = clocks = clocks or Clocks()
        self.wish = LockWish()
        self._open = False
        self._watch = Watch(app, clocks.steady, self)
        self._watch.fled.connect(self.fled)
        self._idle: Idle | None = None
        window.minimised.connect(self._hear_minimised)

    def begin(self, wish: LockWish) -> None:
        """A vault is open, or its owner wishes it otherwise."""
        self.wish = wish
        self._open = True
        self._idle = self._idle or self._begin_to_hear()
        self._idle.begin(wish.minutes)
        self._watch.look_round()

    def rest(self) -> None:
        """The vault is closed."""
        self._open = False
        if self._idle is not None:
            self._idle.rest()

    def look(self) -> None:
        """Look at the clocks, also between two looks."""
        if self._idle is not None:
            self._idle.look()

    def _begin_to_hear(self) -> Idle:
        from ui.locking.desktop import Desktop  # start-up: nothing is to be locked before the first page

        idle = Idle(self._clocks, self)
        self._watch.stirred.connect(idle.stir)
        idle.warned.connect(self.warned)
        idle.extended.connect(self.extended)
        idle.expired.connect(self._call)
        Desktop(self).locked.connect(self._call)
        return idle

    def _hear_minimised(self) -> None:
        if self.wish.minimised:
            self._call()

    def _call(self) -> None:
        if self._open:
            self.lock_due.emit()

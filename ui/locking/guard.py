"""Puts together all that locks the window of an open vault, or covers it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.locking.idle import Clocks, Idle
from ui.locking.watch import Watch
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
        clocks = clocks or Clocks()
        self.wish = LockWish()
        self._open = False
        self._hears_desktop = False
        self._idle = Idle(clocks, self)
        self._watch = Watch(app, clocks.steady, self)
        self._watch.stirred.connect(self._idle.stir)
        self._watch.fled.connect(self.fled)
        self._idle.warned.connect(self.warned)
        self._idle.extended.connect(self.extended)
        self._idle.expired.connect(self._call)
        window.minimised.connect(self._hear_minimised)

    def begin(self, wish: LockWish) -> None:
        """A vault is open, or its owner wishes it otherwise."""
        self.wish = wish
        self._open = True
        self._idle.begin(wish.minutes)
        self._watch.look_round()
        if not self._hears_desktop:
            from ui.locking.desktop import Desktop  # start-up: nothing is to be locked before

            Desktop(self).locked.connect(self._call)
            self._hears_desktop = True

    def rest(self) -> None:
        """The vault is closed."""
        self._open = False
        self._idle.rest()

    def look(self) -> None:
        """Look at the clocks, also between two looks."""
        self._idle.look()

    def _hear_minimised(self) -> None:
        if self.wish.minimised:
            self._call()

    def _call(self) -> None:
        if self._open:
            self.lock_due.emit()

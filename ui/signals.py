"""The system's TERM, INT and HUP as a Qt signal, so that what was typed is saved before the program ends."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

WATCHED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class SystemSignals(QObject):
    """Python runs signal handlers only between bytecodes, and Qt's loop runs none: a socket pair wakes it."""

    asked_to_end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._former = {number: signal.signal(number, _nothing) for number in WATCHED}
        self._former_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)

    def release(self) -> None:
        """Give the handlers back."""
        signal.set_wakeup_fd(self._former_fd)
        for number, handler in self._former.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _woken(self) -> None:
        self._ours.recv(64)
        self.asked_to_end.emit()


def _nothing(_number: int, _frame: object) -> None:
    """The byte in the socket says it all."""

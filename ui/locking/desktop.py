"""What the desktop tells of: the screen is locked, the computer goes to sleep. D-Bus, where there is one."""

import os
from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

LOGIND, MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
"""KDE, Xfce and others tell of a locked screen by the first name, GNOME by the second."""


class Desktop(QObject):
    """Listens to the bus of the session and that of the system; where there is none, it hears nothing."""

    locked = Signal()
    """The screen is locked, or about to be, or the computer goes to sleep."""

    def __init__(self, parent: QObject | None = None, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._system = QDBusConnection.systemBus()
        self._wait: QDBusUnixFileDescriptor | None = None
        session = QDBusConnection.sessionBus()
        for saver in SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, _slot("hear_screen(bool)"))
        if self._system.isConnected():
            self._listen_to_logind(environment.get("XDG_SESSION_ID", ""))

    def _listen_to_logind(self, session: str) -> None:
        manager = f"{LOGIND}.Manager"
        self._system.connect(LOGIND, MANAGER, manager, "PrepareForSleep", self, _slot("hear_sleep(bool)"))
        if session:  # without it nobody knows which of all sessions on the computer is ours
            path = f"{MANAGER}/session/{_escaped(session)}"
            self._system.connect(LOGIND, path, f"{LOGIND}.Session", "Lock", self, _slot("hear_lock()"))
        self._ask_to_wait()

    def _ask_to_wait(self) -> None:
        """Have sleep wait until what is typed is saved: some seconds at most, which logind grants anyone."""
        call = QDBusMessage.createMethodCall(LOGIND, MANAGER, f"{LOGIND}.Manager", "Inhibit")
        call.setArguments(["sleep", "Intake", "Intake", "delay"])
        answer = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        answer.finished.connect(self._keep)

    def _keep(self, answer: QDBusPendingCallWatcher) -> None:
        """As long as what came is held, sleep waits. Where nothing did, a clock that jumps tells of sleep."""
        came = answer.reply().arguments() if answer.isValid() else []
        self._wait = next((it for it in came if isinstance(it, QDBusUnixFileDescriptor)), None)
        answer.deleteLater()

    @Slot(bool)
    def hear_screen(self, active: bool) -> None:
        if active:
            self.locked.emit()

    @Slot()
    def hear_lock(self) -> None:
        self.locked.emit()

    @Slot(bool)
    def hear_sleep(self, begins: bool) -> None:
        if begins:
            self.locked.emit()
            self._wait = None
        else:
            self._ask_to_wait()


def _slot(signature: str) -> bytes:
    return cast(bytes, SLOT(signature))  # the stubs say bytes, the binding takes text alone


def _escaped(session: str) -> str:
    """A name as a D-Bus path holds it: all but letters, and a leading digit, become `_` and hex."""
    plain = [letter.isascii() and letter.isalnum() for letter in session]
    plain[0] = plain[0] and not session[0].isdigit()
    return "".join(it if is_plain else f"_{ord(it):02x}" for it, is_plain in zip(session, plain, strict=True))

"""What the desktop tells, over a real bus on which a service of the test's own stands in for it."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.vaults import ROOT

pytestmark = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a bus of its own")

SCRIPT = """
import os, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication(sys.argv)
theirs = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
for name in ("org.freedesktop.login1", "org.freedesktop.ScreenSaver"):
    assert theirs.registerService(name)
from ui.locking.desktop import Desktop
desktop = Desktop(environment={"XDG_SESSION_ID": "2"})
heard = []
desktop.locked.connect(lambda: heard.append("locked"))
def tell(path, interface, name, *facts):
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(list(facts))
    assert theirs.send(signal)
%s
QTimer.singleShot(%d, app.quit)
desktop.locked.connect(app.quit)
app.exec()
print(*heard)
"""

SLEEP = """
import os, select, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
app = QCoreApplication(sys.argv)
theirs = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
assert theirs.registerService("org.freedesktop.login1")
seen, held = os.pipe()
class Logind(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        print(message.member(), *message.arguments())
        reply = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(held)])
        os.close(held)
        QTimer.singleShot(100, sleep)
        return connection.send(reply)
def waits():
    return not select.select([seen], [], [], 0)[0]
def sleep():
    signal = QDBusMessage.createSignal(
        "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
    )
    signal.setArguments([True])
    theirs.send(signal)
def end():
    print("let go" if not waits() else "waits for good")
    app.quit()
def locked():
    print("waits" if waits() else "too late")
    QTimer.singleShot(0, end)
logind = Logind()
theirs.registerVirtualObject("/org/freedesktop/login1", logind)
from ui.locking.desktop import Desktop
desktop = Desktop(environment={})
desktop.locked.connect(locked)
app.exec()
"""
LOCKS = {
    "KDE's screen locker": 'tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)',
    "GNOME's screen locker": 'tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)',
    "logind's lock of our session": (
        'tell("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock")'
    ),
    "sleep": 'tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)',
}
NO_LOCKS = {
    "the screen is unlocked": 'tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False)',
    "another session is locked": (
        'tell("/org/freedesktop/login1/session/_33", "org.freedesktop.login1.Session", "Lock")'
    ),
    "waking": 'tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", False)',
}


def heard(told: str, milliseconds: int) -> str:
    return on_a_bus(SCRIPT % (told, milliseconds))


def on_a_bus(script: str) -> str:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("what", LOCKS)
def test_the_desktop_locks_and_so_do_we(what: str) -> None:
    assert heard(LOCKS[what], 20_000) == "locked"


@pytest.mark.parametrize("what", NO_LOCKS)
def test_what_is_no_lock_locks_nothing(what: str) -> None:
    assert heard(NO_LOCKS[what], 300) == ""


def test_sleep_waits_until_everything_is_saved_and_no_longer() -> None:
    assert on_a_bus(SLEEP).splitlines() == ["Inhibit sleep Intake Intake delay", "waits", "let go"]


def test_without_any_bus_nothing_is_heard_and_nothing_fails() -> None:
    script = (
        "import sys\nfrom PySide6.QtCore import QCoreApplication\napp = QCoreApplication(sys.argv)\n"
        "from ui.locking.desktop import Desktop\nDesktop()\nprint('stands')\n"
    )
    nowhere = "unix:path=/nonexistent"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": nowhere, "DBUS_SYSTEM_BUS_ADDRESS": nowhere},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "stands", "")

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
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT % (told, milliseconds)],
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

"""A Secret Service in a private session bus: GNOME's keyring itself, as desktops run it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import secretstorage
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

MISSING = [name for name in ("dbus-daemon", "gnome-keyring-daemon") if shutil.which(name) is None]
REASON = f"NO KEYRING WAS TRIED: {', '.join(MISSING)} not found; apt-get install gnome-keyring dbus"

_NAME = "org.freedesktop.secrets"
_PASSWORD = b"only for tests"
"""Of the keyring itself. A login hands it over; it has to be there, without a line's end."""
_CONFIGURATION = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""
"""A bus that starts nothing by itself: who is there is who we started."""


class Session:
    """What programs of one desktop session see of each other."""

    def __init__(self, folder: Path) -> None:
        """Starts the bus. The folder holds its socket and the keyring's files."""
        configuration = folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=folder))
        self._folder = folder
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        self._ring: subprocess.Popen[bytes] | None = None

    def start(self, *, unlocked: bool = True) -> None:
        """Start the keyring, with its password as after a login, or without."""
        environment = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder),
            "XDG_DATA_HOME": str(self._folder),
        }
        (self._folder / "keyrings").mkdir(exist_ok=True)
        with ExitStack() as waiting:
            connection = waiting.enter_context(open_dbus_connection(self.address))
            come = waiting.enter_context(connection.filter(_watch(connection)))
            self._ring = subprocess.Popen(
                ["gnome-keyring-daemon", "--foreground", "--components=secrets", *["--unlock"] * unlocked],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
            assert self._ring.stdin is not None
            self._ring.stdin.write(_PASSWORD if unlocked else b"")
            self._ring.stdin.close()
            connection.recv_until_filtered(come, timeout=20)

    def lock(self) -> None:
        """Lock the keyring, as after its owner's wish: it asks for its password from now on."""
        with open_dbus_connection(self.address) as connection:
            secretstorage.get_default_collection(connection).lock()

    def texts(self) -> list[bytes]:
        """Everything that the keyring holds, with what it is filed under."""
        with open_dbus_connection(self.address) as connection:
            return [
                item.get_secret() + repr((item.get_label(), item.get_attributes())).encode()
                for item in secretstorage.get_default_collection(connection).get_all_items()
            ]

    def stop(self) -> None:
        """End the keyring, and leave the bus."""
        if self._ring is not None:
            self._ring.kill()
            self._ring.wait()
            self._ring = None

    def end(self) -> None:
        self.stop()
        self._bus.terminate()
        self._bus.communicate()


@contextmanager
def session(folder: Path) -> Iterator[Session]:
    started = Session(folder)
    try:
        yield started
    finally:
        started.end()


def _watch(connection: DBusConnection) -> MatchRule:
    """Have the bus tell who takes the keyring's name."""
    rule = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
    rule.add_arg_condition(0, _NAME)
    Proxy(message_bus, connection).AddMatch(rule)
    return rule

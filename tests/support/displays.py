"""A display of its own for a test: a window manager, a session's bus, eyes, a mouse and keys."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.reader import SYSTEM_PYTHON, Node, Reader
from tests.support.vaults import ROOT

TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "dbus-daemon")
"""What shows windows and moves the mouse; `script/setup dev` installs it."""
needs_display = [
    pytest.mark.display,
    pytest.mark.skipif(
        not all(map(shutil.which, TOOLS)), reason=f"no display can be had without {', '.join(TOOLS)}"
    ),
]
WHEEL_UP, WHEEL_DOWN = "4", "5"
IN_THE_PAGE, MARGIN = ("1100", "600"), 4
"""Px on the screen: where the wheel turns the page and no field, and how much around it must be seen."""
KEY_MS = "12"
"""Between two keys: as fast as nobody types, and slow enough for a new letter to be put on a key."""


class Desk:
    """One person before a screen: where things are is read as a screen reader does, the keys are real."""

    def __init__(self, home: Path, stack: ExitStack) -> None:
        self.home = home
        self._stack = stack
        runtime = stack.enter_context(TemporaryDirectory(prefix="run"))  # short, since it holds sockets
        left_out = {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in left_out},
            "DISPLAY": stack.enter_context(display()),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": runtime,
            "PYTHONUTF8": "1",
            "LC_ALL": "C.UTF-8",
        }
        bus = stack.enter_context(
            running(["dbus-daemon", "--session", "--nofork", "--print-address"], self.environment)
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        stack.enter_context(running(["openbox"], self.environment))
        eyes = [SYSTEM_PYTHON, str(ROOT / "tests" / "support" / "eyes.py")]
        self.eyes = Reader(stack.enter_context(running(eyes, self.environment)))

    def start(self) -> "subprocess.Popen[str]":
        """Start the program as a person does, without a word."""
        command = [sys.executable, "-X", "faulthandler", "-m", "ui"]
        return self._stack.enter_context(running(command, self.environment))

    def click(self, name: str, role: str = "") -> None:
        """Turn the wheel until what is called so can be seen, and click it."""
        node = self.eyes.wait_for(name, role)
        while turn := self._out_of_sight(node):
            self.press("mousemove", *IN_THE_PAGE, "click", turn)
            node = self.eyes.wait_for(name, role)
        self.press("mousemove", *map(str, node.middle), "click", "1")

    def type_into(self, name: str, text: str) -> None:
        """Click a field and type; letters that are on no key are put on one."""
        self.click(name)
        self.eyes.wait(
            lambda: (it := self.focused()) is not None and it.heard == name, f"the focus on {name}"
        )
        self.press("type", "--delay", KEY_MS, text)

    def use_keys(self, layouts: str) -> None:
        """The layouts of the keyboard, such as "us,ru"."""
        subprocess.run(["setxkbmap", "-layout", layouts], env=self.environment, check=True)

    def focused(self) -> Node | None:
        """The field in which is written now."""
        return next((it for it in self.eyes.look() if "focused" in it.states and it.used), None)

    def press(self, *arguments: str) -> None:
        """What xdotool is asked for."""
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)

    def _out_of_sight(self, node: Node) -> str:
        """Which way the wheel brings it nearer; empty when it can be seen."""
        around = [it.box for it in self.eyes.around(node) if it.box[3]]
        if node.middle[1] - MARGIN < max(box[1] for box in around):
            return WHEEL_UP
        return WHEEL_DOWN if node.middle[1] + MARGIN > min(box[1] + box[3] for box in around) else ""


@contextmanager
def desk_in(home: Path) -> Iterator[Desk]:
    """A desk that is cleared in the end, with all that ran on it."""
    with ExitStack() as stack:
        yield Desk(home, stack)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> "Iterator[subprocess.Popen[str]]":
    """A process that ends with the test; one can talk to it by lines."""
    process = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def display() -> Iterator[str]:
    """A display of its own, which says by itself when it stands."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()

"""Reading a screen from outside the program, as a screen reader does, and acting on what is found there."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Found = TypeVar("Found")

SYSTEM_PYTHON = "/usr/bin/python3"
"""It has the bindings to AT-SPI, which come with the system and for its Python alone."""
PATIENCE = 30.0
GLANCE = 0.1
SAVING = ("Saving", "Saved", "What you typed last")
USED = frozenset(
    {
        "push button",
        "radio button",
        "check box",
        "text",
        "combo box",
        "password text",
        "toggle button",
        "link",
    }
)
"""The roles of what can be used, in the words of AT-SPI."""


def can_read() -> bool:
    """Whether this computer has what it takes to read a screen."""
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if shutil.which(SYSTEM_PYTHON) is None:
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Node:
    """Something on the screen, as a screen reader is told of it. `labelled`: the labels that name it."""

    number: int
    depth: int
    role: str
    name: str
    description: str
    text: str
    states: frozenset[str]
    labelled: tuple[str, ...]
    box: tuple[int, int, int, int]

    @property
    def heard(self) -> str:
        return self.name or " ".join(self.labelled)

    @property
    def used(self) -> bool:
        return self.role in USED and "enabled" in self.states

    @property
    def middle(self) -> tuple[int, int]:
        """Where a mouse hits it, near its leading edge, where a tick has its mark."""
        x, y, width, height = self.box
        return x + min(16, width // 2), y + min(16, height // 2)

    def is_called(self, name: str) -> bool:
        return self.used and self.heard == name


class Reader:
    """Asks a process with the eyes, and waits for what is to come."""

    def __init__(self, eyes: "subprocess.Popen[str]") -> None:
        self._eyes = eyes
        assert eyes.stdout is not None
        assert eyes.stdout.readline() == "awake\n"

    def look(self) -> tuple[Node, ...]:
        """All that is showing now, from above to below."""
        return tuple(
            Node(
                number,
                it["depth"],
                it["role"],
                it["name"],
                it["description"],
                it["text"],
                frozenset(it["states"]),
                tuple(it["labelled"]),
                tuple(it["box"] or (0, 0, 0, 0)),
            )
            for number, it in enumerate(self._ask("look"))
        )

    def around(self, node: Node) -> list[Node]:
        """The panes and the window that a node of this moment lies in, innermost first."""
        found, depth = [], node.depth
        for other in reversed(self.look()[: node.number]):
            if other.depth < depth:
                found.append(other)
                depth = other.depth
        return found

    def heard(self) -> list[str]:
        """What was announced since this was asked last."""
        return list(self._ask("heard"))

    def says(self, text: str) -> bool:
        """Whether this stands on the screen."""
        return any(text in (it.name, it.text) for it in self.look())

    def finds(self, name: str) -> bool:
        """Whether something of this name can be used now."""
        return self._called(name, "") is not None

    def wait(self, seen: Callable[[], Found], what: str) -> Found:
        """What is seen, once it is; AssertionError with all that is showing when it does not come."""
        deadline = time.monotonic() + PATIENCE
        while not (found := seen()):
            assert time.monotonic() < deadline, f"{what} did not come: {self._all_said()}"
            time.sleep(GLANCE)
        return found

    def wait_for(self, name: str, role: str = "") -> Node:
        """What can be used under this name, once it is there."""
        return self.wait(lambda: self._called(name, role), name)

    def wait_for_text(self, text: str) -> None:
        self.wait(lambda: self.says(text), text)

    def press(self, name: str, *, within: str = "") -> None:
        """Press a button, tick or radio button; of several of that name the one in this group."""
        node = self.wait(lambda: self._in_group(name, within), name)
        assert self._ask("press", node.number), name

    def turn(self, name: str) -> None:
        """Press what leads to another page, and wait until something else stands there."""
        before = self._contents()
        self.press(name)
        self.wait(lambda: self._contents() != before, f"another page after {name}")

    def wait_still(self) -> None:
        """Until two looks one after the other see the same."""
        seen: list[object] = []

        def again() -> bool:
            seen.append(self._contents())
            return len(seen) > 1 and seen[-1] == seen[-2]

        self.wait(again, "an end of changes")

    def wait_heard(self, text: str) -> None:
        """Until something with these words was announced."""
        all_heard: list[str] = []

        def again() -> bool:
            all_heard.extend(self.heard())
            return any(text in it for it in all_heard)

        self.wait(again, f"“{text}” among {all_heard}")

    def write(self, name: str, text: str) -> None:
        """Put a text into a field."""
        assert self._ask("write", self.wait_for(name).number, text), name

    def _called(self, name: str, role: str) -> Node | None:
        return next((it for it in self.look() if it.is_called(name) and role in ("", it.role)), None)

    def _in_group(self, name: str, group: str) -> Node | None:
        inside = not group
        for node in self.look():
            inside = inside or node.heard == group
            if inside and node.is_called(name):
                return node
        return None

    def _contents(self) -> list[tuple[str, str]]:
        """All that stands there, but for the sign that tells of saving."""
        return [(it.role, it.heard) for it in self.look() if not it.heard.startswith(SAVING)]

    def _ask(self, *words: object) -> list[dict[str, object]]:
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        print(json.dumps(words), file=self._eyes.stdin, flush=True)
        return json.loads(self._eyes.stdout.readline())

    def _all_said(self) -> list[str]:
        return [f"{it.role} “{it.heard or it.text}”" for it in self.look() if it.heard or it.text]

"""What is left in the memory of a window that locked, looked at from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.memory import keys_of, memory_of
from tests.support.vaults import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into a process through /proc")

PASSPHRASE = "семь других слов, которых нет ни в одной программе"
SECRET = "Образцовская-Неповторимая"


class Locking:
    """The child, and where it stands."""

    def __init__(self, home: Path, form: str) -> None:
        self.folder = home / "Intake" / "мой.intake"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.locking_child", str(home), form],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        )
        self.say(PASSPHRASE)
        self.say(SECRET)

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def stand(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def holds(self) -> set[str]:
        """Which secrets stand in its memory now: an answer as Qt and as Python hold it, and every key."""
        sought = {
            "answer of Qt": SECRET.encode("utf-16-le"),
            "answer as bytes": SECRET.encode(),
            "passphrase": PASSPHRASE.encode("utf-16-le"),
            "passphrase as bytes": PASSPHRASE.encode(),
            **keys_of(self.folder, PASSPHRASE),
        }
        memory = list(memory_of(self._process.pid))
        return {name for name, what in sought.items() if any(what in piece for piece in memory)}

    def __enter__(self) -> "Locking":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def test_a_window_that_starts_anew_holds_no_answer_no_passphrase_and_no_key(tmp_path: Path) -> None:
    with Locking(tmp_path, "anew") as window:
        assert window.stand() == "open"
        assert {"answer of Qt", "passphrase"} <= window.holds()  # so that finding nothing means something
        window.say("")
        assert window.stand() == "locked"
        assert window.holds() == set()


def test_a_window_that_goes_on_holds_no_key(tmp_path: Path) -> None:
    """What else it holds is published in the threat model: it cannot be taken from Python and Qt."""
    with Locking(tmp_path, "kept") as window:
        assert window.stand() == "open"
        window.say("")
        assert window.stand() == "locked"
        assert not [name for name in window.holds() if "key" in name]

"""The start: what is loaded before the first page stands, and what never stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.vaults import ROOT

LATE = {
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "keyring",
    "babel",
    "cryptography",
    "argon2",
    "yaml",
    "pikepdf",
}

FIRST_PAGE = """
import sys
from PySide6.QtWidgets import QApplication
from ui.app import build
app = QApplication(sys.argv)
window = build(app)
painted = []
window.first_painted.connect(lambda: painted.append(sorted({name.split(".")[0] for name in sys.modules})))
window.show()
while not painted:
    app.processEvents()
print(*painted[0])
"""

PRIVATE = """
import os, resource
from intake.privacy import keep_private
keep_private()
import ctypes
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


IMPORTED = """
from ui.binding import import_plainly
import_plainly()
import linecache
before = set(linecache.cache)
import ui.app
print(*set(linecache.cache) - before)
"""


def outcome(script: str, home: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_only_qt_and_the_standard_library_are_loaded_before_the_first_page(tmp_path: Path) -> None:
    assert LATE.isdisjoint(outcome(FIRST_PAGE, tmp_path).split())


def test_no_source_is_read_for_what_is_imported(tmp_path: Path) -> None:
    """Qt's binding would read all of it."""
    assert outcome(IMPORTED, tmp_path) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux offers")
def test_the_process_keeps_its_files_and_its_memory_to_itself(tmp_path: Path) -> None:
    assert outcome(PRIVATE, tmp_path) == "0o77 (0, 0) 0"


def test_a_start_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    outcome(FIRST_PAGE, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "mesa" not in str(path)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_program_ends_politely_when_the_system_asks_it_to(tmp_path: Path) -> None:
    """And it had handlers for that, not Python's own end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None and not catches(process.pid, signal.SIGTERM):
        pass
    process.send_signal(signal.SIGTERM)
    printed = process.communicate(timeout=60)
    assert process.returncode == 0
    assert printed == ("", "")


def catches(pid: int, number: signal.Signals) -> bool:
    """Whether a process has a handler of its own for a signal."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    mask = next(line.split()[1] for line in lines if line.startswith("SigCgt"))
    return bool(int(mask, 16) >> (number - 1) & 1)

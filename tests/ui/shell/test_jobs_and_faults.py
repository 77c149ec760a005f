"""Work on threads, and faults of the program itself."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from intake.errors import IntakeError, VaultMissing
from intake.passphrases import suggest_passphrase
from tests.support.vaults import ROOT
from ui.faults import KEPT, FaultBook
from ui.jobs import Jobs

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC).timestamp()
SECRET = "имя, которого никто не должен прочесть"


@pytest.fixture
def book(qtbot: QtBot) -> FaultBook:
    return FaultBook(now=lambda: NOON)


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, book: FaultBook) -> None:
    jobs, heard = Jobs(book), list[tuple[int, int]]()
    jobs.run(threading.get_ident, lambda there: heard.append((there, threading.get_ident())), pytest.fail)
    qtbot.waitUntil(lambda: bool(heard))
    there, here = heard[0]
    assert there != here == threading.get_ident()


def test_an_error_of_the_core_comes_as_it_is(qtbot: QtBot, book: FaultBook) -> None:
    jobs, heard = Jobs(book), list[IntakeError]()

    def work() -> None:
        raise VaultMissing(file="vault.json")

    jobs.run(work, pytest.fail, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], VaultMissing)
    assert book.faults == ()


def test_a_fault_nobody_expected_is_noted_without_its_words(qtbot: QtBot, book: FaultBook) -> None:
    jobs, heard = Jobs(book), list[IntakeError]()

    def work() -> None:
        raise ValueError(SECRET)

    jobs.run(work, pytest.fail, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    (fault,) = book.faults
    assert fault.code.startswith("ValueError@")
    assert SECRET not in str(fault)
    assert type(heard[0]) is IntakeError


def test_the_book_keeps_the_last_faults_only(book: FaultBook) -> None:
    for number in range(KEPT + 5):
        book.write("qt:default", number)
    assert len(book.faults) == KEPT
    assert book.faults[-1].numbers == (KEPT + 4,)
    assert str(book.faults[-1]) == f"12:00:00 qt:default {KEPT + 4}"


def test_a_fault_names_the_innermost_place_in_our_own_code(book: FaultBook) -> None:
    try:
        suggest_passphrase(None)  # type: ignore[arg-type]  # what no caller would do
    except AttributeError as error:
        book.write_raised((type(error), error, error.__traceback__))
    assert book.faults[0].code == "AttributeError@intake/passphrases"
    assert book.faults[0].numbers[0] > 0


GONE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import run
from ui.jobs import Jobs
from ui.window import Window

SECRET = sys.argv[1]

def close_while_working():
    window = next(it for it in QApplication.topLevelWidgets() if isinstance(it, Window))
    closed = []
    def work():
        while not closed:
            pass
        raise ValueError(SECRET)
    window.findChildren(Jobs)[0].run(work, print, print)
    window.close()
    closed.append(True)

class Late:
    def __del__(self):
        raise ValueError(SECRET)

QTimer.singleShot(0, close_while_working)
run(["asylum-intake"])
late = Late()
late.itself = late
raise ValueError(SECRET)
"""


def test_nothing_is_printed_of_faults_that_come_when_the_window_is_closed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GONE, SECRET],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_a_fault_after_the_end_of_the_window_is_noted_and_raises_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    book = FaultBook(owner, now=lambda: NOON)
    raised: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: raised.append(args))
    monkeypatch.setattr(sys, "unraisablehook", raised.append)
    delete(owner)

    book.write_raised((ValueError, ValueError(SECRET), None))
    book.write_raised((VaultMissing, VaultMissing(), None))
    assert [it.code for it in book.faults] == ["ValueError@unknown"]
    assert raised == []


@pytest.mark.parametrize("code", [SECRET, "my name is Maria", "Maria\n", "x" * 81, ""])
def test_what_could_be_a_word_is_never_kept_as_a_code(book: FaultBook, code: str) -> None:
    book.write(code, 7)
    (fault,) = book.faults
    assert (fault.code, fault.numbers) == ("unnamed", (7,))


def test_what_is_no_number_is_not_kept_beside_a_code(book: FaultBook) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        book.write("qt:default", SECRET)  # type: ignore[arg-type]  # a slip of a later hand
    assert book.faults == ()

"""The program is ended from outside while somebody types: what was shown as saved is there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake.case import Role, Sitting
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE
from tests.support.vaults import ROOT

ALONE = Sitting(Role.APPLICANT)


def start(home: Path) -> "subprocess.Popen[str]":
    """Somebody types at a window of their own; returns when they do."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.typing_child", str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "typing"
    return process


def stored(home: Path) -> str:
    """What the vault holds as the family name."""
    vault = Vault.open(home / "Intake" / "мой.intake", PASSPHRASE, listener=lambda _: None)
    try:
        (case,) = vault.cases(ALONE)
        answers = vault.answers(case.id, ALONE)
        return next(
            (str(it.value) for path, it in answers.by_path.items() if path.question == "family_name"), ""
        )
    finally:
        vault.close()


def said_saved(process: "subprocess.Popen[str]", times: int) -> str:
    """What the window had called saved, after so many times."""
    assert process.stdout is not None
    saved = (line for line in process.stdout if line.startswith("saved "))
    return [next(saved).removeprefix("saved ").strip() for _ in range(times)][-1]


def typed_on(process: "subprocess.Popen[str]", keys: int) -> str:
    """What stands in the field after so many more keys."""
    assert process.stdout is not None
    typed = (line for line in process.stdout if line.startswith("typed "))
    return [next(typed).removeprefix("typed ").strip() for _ in range(keys)][-1]


def test_after_kill_9_everything_is_there_that_was_shown_as_saved(tmp_path: Path) -> None:
    process = start(tmp_path)
    saved = said_saved(process, 2)
    process.kill()
    process.communicate(timeout=60)
    assert len(saved) > 1
    assert stored(tmp_path).startswith(saved)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda it: it.name)
def test_a_polite_end_saves_even_the_last_key(tmp_path: Path, number: signal.Signals) -> None:
    process = start(tmp_path)
    saved, typed = said_saved(process, 1), typed_on(process, 5)
    process.send_signal(number)
    rest, complained = process.communicate(timeout=60)
    assert process.returncode == 0, complained
    later = [line.removeprefix("typed ") for line in rest.splitlines() if line.startswith("typed ")]
    assert len(saved) < len(typed)
    assert stored(tmp_path) == [typed, *later][-1]

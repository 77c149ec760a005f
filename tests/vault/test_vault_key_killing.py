"""kill -9 while the ways into a vault change: it opens as before or as after, never as both, and whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.secret_service import Session
from tests.support.vaults import ROOT

CHANGES = ["change", "add", "remove", "code", "restore", "replace"]
CHANGES_HERE = ["remember", "remember anew", "forget"]


def killed(folder: Path, change: str, every: int, *how: str) -> "subprocess.CompletedProcess[str]":
    """What came of a change whose process was killed at every so many lines of it."""
    return subprocess.run(
        [sys.executable, "-m", "tests.support.key_killing", str(folder), change, str(every), *how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_ways_in_is_whole_or_was_never_made(folder: Path, change: str) -> None:
    check(killed(folder, change, 31), least=5)


@pytest.mark.parametrize("change", CHANGES_HERE)
def test_what_this_computer_remembers_is_whole_or_was_never_changed(
    folder: Path, desktop: Session, change: str
) -> None:
    desktop.start()
    check(killed(folder, change, 37), least=3)


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES_HERE)
def test_what_this_computer_remembers_may_be_killed_at_every_fifth_line(
    folder: Path, desktop: Session, change: str
) -> None:
    desktop.start()
    check(killed(folder, change, 5), least=15)


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_killed_at_every_line_is_whole_or_was_never_made(folder: Path, change: str) -> None:
    check(killed(folder, change, 1), least=150)


def test_a_build_that_leaves_the_former_ways_in_beside_the_new_ones_is_caught(folder: Path) -> None:
    ran = killed(folder, "change", 7, "careless")
    assert ran.returncode != 0
    assert "AssertionError" in ran.stderr


def check(ran: "subprocess.CompletedProcess[str]", least: int) -> None:
    assert ran.returncode == 0, ran.stderr
    deaths, unchanged = map(int, ran.stdout.split())
    assert deaths >= least
    assert 0 < unchanged < deaths

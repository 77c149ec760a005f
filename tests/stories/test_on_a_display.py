"""Real keys on a real display, with a window manager: what the system makes of Shift, Alt and minimising."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from intake.case import Role, Sitting
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE
from tests.support.displays import display, needs_display, running

pytestmark = needs_display

ALONE = Sitting(Role.APPLICANT)


class Desk:
    """A display with the window on it, typed at with xdotool."""

    def __init__(self, home: Path, stack: ExitStack) -> None:
        self.home = home
        number = stack.enter_context(display())
        self._environment = {**os.environ, "DISPLAY": number, "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"}
        stack.enter_context(running(["openbox"], self._environment))
        self.window = stack.enter_context(
            running([sys.executable, "-m", "tests.support.shown_child", str(home)], self._environment)
        )
        assert self.told() == "shown"

    def told(self) -> str:
        assert self.window.stdout is not None
        return self.window.stdout.readline().strip()

    def press(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True)

    def stored(self) -> str:
        """What the vault holds as the family name."""
        vault = Vault.open(self.home / "Intake" / "мой.intake", PASSPHRASE, listener=lambda _: None)
        try:
            (case,) = vault.cases(ALONE)
            by_path = vault.answers(case.id, ALONE).by_path
            return next((str(it.value) for path, it in by_path.items() if path.question == "family_name"), "")
        finally:
            vault.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with ExitStack() as stack:
        yield Desk(tmp_path, stack)


def test_three_real_shifts_save_and_close(desk: Desk) -> None:
    desk.press("type", "--delay", "20", "Obraztsova")
    desk.press("key", "--delay", "60", "Shift_L", "Shift_L", "Shift_L")
    assert desk.told() == "left"
    assert desk.stored() == "Obraztsova"


def test_switching_the_layout_and_typing_capitals_do_not(desk: Desk) -> None:
    desk.press("key", "--delay", "20", *["alt+Shift_L"] * 4, *["ctrl+Shift_L"] * 4, *["Shift_L+Shift_R"] * 4)
    desk.press("type", "--delay", "20", "OBRA")
    desk.press("key", "Shift_L", "Shift_L", "a", "Shift_L")
    desk.press("key", "ctrl+l")
    assert desk.told() == "locked"
    assert desk.stored().startswith("OBRA")


def test_minimising_locks_where_that_is_wished(desk: Desk) -> None:
    desk.press("type", "--delay", "20", "Obra")
    desk.press("getactivewindow", "windowminimize")
    assert desk.told() == "locked"
    assert desk.stored() == "Obra"


def test_what_was_copied_out_of_a_draft_does_not_outlive_the_lock(desk: Desk) -> None:
    desk.press("type", "--delay", "20", "Obra")
    desk.press("key", "ctrl+a", "ctrl+c")
    assert desk.told() == "copied Obra"
    desk.press("key", "ctrl+l")
    assert desk.told() == "copied"
    assert desk.told() == "locked"

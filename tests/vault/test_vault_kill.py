"""kill -9 while saving: what was acknowledged is there, in order and whole, and the vault opens at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from intake.vault.vault import Vault
from tests.support.vaults import CHEAP, PACK, PASSPHRASE, ROOT, Receipts, child


def killed(folder: Path, rounds: int, seed: int, *how: str) -> tuple[int, int]:
    """How many changes were acknowledged in so many lives, and how many of them were lost."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.vault_killing", str(folder), str(rounds), str(seed), *how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    acknowledged, lost = map(int, ran.stdout.split())
    return acknowledged, lost


def test_no_acknowledged_change_is_lost_when_the_process_is_killed(folder: Path) -> None:
    acknowledged, lost = killed(folder, 40, 1)
    assert acknowledged > 400
    assert lost == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_no_acknowledged_change_is_lost_in_a_thousand_killings(folder: Path, seed: int) -> None:
    acknowledged, lost = killed(folder, 100, seed)
    assert acknowledged > 500
    assert lost == 0


def test_a_build_that_acknowledges_too_early_is_caught(folder: Path) -> None:
    _, lost = killed(folder, 20, 1, "early")
    assert lost > 0


HOLD = """
import sys
from pathlib import Path
from intake.vault.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], listener=print)
print("open", flush=True)
sys.stdin.read()
"""


def test_the_lock_goes_with_a_killed_process(folder: Path, receipts: Receipts) -> None:
    Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP).close()
    holder = child(HOLD, folder, PASSPHRASE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    holder.kill()
    holder.communicate()
    Vault.open(folder, PASSPHRASE, listener=receipts).close()


MAKE = """
import os, sys
from pathlib import Path
from intake.vault.keys import Cost
from intake.vault.vault import Vault
left = int(sys.argv[3])
def die_at_rename(event, given):
    global left
    if event == "os.rename" and str(given[0]).endswith(".new"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)
sys.addaudithook(die_at_rename)
Vault.create(Path(sys.argv[1]), sys.argv[2], listener=print, cost=Cost(19 * 1024, 1, 1))
"""


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_a_process_killed_while_making_a_vault_leaves_its_place_free(
    folder: Path, receipts: Receipts, rename: int
) -> None:
    """The renames are those of the header's two copies, and of the whole folder to its place."""
    maker = child(MAKE, folder, PASSPHRASE, rename)
    maker.communicate(timeout=60)
    assert maker.returncode == -9
    assert not folder.exists()
    vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    assert vault.new_case(PACK, "ru")
    vault.close()

"""No key of a vault stands in the memory of the process that opened it, looked at from outside."""

import sys
from pathlib import Path

import pytest

from intake.vault import copies
from intake.vault.vault import Vault
from tests.support.memory import keys_of, memory_of
from tests.support.vaults import PASSPHRASE, child

OPEN_AND_CLOSE = """
vault = Vault.open(folder, passphrase, listener=print)
pause("open")
vault.close()
pause("closed")
"""
CHANGE_ALL = """
vault = Vault.open(folder, passphrase, listener=print)
vault.ways.change_passphrase(passphrase, passphrase)
vault.ways.set_code(passphrase, new_code())
vault.ways.replace_key(passphrase, None)
pause("open")
vault.close()
pause("closed")
"""
CARELESS = """
_, data_key = opened(copies.read(folder)[0], passphrase)
pause("open")
wipe(data_key)
pause("closed")
"""
START = """
import sys
from pathlib import Path
from intake.vault import copies
from intake.vault.keys import wipe
from intake.vault.recovery import new_code
from intake.vault.slots import opened
from intake.vault.vault import Vault
def pause(standing):
    print(standing, flush=True)
    sys.stdin.readline()
folder, passphrase = Path(sys.argv[1]), sys.stdin.readline().strip()
"""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into a process through /proc")


@linux_only
def test_no_key_is_in_memory_while_the_vault_is_open_or_afterwards(made: Vault, folder: Path) -> None:
    made.close()
    assert left_by(OPEN_AND_CLOSE, folder) == {"open": set(), "closed": set()}


@linux_only
def test_no_key_is_in_memory_after_the_ways_in_and_the_key_were_changed(made: Vault, folder: Path) -> None:
    made.close()
    (before,) = copies.read(folder)
    assert left_by(CHANGE_ALL, folder) == {"open": set(), "closed": set()}
    (after,) = copies.read(folder)
    assert after.database != before.database


@linux_only
def test_a_key_that_is_not_wiped_is_found(made: Vault, folder: Path) -> None:
    made.close()
    assert left_by(CARELESS, folder) == {"open": {"data key"}, "closed": set()}


def left_by(script: str, folder: Path) -> dict[str, set[str]]:
    """Which keys stand in the memory of a process at each of its pauses."""
    former = {f"former {name}": key for name, key in keys_of(folder, PASSPHRASE).items()}
    process = child(START + script, folder)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{PASSPHRASE}\n")
    process.stdin.flush()
    left = {}
    while standing := process.stdout.readline().strip():
        present = keys_of(folder, PASSPHRASE)
        keys = present if set(present.values()) == set(former.values()) else {**former, **present}
        left[standing] = found(process.pid, keys)
        process.stdin.write("\n")
        process.stdin.flush()
    process.communicate()
    return left


def found(process: int, keys: dict[str, bytes]) -> set[str]:
    """Which of the keys stand anywhere in the writable memory of a process."""
    return {name for memory in memory_of(process) for name, key in keys.items() if key in memory}

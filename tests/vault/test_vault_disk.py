"""A full, read-only or vanished disk: nothing is called stored that is not, and nothing said is lost."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path as File
from tempfile import mkdtemp

import pytest

from intake.errors import NotSaved, VaultUnwritable
from intake.vault import copies
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, NOBODY, PACK, PASSPHRASE, UNPRIVILEGED, Receipts, outcome, said

LONG = "что было потом " * 2000


@pytest.fixture
def small_disk(tmp_path: File) -> Iterator[File]:
    """A disk of eight megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], check=False).returncode:
        pytest.skip(
            "no small disk without the right to mount one; a limited file size is tested all the same"
        )
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.fixture
def on_small_disk(small_disk: File, receipts: Receipts) -> Iterator[Vault]:
    vault = Vault.create(small_disk / "v.intake", PASSPHRASE, listener=receipts, cost=CHEAP)
    yield vault
    vault.abandon()


def fill(disk: File) -> File:
    """Fill a disk to its last byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (64 * 1024, 1):
            try:
                while stream.write(b"\0" * size):
                    continue
            except OSError:
                continue
    return filler


def numbers(vault: Vault, case: str) -> list[int]:
    return sorted(int(path.question) for path in vault.answers(case, ALONE).by_path)


def test_a_full_disk_is_told_and_nothing_said_is_lost(
    small_disk: File, on_small_disk: Vault, receipts: Receipts
) -> None:
    case = on_small_disk.new_case(PACK, "ru").id
    on_small_disk.submit(case, [said("1", "first")])
    assert on_small_disk.flush(60)
    filler = fill(small_disk)
    for number in range(2, 40):
        on_small_disk.submit(case, [said(str(number), LONG)])
    assert not on_small_disk.flush(60)
    stored = max((receipt.number for receipt in receipts if receipt.error is None), default=0)
    assert stored < 39
    told = receipts[-1].error
    assert isinstance(told, NotSaved)
    assert (receipts[-1].number, told.facts) == (stored + 1, {"reason": "disk-full"})
    with pytest.raises(NotSaved):
        on_small_disk.answers(case, ALONE)
    with pytest.raises(NotSaved):
        on_small_disk.set_setting("later", "x")
    with pytest.raises(NotSaved):
        on_small_disk.close()
    filler.unlink()
    on_small_disk.retry()
    assert on_small_disk.flush(60)
    assert receipts[-1].number == 39
    assert receipts[-1].error is None
    assert on_small_disk.setting("later") is None
    assert numbers(on_small_disk, case) == list(range(1, 40))


def test_what_was_stored_before_the_disk_was_full_outlives_giving_up(
    small_disk: File, on_small_disk: Vault, receipts: Receipts
) -> None:
    case = on_small_disk.new_case(PACK, "ru").id
    on_small_disk.submit(case, [said("1", "first")])
    assert on_small_disk.flush(60)
    filler = fill(small_disk)
    for number in range(2, 40):
        on_small_disk.submit(case, [said(str(number), LONG)])
    assert not on_small_disk.flush(60)
    stored = max(receipt.number for receipt in receipts if receipt.error is None)
    on_small_disk.abandon()
    filler.unlink()
    again = Vault.open(small_disk / "v.intake", PASSPHRASE, listener=receipts)
    assert numbers(again, case) == list(range(1, stored + 1))
    again.close()


def test_a_new_submission_tries_the_old_ones_again(
    small_disk: File, on_small_disk: Vault, receipts: Receipts
) -> None:
    case = on_small_disk.new_case(PACK, "ru").id
    filler = fill(small_disk)
    on_small_disk.submit(case, [said("1", LONG * 20)])
    assert not on_small_disk.flush(60)
    filler.unlink()
    receipts.clear()
    on_small_disk.submit(case, [said("2", "x")])
    assert numbers(on_small_disk, case) == [1, 2]
    assert [(receipt.number, receipt.error) for receipt in receipts] == [(2, None)]


def test_a_vault_that_has_no_room_is_not_half_made(small_disk: File, receipts: Receipts) -> None:
    filler = fill(small_disk)
    with pytest.raises(VaultUnwritable) as told:
        Vault.create(small_disk / "v.intake", PASSPHRASE, listener=receipts, cost=CHEAP)
    assert told.value.facts == {"reason": "disk-full"}
    assert list(small_disk.iterdir()) == [filler]


def test_a_limited_file_size_is_like_a_full_disk(folder: File) -> None:
    assert outcome(LIMITED, folder, PASSPHRASE) == "disk first; 9 kept; 9 after closing"


LIMITED = """
import resource, sys
from pathlib import Path
from intake.errors import NotSaved
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, Receipts, said
receipts = Receipts()
vault = Vault.create(Path(sys.argv[1]), sys.argv[2], listener=receipts, cost=CHEAP)
case = vault.new_case(PACK, "ru").id
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
for number in range(9):
    vault.submit(case, [said(str(number), "x" * 100_000)])
assert not vault.flush(60)
try:
    vault.close()
except NotSaved as fault:
    print(fault.facts["reason"], "first;", end=" ")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert vault.flush(60)
print(len(vault.answers(case, ALONE).by_path), "kept;", end=" ")
vault.close()
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], listener=receipts)
print(len(vault.answers(case, ALONE).by_path), "after closing")
vault.close()
"""


def test_a_folder_that_went_away_is_told_and_the_changes_wait_for_it(
    made: Vault, folder: File, receipts: Receipts
) -> None:
    case = made.new_case(PACK, "ru").id
    folder.rename(folder.with_name("elsewhere"))
    made.submit(case, [said("1", "x")])
    assert not made.flush(60)
    assert receipts[-1].error is not None
    assert receipts[-1].error.facts == {"reason": "gone"}
    with pytest.raises(NotSaved):
        made.set_setting("a", "b")
    folder.with_name("elsewhere").rename(folder)
    assert made.flush(60)
    assert receipts[-1].error is None


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_a_database_file_that_was_deleted_is_told(
    made: Vault, folder: File, receipts: Receipts, ending: str
) -> None:
    """Its bytes would go on to a file without a name, and "stored" would be a lie."""
    case = made.new_case(PACK, "ru").id
    (file,) = folder.glob(f"vault-*.db{ending}")
    file.unlink()
    made.submit(case, [said("1", "x")])
    assert not made.flush(60)
    assert receipts[-1].error is not None


@pytest.fixture
def somebodys(receipts: Receipts) -> Iterator[File]:
    """A folder with a vault in it that an unprivileged process owns."""
    home = File(mkdtemp(prefix="intake test "))
    Vault.create(home / "v.intake", PASSPHRASE, listener=receipts, cost=CHEAP).close()
    if os.geteuid() == 0:
        for path in (home, *home.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    yield home
    for path in (home, *home.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(home)


@pytest.mark.parametrize("mode", [0o500, 0o000, 0o400, 0o600])
def test_a_folder_one_may_not_write_or_enter_is_told_as_such(somebodys: File, mode: int) -> None:
    (somebodys / "v.intake").chmod(mode)
    assert outcome(OPEN, somebodys / "v.intake", PASSPHRASE) == "vault-unwritable"


@pytest.mark.parametrize("mode", [0o400, 0o000])
def test_a_database_one_may_not_write_is_told_as_such(somebodys: File, mode: int) -> None:
    (database,) = (somebodys / "v.intake").glob("vault-*.db")
    database.chmod(mode)
    assert outcome(OPEN, somebodys / "v.intake", PASSPHRASE) == "vault-unwritable"


def test_headers_one_may_not_read_are_told_as_such_and_one_of_them_is_made_anew(somebodys: File) -> None:
    first, mirror = (somebodys / "v.intake" / name for name in copies.NAMES)
    first.chmod(0)
    mirror.chmod(0)
    assert outcome(OPEN, somebodys / "v.intake", PASSPHRASE) == "vault-unwritable"
    mirror.chmod(0o600)
    assert outcome(OPEN, somebodys / "v.intake", PASSPHRASE) == "done"
    assert first.read_bytes() == mirror.read_bytes()


def test_no_vault_is_made_where_one_may_not_write(somebodys: File) -> None:
    somebodys.chmod(0o500)
    for place in (somebodys / "new.intake", somebodys / "deeper" / "new.intake"):
        assert outcome(CREATE, place, PASSPHRASE) == "vault-unwritable"
    assert [path.name for path in somebodys.iterdir()] == ["v.intake"]


def test_the_same_process_opens_the_vault_when_it_may(somebodys: File) -> None:
    assert outcome(OPEN, somebodys / "v.intake", PASSPHRASE) == "done"


TRYING = (
    UNPRIVILEGED
    + """
import sys
from pathlib import Path
from intake.errors import IntakeError
from intake.vault.keys import Cost
from intake.vault.vault import Vault
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
try:
    {what}
    print("done")
except IntakeError as fault:
    print(fault.code)
"""
)
OPEN = TRYING.format(what="Vault.open(folder, passphrase, listener=print).close()")
CREATE = TRYING.format(
    what="Vault.create(folder, passphrase, listener=print, cost=Cost(19 * 1024, 1, 1)).close()"
)

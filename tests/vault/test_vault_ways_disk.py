"""The ways into a vault on a disk that is nearly full: a change is whole, or told and never made."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path as File

import pytest

from intake.answers import Path
from intake.errors import NotSaved, VaultUnwritable, WrongPassphrase, WrongRecoveryCode
from intake.vault import rotation
from intake.vault.recovery import new_code
from intake.vault.slots import Secret
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

PAGE = 4096
CODE = new_code()
SECRETS: Mapping[str, Secret] = {"old": PASSPHRASE, "new": "новая из слов", "code": CODE}
CHANGES: Mapping[str, tuple[Callable[[Vault], None], set[str]]] = {
    "change": (lambda it: it.ways.change_passphrase(PASSPHRASE, "новая из слов"), {"new"}),
    "code": (lambda it: it.ways.set_code(PASSPHRASE, CODE), {"old", "code"}),
    "replace": (lambda it: it.ways.replace_key(PASSPHRASE, CODE), {"old", "code"}),
}


@pytest.fixture
def small_disk(tmp_path: File) -> Iterator[File]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False).returncode:
        pytest.skip("no small disk without the right to mount one")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def fill(disk: File, pages_left: int) -> File:
    """Fill a disk but for so many pages."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while stream.write(b"\0" * PAGE) == PAGE:
                continue
        except OSError:
            pass
        stream.truncate(max(stream.tell() - pages_left * PAGE, 0))
    return filler


def opens(folder: File, secret: Secret) -> bool:
    try:
        Vault.open(folder, secret, listener=print).abandon()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_ways_in_with_any_little_room_is_whole_or_told(
    small_disk: File, folder: File, receipts: Receipts, change: str
) -> None:
    vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    case = vault.new_case(PACK, "ru").id
    vault.submit(case, [said("name", "Анна")])
    vault.close()
    act, after = CHANGES[change]
    reasons: list[object] = []
    for pages in (*range(12), *range(12, 120, 8)):
        place = small_disk / "v.intake"
        shutil.copytree(folder, place)
        vault = Vault.open(place, PASSPHRASE, listener=receipts)
        filler = fill(small_disk, pages)
        wanted = after
        try:
            act(vault)
        except (VaultUnwritable, NotSaved) as fault:
            reasons.append(fault.facts["reason"])
            wanted = {"old"}
        filler.unlink()
        assert vault.answers(case, ALONE).by_path[Path("name")].value == "Анна"
        vault.abandon()
        assert {name for name, secret in SECRETS.items() if opens(place, secret)} == wanted
        assert len(list(place.glob("vault-*.db"))) == 1
        assert len(rotation.kept(place)) == 1
        shutil.rmtree(place)
    # a new code has no name to keep in the database, and the former mirror makes room for the new header;
    # of the index of its log SQLite says only that the disk failed
    assert set(reasons) - {"disk"} == (set() if change == "code" else {"disk-full"})
    assert len(reasons) < 26

"""The ways into a vault on a disk that is nearly full: a change is whole, or told and never made."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path as File

import pytest

from intake.answers import Path
from intake.errors import NotSaved, VaultUnwritable, WrongPassphrase, WrongRecoveryCode
from intake.vault import rotation
from intake.vault.recovery import new_code
from intake.vault.slots import Secret
from intake.vault.vault import Vault
from tests.support.disks import fill, small_disk
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

CODE = new_code()
SECRETS: Mapping[str, Secret] = {"old": PASSPHRASE, "new": "новая из слов", "code": CODE}
CHANGES: Mapping[str, tuple[Callable[[Vault], None], set[str]]] = {
    "change": (lambda it: it.ways.change_passphrase(PASSPHRASE, "новая из слов"), {"new"}),
    "code": (lambda it: it.ways.set_code(PASSPHRASE, CODE), {"old", "code"}),
    "replace": (lambda it: it.ways.replace_key(PASSPHRASE, CODE), {"old", "code"}),
}


@pytest.fixture
def disk(tmp_path: File) -> Iterator[File]:
    with small_disk(tmp_path / "disk", "2m") as mounted:
        yield mounted


def opens(folder: File, secret: Secret) -> bool:
    try:
        Vault.open(folder, secret, listener=print).abandon()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_ways_in_with_any_little_room_is_whole_or_told(
    disk: File, folder: File, receipts: Receipts, change: str
) -> None:
    vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    case = vault.new_case(PACK, "ru").id
    vault.submit(case, [said("name", "Анна")])
    vault.close()
    act, after = CHANGES[change]
    reasons: list[object] = []
    for pages in (*range(12), *range(12, 120, 8)):
        place = disk / "v.intake"
        shutil.copytree(folder, place)
        vault = Vault.open(place, PASSPHRASE, listener=receipts)
        filler = fill(disk, pages)
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

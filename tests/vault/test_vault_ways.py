"""Several ways into one vault: each opens it, each can be changed or taken away, and nothing else does."""

import os
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path as File

import pytest

from intake.answers import Path
from intake.errors import (
    HeaderRolledBack,
    LastPassphrase,
    VaultError,
    VaultUnwritable,
    WaysFull,
    WrongPassphrase,
    WrongRecoveryCode,
)
from intake.vault import copies
from intake.vault.header import MOST_SLOTS, Kind
from intake.vault.recovery import new_code
from intake.vault.slots import Secret
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, UNPRIVILEGED, Receipts, outcome, said

OTHER = "другие слова"


def opens(folder: File, secret: Secret) -> bool:
    try:
        Vault.open(folder, secret, listener=print).abandon()
    except (WrongPassphrase, WrongRecoveryCode):
        return False
    return True


def that_open(vault: Vault, folder: File, secrets: Mapping[str, Secret]) -> set[str]:
    """Which of the secrets open the vault, once it is closed."""
    vault.close()
    return {name for name, secret in secrets.items() if opens(folder, secret)}


def kinds(vault: Vault) -> list[Kind]:
    return [way.kind for way in vault.ways.listed()]


def test_a_changed_passphrase_opens_the_vault_and_the_former_one_no_more(made: Vault, folder: File) -> None:
    made.ways.change_passphrase(PASSPHRASE, OTHER)
    assert that_open(made, folder, {"old": PASSPHRASE, "new": OTHER}) == {"new"}


def test_two_people_open_one_vault_each_with_their_own_passphrase(made: Vault, folder: File) -> None:
    made.ways.add_passphrase(PASSPHRASE, OTHER, "Office (fictional)")
    assert [way.name for way in made.ways.listed()] == ["", "Office (fictional)"]
    assert that_open(made, folder, {"one": PASSPHRASE, "two": OTHER}) == {"one", "two"}


def test_a_changed_passphrase_keeps_the_name_of_its_way(made: Vault, folder: File) -> None:
    made.ways.add_passphrase(PASSPHRASE, OTHER, "Office (fictional)")
    made.ways.change_passphrase(OTHER, "third")
    assert {way.name for way in made.ways.listed()} == {"", "Office (fictional)"}
    names = b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    assert b"Office" not in names


def test_a_recovery_code_opens_the_vault_and_a_newer_one_takes_its_place(made: Vault, folder: File) -> None:
    former, code = new_code(), new_code()
    made.ways.set_code(PASSPHRASE, former)
    made.ways.set_code(PASSPHRASE, code)
    assert kinds(made) == [Kind.PASSPHRASE, Kind.RECOVERY]
    assert that_open(made, folder, {"former": former, "code": code, "words": PASSPHRASE}) == {"code", "words"}


def test_a_lost_passphrase_is_replaced_on_the_word_of_the_recovery_code(
    made: Vault, folder: File, receipts: Receipts
) -> None:
    code = new_code()
    made.ways.set_code(PASSPHRASE, code)
    case = made.new_case(PACK, "ru").id
    made.submit(case, [said("name", "Анна")])
    made.close()
    again = Vault.open(folder, code, listener=receipts)
    again.ways.restore(code, OTHER)
    assert again.answers(case, ALONE).by_path[Path("name")].value == "Анна"
    assert that_open(again, folder, {"old": PASSPHRASE, "new": OTHER, "code": code}) == {"new", "code"}


def test_restoring_leaves_the_passphrases_of_others_alone(made: Vault, folder: File) -> None:
    code = new_code()
    made.ways.add_passphrase(PASSPHRASE, OTHER, "")
    made.ways.set_code(PASSPHRASE, code)
    made.ways.restore(code, "third")
    assert that_open(made, folder, {"a": PASSPHRASE, "b": OTHER, "c": "third"}) == {"a", "b", "c"}


def test_a_way_that_was_removed_opens_the_vault_no_more(made: Vault, folder: File) -> None:
    code = new_code()
    made.ways.add_passphrase(PASSPHRASE, OTHER, "")
    made.ways.set_code(PASSPHRASE, code)
    for way in made.ways.listed()[1:]:
        made.ways.remove(PASSPHRASE, way.id)
    assert that_open(made, folder, {"a": PASSPHRASE, "b": OTHER, "c": code}) == {"a"}


def test_the_last_passphrase_cannot_be_removed_even_beside_a_recovery_code(made: Vault, folder: File) -> None:
    made.ways.set_code(PASSPHRASE, new_code())
    with pytest.raises(LastPassphrase):
        made.ways.remove(PASSPHRASE, made.ways.listed()[0].id)
    assert that_open(made, folder, {"a": PASSPHRASE}) == {"a"}


def test_nobody_removes_the_passphrase_they_have_just_given(made: Vault, folder: File) -> None:
    made.ways.add_passphrase(PASSPHRASE, OTHER, "Office (fictional)")
    (office,) = (way.id for way in made.ways.listed() if way.name)
    with pytest.raises(LastPassphrase) as told:
        made.ways.remove(OTHER, office)
    assert told.value.facts == {"reason": "own"}
    assert that_open(made, folder, {"a": PASSPHRASE, "b": OTHER}) == {"a", "b"}


def test_there_are_no_more_ways_than_a_header_holds(made: Vault, folder: File) -> None:
    code = new_code()
    made.ways.set_code(PASSPHRASE, code)
    for number in range(MOST_SLOTS - 2):
        made.ways.add_passphrase(PASSPHRASE, str(number), "")
    for attempt in (
        lambda: made.ways.add_passphrase(PASSPHRASE, OTHER, ""),
        lambda: made.ways.restore(code, OTHER),
    ):
        with pytest.raises(WaysFull):
            attempt()
    assert len(made.ways.listed()) == MOST_SLOTS
    assert that_open(made, folder, {"last": str(MOST_SLOTS - 3), "more": OTHER}) == {"last"}


CHANGES: Mapping[str, Callable[[Vault, str], None]] = {
    "change": lambda vault, present: vault.ways.change_passphrase(present, "new"),
    "add": lambda vault, present: vault.ways.add_passphrase(present, "new", ""),
    "remove": lambda vault, present: vault.ways.remove(present, vault.ways.listed()[1].id),
    "code": lambda vault, present: vault.ways.set_code(present, new_code()),
    "replace": lambda vault, present: vault.ways.replace_key(present, None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_changes_a_way_without_proving_who_they_are(made: Vault, folder: File, change: str) -> None:
    made.ways.add_passphrase(PASSPHRASE, OTHER, "")
    before = copies.read(folder)
    with pytest.raises(WrongPassphrase):
        CHANGES[change](made, "not this")
    assert copies.read(folder) == before


def test_a_new_passphrase_costs_a_guesser_as_much_as_the_dearest_one(made: Vault, folder: File) -> None:
    made.ways.change_passphrase(PASSPHRASE, OTHER)
    (header,) = copies.read(folder)
    assert [slot.stretching and slot.stretching.cost for slot in header.slots] == [CHEAP]


def test_a_wrong_code_is_told_as_a_wrong_code(made: Vault, folder: File) -> None:
    made.close()
    with pytest.raises(WrongRecoveryCode):
        Vault.open(folder, new_code(), listener=print)


def test_a_replaced_key_keeps_every_word_and_leaves_no_way_in_but_those_given(
    made: Vault, folder: File, receipts: Receipts
) -> None:
    former, code = new_code(), new_code()
    made.ways.add_passphrase(PASSPHRASE, OTHER, "")
    made.ways.set_code(PASSPHRASE, former)
    case = made.new_case(PACK, "ru").id
    made.submit(case, [said(f"q{number}", "слово " * number) for number in range(300)])
    wanted = made.answers(case, ALONE)
    (before,) = copies.read(folder)
    made.ways.replace_key(PASSPHRASE, code)
    assert made.answers(case, ALONE) == wanted
    made.submit(case, [said("after", "и потом")])
    assert made.flush(60)
    assert receipts[-1].error is None
    (header,) = copies.read(folder)
    assert header.database != before.database
    secrets = {"first": PASSPHRASE, "other": OTHER, "former": former, "code": code}
    assert that_open(made, folder, secrets) == {"first", "code"}
    again = Vault.open(folder, code, listener=receipts)
    assert again.answers(case, ALONE).by_path[Path("after")].value == "и потом"
    again.close()
    assert not list(folder.glob(f"{before.database}*"))


def test_the_former_header_and_passphrase_do_not_open_what_was_written_under_the_new_key(
    made: Vault, folder: File
) -> None:
    """What a colleague who left might have kept: a copy of the header, with a passphrase that opened it."""
    made.ways.add_passphrase(PASSPHRASE, OTHER, "")
    kept = {name: (folder / name).read_bytes() for name in copies.NAMES}
    made.ways.replace_key(PASSPHRASE, None)
    made.close()
    for name, text in kept.items():
        (folder / name).write_bytes(text)
    with pytest.raises(VaultError) as told:
        Vault.open(folder, OTHER, listener=print)
    assert told.value.code == "vault-missing"


def test_the_new_database_is_private(made: Vault, folder: File) -> None:
    made.ways.replace_key(PASSPHRASE, None)
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir() if file.is_file()} == {0o600}


def test_changes_follow_one_another_in_one_sitting(made: Vault, folder: File) -> None:
    code = new_code()
    made.ways.replace_key(PASSPHRASE, code)
    made.ways.change_passphrase(PASSPHRASE, OTHER)
    made.ways.replace_key(OTHER, code)
    made.ways.add_passphrase(OTHER, "third", "")
    assert that_open(made, folder, {"a": PASSPHRASE, "b": OTHER, "c": "third", "d": code}) == {"b", "c", "d"}


def test_an_older_header_is_told_and_opens_only_on_the_owners_word(made: Vault, folder: File) -> None:
    kept = {name: (folder / name).read_bytes() for name in copies.NAMES}
    made.ways.change_passphrase(PASSPHRASE, OTHER)
    made.close()
    newer = {name: (folder / name).read_bytes() for name in copies.NAMES}
    for name, text in kept.items():
        (folder / name).write_bytes(text)
    with pytest.raises(HeaderRolledBack):
        Vault.open(folder, PASSPHRASE, listener=print)
    Vault.open(folder, PASSPHRASE, listener=print, accept_older=True).close()
    assert opens(folder, PASSPHRASE)
    for name, text in newer.items():
        (folder / name).write_bytes(text)
    with pytest.raises(HeaderRolledBack):
        Vault.open(folder, OTHER, listener=print)


def test_a_header_whose_mirror_is_gone_is_changed_all_the_same(made: Vault, folder: File) -> None:
    (folder / copies.NAMES[1]).unlink()
    made.ways.change_passphrase(PASSPHRASE, OTHER)
    assert that_open(made, folder, {"old": PASSPHRASE, "new": OTHER}) == {"new"}


READ_ONLY = f"""
import sys
from pathlib import Path
{UNPRIVILEGED}
from intake.errors import IntakeError
from intake.vault.recovery import new_code
from intake.vault.vault import Vault
folder = Path(sys.argv[1])
vault = Vault.open(folder, sys.argv[2], listener=print)
folder.chmod(0o500)
for change in (
    lambda: vault.ways.change_passphrase(sys.argv[2], "new"),
    lambda: vault.ways.set_code(sys.argv[2], new_code()),
    lambda: vault.ways.replace_key(sys.argv[2], None),
):
    try:
        change()
    except IntakeError as fault:
        print(fault)
folder.chmod(0o700)
vault.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_cannot_be_written_keeps_the_ways_it_had(folder: File, made: Vault) -> None:
    made.close()
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, 65534, 65534) if os.geteuid() == 0 else None
    for parent in [it for it in folder.parents if it.is_relative_to("/tmp")][:-1]:
        parent.chmod(0o755)
    assert outcome(READ_ONLY, folder, PASSPHRASE).splitlines() == ["vault-unwritable (reason=read-only)"] * 3
    assert opens(folder, PASSPHRASE)
    assert not opens(folder, "new")
    assert len(list(folder.glob("vault-*.db"))) == 1


def test_a_refusal_of_the_disk_is_told_and_the_vault_goes_on(made: Vault, folder: File) -> None:
    """A folder in the place of the first copy cannot be replaced by a file, also by root."""
    case = made.new_case(PACK, "ru").id
    first = folder / copies.NAMES[0]
    text = first.read_bytes()
    first.unlink()
    first.mkdir()
    (first / "in the way").touch()
    for change in ("change", "code", "replace"):
        with pytest.raises(VaultUnwritable):
            CHANGES[change](made, PASSPHRASE)
    made.submit(case, [said("name", "Анна")])
    assert made.flush(60)
    shutil.rmtree(first)
    first.write_bytes(text)
    assert that_open(made, folder, {"old": PASSPHRASE, "new": "new"}) == {"old"}

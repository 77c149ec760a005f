"""Wrong passphrase, damaged header or database, missing file: each is told as such and nothing changes."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as File

import pytest

from intake.answers import Answers
from intake.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    VaultError,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from intake.vault import copies, engine
from intake.vault.engine import PAGE_BYTES as PAGE
from intake.vault.header import _canonical, _checksum, decoded, encoded
from intake.vault.keys import derived
from intake.vault.schema import meta
from intake.vault.slots import opened
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

A, B = copies.NAMES
Damage = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> File:
    """A closed vault of one case with three hundred answers."""
    folder = tmp_path_factory.mktemp("sample") / "vault.intake"
    vault = Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP)
    case = vault.new_case(PACK, "ru").id
    vault.submit(case, [said(f"question_{number}", "что было потом " * 20) for number in range(300)])
    vault.close()
    return folder


@pytest.fixture
def vault_folder(sample: File, folder: File) -> File:
    shutil.copytree(sample, folder)
    return folder


def database(folder: File) -> File:
    (found,) = folder.glob("vault-*.db")
    return found


def everything(folder: File, passphrase: str = PASSPHRASE) -> Answers:
    """All that the vault holds, read through its door."""
    vault = Vault.open(folder, passphrase, listener=Receipts())
    try:
        (row,) = vault.cases(ALONE)
        assert vault.pack(vault.case(row.id, ALONE).pack_hash) == PACK
        return vault.answers(row.id, ALONE)
    finally:
        vault.abandon()


def told(folder: File, passphrase: str = PASSPHRASE) -> VaultError:
    """The error that opening and reading the vault ends in; the folder must stay as it was."""
    before = contents(folder)
    with pytest.raises(VaultError) as caught:
        everything(folder, passphrase)
    assert contents(folder) == before
    return caught.value


def contents(folder: File) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def flipped(place: int) -> Damage:
    def damage(text: bytes) -> bytes:
        return text[:place] + bytes([text[place] ^ 0x10]) + text[place + 1 :]

    return damage


def cut(length: int) -> Damage:
    return lambda text: text[:length]


HEADER_DAMAGES = [flipped(0), flipped(100), flipped(-2), cut(0), cut(1), cut(-1), lambda text: text + b" "]


def test_a_wrong_passphrase_is_told_as_such(vault_folder: File) -> None:
    for passphrase in ("", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud800"):
        assert type(told(vault_folder, passphrase)) is WrongPassphrase


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "wrong"])
@pytest.mark.parametrize("damage", HEADER_DAMAGES)
def test_a_damaged_header_is_told_before_any_passphrase_is_tried(
    vault_folder: File, damage: Damage, passphrase: str
) -> None:
    for name in copies.NAMES:
        (vault_folder / name).write_bytes(damage((vault_folder / name).read_bytes()))
    assert type(told(vault_folder, passphrase)) is HeaderDamaged


@pytest.mark.parametrize("name", copies.NAMES)
@pytest.mark.parametrize("damage", HEADER_DAMAGES)
def test_one_damaged_copy_is_healed_from_the_other(vault_folder: File, name: str, damage: Damage) -> None:
    good = (vault_folder / name).read_bytes()
    (vault_folder / name).write_bytes(damage(good))
    assert type(told(vault_folder, "wrong")) is WrongPassphrase
    assert len(everything(vault_folder).by_path) == 300
    assert (vault_folder / A).read_bytes() == (vault_folder / B).read_bytes() == good


def test_every_byte_of_one_copy_may_be_damaged(vault_folder: File) -> None:
    good = (vault_folder / A).read_bytes()
    for place in range(len(good)):
        (vault_folder / A).write_bytes(flipped(place)(good))
        assert copies.read(vault_folder) == (decoded(good),)


def test_what_a_killed_process_left_half_written_is_swept_away(vault_folder: File) -> None:
    (vault_folder / "vault.json.1a2b3c4d.new").write_bytes(b"{")
    (vault_folder / "vault.json.b.1a2b3c4d.new").write_bytes(b"")
    assert everything(vault_folder)
    assert sorted(vault_folder.glob("*.new")) == []


@pytest.mark.parametrize("name", copies.NAMES)
def test_a_missing_copy_comes_back(vault_folder: File, name: str) -> None:
    (vault_folder / name).unlink()
    assert everything(vault_folder)
    assert (vault_folder / A).read_bytes() == (vault_folder / B).read_bytes()


def test_a_folder_in_the_place_of_a_copy_does_not_keep_anyone_out(vault_folder: File) -> None:
    (vault_folder / A).unlink()
    (vault_folder / A).mkdir()
    assert everything(vault_folder)


def test_missing_files_are_told_by_name(vault_folder: File, tmp_path: File) -> None:
    lost = database(vault_folder)
    lost.rename(tmp_path / "elsewhere")
    for passphrase in (PASSPHRASE, "wrong"):
        missing = told(vault_folder, passphrase)
        assert (type(missing), missing.facts) == (VaultMissing, {"file": lost.name})
    for name in copies.NAMES:
        (vault_folder / name).unlink()
    assert told(vault_folder).facts == {"file": A}


def test_no_folder_and_a_strange_folder_hold_no_vault_and_get_none(tmp_path: File) -> None:
    (tmp_path / "letters").mkdir()
    for folder in (tmp_path / "letters", tmp_path / "nowhere"):
        with pytest.raises(VaultMissing):
            Vault.open(folder, PASSPHRASE, listener=Receipts())
    assert [path.name for path in tmp_path.rglob("*")] == ["letters"]


def test_an_altered_header_with_a_right_checksum_is_refused_once_the_passphrase_opens_it(
    vault_folder: File,
) -> None:
    header = decoded((vault_folder / A).read_bytes())
    for name in copies.NAMES:
        (vault_folder / name).write_bytes(encoded(replace(header, generation=9)))
    assert type(told(vault_folder, "wrong")) is WrongPassphrase
    assert type(told(vault_folder)) is HeaderDamaged


def test_a_newer_copy_that_is_not_genuine_gives_way_to_the_genuine_one(vault_folder: File) -> None:
    header = decoded((vault_folder / A).read_bytes())
    (vault_folder / A).write_bytes(encoded(replace(header, generation=9)))
    assert everything(vault_folder)
    assert decoded((vault_folder / A).read_bytes()) == header


def test_a_newer_vault_is_not_touched(vault_folder: File) -> None:
    for name in copies.NAMES:
        fields = json.loads((vault_folder / name).read_bytes())
        (vault_folder / name).write_bytes(resealed({**fields, "version": 2}))
    assert type(told(vault_folder)) is VaultTooNew


def resealed(fields: dict[str, object]) -> bytes:
    rest = {name: value for name, value in fields.items() if name != "sha256"}
    return _canonical({**rest, "sha256": _checksum(rest)})


@pytest.mark.parametrize("where", ["salt", "middle", "end"])
def test_a_damaged_page_is_never_taken_for_good(vault_folder: File, where: str) -> None:
    """One flip in each page: whatever is read from it is told as damage, and what is not read is right."""
    good = database(vault_folder).read_bytes()
    wanted = everything(vault_folder)
    unread = 0
    for page in range(len(good) // PAGE):
        place = page * PAGE + {"salt": 0, "middle": PAGE // 2, "end": PAGE - 1}[where]
        database(vault_folder).write_bytes(flipped(place)(good))
        try:
            assert everything(vault_folder) == wanted
            unread += 1
        except DatabaseDamaged:
            continue
    assert unread < len(good) // PAGE // 2  # of tables and indexes that hold nothing yet


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "wrong"])
def test_a_damaged_first_page_is_not_taken_for_a_wrong_passphrase(
    vault_folder: File, passphrase: str
) -> None:
    database(vault_folder).write_bytes(flipped(700)(database(vault_folder).read_bytes()))
    assert (
        type(told(vault_folder, passphrase))
        is {
            PASSPHRASE: DatabaseDamaged,
            "wrong": WrongPassphrase,
        }[passphrase]
    )


@pytest.mark.parametrize("left", [0, 1, 15, PAGE - 1, PAGE, 2 * PAGE, -PAGE, -1])
def test_a_cut_database_is_damage_and_never_an_empty_vault(vault_folder: File, left: int) -> None:
    database(vault_folder).write_bytes(cut(left)(database(vault_folder).read_bytes()))
    assert type(told(vault_folder)) is DatabaseDamaged


def test_another_vaults_database_is_damage(vault_folder: File, tmp_path: File) -> None:
    other = tmp_path / "other.intake"
    Vault.create(other, PASSPHRASE, listener=Receipts(), cost=CHEAP).close()
    shutil.copyfile(database(other), database(vault_folder))
    assert type(told(vault_folder)) is DatabaseDamaged


def test_a_database_that_does_not_name_its_vault_is_damage(vault_folder: File) -> None:
    (header,) = copies.read(vault_folder)
    found = opened(header, PASSPHRASE)
    assert found is not None
    _, data_key = found
    connection = engine.connect(database(vault_folder), derived(data_key, header.vault_id, "database"))
    with connection.begin():
        connection.execute(meta.delete())
    engine.close(connection)
    assert type(told(vault_folder)) is DatabaseDamaged


def test_after_each_failure_the_vault_opens_once_it_is_put_right(vault_folder: File) -> None:
    good = database(vault_folder).read_bytes()
    database(vault_folder).write_bytes(cut(PAGE)(good))
    told(vault_folder)
    told(vault_folder, "wrong")
    database(vault_folder).write_bytes(good)
    assert len(everything(vault_folder).by_path) == 300


def test_an_emptied_database_does_not_cost_the_log_beside_it(vault_folder: File) -> None:
    log = database(vault_folder).with_name(f"{database(vault_folder).name}-wal")
    log.write_bytes(b"what is left" * 1000)
    database(vault_folder).write_bytes(b"")
    assert type(told(vault_folder)) is DatabaseDamaged
    assert log.exists()

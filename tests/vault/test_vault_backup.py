"""Copies in one file: made while the vault is open, proved, restored beside what is there, damage told."""

import random
from collections.abc import Callable
from pathlib import Path as File

import pytest

from intake.errors import CopyDamaged, CopyExists, DatabaseDamaged, VaultExists, VaultMissing, WrongPassphrase
from intake.vault import backup, rotation
from intake.vault.engine import PAGE_BYTES
from intake.vault.restoring import restore
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

SECRET = "это никто не должен прочесть"


def words(folder: File) -> dict[str, object]:
    """What each draft of a vault answers to "one"."""
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    try:
        return {
            row.id: {
                path.question: answer.value for path, answer in vault.answers(row.id, ALONE).by_path.items()
            }
            for row in vault.cases(ALONE)
        }
    finally:
        vault.abandon()


@pytest.fixture
def case(made: Vault) -> str:
    case_id = made.new_case(PACK, "ru").id
    made.submit(case_id, [said("one", SECRET)])
    return case_id


def test_a_copy_made_while_the_vault_is_open_restores_all_that_was_submitted(
    made: Vault, case: str, tmp_path: File
) -> None:
    file, beside = tmp_path / "копия 1.intake-copy", tmp_path / "restored.intake"
    copy = made.back_up(file)
    made.submit(case, [said("one", "said later")])
    label = restore(file, beside, PASSPHRASE)
    assert words(beside) == {case: {"one": SECRET}}
    assert label.made == copy.made.replace(microsecond=0)
    assert (beside.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    assert made.answers(case, ALONE).by_path[said("one", "").path].value == "said later"


def test_a_copy_shows_nothing_readable(made: Vault, case: str, tmp_path: File) -> None:
    made.set_case(case, title=SECRET)
    made.back_up(tmp_path / "copy")
    text = (tmp_path / "copy").read_bytes()
    assert not any(SECRET.encode(form) in text for form in ("utf-8", "utf-16-le", "utf-16-be"))
    assert b"SQLite" not in text


def test_nothing_is_overwritten(made: Vault, case: str, tmp_path: File) -> None:
    file, letters = tmp_path / "copy", tmp_path / "letters"
    file.write_text("a letter")
    with pytest.raises(CopyExists):
        made.back_up(file)
    assert file.read_text() == "a letter"
    made.back_up(tmp_path / "good")
    letters.mkdir()
    (letters / "letter").write_text("dear")
    for taken in (letters, file):
        with pytest.raises(VaultExists):
            restore(tmp_path / "good", taken, PASSPHRASE)
    assert [path.name for path in letters.iterdir()] == ["letter"]
    assert case


def test_a_wrong_passphrase_restores_nothing(made: Vault, case: str, tmp_path: File) -> None:
    made.back_up(tmp_path / "copy")
    with pytest.raises(WrongPassphrase):
        restore(tmp_path / "copy", tmp_path / "restored", "wrong")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "Мой рассказ, черновик 1.intake"]
    assert case


def test_where_copies_went_is_remembered_in_the_vault(
    made: Vault, case: str, tmp_path: File, reopened: Callable[[], Vault]
) -> None:
    places = [tmp_path / "one", tmp_path / "two"]
    for place in places:
        made.back_up(place)
    made.close()
    assert [copy.place for copy in reopened().outside_copies()] == places
    assert case


def damages(size: int, count: int, seed: int) -> list[tuple[int, int]]:
    chance = random.Random(seed)
    return [(chance.randrange(size), 1 << chance.randrange(8)) for _ in range(count)]


def test_no_flipped_bit_of_a_copy_is_taken_for_good(made: Vault, case: str, tmp_path: File) -> None:
    file = tmp_path / "copy"
    made.back_up(file)
    good = file.read_bytes()
    (tmp_path / "empty.db").touch()
    ending = len(good) - backup.label_of(file).length
    places = [
        *damages(len(good), 300, 7),
        *((len(good) - 1 - place, bit) for place, bit in damages(ending, 200, 8)),
    ]
    for place, bit in places:
        file.write_bytes(good[:place] + bytes([good[place] ^ bit]) + good[place + 1 :])
        assert not backup.is_whole(file)
        with pytest.raises(CopyDamaged):
            backup.unpack(file, tmp_path / "empty.db")
    file.write_bytes(good)
    assert backup.is_whole(file)
    assert case


@pytest.mark.parametrize("left", [0, 1, PAGE_BYTES, -1, -PAGE_BYTES])
def test_a_copy_that_was_cut_is_damaged(made: Vault, case: str, tmp_path: File, left: int) -> None:
    made.back_up(tmp_path / "copy")
    (tmp_path / "copy").write_bytes((tmp_path / "copy").read_bytes()[:left])
    with pytest.raises(CopyDamaged):
        restore(tmp_path / "copy", tmp_path / "restored", PASSPHRASE)
    assert not (tmp_path / "restored").exists()
    assert case


def test_something_else_is_no_copy(tmp_path: File) -> None:
    (tmp_path / "photo").write_bytes(b"\xff\xd8" * 50_000)
    with pytest.raises(CopyDamaged):
        restore(tmp_path / "photo", tmp_path / "restored", PASSPHRASE)
    for nothing in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(VaultMissing):
            restore(nothing, tmp_path / "restored", PASSPHRASE)


def test_a_damaged_vault_is_not_copied_as_if_it_were_whole(
    made: Vault, case: str, folder: File, tmp_path: File
) -> None:
    made.submit(case, [said(str(number), "что было потом " * 50) for number in range(200)])
    made.back_up(tmp_path / "good")
    (database,) = folder.glob("vault-*.db")
    text = bytearray(database.read_bytes())
    text[-PAGE_BYTES // 2] ^= 1
    database.write_bytes(text)
    with pytest.raises(DatabaseDamaged):
        made.back_up(tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
    assert list(tmp_path.glob(".*")) == []


def test_a_vault_keeps_its_last_five_copies_and_none_twice(
    made: Vault, case: str, folder: File, reopened: Callable[[], Vault]
) -> None:
    made.close()
    reopened().close()
    assert len(rotation.kept(folder)) == 1
    for number in range(7):
        vault = reopened()
        vault.submit(case, [said("one", f"wording {number}")])
        vault.close()
    copies = rotation.kept(folder)
    assert len(copies) == rotation.KEPT
    assert copies == tuple(sorted(copies))
    beside = folder.with_name("beside")
    restore(copies[0], beside, PASSPHRASE)
    assert words(beside) == {case: {"one": "wording 2"}}


def test_a_damaged_vault_does_not_push_out_its_good_copies(
    made: Vault, case: str, folder: File, reopened: Callable[[], Vault]
) -> None:
    made.submit(case, [said(str(number), "что было потом " * 50) for number in range(200)])
    made.close()
    before = rotation.kept(folder)
    vault = reopened()
    vault.submit(case, [said("one", "more")])
    assert vault.flush(60)
    (database,) = folder.glob("vault-*.db")
    text = bytearray(database.read_bytes())
    text[-PAGE_BYTES // 2] ^= 1
    database.write_bytes(text)
    vault.close()
    assert rotation.kept(folder) == before


def test_leaving_at_once_waits_for_no_copy(made: Vault, case: str, folder: File) -> None:
    made.abandon()
    assert rotation.kept(folder) == ()
    assert case


def test_a_copy_of_a_vault_made_with_another_cost_opens_too(tmp_path: File, receipts: Receipts) -> None:
    vault = Vault.create(tmp_path / "v", PASSPHRASE, listener=receipts, cost=CHEAP)
    vault.back_up(tmp_path / "copy")
    vault.close()
    assert restore(tmp_path / "copy", tmp_path / "again", PASSPHRASE)

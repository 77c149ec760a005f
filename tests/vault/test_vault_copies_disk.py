"""Copying, restoring and erasing on a full or read-only disk: done whole, or told and nothing half."""

import shutil
from collections.abc import Iterator
from pathlib import Path as File

import pytest

from intake.answers import Path
from intake.errors import NotSaved, VaultError, VaultUnwritable
from intake.vault import backup, rotation
from intake.vault.restoring import restore
from intake.vault.vault import Vault
from tests.support.disks import fill, read_only, small_disk
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

FEW = (*range(0, 12, 2), *range(12, 140, 16))
"""Pages left on the disk, up to more than a vault takes."""


@pytest.fixture
def disk(tmp_path: File) -> Iterator[File]:
    with small_disk(tmp_path / "disk", "3m") as mounted:
        yield mounted


@pytest.fixture
def sample(folder: File, receipts: Receipts) -> File:
    """A closed vault of two drafts."""
    vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    for name in ("Анна", "Иван"):
        case = vault.new_case(PACK, "ru").id
        vault.submit(case, [said("name", name)])
        vault.set_case(case, title=name)
    vault.close()
    return folder


def opened(folder: File) -> Vault:
    return Vault.open(folder, PASSPHRASE, listener=Receipts())


def names(vault: Vault) -> list[object]:
    cases = [case.id for case in vault.cases(ALONE)]
    return sorted(str(vault.answers(case, ALONE).by_path[Path("name")].value) for case in cases)


def test_a_copy_with_any_little_room_is_whole_or_not_there(disk: File, sample: File) -> None:
    vault, outcomes = opened(sample), set()
    for pages in FEW:
        filler, file = fill(disk, pages), disk / "a.intake-copy"
        try:
            vault.back_up(file)
            outcomes.add("whole" if backup.is_whole(file) else "half")
        except VaultUnwritable as told:
            outcomes.add(str(told.facts["reason"]))
            assert not file.exists()
        filler.unlink()
        file.unlink(missing_ok=True)
        assert list(disk.iterdir()) == []
    vault.abandon()
    assert outcomes == {"whole", "disk-full"}


def test_a_copy_that_cannot_be_remembered_is_not_left_behind(
    disk: File, sample: File, tmp_path: File
) -> None:
    shutil.copytree(sample, disk / "v.intake")
    vault = opened(disk / "v.intake")
    filler = fill(disk, 0)
    with pytest.raises(VaultError):
        vault.back_up(tmp_path / "a.intake-copy")
    assert not (tmp_path / "a.intake-copy").exists()
    filler.unlink()
    assert vault.outside_copies() == ()
    vault.abandon()


def test_a_restored_vault_with_any_little_room_is_whole_or_not_there(
    disk: File, sample: File, tmp_path: File
) -> None:
    vault = opened(sample)
    copy = vault.back_up(tmp_path / "a.intake-copy").place
    vault.abandon()
    outcomes = set()
    for pages in FEW:
        filler, place = fill(disk, pages), disk / "v.intake"
        try:
            restore(copy, place, PASSPHRASE)
            outcomes.add("whole")
        except VaultUnwritable:
            outcomes.add("told")
            assert list(disk.iterdir()) == [filler]
        filler.unlink()
        if place.exists():
            again = opened(place)
            assert names(again) == ["Анна", "Иван"]
            again.abandon()
            shutil.rmtree(place)
    assert outcomes == {"whole", "told"}


def test_a_draft_is_erased_for_good_or_it_is_said_that_it_may_not_be(disk: File, sample: File) -> None:
    outcomes = set()
    for pages in FEW:
        place = disk / "v.intake"
        shutil.copytree(sample, place)
        vault = opened(place)
        gone = next(case.id for case in vault.cases(ALONE) if case.title == "Анна")
        filler = fill(disk, pages)
        try:
            vault.erase_case(gone)
            outcomes.add("erased")
        except (NotSaved, VaultUnwritable) as told:
            outcomes.add(type(told).__name__)
        filler.unlink()
        left = names(vault)
        vault.close()
        again = opened(place)
        assert names(again) == left
        assert "Иван" in left
        again.abandon()
        assert len(rotation.kept(place)) >= 1
        shutil.rmtree(place)
    assert "erased" in outcomes
    assert outcomes - {"erased"}


def test_a_read_only_disk_takes_no_copy_and_no_vault_and_says_so(
    disk: File, sample: File, tmp_path: File
) -> None:
    shutil.copytree(sample, disk / "v.intake")
    vault = opened(sample)
    copy = vault.back_up(tmp_path / "a.intake-copy").place
    with read_only(disk):
        for act in (
            lambda: vault.back_up(disk / "b.intake-copy"),
            lambda: restore(copy, disk / "restored.intake", PASSPHRASE),
            lambda: opened(disk / "v.intake"),
        ):
            with pytest.raises(VaultUnwritable) as told:
                act()
            assert told.value.facts["reason"] == "read-only"
    assert [it.name for it in disk.iterdir()] == ["v.intake"]
    assert [it.place for it in vault.outside_copies()] == [copy]
    vault.abandon()

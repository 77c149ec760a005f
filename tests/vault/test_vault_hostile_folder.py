"""A vault's folder with things in it that are no files of ours: nothing waits for ever, nothing gives up."""

import os
import shutil
import stat
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path as File

import pytest

from intake.errors import DatabaseDamaged, HeaderDamaged, VaultError, VaultExists, VaultInUse, VaultMissing
from intake.vault import copies, rotation
from intake.vault.files import Exposure
from intake.vault.making import made_beside
from intake.vault.restoring import restore
from intake.vault.salvage import check, salvage
from intake.vault.vault import Vault
from tests.support.vaults import CHEAP, PASSPHRASE, Receipts

A, B = copies.NAMES


def pipe(place: File) -> None:
    os.mkfifo(place)


def link_to_device(place: File) -> None:
    place.symlink_to("/dev/zero")


def link_to_pipe(place: File) -> None:
    os.mkfifo(place.with_name("pipe"))
    place.symlink_to("pipe")


def folder_there(place: File) -> None:
    place.mkdir()


def loop(place: File) -> None:
    place.symlink_to(place.name)


STRANGE = [pipe, link_to_device, link_to_pipe, folder_there, loop]


@pytest.fixture
def closed(made: Vault, folder: File) -> File:
    made.close()
    return folder


def opens(folder: File) -> None:
    Vault.open(folder, PASSPHRASE, listener=Receipts()).abandon()


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("act", [opens, lambda it: check(it, PASSPHRASE)], ids=["open", "check"])
def test_what_is_no_file_in_the_place_of_both_headers_is_told_as_damage(
    closed: File, strange: Callable[[File], None], act: Callable[[File], object]
) -> None:
    for name in copies.NAMES:
        (closed / name).unlink()
    strange(closed / A)
    (closed / B).symlink_to(A)
    with pytest.raises(HeaderDamaged):
        act(closed)


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("name", copies.NAMES)
def test_one_header_that_is_no_file_does_not_keep_the_other_from_opening(
    closed: File, strange: Callable[[File], None], name: str
) -> None:
    text = (closed / A).read_bytes()
    (closed / name).unlink()
    strange(closed / name)
    opens(closed)
    other = B if name == A else A
    assert (closed / other).read_bytes() == text
    if strange is not folder_there:  # which may hold something, and is left
        assert (closed / name).read_bytes() == text
        assert not (closed / name).is_symlink()


def test_healing_passes_by_a_folder_named_like_an_unfinished_header(closed: File) -> None:
    (closed / f"{A}.0000.new").mkdir()
    (closed / f"{B}.0000.new").write_bytes(b"half")
    (closed / B).write_bytes(b"damaged")
    opens(closed)
    assert (closed / B).read_bytes() == (closed / A).read_bytes()
    assert (closed / f"{A}.0000.new").is_dir()
    assert not (closed / f"{B}.0000.new").exists()


def test_rests_of_a_copy_that_cannot_be_removed_keep_no_copy_from_being_made(
    made: Vault, folder: File
) -> None:
    (folder / rotation.FOLDER).mkdir()
    (folder / rotation.FOLDER / ".0000.new").mkdir()
    made.close()
    assert len(rotation.kept(folder)) == 1


@pytest.mark.skipif(os.name != "posix", reason="on Windows a folder inherits who may see it")
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o701, 0o777])
def test_a_folder_that_others_could_look_into_is_closed_to_them_and_that_is_said(
    closed: File, mode: int
) -> None:
    closed.chmod(mode)
    vault = Vault.open(closed, PASSPHRASE, listener=Receipts())
    assert vault.exposure is Exposure.ENDED
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    vault.abandon()
    again = Vault.open(closed, PASSPHRASE, listener=Receipts())
    assert again.exposure is Exposure.NONE
    again.abandon()


def test_whoever_makes_a_vault_second_in_one_place_is_told_and_overwrites_nothing(folder: File) -> None:
    with ExitStack() as slower:
        slower.enter_context(made_beside(folder))
        Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP).abandon()
        with pytest.raises(VaultExists):
            slower.close()
    opens(folder)
    assert [it.name for it in folder.parent.iterdir()] == [folder.name]


def test_of_many_who_make_a_vault_in_one_place_at_once_one_has_it(folder: File) -> None:
    ready, outcomes = threading.Barrier(6), list[VaultError | Vault]()

    def create() -> None:
        ready.wait()
        try:
            outcomes.append(Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP))
        except (VaultExists, VaultInUse) as told:
            outcomes.append(told)

    rivals = [threading.Thread(target=create) for _ in range(6)]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    winners = [it for it in outcomes if isinstance(it, Vault)]
    assert len(winners) == 1
    assert {type(it) for it in outcomes} == {Vault, VaultExists}
    winners[0].abandon()
    opens(folder)
    assert [it.name for it in folder.parent.iterdir()] == [folder.name]


def test_a_pipe_in_the_place_of_a_copy_or_of_the_database_is_told(closed: File, tmp_path: File) -> None:
    (database,) = closed.glob("vault-*.db")
    kept = tmp_path / "kept"
    shutil.copytree(closed, kept)
    database.unlink()
    os.mkfifo(database)
    with pytest.raises(DatabaseDamaged):
        opens(closed)
    with pytest.raises(DatabaseDamaged):
        salvage(closed, tmp_path / "saved.intake", PASSPHRASE)
    (copy,) = rotation.kept(kept)
    copy.unlink()
    os.mkfifo(copy)
    assert check(kept, PASSPHRASE).copies == {copy.name: False}
    with pytest.raises(VaultMissing):
        restore(copy, tmp_path / "restored.intake", PASSPHRASE)
    Vault.open(kept, PASSPHRASE, listener=Receipts()).close()
    assert [it.is_file() for it in rotation.kept(kept)] == [False, True]

"""A vault that was erased opens no more, also for who kept what its files held before they were removed."""

import os
from pathlib import Path

import pytest

from intake.errors import CopyDamaged, VaultError, VaultMissing, VaultUnwritable
from intake.vault import rotation
from intake.vault.backup import label_of
from intake.vault.destroying import destroy
from intake.vault.vault import Vault
from tests.support.vaults import PASSPHRASE


def opens(folder: Path) -> bool:
    try:
        Vault.open(folder, PASSPHRASE, listener=lambda _: None).close()
    except VaultError:
        return False
    return True


def test_nothing_of_it_is_left(made: Vault, folder: Path) -> None:
    made.close()
    assert opens(folder)
    assert destroy(folder) == ()
    assert not folder.exists()
    with pytest.raises(VaultMissing):
        Vault.open(folder, PASSPHRASE, listener=lambda _: None)


def test_the_slots_are_written_over_before_they_are_removed(made: Vault, folder: Path) -> None:
    """A name that still leads to the old blocks shows what they hold now."""
    made.close()
    names = ("vault.json", "vault.json.b")
    before = {name: (folder / name).read_bytes() for name in names}
    for name in names:
        os.link(folder / name, folder.parent / f"still-{name}")
    destroy(folder)
    for name, text in before.items():
        after = (folder.parent / f"still-{name}").read_bytes()
        assert len(after) == len(text)
        assert b"slots" in text
        assert b"slots" not in after


def test_the_slots_in_its_own_copies_are_written_over_too(made: Vault, folder: Path) -> None:
    made.close()
    (copy,) = rotation.kept(folder)
    still = folder.parent / "still-a-copy"
    os.link(copy, still)
    assert label_of(still).header == (folder / "vault.json").read_bytes()
    destroy(folder)
    assert b"slots" not in still.read_bytes()
    with pytest.raises(CopyDamaged):
        label_of(still)


def test_a_damaged_vault_is_erased_too(made: Vault, folder: Path) -> None:
    made.close()
    (folder / "vault.json").write_bytes(b"")
    (folder / "vault.json.b").unlink()
    assert destroy(folder) == ()
    assert not folder.exists()


def test_a_link_in_the_folder_is_not_followed(made: Vault, folder: Path, tmp_path: Path) -> None:
    made.close()
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.write_bytes(b"of somebody else")
    (folder / "vault-00000000.db").symlink_to(elsewhere)
    destroy(folder)
    assert elsewhere.read_bytes() == b"of somebody else"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(VaultUnwritable):
        destroy(tmp_path / "nowhere.intake")

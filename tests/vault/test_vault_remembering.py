"""A computer that remembers a vault opens it without its passphrase, until a lock, and never in its place."""

import shutil
from collections.abc import Callable
from pathlib import Path as File

import pytest

from intake.errors import KeyringForgot, KeyringUnavailable, WaysFull, WrongPassphrase
from intake.vault import copies, keystore, rotation
from intake.vault.backup import label_of
from intake.vault.header import MOST_SLOTS, Kind
from intake.vault.recovery import new_code
from intake.vault.remembering import may_open, secret_for
from intake.vault.restoring import restore
from intake.vault.slots import KeyringSecret
from intake.vault.vault import Vault
from tests.support.secret_service import Session
from tests.support.vaults import ALONE, PACK, PASSPHRASE, Receipts, said

pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
HOME = "ноутбук дома"


@pytest.fixture
def remembered(made: Vault, folder: File, desktop: Session) -> File:
    """A closed vault with a draft, which this computer remembers."""
    desktop.start()
    case = made.new_case(PACK, "ru").id
    made.submit(case, [said("name", "Анна")])
    made.ways.remember_here(PASSPHRASE, HOME)
    made.close()
    return folder


def open_with(folder: File, secret: object) -> Vault:
    return Vault.open(folder, secret, listener=Receipts())  # type: ignore[arg-type]


def open_here(folder: File) -> Vault:
    return open_with(folder, secret_for(folder))


def opens_here(folder: File) -> bool:
    try:
        open_here(folder).abandon()
    except (KeyringForgot, KeyringUnavailable):
        return False
    return True


def test_a_remembered_vault_opens_without_its_passphrase(remembered: File) -> None:
    assert may_open(remembered)
    vault = open_here(remembered)
    assert [case.answered for case in vault.cases(ALONE)] == [1]
    assert [(way.kind, way.name) for way in vault.ways.listed()] == [
        (Kind.PASSPHRASE, ""),
        (Kind.KEYRING, HOME),
    ]
    vault.close()
    open_with(remembered, PASSPHRASE).abandon()


def test_a_vault_is_not_remembered_unless_it_is_wished(made: Vault, folder: File, desktop: Session) -> None:
    desktop.start()
    made.close()
    assert not may_open(folder)
    with pytest.raises(KeyringForgot):
        secret_for(folder)
    open_with(folder, PASSPHRASE).close()
    assert desktop.texts() == []


def test_without_a_keyring_nothing_is_remembered_and_nothing_changed(
    made: Vault, folder: File, desktop: Session
) -> None:
    before = (folder / copies.NAMES[0]).read_bytes()
    with pytest.raises(KeyringUnavailable):
        made.ways.remember_here(PASSPHRASE, HOME)
    desktop.start()
    with pytest.raises(WrongPassphrase):
        made.ways.remember_here("wrong", HOME)
    assert (folder / copies.NAMES[0]).read_bytes() == before
    assert desktop.texts() == []


def test_the_keyring_learns_neither_the_vaults_name_nor_its_key(remembered: File, desktop: Session) -> None:
    (text,) = desktop.texts()
    for word in (remembered.stem, HOME, "Анна", PASSPHRASE):
        assert word.encode() not in text
    header = copies.read(remembered)[0]
    assert header.vault_id.hex().encode() in text
    secret = secret_for(remembered).secret
    assert secret.hex().encode() in text
    assert secret.hex() not in (remembered / copies.NAMES[0]).read_text()
    assert repr(secret_for(remembered)) == "KeyringSecret"


def test_after_a_lock_only_the_passphrase_opens_and_then_the_computer_remembers_anew(
    remembered: File,
) -> None:
    vault = open_here(remembered)
    former = secret_for(remembered)
    vault.ways.suspend_here()
    vault.ways.suspend_here()
    vault.close()
    assert may_open(remembered)
    assert not opens_here(remembered)
    kept = [file.read_bytes() for file in rotation.kept(remembered)]
    open_with(remembered, PASSPHRASE).close()
    assert opens_here(remembered)
    with pytest.raises(KeyringForgot):
        open_with(remembered, former)
    assert [file.read_bytes() for file in rotation.kept(remembered)] == kept, "the copies need not be remade"


def test_while_it_is_open_a_proved_passphrase_ends_what_was_suspended(remembered: File) -> None:
    vault = open_here(remembered)
    vault.ways.suspend_here()
    with pytest.raises(WrongPassphrase):
        vault.ways.confirm("wrong")
    assert keystore.kept(copies.read(remembered)[0].vault_id.hex()).endswith(" -")  # type: ignore[union-attr]
    vault.ways.confirm(PASSPHRASE)
    vault.close()
    assert opens_here(remembered)


def test_a_passphrase_typed_on_another_computer_leaves_nothing_in_its_keyring(
    remembered: File, desktop: Session, tmp_path: File
) -> None:
    shutil.copytree(remembered, tmp_path / "stick.intake")
    keystore.drop(copies.read(remembered)[0].vault_id.hex())  # as on a computer that never knew it
    assert not opens_here(tmp_path / "stick.intake")
    open_with(tmp_path / "stick.intake", PASSPHRASE).close()
    assert desktop.texts() == []
    assert not opens_here(tmp_path / "stick.intake")


def test_a_keyring_that_lost_its_secret_means_typing_the_passphrase(
    remembered: File, desktop: Session
) -> None:
    desktop.lock()
    with pytest.raises(KeyringUnavailable) as told:
        secret_for(remembered)
    assert told.value.facts["reason"] == "locked"
    open_with(remembered, PASSPHRASE).abandon()
    desktop.stop()
    with pytest.raises(KeyringUnavailable):
        secret_for(remembered)
    vault = open_with(remembered, PASSPHRASE)
    with pytest.raises(KeyringUnavailable):
        vault.ways.suspend_here()
    vault.close()


def test_a_keyring_that_gives_nothing_up_opens_nothing_after_a_lock(
    remembered: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may hang just when the vault locks: then it holds its secret still, and answers again later."""
    vault = open_here(remembered)
    with monkeypatch.context() as hung:
        hung.setattr(keystore, "keep", _refuse)
        with pytest.raises(KeyringUnavailable):
            vault.ways.suspend_here()
    vault.close()
    former = _secret_in_keyring(remembered)
    assert not opens_here(remembered)
    open_with(remembered, PASSPHRASE).close()
    assert opens_here(remembered)
    with pytest.raises(KeyringForgot):
        open_with(remembered, former)


def _refuse(*_words: str) -> None:
    raise KeyringUnavailable(reason="slow")


def _secret_in_keyring(folder: File) -> KeyringSecret:
    _, _, secret = (keystore.kept(copies.read(folder)[0].vault_id.hex()) or "").partition(" ")
    return KeyringSecret(bytes.fromhex(secret))


@pytest.mark.parametrize("text", ["", "x", "abc zz", "{slot} 00", "{slot} {zeros}", "{other} {zeros}"])
def test_anything_else_in_the_keyring_opens_nothing_and_harms_nothing(remembered: File, text: str) -> None:
    header = copies.read(remembered)[0]
    slot = header.slots[-1].id
    keystore.keep(header.vault_id.hex(), text.format(slot=slot, other="0" * 16, zeros="00" * 32) or " ")
    assert not opens_here(remembered)
    open_with(remembered, PASSPHRASE).close()
    assert opens_here(remembered) == (text == "{slot} {zeros}"), "a secret that fits no more is made anew"


def test_to_forget_this_computer_takes_the_way_and_the_secret(remembered: File, desktop: Session) -> None:
    vault = open_here(remembered)
    way = next(way for way in vault.ways.listed() if way.kind is Kind.KEYRING)
    secret = secret_for(remembered)
    vault.ways.remove(PASSPHRASE, way.id)
    vault.close()
    assert desktop.texts() == []
    assert not may_open(remembered)
    with pytest.raises(KeyringForgot):
        open_with(remembered, secret)


def test_a_new_key_makes_this_computer_forget(remembered: File, desktop: Session) -> None:
    vault = open_here(remembered)
    vault.ways.replace_key(PASSPHRASE, None)
    vault.close()
    assert desktop.texts() == []
    assert not opens_here(remembered)


def test_other_changes_of_the_ways_in_leave_this_computer_its_own(remembered: File) -> None:
    vault = open_here(remembered)
    code = new_code()
    vault.ways.set_code(PASSPHRASE, code)
    vault.ways.change_passphrase(PASSPHRASE, "новая из слов")
    vault.ways.restore(code, PASSPHRASE)
    vault.close()
    assert opens_here(remembered)


def test_one_computer_at_most_is_remembered(remembered: File, desktop: Session) -> None:
    vault = open_here(remembered)
    former = secret_for(remembered)
    vault.ways.remember_here(PASSPHRASE, "другой")
    assert [way.name for way in vault.ways.listed() if way.kind is Kind.KEYRING] == ["другой"]
    assert len(desktop.texts()) == 1
    vault.close()
    with pytest.raises(KeyringForgot):
        open_with(remembered, former)


def test_a_vault_with_as_many_ways_as_it_can_have_is_not_remembered(
    made: Vault, folder: File, desktop: Session
) -> None:
    desktop.start()
    for number in range(MOST_SLOTS - 1):
        made.ways.add_passphrase(PASSPHRASE, f"пароль {number}", str(number))
    with pytest.raises(WaysFull):
        made.ways.remember_here(PASSPHRASE, HOME)
    assert desktop.texts() == []
    assert not may_open(folder)


def test_a_copy_opens_with_its_passphrase_and_a_removed_computer_opens_none_in_the_folder(
    remembered: File, tmp_path: File, reopened: Callable[[], Vault]
) -> None:
    vault = reopened()
    outside = vault.back_up(tmp_path / "outside.intake-copy")
    way = next(way for way in vault.ways.listed() if way.kind is Kind.KEYRING)
    vault.ways.remove(PASSPHRASE, way.id)
    vault.close()
    (kept, *_) = rotation.kept(remembered)
    assert b"keyring" not in label_of(kept).header
    restore(outside.place, tmp_path / "restored.intake", PASSPHRASE)
    open_with(tmp_path / "restored.intake", PASSPHRASE).abandon()
    assert not opens_here(tmp_path / "restored.intake")

"""A vault is made of a backup copy, or of what is left of a damaged one, at the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from intake.vault.rotation import kept
from tests.support.a11y import complaints
from tests.support.at_window import PASSPHRASE, AtWindow, line, named
from ui.pages.keys_page import ProofPage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.welcome_page import WelcomePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def at_welcome(person: AtWindow) -> None:
    """A vault with a draft was made and closed, and the program is started again."""
    person.make_vault()
    person.sit()
    person.begin()
    person.close()
    person.open()


def choose(person: AtWindow, file: Path) -> ProofPage:
    """Press "Open a backup copy" and choose one."""
    person.hands.press("Open a backup copy")
    dialog = next(
        it for it in QApplication.topLevelWidgets() if isinstance(it, QFileDialog) and it.isVisible()
    )
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    return person.hands.wait_for_page(ProofPage)


def give(person: AtWindow, page: ProofPage, name: str, passphrase: str) -> None:
    person.hands.type_anew(line(page, "name"), name)
    person.hands.type_anew(line(page, "present"), passphrase)
    person.hands.click(named(page, "act"))


def test_a_copy_becomes_a_vault_beside_the_others(person: AtWindow) -> None:
    at_welcome(person)
    (copy,) = kept(person.vault)
    before = {file: file.read_bytes() for file in person.vault.rglob("*") if file.is_file()}
    page = choose(person, copy)
    assert complaints(person.window) == []
    give(person, page, "из копии", "не та")
    person.hands.wait_for(page.told.isVisible, "the word that it is another passphrase")
    give(person, page, person.vault.stem, PASSPHRASE)
    person.hands.wait_for(lambda: page.told.text().startswith("There is something"), "that the name is taken")
    give(person, page, "из копии", PASSPHRASE)
    unlock = person.hands.wait_for_page(UnlockPage)
    assert unlock.told.text().startswith("The vault was made of the copy of")
    person.unlock()
    person.sit()
    assert {file: file.read_bytes() for file in person.vault.rglob("*") if file.is_file()} == before
    assert (person.places.vaults / "из копии.intake" / "vault.json").exists()


def test_what_is_no_copy_is_told_before_anything_is_typed(person: AtWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.intake-copy").write_bytes(b"no copy")
    page = choose(person, tmp_path / "letter.intake-copy")
    assert page.told.text().startswith("This file is not a whole backup copy")
    person.hands.press("Back")
    person.hands.wait_for_page(WelcomePage)


def test_what_is_left_of_a_damaged_vault_is_rescued_into_a_new_one(person: AtWindow) -> None:
    at_welcome(person)
    (database,) = person.vault.glob("vault-*.db")
    text = bytearray(database.read_bytes())
    text[4096 * 3 + 100] ^= 1
    damaged = bytes(text)
    database.write_bytes(damaged)
    wal = database.with_name(f"{database.name}-wal")
    wal.write_bytes(b"\0" * 32)  # as after an unclean end: every page is looked at
    person.hands.click(person.hands.button("Open “мой”"))
    person.unlock()
    unlock = person.hands.wait_for_page(UnlockPage)
    person.hands.wait_for(unlock.told.isVisible, "the word that the vault is damaged")
    person.hands.click(named(unlock, "rescue"))
    page = person.hands.wait_for_page(ProofPage)
    assert complaints(person.window) == []
    give(person, page, "спасённое", PASSPHRASE)
    again = person.hands.wait_for_page(UnlockPage)
    assert again.told.text().startswith("A new vault was made, with 1 draft.")
    person.unlock()
    person.hands.wait_for_page(SittingPage)
    assert database.read_bytes() == damaged

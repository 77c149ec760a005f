"""A copy is made and the vault checked at the window; missing last changes are told in the list of drafts."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from intake.case import Role, Sitting
from intake.vault.engine import PAGE_BYTES
from intake.vault.restoring import restore
from intake.vault.vault import Vault
from tests.support.a11y import complaints
from tests.support.at_window import PASSPHRASE, AtWindow
from tests.support.handing_over import write_name
from ui.pages.cases_page import CasesPage
from ui.pages.erase_page import ErasePage
from ui.pages.vault_copies import VaultCopies
from ui.pages.vault_page import VaultPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def section(person: AtWindow) -> VaultCopies:
    person.make_vault()
    person.sit()
    person.hands.press("Vault settings")
    found = person.hands.wait_for_page(VaultPage).findChild(VaultCopies)
    assert isinstance(found, VaultCopies)
    return found


def make_copy(person: AtWindow, file: Path) -> None:
    person.hands.press("Make a backup copy")
    dialog = person.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("copy.intake-copy")
    file.parent.mkdir(exist_ok=True)
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(file.name)
    dialog.accept()


def test_a_copy_is_made_at_the_window_and_opens(person: AtWindow, tmp_path: Path) -> None:
    copies = section(person)
    file = tmp_path / "другой диск" / "copy.intake-copy"
    make_copy(person, file)
    person.hands.wait_for(copies.told.isVisible, "the word that the copy was made")
    assert copies.told.text() == "The copy was made, and proved to be whole: copy.intake-copy"
    assert complaints(copies) == []
    assert copies.copy.isEnabled()
    restore(file, tmp_path / "again", PASSPHRASE)
    Vault.open(tmp_path / "again", PASSPHRASE, listener=print).close()


def test_a_check_tells_a_whole_vault_from_a_damaged_one(person: AtWindow) -> None:
    copies = section(person)
    person.hands.press("Check this vault")
    person.hands.wait_for(copies.told.isVisible, "what the check found")
    assert copies.told.text() == "The vault and its copies are whole."
    copies.told.tell("")
    (database,) = person.vault.glob("vault-*.db")
    text = bytearray(database.read_bytes())
    text[-PAGE_BYTES // 2] ^= 1
    database.write_bytes(text)
    person.hands.press("Check this vault")
    person.hands.wait_for(copies.told.isVisible, "what the check found")
    assert copies.told.text().startswith("The vault is damaged")


def test_a_draft_is_erased_only_once_the_word_is_typed(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    write_name(person, "Fictional")
    person.hands.press("Back")
    person.hands.wait_for_page(CasesPage)
    person.hands.press("Vault settings")
    person.hands.wait_for_page(VaultPage)
    person.hands.press("Erase a draft")
    page = person.hands.wait_for_page(ErasePage)
    assert complaints(page) == []
    person.hands.type(page.typed.line, "eras")
    person.hands.press("Erase it for good")
    assert page.told.text().startswith("Nothing was erased")
    person.hands.type_anew(page.typed.line, "Erase")
    person.hands.press("Erase it for good")
    settings = person.hands.wait_for_page(VaultPage)
    copies = settings.findChild(VaultCopies)
    assert isinstance(copies, VaultCopies)
    assert copies.told.text() == "The draft was erased."
    person.hands.press("Take a break")
    vault = Vault.open(person.vault, PASSPHRASE, listener=print)
    assert vault.cases(Sitting(Role.APPLICANT)) == ()
    vault.close()


def test_missing_last_changes_are_told_in_the_list_of_drafts(person: AtWindow) -> None:
    person.make_vault()
    person.hands.press("Take a break")
    (database,) = person.vault.glob("vault-*.db")
    log = database.with_name(f"{database.name}-wal")
    log.write_bytes(b"\x37\x7f\x06\x82" + bytes(28) + b"\1" * (24 + PAGE_BYTES))
    person.unlock()
    page = person.sit()
    assert "its last changes are damaged" in page.told.text()

"""What opens a vault is changed at the window: passphrase, recovery code, a colleague, the key itself."""

import re

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from intake.errors import WrongPassphrase
from intake.vault import copies
from intake.vault.recovery import read_code
from intake.vault.vault import Vault
from tests.support.a11y import complaints
from tests.support.at_window import PASSPHRASE, AtWindow, line, named
from ui.pages.code_fields import ASKED, CodeFields
from ui.pages.keys_page import ProofPage
from ui.pages.recovery_page import RecoveryPage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.vault_page import VaultPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NEW = "совсем другие слова"


def settings(person: AtWindow) -> VaultPage:
    """From the first page to the settings of a new vault."""
    person.make_vault()
    person.sit()
    person.hands.press("Vault settings")
    return unfolded(person)


def unfolded(person: AtWindow) -> VaultPage:
    """The settings with all there is."""
    page = person.hands.wait_for_page(VaultPage)
    more = page.findChild(QPushButton, "more")
    if more is not None and more.isVisible():
        person.hands.click(more)
    return page


def type_new(person: AtWindow, page: ProofPage | RecoveryPage, passphrase: str = NEW) -> None:
    person.hands.type(line(page, "first"), passphrase)
    person.hands.type(line(page, "second"), passphrase)


def give(person: AtWindow, page: ProofPage, present: str = PASSPHRASE) -> None:
    """Type the passphrase of now and press the button of the page."""
    person.hands.type_anew(line(page, "present"), present)
    person.hands.click(named(page, "act"))


def make_code(person: AtWindow) -> str:
    """Make a recovery code from the settings; gives what was copied to paper."""
    person.hands.press("Make a recovery code")
    page = person.hands.wait_for_page(ProofPage)
    shown = " ".join(it.text() for it in page.findChild(CodeFields).findChildren(QLabel) if it.isVisible())
    groups = re.findall(r"\b[0-9A-Z]{4}\b", shown)
    assert len(groups) == 9
    person.hands.press("I have written it on paper", page)
    assert not any(it.isVisible() and groups[0] in it.text() for it in page.findChildren(QLabel))
    for place in ASKED:
        person.hands.type(line(page, f"group-{place}"), groups[place].lower())
    give(person, page)
    person.hands.wait_for_page(VaultPage)
    return "-".join(groups)


def opens(person: AtWindow, passphrase: str) -> bool:
    try:
        Vault.open(person.vault, passphrase, listener=print).close()
    except WrongPassphrase:
        return False
    return True


def test_a_changed_passphrase_opens_the_vault_from_then_on(person: AtWindow) -> None:
    settings(person)
    person.hands.press("Change my passphrase")
    page = person.hands.wait_for_page(ProofPage)
    type_new(person, page)
    give(person, page, "не то")
    person.hands.wait_for(page.told.isVisible, "the word that it is another passphrase")
    assert page.told.text().startswith("This passphrase does not open")
    give(person, page)
    assert person.hands.wait_for_page(VaultPage).told.text().startswith("It is done")
    person.hands.press("Take a break")
    person.unlock(NEW)
    person.hands.wait_for_page(SittingPage)
    person.close()
    assert (opens(person, PASSPHRASE), opens(person, NEW)) == (False, True)


def test_a_forgotten_passphrase_is_replaced_with_the_code_on_paper(person: AtWindow) -> None:
    settings(person)
    code = make_code(person)
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)
    person.hands.press("I forgot the passphrase and have a recovery code")
    page = person.hands.wait_for_page(RecoveryPage)
    assert complaints(person.window) == []
    type_new(person, page)
    person.hands.type(line(page, "code"), code[:-1].replace("-", " ").lower())
    person.hands.press("Open with the code")
    person.hands.wait_for(page.told.isVisible, "the word that the code is too short")
    assert "35" in page.told.text()
    person.hands.type(line(page, "code"), code[-1])
    person.hands.press("Open with the code")
    person.hands.wait_for_page(SittingPage)
    person.close()
    assert (opens(person, PASSPHRASE), opens(person, NEW)) == (False, True)


def test_a_code_that_was_not_copied_well_is_not_put_to_use(person: AtWindow) -> None:
    settings(person)
    person.hands.press("Make a recovery code")
    page = person.hands.wait_for_page(ProofPage)
    give(person, page)
    assert page.told.text().startswith("Please write the code on paper first")
    person.hands.press("I have written it on paper", page)
    for place in ASKED:
        person.hands.type(line(page, f"group-{place}"), "UUUU")
    give(person, page)
    assert page.told.text().startswith("What you typed is not what the code says")
    assert len(copies.read(person.vault)[0].slots) == 1


def test_a_code_stays_the_same_when_the_language_changes(person: AtWindow) -> None:
    settings(person)
    person.hands.press("Make a recovery code")
    shown = [
        it.text() for it in person.hands.wait_for_page(ProofPage).findChild(CodeFields).findChildren(QLabel)
    ]
    person.switch("ru")
    again = [
        it.text() for it in person.hands.wait_for_page(ProofPage).findChild(CodeFields).findChildren(QLabel)
    ]
    assert read_code("".join(shown[:3])) == read_code("".join(again[:3]))


def test_a_colleague_gets_a_passphrase_and_loses_it_together_with_the_key(person: AtWindow) -> None:
    settings(person)
    person.hands.press("Add a passphrase for another person")
    page = person.hands.wait_for_page(ProofPage)
    person.hands.type(line(page, "name"), "B. Example (fictional)")
    type_new(person, page)
    give(person, page)
    person.hands.wait_for_page(VaultPage)
    (before,) = copies.read(person.vault)
    person.hands.press("Remove: Passphrase: B. Example (fictional)")
    page = person.hands.wait_for_page(ProofPage)
    assert page.findChild(QCheckBox, "anew").isChecked()
    give(person, page)
    person.hands.wait_for_page(VaultPage)
    (after,) = copies.read(person.vault)
    assert after.database != before.database
    person.close()
    assert (opens(person, PASSPHRASE), opens(person, NEW)) == (True, False)


def test_a_break_while_the_key_is_replaced_locks_and_shows_nothing_of_it(person: AtWindow) -> None:
    settings(person)
    person.hands.press("Replace the key")
    give(person, person.hands.wait_for_page(ProofPage))
    person.hands.press("Take a break")
    person.unlock()
    person.hands.wait_for_page(SittingPage)
    person.close()
    assert opens(person, PASSPHRASE)


def test_an_older_file_with_the_locks_opens_only_when_the_person_says_so(person: AtWindow) -> None:
    settings(person)
    kept = {name: (person.vault / name).read_bytes() for name in copies.NAMES}
    person.hands.press("Change my passphrase")
    page = person.hands.wait_for_page(ProofPage)
    type_new(person, page)
    give(person, page)
    person.hands.wait_for_page(VaultPage)
    person.hands.press("Take a break")
    unlock = person.hands.wait_for_page(UnlockPage)
    for name, text in kept.items():
        (person.vault / name).write_bytes(text)
    person.unlock()
    person.hands.wait_for(unlock.told.isVisible, "the word that the locks are older")
    person.hands.press("I put the older file there. Open it")
    person.hands.wait_for_page(SittingPage)


def test_every_page_of_the_settings_has_names_for_those_who_hear_it(person: AtWindow) -> None:
    page = settings(person)
    found = complaints(person.window)
    for button in ("change", "code", "add", "replace"):
        person.hands.click(named(page, button))
        person.hands.wait_for_page(ProofPage)
        found += complaints(person.window)
        person.hands.press("Back")
        page = unfolded(person)
    assert found == []

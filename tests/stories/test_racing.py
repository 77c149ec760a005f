"""Somebody is faster than the program: nothing is done twice, and nothing comes back after a lock."""

import pytest

from intake.errors import VaultInUse
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, line
from tests.support.handing_over import write_name
from ui.demo_hands import breathe
from ui.jobs import Jobs
from ui.pages.cases_page import CasesPage
from ui.pages.export_page import ExportPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.welcome_page import WelcomePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def finish_jobs(person: AtWindow) -> None:
    """Let everything that runs on threads end, and its answer arrive."""
    for jobs in person.window.findChildren(Jobs):
        jobs.wait()
    breathe()


def test_beginning_twice_in_one_breath_makes_one_draft(person: AtWindow) -> None:
    person.make_vault()
    page = person.sit()
    page.begun.emit()
    page.begun.emit()
    finish_jobs(person)
    write_name(person, "Fictional")
    person.hands.press("Back")
    cases = person.hands.wait_for_page(CasesPage)
    assert cases.model.rowCount() == 1


def test_a_draft_that_was_being_opened_does_not_come_up_after_a_lock(person: AtWindow) -> None:
    person.make_vault()
    page = person.sit()
    page.begun.emit()
    person.hands.press("Take a break")
    finish_jobs(person)
    assert isinstance(person.window.page, UnlockPage)


def test_a_pdf_that_was_being_made_does_not_show_its_password_after_a_lock(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Make the PDF")
    person.hands.press("Take a break")
    finish_jobs(person)
    assert isinstance(person.window.page, UnlockPage)


def test_a_vault_that_nobody_waits_for_any_more_is_closed_again(person: AtWindow) -> None:
    person.make_vault()
    person.hands.press("Take a break")
    page = person.hands.wait_for_page(UnlockPage)
    person.hands.type(line(page, "passphrase"), PASSPHRASE)
    page.passphrase_given.emit(PASSPHRASE)
    person.hands.press("Back")
    finish_jobs(person)
    assert isinstance(person.window.page, WelcomePage)
    try:
        Vault.open(person.vault, PASSPHRASE, listener=lambda _: None).close()
    except VaultInUse:
        pytest.fail("the vault was left open")

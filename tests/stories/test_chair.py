"""A paralegal gives the chair to an applicant: one draft shows, and nothing else until the passphrase."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QTableView

from tests.support.at_window import PASSPHRASE, AtWindow, line
from ui.pages.cases_page import CasesPage
from ui.pages.chair_page import GivePage, ReturnPage
from ui.pages.export_page import ExportPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OTHER, MINE = "Чужих", "Образцова"
REVIEWER = ("I review drafts for a lawyer", "Fictional Reviewer")


def two_drafts(person: AtWindow) -> None:
    """One of another person, one of the applicant who comes in, changed last."""
    person.at_home_of_new_draft()
    for name in (OTHER, MINE):
        person.enter_section("about_you")
        person.hands.type(person.field("family_name"), name)
        person.hands.press("Back")
        person.hands.press("Back", person.hands.wait_for_page(HomePage).window())
        page = person.hands.wait_for_page(CasesPage)
        if name == OTHER:
            person.begin()
    person.hands.press("Back")
    person.unlock()
    assert page is not None


def seat(person: AtWindow) -> HomePage:
    """A reviewer gives the chair to whoever's draft is first in the list."""
    person.sit(*REVIEWER)
    person.hands.press("Give your place to the applicant")
    person.hands.press("Show this draft alone", person.hands.wait_for_page(GivePage))
    return person.hands.wait_for_page(HomePage)


def said(person: AtWindow) -> str:
    """All that stands on screen."""
    texts = [it.text() for it in person.window.findChildren(QLabel) if it.isVisible()]
    texts += [it.text() for it in person.window.findChildren(QAbstractButton) if it.isVisible()]
    return "\n".join(texts)


def test_the_applicant_sees_the_own_draft_and_nothing_of_others(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.enter_section("about_you")
    assert person.typed("family_name") == MINE
    seen = said(person)
    person.hands.press("Back")
    seen += said(person)
    person.hands.press("Back")
    person.hands.wait_for_page(ReturnPage)
    seen += said(person)
    assert OTHER not in seen
    assert "Vault settings" not in seen
    assert not [it for it in person.window.findChildren(QTableView) if it.isVisible()]
    assert person.window.windowTitle() == "Intake"


def test_only_the_passphrase_leads_back_to_the_list(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.hands.press("Back")
    page = person.hands.wait_for_page(ReturnPage)
    person.hands.type(line(page, "passphrase"), "not this one")
    person.hands.press("Show all drafts", page)
    person.hands.wait_for(lambda: bool(page.told.text()), "a refusal")
    person.hands.press("Back to my draft", page)
    person.hands.wait_for_page(HomePage)
    person.hands.press("Back")
    page = person.hands.wait_for_page(ReturnPage)
    person.hands.type(line(page, "passphrase"), PASSPHRASE)
    person.hands.press("Show all drafts", page)
    person.hands.wait_for_page(CasesPage)


def test_whoever_comes_back_is_a_reviewer_again(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.hands.press("Back")
    page = person.hands.wait_for_page(ReturnPage)
    person.hands.type(line(page, "passphrase"), PASSPHRASE)
    person.hands.press("Show all drafts", page)
    cases = person.hands.wait_for_page(CasesPage)
    assert {cases.model.case(row).title for row in range(cases.model.rowCount())} == {""}


def test_the_applicant_goes_on_typing_and_it_is_saved(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.enter_section("about_you")
    person.hands.type(person.field("given_names"), "Марина")
    person.wait_saved()
    person.stage.break_taken.emit()
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.enter_section("about_you")
    assert person.typed("given_names") == "Марина"


def test_a_lock_ends_it_with_the_passphrase(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.stage.break_taken.emit()
    person.hands.wait_for_page(UnlockPage)


def test_leaving_now_works_in_it(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.hands.press("Leave now")
    assert not person.window.isVisible()


def test_a_file_dialog_begins_in_an_empty_folder(person: AtWindow) -> None:
    person.places.exports.mkdir()
    (person.places.exports / "summary-2026-01-01.pdf").write_bytes(b"of another person")
    two_drafts(person)
    seat(person)
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    (dialog,) = person.window.findChildren(QFileDialog)
    folder = dialog.directory()
    assert folder.absolutePath().startswith(str(person.places.exports))
    assert folder.entryList(folder.filter().NoDotAndDotDot | folder.filter().AllEntries) == []
    dialog.reject()


def test_the_words_of_the_guest_are_not_those_of_the_office_afterwards(person: AtWindow) -> None:
    two_drafts(person)
    seat(person)
    person.switch("ru")
    person.hands.press("Back")
    page = person.hands.wait_for_page(ReturnPage)
    person.hands.type(line(page, "passphrase"), PASSPHRASE)
    person.hands.press("Show all drafts", page)
    person.hands.wait_for_page(CasesPage)
    assert person.stage.words.language == "en"


def test_an_applicant_has_no_chair_to_give(person: AtWindow) -> None:
    two_drafts(person)
    person.sit()
    assert "Give your place to the applicant" not in said(person)


def test_a_guest_gives_nothing_away_with_the_keys_of_the_office(person: AtWindow) -> None:
    two_drafts(person)
    page = seat(person)
    person.hands.press("Share it, or ask for help", page)
    seen = said(person)
    assert person.window.findChild(SharePage) is not None
    assert "Give it to a firm" not in seen
    assert "Take in their file" not in seen
    assert "use a vault of your own" in seen

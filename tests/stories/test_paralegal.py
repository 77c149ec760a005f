"""A paralegal at the same vault: closed until the applicant shares, then open to read and not to change."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView

from tests.support.at_window import AtWindow
from ui.desk.review_page import ReviewPage
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

REVIEWER = "Rosa Example (fictional)"


@pytest.fixture
def told(person: AtWindow) -> AtWindow:
    """A draft with a name in it, its home on screen."""
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.press("Back")
    person.hands.wait_for_page(HomePage)
    return person


def review(person: AtWindow) -> CasesPage:
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)
    person.unlock()
    return person.sit("I review drafts for a lawyer", REVIEWER)


def share(person: AtWindow, button: str) -> None:
    person.hands.press("Share it, or ask for help")
    person.hands.wait_for_page(SharePage)
    person.hands.press(button)
    person.hands.wait_for_page(HomePage)


def words_on(page: ReviewPage | CasesPage) -> str:
    return "\n".join(it.text() for it in page.findChildren(QLabel))


def answers_on(page: ReviewPage) -> str:
    return "\n".join(cell.text for row in page.answers.answers.rows.rows for cell in row.cells)


def test_an_unshared_draft_shows_a_reviewer_neither_name_nor_answers(told: AtWindow) -> None:
    cases = review(told)
    row = "".join(str(cases.model.data(cases.model.index(0, at))) for at in range(cases.model.columnCount()))
    assert "Образцова" not in row
    told.hands.press("Open")
    told.hands.wait_for(lambda: bool(cases.told.text()), "a sentence about the closed draft")
    assert told.window.page is cases
    assert "Образцова" not in words_on(cases)


@pytest.mark.parametrize("button", ["Ready to share", "Ask for help"])
def test_a_draft_that_is_opened_to_reviewers_is_read_and_not_changed(told: AtWindow, button: str) -> None:
    share(told, button)
    cases = review(told)
    assert cases.model.case(0).title == "Образцова"
    told.hands.press("Open")
    page = told.hands.wait_for_page(ReviewPage)
    assert "Образцова" in words_on(page)
    assert "Образцова" in answers_on(page)
    assert page.answers.answers.editTriggers() == QTableView.EditTrigger.NoEditTriggers
    said = {it.accessibleName() for it in page.findChildren(QAbstractButton) if it.isVisible()}
    assert not any(name.startswith("Change") for name in said)


def test_a_reviewer_begins_no_drafts(told: AtWindow) -> None:
    cases = review(told)
    buttons = {it.accessibleName() for it in cases.findChildren(QAbstractButton) if it.isVisible()}
    assert "Open" in buttons
    assert "Begin a new draft" not in buttons


def test_whoever_reviews_has_to_give_a_name(told: AtWindow) -> None:
    told.hands.press("Take a break")
    told.hands.wait_for_page(UnlockPage)
    told.unlock()
    page = told.hands.wait_for_page(SittingPage)
    told.hands.press("I review drafts for a lawyer")
    told.hands.press("Continue")
    assert told.window.page is page
    assert page.told.text()


def test_the_applicant_may_go_on_after_sharing(told: AtWindow) -> None:
    share(told, "Ready to share")
    told.enter_section("about_you")
    told.hands.press("Continue")
    told.hands.type(told.field("given_names_latin"), "MARINA")
    told.wait_saved()

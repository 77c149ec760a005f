"""Keeping one's place: back from a list of answers to where one was, and told what was just done."""

from PySide6.QtWidgets import QAbstractButton, QLabel

from intake.case import Status
from tests.support.at_window import AtWindow
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage
from ui.pages.share_page import SharePage
from ui.status import OPEN_OR_CLOSED


def change(person: AtWindow, question: str) -> QuestionPage:
    page = person.window.page
    assert page is not None
    person.hands.press(f"Change: {question}", page)
    return person.hands.wait_for_page(QuestionPage)


def test_back_from_the_check_is_the_page_on_which_it_was_asked_for(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.press("Continue")
    asked_at = person.hands.wait_for_page(QuestionPage).spot
    person.hands.press("Check this section")
    person.hands.wait_for_page(CheckPage)
    person.hands.press("Back")
    assert person.hands.wait_for_page(QuestionPage).spot == asked_at
    person.hands.press("Continue")
    assert person.hands.wait_for_page(QuestionPage).spot != asked_at


def test_who_changes_an_answer_comes_back_to_the_check_both_ways(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.press("Check this section")
    person.hands.wait_for_page(CheckPage)
    for way in ("Back", "Continue"):
        change(person, "Family name")
        person.hands.press(way)
        person.hands.wait_for_page(CheckPage)
    person.hands.press("Back")
    assert person.hands.wait_for_page(QuestionPage).spot.item == "own_name"


def test_who_looks_over_the_whole_draft_comes_back_to_it(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.press("Back")
    person.hands.press("Check all my answers")
    for way in ("Back", "Continue"):
        change(person, "Family name")
        person.hands.press(way)
        assert person.hands.button("Back to all sections")
    person.hands.press("Change: The parts of your journey")
    person.hands.wait_for_page(EntriesPage)
    person.hands.press("Back")
    assert person.hands.button("Back to all sections")


def test_sharing_is_confirmed_at_home_and_can_be_taken_back(person: AtWindow) -> None:
    home = person.at_home_of_new_draft()
    assert home.findChild(QLabel, "done") is None
    for press, status in (
        ("Ready to share", Status.SHARED),
        ("Ask for help", Status.HELP_WANTED),
        ("Close it to reviewers again", Status.IN_PROGRESS),
    ):
        person.hands.press("Share it, or ask for help")
        person.hands.wait_for_page(SharePage)
        person.hands.press(press)
        home = person.hands.wait_for_page(HomePage)
        assert OPEN_OR_CLOSED[status] in said(home)
    person.hands.press("Share it, or ask for help")
    page = person.hands.wait_for_page(SharePage)
    assert page.findChild(QAbstractButton, "close") is None
    person.hands.press("Not now")
    assert OPEN_OR_CLOSED[Status.IN_PROGRESS] not in said(person.hands.wait_for_page(HomePage))


def test_the_page_for_sharing_says_how_it_stands(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Share it, or ask for help")
    person.hands.press("Ready to share")
    person.hands.press("Share it, or ask for help")
    page = person.hands.wait_for_page(SharePage)
    assert OPEN_OR_CLOSED[Status.SHARED] in said(page)
    assert not any(text.startswith("Until now nobody") for text in said(page))


def said(page: HomePage | SharePage) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible()]

"""Stopping, coming back, and two languages at one screen: at the real window, with a real vault."""

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from intake.case import Role, Sitting
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, line, named
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.home_page import HomePage
from ui.pages.later_page import LaterPage
from ui.pages.question_page import QuestionPage
from ui.pages.quiet_page import QuietPage, RestPage
from ui.pages.stop_page import StopPage
from ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def said(person: AtWindow) -> list[str]:
    return [it.text() for it in person.window.findChildren(QLabel) if it.isVisible()]


def back_after_break(person: AtWindow) -> None:
    person.hands.press("Take a break")
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)


def test_after_a_break_one_goes_on_at_the_letter_where_one_stopped(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    field = person.field("given_names")
    person.hands.type(field, "Марина")
    field.setCursorPosition(3)
    back_after_break(person)
    person.hands.click(named(person.window, "resume"))
    person.hands.wait_for_page(QuestionPage)
    field = person.field("given_names")
    assert person.window.focusWidget() is field
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.cursorPosition()) == ("Марина", 3)


def test_a_heavy_part_can_be_stopped_on_every_page_and_is_entered_again_only_after_asking(
    person: AtWindow,
) -> None:
    person.at_home_of_new_draft()
    person.hands.click(named(person.window, "section-fear"))
    person.hands.wait_for_page(QuietPage)
    person.hands.press("Start")
    where = person.hands.wait_for_page(QuestionPage).spot
    person.hands.click(named(person.window, "stop"))
    person.hands.wait_for_page(StopPage)
    assert any("988" in text for text in said(person))
    person.hands.click(named(person.window, "go-on"))
    assert person.hands.wait_for_page(QuestionPage).spot == where
    person.hands.click(named(person.window, "stop"))
    person.hands.wait_for_page(StopPage)
    person.hands.click(named(person.window, "home"))
    person.hands.wait_for_page(HomePage)
    back_after_break(person)
    person.hands.click(named(person.window, "resume"))
    person.hands.wait_for_page(QuietPage)
    person.hands.press("Start")
    assert person.hands.wait_for_page(QuestionPage).spot == where


def test_after_a_heavy_part_a_lighter_one_is_offered(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.click(named(person.window, "section-fear"))
    person.hands.wait_for_page(QuietPage)
    person.hands.press("Start")
    person.hands.press("Check this section")
    person.hands.press("I have finished this section", person.hands.wait_for_page(CheckPage))
    rest = person.hands.wait_for_page(RestPage)
    person.hands.click(named(rest, "lighter"))
    assert person.hands.wait_for_page(QuestionPage).spot.item == "session_note"


def test_what_was_kept_for_later_is_listed_until_it_is_answered(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    page = person.hands.wait_for_page(QuestionPage)
    person.hands.press("I can't answer this, or would rather not", page)
    person.hands.press("Later", page)
    person.hands.click(named(person.window, "back"))
    person.hands.wait_for_page(HomePage)
    person.hands.click(named(person.window, "later"))
    person.hands.press("Answer: Family name", person.hands.wait_for_page(LaterPage))
    page = person.hands.wait_for_page(QuestionPage)
    person.hands.press("Change", page)
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.click(named(person.window, "back"))
    home = person.hands.wait_for_page(HomePage)
    assert home.findChild(QLabel) is not None
    assert home.findChild(type(named(person.window, "section-about_you")), "later") is None


def test_what_a_change_makes_asked_comes_before_the_list_one_came_from(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.press("Check this section")
    check = person.hands.wait_for_page(CheckPage)
    asked = "Have you ever used another name or another spelling?"
    person.hands.press(f"Change: {asked}", check)
    page = person.hands.wait_for_page(QuestionPage)
    person.hands.press("Yes", page)
    person.hands.press("Continue")
    page = person.hands.wait_for_page(EntriesPage)
    assert page.spot.item == "names_used"
    person.hands.press("Continue")
    check = person.hands.wait_for_page(CheckPage)
    focused = person.window.focusWidget()
    assert focused is not None
    assert check.isAncestorOf(focused)


def page_of(person: AtWindow) -> QuestionPage:
    return person.hands.wait_for_page(QuestionPage)


def test_keys_turn_pages(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    first = person.enter_section("about_you").spot
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Right, alt)
    person.hands.wait_for(lambda: page_of(person).spot != first, "the next page")
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Left, alt)
    person.hands.wait_for(lambda: page_of(person).spot == first, "the page before")


def test_a_second_language_stands_beside_the_first_and_is_kept_with_the_draft(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Обра")
    person.hands.choose_in_menu("language", "English + Русский")
    both = said(person)
    assert "Family name" in both
    assert any(text.startswith("Фамилия") for text in both)
    assert person.typed("family_name") == "Обра"
    back_after_break(person)
    person.hands.click(named(person.window, "resume"))
    person.hands.wait_for_page(QuestionPage)
    assert any(text.startswith("Фамилия") for text in said(person))


def test_a_file_is_kept_in_the_vault_byte_for_byte(person: AtWindow) -> None:
    paper = person.home / "повестка.pdf"
    paper.write_bytes(b"%PDF-1.4 a fictional summons")
    person.at_home_of_new_draft()
    person.enter_section("evidence")
    while person.hands.wait_for_page(QuestionPage).spot.item != "exhibits_any":
        person.hands.press("Continue")
    person.hands.press("Yes", person.hands.window.page)
    person.hands.press("Continue")
    person.hands.press("Add a thing")
    while person.hands.wait_for_page(QuestionPage).spot.item != "exhibit_file":
        person.hands.press("Continue")
    person.hands.click(named(person.window, "choose-file"))
    dialog = person.window.findChild(QFileDialog)
    name = line(dialog, "fileNameEdit")
    person.hands.type_anew(name, str(paper))
    person.hands.press_enter(name)
    person.hands.wait_for(lambda: "повестка.pdf" in said(person), "the name of the file")
    person.hands.press("Continue")
    person.close()
    vault = Vault.open(person.vault, PASSPHRASE, listener=lambda _: None)
    (case,) = vault.cases(Sitting(Role.APPLICANT))
    sha256 = hashlib.sha256(paper.read_bytes()).hexdigest()
    assert vault.file(case.id, sha256) == paper.read_bytes()
    vault.close()


def test_what_was_kept_for_later_in_a_heavy_part_asks_before_it_is_shown(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.click(named(person.window, "section-fear"))
    person.hands.press("Start", person.hands.wait_for_page(QuietPage))
    while "Later" not in [it.text() for it in links_of(person)]:
        person.hands.press("Continue")
    page = page_of(person)
    person.hands.press("Later", page)
    kept = page.spot
    person.hands.click(named(person.window, "stop"))
    person.hands.click(named(person.hands.wait_for_page(StopPage), "home"))
    person.hands.click(named(person.hands.wait_for_page(HomePage), "later"))
    later = person.hands.wait_for_page(LaterPage)
    person.hands.click(later.first)
    person.hands.press("Start", person.hands.wait_for_page(QuietPage))
    assert page_of(person).spot == kept


def links_of(person: AtWindow) -> list[LinkButton]:
    return [it for it in page_of(person).findChildren(LinkButton) if it.isVisible()]

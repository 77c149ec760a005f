"""The disk fills up while somebody types: they are told, and nothing called saved is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from intake.errors import NotSaved
from intake.sentences import sentence
from tests.support.at_window import AtWindow, named
from ui.demo_hands import breathe
from ui.faults import FaultBook
from ui.pages.export_page import ExportPage
from ui.pages.home_page import HomePage
from ui.pages.parts import Notice
from ui.pages.question_page import QuestionPage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOM = 8 * 1024
"""Bytes a file may have: less than one change of the vault needs, more than a test run writes itself."""


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow any more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_nothing_shown_as_saved_is_lost(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.wait_saved()
    with full_disk():
        person.hands.type(person.field("given_names"), "Марина")
        person.hands.wait_for(lambda: "Not saved yet" in person.sign(), "the words that it is not saved")
        assert person.typed("given_names") == "Марина"
    person.hands.press("Try again")
    person.wait_saved()
    person.close()

    person.open()
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert (person.typed("family_name"), person.typed("given_names")) == ("Образцова", "Марина")


def test_a_full_disk_keeps_the_window_open_until_the_person_decides(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.window.close()
        person.hands.wait_for(lambda: bool(person.window.findChildren(Notice)), "the notice")
        assert person.window.isVisible()
        assert person.typed("family_name") == "Образцова"
    notice = person.window.findChildren(Notice)[-1]
    person.hands.press("Try again", notice)
    assert not person.window.isVisible()


def test_a_full_disk_does_not_let_a_break_lose_anything(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.hands.press("Take a break")
        assert isinstance(person.window.page, QuestionPage)
    person.hands.press("Try again", person.window.findChildren(Notice)[-1])
    person.hands.wait_for_page(UnlockPage)


def test_what_is_not_saved_is_told_in_the_language_of_now(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.hands.wait_for(lambda: "Not saved yet" in person.sign(), "the words that it is not saved")
        person.hands.press("Take a break")
        for language in ("ru", "es"):
            person.switch(language)
            words = person.hands.words
            told = sentence(NotSaved(reason="disk"), words)
            assert [it.sentence for it in person.window.findChildren(Notice) if it.isVisible()] == [told]
            assert person.sign() == words.say("Not saved yet: {reason}", reason=told)
    person.hands.press("Try again", person.window.findChildren(Notice)[-1])
    person.hands.wait_for_page(UnlockPage)


def test_a_list_tells_it_too_and_again_in_the_language_of_now(person: AtWindow) -> None:
    """Where no sign stands on the page, a note stands above it."""
    home = person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.hands.press("Back")
        person.hands.wait_for(lambda: bool(person.window.findChildren(Notice)), "the note")
        assert person.window.page is not home
        person.switch("ru")
        words = person.hands.words
        told = words.say("Not saved yet: {reason}", reason=sentence(NotSaved(reason="disk"), words))
        assert [it.sentence for it in person.window.findChildren(Notice) if it.isVisible()] == [told]
    person.hands.press("Try again")
    person.hands.wait_for(lambda: not person.window.findChildren(Notice), "the end of the note")


def test_whoever_wanted_to_leave_keeps_that_choice_when_the_language_changes(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.hands.press("Back")
        person.hands.wait_for(lambda: bool(person.window.findChildren(Notice)), "the note")
        person.hands.press("Take a break")
        person.switch("es")
        breathe()
        person.hands.button(person.hands.words.say("Close without the last changes"))
    person.hands.press("Try again")
    person.hands.wait_for_page(UnlockPage)
    assert not person.window.findChildren(Notice)


def test_a_pdf_of_what_is_not_saved_is_refused_with_a_sentence_and_can_be_asked_for_again(
    person: AtWindow,
) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    with full_disk():
        person.hands.press("Back")
        person.hands.wait_for(lambda: bool(person.window.findChildren(Notice)), "the note")
        person.hands.press("Make a PDF for a lawyer")
        page = person.hands.wait_for_page(ExportPage)
        person.hands.press("Make the PDF")
        told = sentence(NotSaved(reason="disk"), person.hands.words)
        person.hands.wait_for(lambda: page.told.text() == told, "why there is no PDF")
    assert person.hands.button(person.hands.words.say("Make the PDF")).isEnabled()
    assert all(book.faults == () for book in person.window.findChildren(FaultBook))
    person.hands.press("Try again")
    person.hands.wait_for(lambda: not person.window.findChildren(Notice), "the end of the note")

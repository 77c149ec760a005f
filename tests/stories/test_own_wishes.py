"""What a person said about keeping and showing their answers is heeded, and never blocks them."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, named
from tests.support.vaults import ALONE, Receipts
from ui.pages.cases_page import CasesPage
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.erase_page import ErasePage
from ui.pages.home_page import HomePage
from ui.pages.question_block import QuestionBlock
from ui.pages.question_page import QuestionPage
from ui.pages.refusal_page import RefusalPage
from ui.pages.share_page import SharePage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def at_consent(person: AtWindow) -> QuestionPage:
    """The page of the question whether answers may be kept: the first that asks anything."""
    person.at_home_of_new_draft()
    person.enter_section("session")
    person.hands.press("Continue")
    return person.hands.wait_for_page(QuestionPage)


def block(page: QWidget, question: str) -> QuestionBlock:
    return next(it for it in page.findChildren(QuestionBlock) if it.asked.question.name == question)


def refuse(person: AtWindow) -> RefusalPage:
    page = at_consent(person)
    person.hands.press("No", block(page, "session_agreed"))
    person.hands.press("Continue")
    return person.hands.wait_for_page(RefusalPage)


def words_on(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel)]


def test_after_a_no_one_may_go_on_and_is_not_asked_again(person: AtWindow) -> None:
    refuse(person)
    person.hands.press("Go on all the same")
    page = person.hands.wait_for_page(QuestionPage)
    assert block(page, "typist")
    person.hands.press("Back")
    assert block(person.hands.wait_for_page(QuestionPage), "session_agreed")
    person.hands.press("Continue")
    assert block(person.hands.wait_for_page(QuestionPage), "typist")


def test_after_a_no_the_draft_can_be_erased_at_once(person: AtWindow) -> None:
    refuse(person)
    person.hands.press("Erase this draft")
    page = person.hands.wait_for_page(ErasePage)
    person.hands.type(page.typed.line, "erase")
    person.hands.press("Erase it for good")
    person.hands.wait_for(lambda: "was erased" in " ".join(words_on(person.window)), "the erasure")
    person.close()
    vault = Vault.open(person.vault, PASSPHRASE, listener=Receipts())
    assert vault.cases(ALONE) == ()
    vault.close()


def test_sharing_against_a_no_asks_and_does_not_block(person: AtWindow) -> None:
    refuse(person)
    person.hands.press("Leave it as it is")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Share it, or ask for help")
    page = person.hands.wait_for_page(SharePage)
    assert page.told.text() == "You said that your answers are not to be kept. Share them all the same?"
    person.hands.press("Ready to share")
    assert any("can be read now" in text for text in words_on(person.hands.wait_for_page(HomePage)))


def test_nobody_beside_somebody_is_pointed_at_and_asked_about_before_sharing(person: AtWindow) -> None:
    page = at_consent(person)
    asked = block(page, "may_see")
    person.hands.press("No one yet", asked)
    person.hands.press("A lawyer and the lawyer's office", asked)
    assert any("No one yet" in text and "Please look" in text for text in words_on(asked))
    person.hands.press("Back")
    person.hands.press("Back")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Share it, or ask for help")
    assert "no one may see" in person.hands.wait_for_page(SharePage).told.text()


def test_a_share_that_nobody_would_see_says_so_and_whom_one_can_call(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Share it, or ask for help")
    page = person.hands.wait_for_page(SharePage)
    assert named(page, "nobody-sees").isVisible()
    assert any("988" in text for text in words_on(page))


def test_states_that_make_no_sense_are_not_offered(person: AtWindow) -> None:
    page = at_consent(person)
    asked = block(page, "session_agreed")
    person.hands.press("I can't answer this, or would rather not", asked)
    offered = {it.text() for it in asked.findChildren(QWidget) if it.isVisible() and hasattr(it, "text")}
    assert "I'd rather not say" in offered or "I would rather not say" in offered
    assert not offered & {"I don't know", "I don't remember"}


def test_an_empty_draft_is_not_kept(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Back")
    assert person.hands.wait_for_page(CasesPage).model.rowCount() == 0


def test_a_first_draft_has_one_place_to_start_at(person: AtWindow) -> None:
    home = person.at_home_of_new_draft()
    person.hands.click(named(home, "start"))
    person.hands.wait_for_page(QuestionPage)
    person.hands.press("Continue")
    page = person.hands.wait_for_page(QuestionPage)
    person.hands.press("Yes", block(page, "session_agreed"))
    person.hands.press("Back")
    person.hands.press("Back")
    home = person.hands.wait_for_page(HomePage)
    assert home.findChild(QWidget, "start") is None
    assert "Go on with: Before you begin" in words_on(home)


def test_who_alone_uses_a_vault_lands_in_their_draft_until_they_want_to_be_asked_again(
    person: AtWindow,
) -> None:
    person.make_vault()
    page = person.hands.wait_for_page(SittingPage)
    person.hands.press("Only I use this vault. Do not ask next time.", page)
    person.hands.press("Continue", page)
    person.begin()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.press("Take a break")
    person.unlock()
    person.hands.wait_for_page(HomePage)
    person.hands.press("Back")
    person.hands.press("Ask again who is here when it is opened", person.hands.wait_for_page(CasesPage))
    person.hands.press("Take a break")
    person.unlock()
    person.sit()


def test_a_list_without_entries_says_so_among_the_answers(person: AtWindow) -> None:
    home = person.at_home_of_new_draft()
    person.hands.click(named(home, "section-homes_work"))
    person.hands.wait_for_page(EntriesPage)
    person.hands.press("Check this section")
    assert "Nothing was added here." in words_on(person.hands.wait_for_page(CheckPage))


def test_a_break_says_that_all_is_saved(person: AtWindow) -> None:
    person.make_vault()
    person.hands.press("Take a break")
    page = person.hands.wait_for_page(UnlockPage)
    assert named(page, "locked").isVisible()
    person.switch("ru")
    assert named(person.hands.wait_for_page(UnlockPage), "locked").isVisible()

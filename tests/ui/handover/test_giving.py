"""Giving a draft at the window, when something comes between."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from intake.errors import CardUnreadable, ExportIntoVault
from intake.export.handover.cards import FIRST_LINE
from intake.sentences import sentence
from tests.support.a11y import complaints
from tests.support.at_window import named
from tests.support.handing_over import (
    Pair,
    at_cards,
    at_home_with_a_name,
    at_list_of_firm,
    choose_card,
    compare,
    name_file,
    save_card,
    seal,
)
from ui.faults import FaultBook
from ui.handover.card_page import CardPage
from ui.handover.compare_page import ComparePage
from ui.handover.contents_page import ContentsPage
from ui.handover.sealed_page import SealedPage
from ui.jobs import Jobs
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def at_contents(both: Pair) -> ContentsPage:
    at_list_of_firm(both)
    file, digits = save_card(both)
    at_home_with_a_name(both)
    choose_card(both.home, file)
    return compare(both.home, digits)


def wait_for_jobs(both: Pair) -> None:
    for jobs in both.home.window.findChildren(Jobs):
        jobs.wait()
    QApplication.processEvents()


def test_the_text_of_a_card_does_as_well_as_its_file(both: Pair) -> None:
    at_list_of_firm(both)
    file, _ = save_card(both)
    at_home_with_a_name(both)
    page = at_cards(both.home)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText(f"\n{file.read_text(encoding='utf-8')}\n\n")
    both.home.hands.press("Use this text", page)
    both.home.hands.wait_for_page(ComparePage)


@pytest.mark.parametrize("text", ["", "dear sir", f"{FIRST_LINE}\nname: x", "\ud800", "Intake card 9\n"])
def test_what_is_no_card_is_told_and_the_text_stays(both: Pair, text: str) -> None:
    at_home_with_a_name(both)
    page = at_cards(both.home)
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText(text)
    both.home.hands.press("Use this text", page)
    reasons = ("text", "newer")
    assert page.told.text() in {sentence(CardUnreadable(reason=it), both.home.stage.words) for it in reasons}
    assert all(book.faults == () for book in both.home.window.findChildren(FaultBook))


def test_every_page_on_the_way_has_names_for_those_who_hear_it(both: Pair) -> None:
    at_list_of_firm(both)
    file, digits = save_card(both)
    at_home_with_a_name(both)
    found = complaints(at_cards(both.home))
    both.home.hands.press("Back", both.home.hands.wait_for_page(CardPage))
    choose_card(both.home, file)
    found += complaints(both.home.hands.wait_for_page(ComparePage))
    found += complaints(compare(both.home, digits))
    found += complaints(seal(both.home, both.between / "a.age"))
    assert found == []


def test_a_place_inside_a_vault_is_refused_and_the_page_stays(both: Pair) -> None:
    page = at_contents(both)
    both.home.hands.press("Choose another place", page)
    name_file(both.home, both.home.vault / "a.age")
    both.home.hands.press("Seal it", page)
    said = sentence(ExportIntoVault(), both.home.stage.words)
    both.home.hands.wait_for(lambda: page.told.text() == said, said)
    assert page.act.isEnabled()
    assert not (both.home.vault / "a.age").exists()


def test_a_sealing_that_is_stopped_leaves_nothing_that_nobody_was_shown(both: Pair) -> None:
    page = at_contents(both)
    page.act.click()
    page.stopped.emit()
    wait_for_jobs(both)
    left = [*both.home.places.exports.iterdir()]
    if isinstance(both.home.window.page, SealedPage):
        assert [it.suffix for it in left] == [".age"]
    else:
        assert left == []
        assert page.act.isEnabled()
        seal(both.home, both.between / "after.age")


def test_a_break_while_it_is_sealed_shows_nothing_of_it_afterwards(both: Pair) -> None:
    page = at_contents(both)
    page.act.click()
    both.home.hands.press("Take a break")
    both.home.hands.wait_for_page(UnlockPage)
    wait_for_jobs(both)
    assert isinstance(both.home.window.page, UnlockPage)
    assert all(book.faults == () for book in both.home.window.findChildren(FaultBook))


def test_the_name_of_the_file_is_made_by_chance(both: Pair) -> None:
    page = at_contents(both)
    both.home.hands.press("Seal it", page)
    both.home.hands.wait_for_page(SealedPage)
    (file,) = both.home.places.exports.iterdir()
    assert len(file.stem) == 16
    assert set(file.stem) <= set("0123456789abcdef")
    assert named(both.home.window, "go-on")

"""Slips of the hand, slow disks, faults of our own: no word is lost, and "Saved" is never said too early."""

from dataclasses import replace
from pathlib import Path as File
from threading import Event

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from intake.answers import Path
from intake.case import Sitting
from intake.vault.vault import Receipt, Vault
from tests.stories.test_full_disk import full_disk
from tests.support.at_window import PASSPHRASE, AtWindow, named
from tests.support.vaults import ALONE, CHEAP, REVIEWER
from ui.demo_hands import breathe
from ui.door import Entrance, Keys
from ui.editors.texts import LineEditor
from ui.faults import FaultBook
from ui.inside import Inside, Open, Receipts
from ui.jobs import Jobs
from ui.opening import keys
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.parts import Notice
from ui.pages.question_page import QuestionPage
from ui.pages.share_page import SharePage
from ui.pages.unlock_page import UnlockPage
from ui.saved import UnsavedNotice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAME = "Образцова"
CANNOT = "I can't answer this, or would rather not"


def telling(person: AtWindow) -> None:
    """At the page of the own name, with a name typed and saved."""
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), NAME)
    person.wait_saved()


def warnings(person: AtWindow) -> list[UnsavedNotice]:
    return [it for it in person.window.findChildren(UnsavedNotice) if it.isVisible()]


def choose_dont_know(person: AtWindow) -> None:
    page = person.hands.wait_for_page(QuestionPage)
    person.hands.press(CANNOT, page)
    person.hands.press("I don't know", page)


def come_back(person: AtWindow) -> None:
    """Unlock after a break, and go on with the draft where it was left."""
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")


def stored(person: AtWindow, who: Sitting = ALONE) -> dict[Path, object]:
    """What the vault holds once the program is closed: values, and what is kept beside states."""
    vault = Vault.open(person.vault, PASSPHRASE, listener=lambda _: None)
    try:
        (case,) = vault.cases(ALONE)
        found = vault.answers(case.id, who).by_path
        return {path: (it.value, it.state and it.state.value, it.kept) for path, it in found.items()}
    finally:
        vault.close()


def test_a_draft_with_unsaved_words_is_not_left_and_comes_back_with_them(person: AtWindow) -> None:
    telling(person)
    with full_disk():
        person.hands.type(person.field("given_names"), "Марина")
        person.hands.press("Back")
        home = person.hands.wait_for_page(HomePage)
        person.hands.press("Back")
        assert person.window.page is home
        person.hands.wait_for(lambda: bool(warnings(person)), "that it is not saved")
        assert person.hands.words.say("The draft stays open until then.") in warnings(person)[0].sentence
        person.hands.press("Go on")
        assert person.typed("given_names") == "Марина"
        assert warnings(person), "it is said on every page"
        person.hands.press("Back")
    person.hands.press("Try again")
    person.hands.wait_for(lambda: not warnings(person), "that all is saved")
    person.hands.press("Back")
    person.hands.wait_for_page(CasesPage)
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert person.typed("given_names") == "Марина"


def test_a_disk_that_has_room_again_is_found_without_a_click(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.saved.RETRY_MS", 50)
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    with full_disk():
        person.hands.type(person.field("family_name"), NAME)
        person.hands.wait_for(lambda: bool(warnings(person)), "that it is not saved")
    person.hands.wait_for(lambda: not warnings(person), "that it is saved")
    person.wait_saved()


def test_a_note_does_not_take_the_place_of_what_is_said_of_unsaved_words(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    with full_disk():
        person.hands.type(person.field("family_name"), NAME)
        person.hands.wait_for(lambda: bool(warnings(person)), "that it is not saved")
        (book,) = person.window.findChildren(FaultBook)
        book.write_raised((LookupError, LookupError(), None))
        assert len([it for it in person.window.findChildren(Notice) if it.isVisible()]) == 2
        person.hands.press("Put this away")
        assert warnings(person)


def test_a_state_chosen_over_words_gives_them_back_after_turns_and_locks(person: AtWindow) -> None:
    telling(person)
    person.hands.type(person.field("family_name"), "-Пример")
    choose_dont_know(person)
    person.hands.press("Continue")
    person.hands.press("Back")
    person.hands.press("Take a break")
    come_back(person)
    page = person.hands.wait_for_page(QuestionPage)
    while page.spot.item != "own_name":
        person.hands.press("Back")
        page = person.hands.wait_for_page(QuestionPage)
    person.hands.press("Change", page)
    assert person.typed("family_name") == f"{NAME}-Пример"
    person.wait_saved()
    person.close()
    assert stored(person)[Path("family_name")] == (f"{NAME}-Пример", None, None)


def test_what_a_state_replaced_is_never_shown_to_reviewers(person: AtWindow) -> None:
    telling(person)
    choose_dont_know(person)
    person.hands.press("Back")
    person.close()
    assert stored(person)[Path("family_name")] == (None, "dont_know", NAME)
    person.open()
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Share it, or ask for help")
    person.hands.wait_for_page(SharePage)
    person.hands.press("Ready to share")
    person.close()
    for who in (ALONE, REVIEWER):
        assert stored(person, who)[Path("family_name")] == (None, "dont_know", None)


def test_a_field_that_cannot_be_read_leaves_no_unlocked_vault_behind_a_closed_window(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    telling(person)
    person.hands.type(person.field("given_names"), "Марина")
    monkeypatch.setattr(LineEditor, "value", broken)
    with qtbot.captureExceptions() as raised:
        person.stage.left_now.emit()
    assert {kind for kind, _, _ in raised} == {LookupError}
    assert not person.window.isVisible()
    assert person.window.close()
    Vault.open(person.vault, PASSPHRASE, listener=lambda _: None).close()


def test_a_field_that_cannot_be_read_keeps_the_window_and_says_so(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    telling(person)
    person.hands.type(person.field("given_names"), "Марина")
    with monkeypatch.context() as patched:
        patched.setattr(LineEditor, "value", broken)
        with qtbot.captureExceptions() as raised:
            person.stage.break_taken.emit()
        assert {kind for kind, _, _ in raised} == {LookupError}
        assert isinstance(person.window.page, QuestionPage)
        assert warnings(person)
        assert not person.sign().startswith(person.saved_words())
    person.hands.press("Try again")
    person.hands.wait_for_page(UnlockPage)
    come_back(person)
    assert person.typed("given_names") == "Марина"


def broken(_editor: LineEditor) -> None:
    raise LookupError


class SlowDisk:
    """Keys to vaults whose thread waits, once `gate` is closed, as for a disk that does not answer."""

    def __init__(self) -> None:
        self._window = QThread.currentThread()
        self.gate = Event()
        self.gate.set()

    def make(self, folder: File, passphrase: str) -> Entrance:
        receipts = Receipts()

        def hear(receipt: Receipt) -> None:
            self.gate.wait(60)
            receipts.hear(receipt)

        vault = Vault.create(folder, passphrase, listener=hear, cost=CHEAP)
        receipts.moveToThread(self._window)
        return lambda *around: Inside(*around, Open(folder, vault, receipts))

    def keys(self) -> Keys:
        return replace(keys(CHEAP), make=self.make)


def test_a_disk_that_does_not_answer_stops_neither_pages_nor_the_word_about_it(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.ways_out.PATIENCE", 0.05)
    disk = SlowDisk()
    person.close()
    monkeypatch.setattr("tests.support.at_window.keys", lambda _: disk.keys())
    person.open()
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    disk.gate.clear()
    try:
        person.hands.type(person.field("family_name"), NAME)
        person.hands.press("Continue")
        person.hands.press("Continue")
        person.hands.press("Take a break")
        assert isinstance(person.window.page, QuestionPage)
        (warning,) = warnings(person)
        assert warning.error.facts == {"reason": "slow"}
    finally:
        disk.gate.set()
    person.hands.press("Try again", warning)
    person.hands.wait_for_page(UnlockPage)
    person.close()
    assert stored(person)[Path("family_name")] == (NAME, None, None)


def test_who_is_here_changes_only_through_the_lock(person: AtWindow) -> None:
    person.make_vault()
    person.sit("I review drafts for a lawyer", "Rosa Example (fictional)")
    person.hands.press("Back")
    person.hands.wait_for_page(UnlockPage)


def test_opening_a_draft_says_so_and_is_done_once(person: AtWindow) -> None:
    telling(person)
    person.hands.press("Back")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Back")
    page = person.hands.wait_for_page(CasesPage)
    page.opened.emit(page.model.case(0).id)
    assert page.told.text() == "Opening the draft"
    buttons = {it.objectName(): it for it in page.findChildren(QAbstractButton)}
    assert not buttons["open"].isEnabled()
    assert not buttons["begin"].isEnabled()
    for jobs in person.window.findChildren(Jobs):
        jobs.wait()
    breathe()
    assert isinstance(person.window.page, HomePage)

"""The window locks by itself, or is covered and closed at once: what was typed is saved before, and stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from tests.stories.test_full_disk import full_disk
from tests.support.at_window import PASSPHRASE, AtWindow, line
from ui.app import Around
from ui.demo_hands import breathe
from ui.locking.again import Standing
from ui.locking.guard import Guard
from ui.locking.watch import Clocks
from ui.locking.wish import LockWish
from ui.pages.cases_page import CasesPage
from ui.pages.curtain_page import CurtainPage
from ui.pages.export_page import ExportPage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage
from ui.pages.unlock_page import UnlockPage
from ui.ways_out import WaysOut

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAME = "Образцова"


@dataclass
class Time:
    """A clock that goes on when told to."""

    now: float = 1_000_000.0

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.now, lambda: self.now)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path, time: Time) -> Iterator[AtWindow]:
    sitting = AtWindow(tmp_path, around=Around(clocks=time.clocks()))
    yield sitting
    sitting.close()


def guard(person: AtWindow) -> Guard:
    return next(iter(person.window.findChildren(Guard)))


def out(person: AtWindow) -> WaysOut:
    return next(iter(person.window.findChildren(WaysOut)))


def pass_by(person: AtWindow, time: Time, seconds: int) -> None:
    for _ in range(seconds):
        time.now += 1
        guard(person).look()


def typing(person: AtWindow) -> None:
    """A name stands in a field and is not in the vault yet."""
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), NAME)


def come_back(person: AtWindow) -> CasesPage:
    person.unlock()
    return person.sit()


def name_kept(person: AtWindow) -> str:
    """What stands in the field of the family name, when the draft is opened again."""
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.enter_section("about_you")
    return person.typed("family_name")


def three_shifts(person: AtWindow) -> None:
    handle = person.window.windowHandle()
    for _ in range(3):
        QTest.keyPress(handle, Qt.Key.Key_Shift)
        QTest.keyRelease(handle, Qt.Key.Key_Shift)


def test_after_five_minutes_without_a_touch_it_locks_and_the_last_word_is_saved(
    person: AtWindow, time: Time
) -> None:
    typing(person)
    pass_by(person, time, 300)
    person.hands.wait_for_page(UnlockPage)
    come_back(person)
    assert name_kept(person) == NAME


def test_it_locks_also_under_an_open_dialog(person: AtWindow, time: Time) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    pass_by(person, time, 300)
    person.hands.wait_for_page(UnlockPage)
    person.hands.wait_for(lambda: person.window.findChild(QFileDialog) is None, "the end of the dialog")


def test_before_it_locks_it_says_so_and_any_key_goes_on(person: AtWindow, time: Time) -> None:
    typing(person)
    pass_by(person, time, 250)
    assert person.window.countdown is not None
    person.hands.button("I am still here", person.window.countdown)
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Left)
    assert person.window.countdown is None
    pass_by(person, time, 200)
    assert isinstance(person.window.page, QuestionPage)
    assert person.typed("family_name") == NAME


def test_without_an_open_vault_time_does_not_matter(person: AtWindow, time: Time) -> None:
    pass_by(person, time, 10_000)
    assert person.window.countdown is None
    assert not person.window.covered


def test_a_window_put_away_locks_only_when_that_is_wished(person: AtWindow) -> None:
    typing(person)
    person.window.showMinimized()
    breathe()
    assert isinstance(person.window.page, QuestionPage)
    person.window.showNormal()
    person.stage.lock_wished.emit(LockWish(minimised=True))
    person.window.showMinimized()
    person.hands.wait_for_page(UnlockPage)


def test_what_cannot_be_saved_is_kept_behind_a_curtain_until_it_is(person: AtWindow, time: Time) -> None:
    typing(person)
    with full_disk():
        pass_by(person, time, 300)
        assert person.window.covered
        assert not person.window.page.isVisible()
        (curtain,) = person.window.findChildren(CurtainPage)
        person.hands.type(line(curtain, "passphrase"), "not this one")
        person.hands.press("Go on", curtain)
        person.hands.wait_for(lambda: bool(curtain.told.text()), "a refusal")
        assert person.window.covered
        person.hands.type_anew(line(curtain, "passphrase"), PASSPHRASE)
        person.hands.press("Go on", curtain)
        person.hands.wait_for(lambda: not person.window.covered, "the page")
        assert person.typed("family_name") == NAME
        pass_by(person, time, 300)
        assert person.window.covered
    (curtain,) = person.window.findChildren(CurtainPage)
    person.hands.press("Try again", curtain)
    person.hands.wait_for_page(UnlockPage)
    assert not person.window.covered
    come_back(person)
    assert name_kept(person) == NAME


def test_three_shifts_save_the_last_word_and_close(person: AtWindow) -> None:
    typing(person)
    three_shifts(person)
    assert not person.window.isVisible()
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    come_back(person)
    assert name_kept(person) == NAME


def test_leaving_covers_a_dialog_too(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    out(person).leave_now()
    assert [it for it in QApplication.topLevelWidgets() if it.isVisible()] == []


def test_a_full_disk_keeps_the_cover_until_there_is_room(person: AtWindow) -> None:
    typing(person)
    with full_disk():
        three_shifts(person)
        assert person.window.isVisible()
        assert person.window.covered
        assert not person.window.page.isVisible()
    person.hands.wait_for(lambda: not person.window.isVisible(), "the end")
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    assert come_back(person).told.text() == ""
    assert name_kept(person) == NAME


def test_what_a_full_disk_never_took_is_told_at_the_next_start(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.ways_out.LEAVE_WITHIN", 0.0)
    typing(person)
    person.wait_saved()
    with full_disk():
        person.hands.type(person.field("family_name"), "-Вторая")
        three_shifts(person)
    assert not person.window.isVisible()
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    assert "before it could save everything" in come_back(person).told.text()
    assert name_kept(person) == NAME
    person.stage.break_taken.emit()
    assert come_back(person).told.text() == ""


def test_a_lock_starts_the_program_anew_with_nothing_but_how_the_window_stood(
    qapp: QApplication, tmp_path: Path
) -> None:
    begun: list[Standing] = []
    person = AtWindow(tmp_path, around=Around(restart=begun.append))
    typing(person)
    person.window.setGeometry(30, 40, 900, 700)
    person.stage.break_taken.emit()
    (standing,) = begun
    assert (standing.vault, standing.place) == (str(person.vault), (30, 40, 900, 700))
    assert NAME not in str(standing)
    person.close()
    person.around = Around(standing=standing)
    person.open()
    page = person.hands.wait_for_page(UnlockPage)
    assert person.window.geometry().getRect() == (30, 40, 900, 700)
    person.hands.type(line(page, "passphrase"), PASSPHRASE)
    person.hands.press("Open", page)
    person.sit()
    assert name_kept(person) == NAME
    person.close()


def test_where_the_system_refuses_to_start_anew_it_locks_all_the_same(
    qapp: QApplication, tmp_path: Path
) -> None:
    def refuse(_: Standing) -> None:
        raise OSError

    person = AtWindow(tmp_path, around=Around(restart=refuse))
    person.at_home_of_new_draft()
    person.stage.break_taken.emit()
    person.hands.wait_for_page(UnlockPage)
    assert not person.window.covered
    person.close()


def test_after_a_lock_no_field_of_the_draft_is_left_anywhere(person: AtWindow) -> None:
    typing(person)
    field, page = person.field("family_name"), person.window.page
    person.stage.break_taken.emit()
    person.hands.wait_for_page(UnlockPage)
    assert not isValid(field)
    assert not isValid(page)
    holding = [it for it in QApplication.allWidgets() if NAME in str(getattr(it, "text", str)())]
    assert holding == []

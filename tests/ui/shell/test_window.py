"""The window: its keys, its name, and what it says when the program itself goes wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from intake.errors import DatabaseDamaged
from tests.support.at_window import AtWindow
from ui.faults import FaultBook
from ui.pages.parts import Notice
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECRET = "имя, которого никто не должен прочесть"


@pytest.fixture
def book(person: AtWindow) -> FaultBook:
    return next(iter(person.window.findChildren(FaultBook)))


def raised(error: Exception) -> tuple[type[Exception], Exception, None]:
    return type(error), error, None


def test_ctrl_q_leaves_now(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    QTest.keyClick(person.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not person.window.isVisible()


def test_ctrl_l_takes_a_break(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    QTest.keyClick(person.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.hands.wait_for_page(UnlockPage)


def test_the_title_names_nobody(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), SECRET)
    person.hands.press("Continue")
    assert person.window.windowTitle() == "Intake"


def test_a_fault_of_the_program_is_told_above_the_page_and_shown_without_words(
    person: AtWindow, book: FaultBook
) -> None:
    book.write_raised(raised(ValueError(SECRET)))
    person.hands.press("Show what is known")
    dialog = next(it for it in person.window.findChildren(QDialog) if it.isVisible())
    lines = dialog.findChild(QPlainTextEdit)
    assert lines is not None
    assert "ValueError@" in lines.toPlainText()
    assert SECRET not in lines.toPlainText()
    person.hands.press("Close", dialog)
    person.hands.press("Put this away")
    assert not [it for it in person.window.findChildren(Notice) if it.isVisible()]


def test_damage_outside_the_program_is_told_in_a_sentence_and_is_no_fault(
    person: AtWindow, book: FaultBook
) -> None:
    book.write_raised(raised(DatabaseDamaged()))
    (notice,) = [it for it in person.window.findChildren(Notice) if it.isVisible()]
    assert "damaged" in notice.sentence
    assert book.faults == ()

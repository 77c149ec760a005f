"""Leaving now and taking a break by keys, whatever stands in front of the window at that moment."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QMessageBox, QWidget

from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, line
from ui.faults import FaultBook
from ui.pages.export_page import ExportPage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Opened = Callable[[AtWindow], QWidget]


def file_dialog(person: AtWindow) -> QWidget:
    """The dialog that asks where the PDF goes, and in it the field that has the keyboard."""
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    person.hands.wait_for(dialog.isActiveWindow, "the file dialog in front")
    return line(dialog, "fileNameEdit")


def menu(person: AtWindow) -> QWidget:
    """The menu of text sizes and colours."""
    button = person.window.findChild(QAbstractButton, "look")
    shown = next(iter(button.findChildren(QMenu)))
    shown.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return shown


def fault_list(person: AtWindow) -> QWidget:
    """What is known of a fault of the program."""
    book = next(iter(person.window.findChildren(FaultBook)))
    book.write_raised((ValueError, ValueError(), None))
    person.hands.press("Show what is known")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def press(key: Qt.Key, on: QWidget) -> None:
    QTest.keyClick(on, key, Qt.KeyboardModifier.ControlModifier)


def nothing_in_front() -> bool:
    return QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None


IN_FRONT = pytest.mark.parametrize("in_front", [file_dialog, menu, fault_list], ids=lambda it: it.__name__)


@IN_FRONT
def test_ctrl_q_leaves_now_from_anywhere(person: AtWindow, in_front: Opened) -> None:
    person.at_home_of_new_draft()
    press(Qt.Key.Key_Q, in_front(person))
    assert not person.window.isVisible()
    assert nothing_in_front()
    Vault.open(person.vault, PASSPHRASE, listener=lambda _: None).close()


@IN_FRONT
def test_ctrl_l_takes_a_break_from_anywhere(person: AtWindow, in_front: Opened) -> None:
    person.at_home_of_new_draft()
    press(Qt.Key.Key_L, in_front(person))
    person.hands.wait_for_page(UnlockPage)
    assert nothing_in_front()


def test_ctrl_q_leaves_now_also_from_the_question_that_qt_asks_about_a_file(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    name = file_dialog(person)
    (person.places.exports / "there.pdf").write_bytes(b"")
    person.hands.type_anew(name, "there.pdf")
    asked: list[QWidget] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox) and question.isActiveWindow():
            waiting.stop()
            asked.append(question)
            press(Qt.Key.Key_Q, question)

    waiting = QTimer(interval=5)
    waiting.timeout.connect(answer)
    waiting.start()
    person.hands.press_enter(name)  # does not return before the question is answered
    assert asked
    assert not person.window.isVisible()
    assert nothing_in_front()
    assert (person.places.exports / "there.pdf").read_bytes() == b""

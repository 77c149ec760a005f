"""Keys and clicks are seen in the window, in dialogs over it and in menus, as the system tells of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.locking.watch import Watch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHIFT = Qt.Key.Key_Shift


class Seen:
    """What the watch saw."""

    def __init__(self, app: QApplication) -> None:
        self.stirred = self.fled = 0
        self.watch = Watch(app, lambda: 0.0)
        self.watch.stirred.connect(self._stir)
        self.watch.fled.connect(self._flee)

    def _stir(self) -> None:
        self.stirred += 1

    def _flee(self) -> None:
        self.fled += 1


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    seen = Seen(qapp)
    yield seen
    seen.watch.deleteLater()


@pytest.fixture
def window(seen: Seen) -> Iterator[QWidget]:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    show(window)
    window.findChild(QLineEdit).setFocus()
    yield window
    window.close()


def show(window: QWidget) -> None:
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def shift(window: QWidget, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyPress(window.windowHandle(), SHIFT)
        QTest.keyRelease(window.windowHandle(), SHIFT)


def test_three_shifts_in_a_field_leave(seen: Seen, window: QWidget) -> None:
    shift(window, 3)
    assert seen.fled == 1


def test_three_shifts_over_a_dialog_leave(seen: Seen, window: QWidget, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    shift(dialog, 3)
    dialog.reject()
    assert seen.fled == 1


def test_a_letter_between_them_does_not(seen: Seen, window: QWidget) -> None:
    shift(window, 2)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    shift(window, 2)
    assert seen.fled == 0


def test_what_an_input_method_writes_between_them_is_no_bare_shift(seen: Seen, window: QWidget) -> None:
    """Each capital: Shift goes down, the method writes the letter by itself, Shift goes up."""
    field = window.findChild(QLineEdit)
    for letter in "МИР":
        QTest.keyPress(window.windowHandle(), SHIFT)
        written = QInputMethodEvent()
        written.setCommitString(letter)
        QApplication.sendEvent(field, written)
        QTest.keyRelease(window.windowHandle(), SHIFT)
    assert field.text() == "МИР"
    assert seen.fled == 0


def test_a_click_in_a_menu_that_came_meanwhile_is_seen(seen: Seen, window: QWidget) -> None:
    shift(window)
    menu = QMenu(window)
    menu.addAction("one")
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    assert QTest.qWaitForWindowExposed(menu)
    shift(window)
    QTest.mouseClick(
        menu.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8)
    )
    shift(window)
    assert seen.fled == 0


def test_keys_clicks_and_the_pointer_are_touches(seen: Seen, window: QWidget) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    keys = seen.stirred
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    QApplication.processEvents()
    moved = seen.stirred
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert 0 < keys < moved < seen.stirred


def test_keys_still_reach_what_they_are_meant_for(seen: Seen, window: QWidget) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    assert window.findChild(QLineEdit).text().lower() == "b"

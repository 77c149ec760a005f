"""Hands and eyes at the window: they find what a person would see, click it, type, and take pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget

from intake.words import Words
from ui.window import Window

Found = TypeVar("Found", bound=QWidget)

PATIENCE_MS = 30_000
"""How long a page may take to come before the demonstration gives up."""
GLANCE_MS = 5


class NotOnScreen(Exception):
    """What a step of the demonstration looks for is not there."""


class Hands:
    """One person at the window. Buttons are found by what stands on them, in the language of now."""

    def __init__(self, window: Window, translations: Path, pictures: Path) -> None:
        self.window = window
        self._translations = translations
        self._pictures = pictures
        self._taken = 0
        self.words = Words.load("en", translations)

    def read(self, language: str) -> None:
        """From now on look for the words of this language."""
        self.words = Words.load(language, self._translations)

    def wait_for(self, seen: Callable[[], bool], what: str) -> None:
        """Let the program work until something is seen. Raises NotOnScreen."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not seen():
            if deadline.hasExpired():
                raise NotOnScreen(what)
            QTest.qWait(GLANCE_MS)

    def wait_for_page(self, kind: type[Found]) -> Found:
        """The page on screen, once it is of this kind."""
        self.wait_for(lambda: isinstance(self.window.page, kind), kind.__name__)
        page = self.window.page
        if not isinstance(page, kind):
            raise NotOnScreen(kind.__name__)
        breathe()
        return page

    def press(self, message: str, within: QWidget | None = None) -> None:
        """Click the button or link that says this; `message` is the English of it."""
        self.click(self.button(self.words.say(message), within))

    def button(self, text: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button, link, radio or tick with this text. Raises NotOnScreen."""
        place = within or self.window
        found = (
            it for it in place.findChildren(QAbstractButton) if it.isVisible() and it.accessibleName() == text
        )
        button = next(found, None)
        if button is None:
            raise NotOnScreen(text)
        return button

    def click(self, widget: QWidget) -> None:
        """Scroll to a widget and click it, near its leading edge where a tick or a radio has its mark."""
        _scroll_to(widget)
        at = QPoint(min(16, widget.width() // 2), min(20, widget.height() // 2))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        breathe()

    def type(self, field: QWidget, text: str) -> None:
        """Put the cursor into a field and type, key by key, in any script."""
        _scroll_to(field)
        field.setFocus()
        for letter in text:
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(field, event)
        breathe()

    def type_anew(self, field: QWidget, text: str) -> None:
        """Type in the place of what stands in a field."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(field, text)

    def press_enter(self, field: QWidget) -> None:
        """Press Enter in a field."""
        QTest.keyClick(field, Qt.Key.Key_Return)
        breathe()

    def choose(self, combo: QComboBox, line: int) -> None:
        """Choose a line of a drop-down list with the arrow keys."""
        _scroll_to(combo)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(line):
            QTest.keyClick(combo, Qt.Key.Key_Down)

    def choose_in_menu(self, button: str, text: str) -> None:
        """Choose from the menu of a button in the bar."""
        holder = self.window.findChild(QAbstractButton, button)
        menu = getattr(holder, "menu", lambda: None)()
        if holder is None or menu is None:
            raise NotOnScreen(button)
        menu.popup(holder.mapToGlobal(QPoint(0, holder.height())))
        action = next((it for it in menu.actions() if it.text() == text), None)
        if action is None:
            raise NotOnScreen(text)
        QTest.mouseClick(
            menu,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            menu.actionGeometry(action).center(),
        )
        breathe()

    def take_picture(self, name: str) -> None:
        """Save what the window shows, numbered in the order of the story."""
        self.window.activateWindow()
        breathe()
        self._taken += 1
        self.window.grab().save(str(self._pictures / f"{self._taken:02}-{name}.png"))


def breathe() -> None:
    """Let the program do what waits and put away the pages that were left; no loop of events does it here."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget, 0, 60)
        breathe()

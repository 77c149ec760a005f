"""Typing as people do it. Qt's own `keyClicks` aborts the interpreter on any letter outside Latin-1."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

LAST_ASCII = 126


def type_text(field: QWidget, text: str) -> None:
    """Press and release a key for each letter."""
    for letter in text:
        key = ord(letter.upper()) if ord(letter) <= LAST_ASCII else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def commit_text(field: QWidget, text: str) -> None:
    """Have an input method (ibus, fcitx) hand over a finished text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def press(field: QWidget, key: Qt.Key) -> None:
    """Press and release one key that writes nothing."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

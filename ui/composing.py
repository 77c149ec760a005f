"""What an input method is still putting together when the window locks: it is taken as it stands."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ui.widgets.line import Line


def finish_composing(field: QWidget | None) -> None:
    """Put what is being composed in this field into its text; asked first, the input method may do better."""
    QGuiApplication.inputMethod().commit()
    composed = _composed(field)
    if field is not None and composed:
        event = QInputMethodEvent()
        event.setCommitString(composed)
        QApplication.sendEvent(field, event)


def _composed(field: QWidget | None) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().block().layout().preeditAreaText()
    return field.composed if isinstance(field, Line) else ""

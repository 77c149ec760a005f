"""What hands do wrong without being seen, said beside a field for a passphrase: layout, capital letters."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake.words import Words
from ui.widgets.labels import change_label, label


class TypingHint(QWidget):
    """Says the keyboard's language where the system tells it, and when letters come out as capitals."""

    def __init__(self, words: Words, *lines: QLineEdit) -> None:
        super().__init__()
        self._words = words
        self._capitals = False
        self._said = label("", "hint")
        self._said.hide()
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(self._said)
        for line in lines:
            line.installEventFilter(self)
        QGuiApplication.inputMethod().localeChanged.connect(self._tell)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if letter.isupper() != letter.islower():  # one that has capitals
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._capitals = letter.isupper() != shifted
                self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        layout = QGuiApplication.inputMethod().locale()
        told = []
        if layout.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage):
            told.append(self._words.say("Keyboard: {language}", language=layout.nativeLanguageName()))
        if self._capitals:
            told.append(self._words.say("Capital letters are on (Caps Lock)."))
        change_label(self._said, "hint", " · ".join(told))

"""What hands do wrong unseen, said beside a field for a passphrase: another alphabet, capital letters."""

from unicodedata import name

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake.words import Words, mark
from ui.widgets.labels import change_label, label

ALPHABETS = {
    "LATIN": mark("The last letter was a Latin one."),
    "CYRILLIC": mark("The last letter was a Cyrillic one."),
}
"""By the first word of what Unicode calls a letter. How the keyboard is set, Qt cannot tell on every desktop;
what came of a key is known.
"""


class TypingHint(QWidget):
    """Says when a letter is of another alphabet than the window's texts, or comes out as a capital."""

    def __init__(self, words: Words, *lines: QLineEdit) -> None:
        super().__init__()
        self._words = words
        self._usual = _alphabet(words.say("Passphrase")[0])
        self._capitals = False
        self._strange = ""
        self._said = label("", "hint")
        self._said.hide()
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(self._said)
        for line in lines:
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if letter.isupper() != letter.islower():  # one that has capitals
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._capitals = letter.isupper() != shifted
                alphabet = _alphabet(letter[-1])
                self._strange = alphabet if alphabet != self._usual else ""
                self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        told = []
        if self._strange in ALPHABETS:
            told.append(self._words.say(ALPHABETS[self._strange]))
        if self._capitals:
            told.append(self._words.say("Capital letters are on (Caps Lock)."))
        change_label(self._said, "hint", " ".join(told))


def _alphabet(letter: str) -> str:
    return name(letter, "").partition(" ")[0]

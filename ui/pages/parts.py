"""Parts that the shell's own pages share: a note that appears, lines to type into, also for a passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from intake.words import Words
from ui.typed import keep
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceCheck
from ui.widgets.flow import row
from ui.widgets.labels import announce, change_label, label, name_field


class Told(Card):
    """A note that is not there until something has to be told."""

    def __init__(self) -> None:
        super().__init__("note")
        self._text = label("")
        self.add(self._text)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def tell(self, sentence: str) -> None:
        """Show a sentence and have it read out; an empty one takes the note away."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


class Notice(Card):
    """Something that has to be said above whatever page is on screen, with what can be done about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__("note")
        self.sentence = sentence
        self._line = row()
        self.add(label(sentence))
        self.add(self._line)

    def offer(self, text: str, act: Callable[[], None]) -> None:
        """Add something to do."""
        link = LinkButton(text)
        link.clicked.connect(lambda: act())
        self._line.add(link)


class LineField(QWidget):
    """A line to type into under its name, kept when the page is built anew."""

    entered = Signal()

    def __init__(self, name: str, caption: str, hint: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        keep(self.line, name)
        self.line.returnPressed.connect(self.entered)
        self._caption: QLabel = label(caption, "strong")
        name_field(self._caption, self.line)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(4)
        parts.addWidget(self._caption)
        if hint:
            parts.addWidget(label(hint, "hint"))
            self.line.setAccessibleDescription(hint)
        parts.addWidget(self.line)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()


class PassphraseField(LineField):
    """A line whose letters are hidden, also from the keyboard's memory, until the person shows them."""

    def __init__(self, name: str, caption: str, hint: str = "") -> None:
        super().__init__(name, caption, hint)
        self.show_letters(shown=False)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def show_letters(self, *, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def copyable(text: str) -> Card:
    """A text that the person may have to take elsewhere."""
    card, line = Card(), label(text)
    line.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    card.add(line)
    return card


class SecretShown(QWidget):
    """A secret that is kept nowhere: to be written down, or copied; what was copied goes after a while."""

    def __init__(self, words: Words, secret: str) -> None:
        super().__init__()
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        copy = LinkButton(words.say("Copy it"))
        copy.setObjectName("copy")
        self._said = label("", "hint")
        self._said.hide()
        hint = label(words.say("Write it down now. It is kept nowhere and cannot be recovered."), "hint")
        for part in (copyable(secret), row(copy), self._said, hint):
            parts.addWidget(part)
        copy.clicked.connect(lambda: self._copy(words, secret))

    def _copy(self, words: Words, secret: str) -> None:
        from ui.locking.forgetting import (
            copy_for_a_while,
        )  # start-up: nothing is copied before the first page

        copy_for_a_while(secret)
        said = words.say("It can be pasted for one minute. Then it is taken away again.")
        change_label(self._said, "hint", said)
        announce(self, said)


def show_switch(words: Words, *fields: PassphraseField) -> ChoiceCheck:
    """The tick that shows what is typed into these fields."""
    switch = ChoiceCheck(words.say("Show what I type"))
    keep(switch, "show")

    def show(shown: bool) -> None:
        for field in fields:
            field.show_letters(shown=shown)

    switch.toggled.connect(show)
    return switch

"""Latin letters for a name that was written in Cyrillic ones: offered as a guess, and only when asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.translit import to_latin
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import Flow
from ui.widgets.labels import announce, change_label, phrase, show_or_hide


class LatinGuess(QWidget):
    """A link, and once it is pressed the guess, with a way to take it. It never writes by itself."""

    def __init__(self, voice: Voice, use: Callable[[str], None]) -> None:
        """`use` puts a guess into the field."""
        super().__init__()
        self._voice = voice
        self._guess = ""
        self._ask = _quiet(voice.say("Suggest Latin letters"), self._show)
        self._take = _quiet(voice.say("Use this guess"), lambda: use(self._guess))
        self._said = phrase("", "hint")
        line = Flow()
        for part in (self._ask, self._said, self._take):
            line.add(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(line)
        self._line = line

    def offer(self, name: str, language: str) -> None:
        """Offer a guess for this name, written in this language; none where it has no letters to change."""
        guess = to_latin(name, language or self._voice.words.language).upper()
        if guess != self._guess:
            self._guess = guess
            self._fold()
        show_or_hide(self, shown=bool(name) and guess != name.upper())

    def _fold(self) -> None:
        self._line.show_part(self._ask, shown=True)
        self._line.show_part(self._said, shown=False)
        self._line.show_part(self._take, shown=False)

    def _show(self) -> None:
        said = self._voice.say(
            "A guess: {name}. Your passport may spell it otherwise, and then the passport counts.",
            name=self._guess,
        )
        change_label(self._said, "hint", said)
        self._line.show_part(self._said, shown=True)
        self._line.show_part(self._take, shown=True)
        self._line.show_part(self._ask, shown=False)
        self._take.setFocus()
        announce(self, said)


def _quiet(text: str, act: Callable[[], object]) -> LinkButton:
    link = LinkButton(text)
    link.setProperty("quiet", "true")
    link.clicked.connect(lambda: act())
    return link

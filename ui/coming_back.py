"""Coming back to what was kept for later: the list of it, and the way to each question."""

from PySide6.QtCore import QObject, Signal

from intake.answers import Path
from intake.words import Words
from ui.pages.answer_list import put_off
from ui.pages.later_page import LaterPage
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Scene, Stage


class ComingBack(QObject):
    """Shows the list, for as long as there is anything on it."""

    left = Signal()
    answer_wanted = Signal(Path)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session

    def show(self) -> None:
        self._session.watch(None)
        if any(True for _ in self._session.interview.put_off()):
            self._stage.turn_to(self._list)
        else:
            self.left.emit()

    def _list(self, words: Words) -> Scene:
        voice = Voice(words, self._session.pack.words_in(words.language))
        page = LaterPage(words, put_off(voice, self._session.interview))
        page.answer_wanted.connect(self.answer_wanted)
        page.left.connect(self.left)
        return Scene(page, back=self.left.emit, focus=page.first)

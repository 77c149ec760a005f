"""Questions in two languages at once, for an applicant and an interpreter at one screen."""

from PySide6.QtCore import QObject

from intake.words import Words
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Stage

_BESIDE = "beside"
"""The setting of a case that holds the code of the language, empty for none."""


class TwoLanguages(QObject):
    """Which language stands beside that of the window; each draft keeps its own."""

    def __init__(self, stage: Stage, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._session = session
        self.beside = session.vault.setting(_BESIDE, session.case.id) or ""
        self._second: Words | None = None
        stage.beside_chosen.connect(self._choose)

    def voice(self, words: Words) -> Voice:
        """The words of the window and the pack, and those that stand beside them."""
        pack = self._session.pack
        if self.beside in ("", words.language):
            return Voice(words, pack.words_in(words.language))
        if self._second is None or self._second.language != self.beside:
            self._second = Words.load(self.beside, self._stage.folders.translations)
        return Voice(words, pack.words_in(words.language), pack.words_in(self.beside), self._second)

    def _choose(self, language: str) -> None:
        self.beside = language
        self._session.vault.note_setting(_BESIDE, language, self._session.case.id)
        self._stage.build_anew()

"""Reading a whole draft: the applicant's last look over it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from intake.answers import Path
from intake.interview import Spot
from intake.opening import title_of
from intake.words import Words
from ui.pages.check_page import CheckPage
from ui.pages.reading_page import Head, ReadingPage
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Scene, Stage
from ui.status import STATUS_WORDS, WHO_READS, called


class Reading(QObject):
    """Shows all sections at once, with a way back to each answer."""

    left = Signal()
    export_asked = Signal()
    change_wanted = Signal(Path)
    entries_wanted = Signal(Spot)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._at: Path | Spot | None = None

    def show(self, at: Path | Spot | None = None) -> None:
        """`at`: the answer, or list of entries, that one comes back from."""
        self._at = at
        self._session.watch(None)
        self._stage.turn_to(self._read)

    def _read(self, words: Words) -> Scene:
        session = self._session
        voice = Voice(words, session.pack.words_in(words.language))
        sections = [it.name for it in session.interview.form.sections if session.interview.spots(it.name)]
        answers = self._checked(sections, voice)
        page = ReadingPage(words, self._head(voice), answers)
        page.export_asked.connect(self.export_asked)
        return Scene(page, back=self.left.emit, focus=answers.first_field())

    def _checked(self, sections: Sequence[str], voice: Voice) -> CheckPage:
        answers = CheckPage(sections, voice, lambda: self._session.interview, self._at)
        answers.change_wanted.connect(self.change_wanted)
        answers.entries_wanted.connect(self.entries_wanted)
        answers.finished.connect(self.left)
        answers.put_off.connect(self.left)
        return answers

    def _head(self, voice: Voice) -> Head:
        session, words = self._session, voice.words
        named = title_of(session.interview, words, voice.pack) or words.say("My draft")
        title = called(named, words, fictional=session.case.fictional)
        status = session.case.status
        return Head(title, words.say(STATUS_WORDS[status]), words.say(WHO_READS[status]))

"""Reading a whole draft: the applicant's last look over it, and all that a reviewer may do."""

from PySide6.QtCore import QObject, Signal

from intake.answers import Path
from intake.case import Role
from intake.interview import Spot
from intake.opening import title_of
from intake.words import Words
from ui.pages.check_page import CheckPage
from ui.pages.reading_page import ReadingPage
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Scene, Stage
from ui.status import WHO_READS, called


class Reading(QObject):
    """Shows all sections at once: to the applicant with a way back to each answer, to a reviewer without."""

    left = Signal()
    export_asked = Signal()
    change_wanted = Signal(Path)
    entries_wanted = Signal(Spot)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session

    def show(self) -> None:
        self._session.watch(None)
        self._stage.turn_to(self._read)

    def _read(self, words: Words) -> Scene:
        session = self._session
        pack_words = session.pack.words_in(words.language)
        reviewing = session.sitting.role is Role.REVIEWER
        sections = [it.name for it in session.interview.form.sections if session.interview.spots(it.name)]
        answers = CheckPage(
            sections, Voice(words, pack_words), lambda: session.interview, read_only=reviewing
        )
        answers.change_wanted.connect(self.change_wanted)
        answers.entries_wanted.connect(self.entries_wanted)
        answers.finished.connect(self.left)
        answers.put_off.connect(self.left)
        named = title_of(session.interview, words, pack_words) or words.say("My draft")
        title = called(named, words, fictional=session.case.fictional)
        page = ReadingPage(words, title, words.say(WHO_READS[session.case.status]), answers)
        page.export_asked.connect(self.export_asked)
        return Scene(page, title, self.left.emit, answers.first_field())

"""One draft at the desk of whoever reviews it: all that can be done with it there."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from intake.case import Status
from intake.errors import NotSaved
from intake.opening import title_of
from intake.words import Words
from ui.desk.dossier import Dossier
from ui.desk.review_page import ReviewPage, View
from ui.handing import Handing
from ui.jobs import Jobs
from ui.paths import Places
from ui.session import Session
from ui.stage import Scene, Stage
from ui.status import called


class Desk(QObject):
    """Shows the review of the open draft. The answers are the applicant's: nothing here changes them."""

    left = Signal()

    def __init__(self, stage: Stage, jobs: Jobs, places: Places, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._dossier = Dossier(session, datetime.now().astimezone().date())
        self._dossier.changed.connect(self._refresh)
        self._handing = Handing(stage, jobs, places.exports, session)
        self._handing.ended.connect(self.enter)
        self._page: ReviewPage | None = None

    def enter(self) -> None:
        """The review, with the answers in sight."""
        self._session.watch(None)
        self._stage.turn_to(self._review)

    def settle(self, seconds: float) -> NotSaved | None:
        """Keep what is half written, and what the list of drafts says; what keeps it from being stored."""
        page = self._shown()
        if page is not None:
            page.answers.rest()
        self._dossier.note_glance()
        return self._session.vault.settle(seconds)

    def end(self) -> None:
        """Nothing of it is to be used any more, and nothing of it comes back to the screen."""
        self._handing.stop()
        self._page = None
        self._session.end()
        self._session.deleteLater()
        self._handing.deleteLater()
        self.deleteLater()

    def _review(self, words: Words) -> Scene:
        voice = self._dossier.voice(words)
        case = self._session.case
        named = title_of(self._session.interview, words, voice.pack)
        title = called(named or words.say("Draft {code}", code=case.id[:4]), words, fictional=case.fictional)
        self._page = page = ReviewPage(voice, title, self._dossier, self._views(words))
        page.export_asked.connect(self._handing.show)
        page.status_chosen.connect(self._set_status)
        return Scene(page, words.say("Review"), self.left.emit, page.first_field())

    def _views(self, words: Words) -> list[View]:
        return []

    def _shown(self) -> ReviewPage | None:
        """The page of the review, while it is on screen."""
        return self._page if self._page is not None and self._stage.page is self._page else None

    def _refresh(self) -> None:
        page = self._shown()
        if page is not None:
            page.refresh()

    def _set_status(self, status: Status) -> None:
        page = self._shown()
        try:
            self._session.set_status(status)
        except NotSaved as error:
            if page is not None:
                page.told.tell(self._stage.sentence(error))

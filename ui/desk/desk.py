"""One draft at the desk of whoever reviews it: all that can be done with it there."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path as File
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from intake.answers import Path
from intake.case import Status
from intake.errors import IntakeError, NotSaved
from intake.export.target import write_whole
from intake.interview import Interview
from intake.opening import title_of
from intake.review.reading import Reading
from intake.words import Words
from ui.desk.chronology_view import ChronologyView
from ui.desk.deadlines_view import DeadlinesView
from ui.desk.dossier import Dossier
from ui.desk.grounds_view import GroundsView
from ui.desk.review_page import ReviewPage, View
from ui.desk.versions_view import VersionsView
from ui.dialogs import ask_new_file
from ui.handing import Handing, Version
from ui.handover.returning import Returning
from ui.jobs import Jobs
from ui.pages.parts import Told
from ui.paths import Places
from ui.session import Session
from ui.stage import Scene, Stage
from ui.status import called

CALENDAR = "dates.ics"
"""A name that says nothing of whose dates these are."""

Leading = TypeVar("Leading", ChronologyView, DeadlinesView, GroundsView, VersionsView)


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
        self._returning = Returning(stage, jobs, places.exports, session)
        self._returning.ended.connect(self.enter)
        self._folder = places.exports
        self._page: ReviewPage | None = None

    def enter(self) -> None:
        """The review, with the answers in sight."""
        self._session.watch(None)
        self._stage.turn_to(self._review)

    def read(self, path: Path) -> None:
        """Show an answer where it stands."""
        page = self._shown()
        if page is not None:
            page.read(path)

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
        self._returning.stop()
        self._page = None
        self._session.end()
        self._session.deleteLater()
        self._handing.deleteLater()
        self._returning.deleteLater()
        self.deleteLater()

    def _review(self, words: Words) -> Scene:
        voice = self._dossier.voice(words)
        case = self._session.case
        named = title_of(self._session.interview, words, voice.pack)
        title = called(named or words.say("Draft {code}", code=case.id[:4]), words, fictional=case.fictional)
        self._page = page = ReviewPage(voice, title, self._dossier, self._views(words))
        page.export_asked.connect(lambda: self._handing.show())
        page.return_asked.connect(lambda: self._tell(page.told, self._returning.show))
        page.status_chosen.connect(self._set_status)
        return Scene(page, words.say("Review"), self.left.emit, page.first_field())

    def _views(self, words: Words) -> list[View]:
        """What can be looked at besides the answers."""
        return [
            View(words.say("Chronology"), lambda: self._led(ChronologyView(words, self._dossier))),
            View(words.say("Dates to keep"), lambda: self._dated(words)),
            View(words.say("Grounds"), lambda: self._led(GroundsView(words, self._dossier))),
            View(words.say("Versions"), lambda: self._versioned(words)),
        ]

    def _led(self, view: Leading) -> Leading:
        """A view whose rows lead to the answers."""
        view.read_asked.connect(self.read)
        return view

    def _dated(self, words: Words) -> DeadlinesView:
        view = DeadlinesView(words, self._dossier)
        view.calendar_asked.connect(lambda: self._ask_calendar(view))
        return self._led(view)

    def _versioned(self, words: Words) -> VersionsView:
        view = VersionsView(words, self._dossier)
        told = partial(self._tell, view.told)
        view.seal_asked.connect(lambda title: told(lambda: self._dossier.seal(title)))
        view.compare_asked.connect(lambda before, after: told(lambda: self._compare(view, before, after)))
        view.export_asked.connect(lambda number: told(lambda: self._export(number)))
        return self._led(view)

    def _export(self, number: int) -> None:
        interview, version = self._dossier.version(number)
        self._handing.show(Version(interview, version.sealed, version.record))

    def _compare(self, view: VersionsView, before: object, after: object) -> None:
        reading = self._dossier.reading(self._stage.words)
        then, now = (Reading(self._state(it), reading.words, reading.pack_words) for it in (before, after))
        view.show_differences(then, now)

    def _state(self, version: object) -> Interview:
        """The draft as it is, or as it was in a version."""
        return self._dossier.version(version)[0] if isinstance(version, int) else self._dossier.interview

    def _tell(self, told: Told, act: Callable[[], None]) -> None:
        """Do something that may not succeed, and say so where it was asked for."""
        told.tell("")
        try:
            act()
        except IntakeError as error:
            told.tell(self._stage.sentence(error))

    def _ask_calendar(self, view: DeadlinesView) -> None:
        """Ask where the calendar file goes; its name says nothing."""
        stage = self._stage
        ask_new_file(stage.window, stage.words, self._folder / CALENDAR, lambda file: self._write(file, view))

    def _write(self, file: File, view: DeadlinesView) -> None:
        from intake.export.calendar import calendar_of  # start-up: few reviews need it

        now, dossier = datetime.now().astimezone(), self._dossier

        def write() -> None:
            write_whole(file, calendar_of(dossier.deadlines, dossier.reading(view.words), dossier.today, now))
            view.told.tell(view.words.say("The calendar file was made: {file}", file=file.name))

        self._tell(view.told, write)

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

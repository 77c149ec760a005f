"""Taking a summary out of the vault: what is wanted, making it on a thread, and where it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from intake.case import Role
from intake.errors import IntakeError
from intake.export.firm import papers_of
from intake.export.profiles import Profile
from intake.export.source import Earlier
from intake.interview import Interview
from intake.opening import Opened, open_version
from intake.record import Record, Sealed
from intake.words import Words
from ui.going import Going
from ui.jobs import Jobs
from ui.pages.export_page import ExportedPage, ExportPage, Offer, Wish
from ui.placing import ask_place, make_folder
from ui.session import Session
from ui.stage import Scene, Stage

_CALLED = {
    Profile.COUNSEL: "summary",
    Profile.WORK_PRODUCT: "work-product",
    Profile.APPLICANT: "copy",
    Profile.MEMO: "memo",
}
"""What their files are called: no more than what kind of paper it is."""


@dataclass(frozen=True, slots=True)
class Version:
    """A sealed version of the draft: its answers, and what of the record was sealed with them."""

    interview: Interview
    sealed: Sealed
    record: Record

    def within(self, record: Record) -> Record:
        """The record of now with what was sealed, which is named by this version alone."""
        held = self.record
        return replace(
            record, translations=held.translations, read_backs=held.read_backs, sealed=(self.sealed,)
        )


class Handing(QObject):
    """The export of one draft. The file's name tells no more than the day it was made."""

    ended = Signal()
    progressed = Signal(int)

    def __init__(self, stage: Stage, jobs: Jobs, folder: Path, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._session = session
        self._folder = folder
        self._target = folder
        self._password: str | None = None
        self._page: ExportPage | None = None
        self._waiting = False
        self._placed = False
        self._version: Version | None = None
        self._going = Going(self.progressed.emit)
        self.progressed.connect(self._tell)

    def show(self, version: Version | None = None) -> None:
        """Ask how the PDF shall be; of a sealed version, or of the draft as it is."""
        self._session.watch(None)
        self._version = version
        self._target, self._placed = free_name(self._folder, datetime.now().astimezone()), False
        self._stage.turn_to(self._ask)

    def _ask(self, words: Words) -> Scene:
        offer = Offer(
            self._offered(),
            self._stage.languages(),
            self._target,
            self._session.case.language,
            papers_of(self._session.vault.setting),
        )
        self._page = page = ExportPage(words, offer)
        page.asked.connect(self._make)
        page.place_asked.connect(self._ask_place)
        page.stopped.connect(self._stop_making)
        page.choice.chosen.connect(self._name_after)
        if self._waiting:
            page.wait()
        return Scene(page, "", self._end, page.first)

    def _offered(self) -> tuple[Profile, ...]:
        """What is counsel's own is offered to reviewers alone."""
        is_reviewer = self._session.sitting.role is Role.REVIEWER
        return tuple(one for one in _CALLED if is_reviewer or one is not Profile.WORK_PRODUCT)

    def _name_after(self, profile: Profile) -> None:
        """A file is called after what it is, until the person has chosen a place."""
        if not self._placed:
            now = datetime.now().astimezone()
            self._target = free_name(self._folder, now, _CALLED[profile])
            if self._page is not None:
                self._page.show_place(self._target)

    def _tell(self, percent: int) -> None:
        if self._page is not None and self._waiting:
            self._page.progress(percent)

    def _stop_making(self) -> None:
        """Make no more of it, unless it is just being put in its place."""
        if self._waiting and self._going.settle():
            self._going, self._waiting, self._password = Going(self.progressed.emit), False, None
            if self._page is not None:
                self._page.rest()

    def _ask_place(self) -> None:
        ask_place(self._stage, self._target, self._place)

    def _place(self, target: Path) -> None:
        self._target, self._placed = target, True
        self._stage.build_anew()

    def _make(self, wish: Wish) -> None:
        """Hand a snapshot of values to a thread; what is typed meanwhile is not in it."""
        self._waiting, self._password = True, wish.password
        if self._page is not None:
            self._page.wait()
        session, folders = self._session, self._stage.folders
        case, vault, target = session.case, session.vault, self._target
        gathered = partial(self._gather, session.interview, self._version, wish.profile)
        self._going = going = Going(self.progressed.emit)

        def work() -> None:
            # start-up: drawing is loaded when first needed
            from intake.export.counsel import Look, Order, Tongue, write_document
            from intake.export.gathering import gather

            make_folder(target.parent)
            interview, record, earlier = gathered()
            papers = papers_of(vault.setting)
            head = (papers.letterhead, papers.logo) if wish.headed else ()
            words = Words.load(wish.language, folders.translations)
            read = partial(vault.file, case.id)
            order = Order(
                replace(
                    gather(case, interview, record, read, originals=wish.with_originals), earlier=earlier
                ),
                target,
                wish.password,
                profile=wish.profile,
                look=Look(wish.prepared_for, wish.paper, *head),
                sensitive=wish.sensitive,
                with_text=wish.with_text,
                wanted=going.settle,
                progress=going.goes_on,
            )
            tongue = Tongue(words, session.pack.words_in(wish.language), folders.fonts, papers.fonts)
            write_document(order, tongue, datetime.now().astimezone())

        self._jobs.run(work, partial(self._made, going), partial(self._failed, going))

    def _gather(
        self, interview: Interview, version: Version | None, profile: Profile
    ) -> tuple[Interview, Record, Earlier | None]:
        """What is printed, and with work product the case as it was sealed last. On any thread.

        Only what comes from a sealed version names one. Raises NotSaved, VersionMissing, DatabaseDamaged.
        """
        session = self._session
        record = session.vault.record(session.case.id, session.sitting)
        if version is not None:
            return version.interview, version.within(record), None
        earlier = self._sealed_last(interview, record) if profile is Profile.WORK_PRODUCT else None
        return interview, replace(record, sealed=()), earlier

    def _sealed_last(self, interview: Interview, record: Record) -> Earlier | None:
        """The case as it was sealed last, to compare with as it is now; None when it never was."""
        if not record.sealed:
            return None
        session = self._session
        opened = Opened(session.case, session.pack, interview)
        last = record.sealed[-1]
        return Earlier(open_version(session.vault, opened, last.number, session.sitting)[0], last)

    def _made(self, going: Going, _nothing: None) -> None:
        if going is not self._going:
            return
        self._waiting = False
        if self._page is not None:
            self._page = None
            self._stage.turn_to(self._show_result)

    def _failed(self, going: Going, error: IntakeError) -> None:
        if going is not self._going:
            return
        self._waiting = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))

    def _show_result(self, words: Words) -> Scene:
        mine = self._session.sitting.role is not Role.REVIEWER
        back = words.say("Back to my draft") if mine else words.say("Back to the draft")
        page = ExportedPage(words, self._target, self._password, back)
        page.went_on.connect(self._end)
        return Scene(page, "", self._end, page.go_on)

    def stop(self) -> None:
        """Whatever is still being made is not put in its place, and nothing of it is shown any more."""
        self._going.settle()
        self._going, self._waiting = Going(self.progressed.emit), False
        self._page = self._password = None

    def _end(self) -> None:
        """Back to the draft; but a file just put in its place is shown, for its password is needed."""
        if self._waiting and not self._going.settle():
            return
        self.stop()
        self.ended.emit()


def free_name(folder: Path, now: datetime, called: str = "summary") -> Path:
    """A file in this folder that is not there yet, named by what it is and the day alone."""
    named = (f"{called}-{now:%Y-%m-%d}{'' if n == 1 else f'-{n}'}.pdf" for n in count(1))
    return next(path for path in (folder / name for name in named) if not path.exists())

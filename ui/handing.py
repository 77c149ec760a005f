"""Taking a summary out of the vault: what is wanted, making it on a thread, and where it is."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from intake.case import Role
from intake.errors import ExportUnwritable, IntakeError
from intake.words import Words
from ui.dialogs import ask_new_file
from ui.jobs import Jobs
from ui.pages.export_page import ExportedPage, ExportPage, Wish
from ui.session import Session
from ui.stage import Scene, Stage


class _Going:
    """Whether a file still goes out: settled once, by whoever comes first, the thread or the person."""

    def __init__(self) -> None:
        self._lock = Lock()

    def settle(self) -> bool:
        """Whether nobody settled it before."""
        return self._lock.acquire(blocking=False)


class Handing(QObject):
    """The export of one draft. The file's name tells no more than the day it was made."""

    ended = Signal()

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
        self._going = _Going()

    def show(self) -> None:
        """Ask how the PDF shall be."""
        self._session.watch(None)
        self._target = free_name(self._folder, datetime.now().astimezone())
        self._stage.turn_to(self._ask)

    def _ask(self, words: Words) -> Scene:
        self._page = page = ExportPage(words, self._target, self._stage.languages())
        page.asked.connect(self._make)
        page.place_asked.connect(self._ask_place)
        if self._waiting:
            page.wait()
        return Scene(page, "", self._end, page.first)

    def _ask_place(self) -> None:
        with suppress(OSError):  # another place can be chosen, and what is wrong with it is told then
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ask_new_file(self._stage.window, self._stage.words, self._target, self._place)

    def _place(self, target: Path) -> None:
        self._target = target
        self._stage.build_anew()

    def _make(self, wish: Wish) -> None:
        """Hand a snapshot of values to a thread; what is typed meanwhile is not in it."""
        self._waiting, self._password = True, wish.password
        if self._page is not None:
            self._page.wait()
        session, folders = self._session, self._stage.folders
        words = Words.load(wish.language, folders.translations)
        draft = (session.case, session.interview)
        pack_words, fonts = session.pack.words_in(wish.language), folders.fonts
        target = self._target
        self._going = going = _Going()

        def work() -> None:
            # start-up: drawing is loaded when first needed
            from intake.export.counsel import Order, write_summary

            _make_folder(target.parent)
            order = Order(*draft, target, wish.password, wish.prepared_for, wish.paper, going.settle)
            write_summary(order, words, pack_words, fonts, datetime.now().astimezone())

        self._jobs.run(work, partial(self._made, going), partial(self._failed, going))

    def _made(self, going: _Going, _nothing: None) -> None:
        if going is not self._going:
            return
        self._waiting = False
        if self._page is not None:
            self._page = None
            self._stage.turn_to(self._show_result)

    def _failed(self, going: _Going, error: IntakeError) -> None:
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
        self._going, self._waiting = _Going(), False
        self._page = self._password = None

    def _end(self) -> None:
        """Back to the draft; but a file just put in its place is shown, for its password is needed."""
        if self._waiting and not self._going.settle():
            return
        self.stop()
        self.ended.emit()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ExportUnwritable from error


def free_name(folder: Path, now: datetime) -> Path:
    """A file in this folder that is not there yet, named by the day alone."""
    named = (f"summary-{now:%Y-%m-%d}{'' if n == 1 else f'-{n}'}.pdf" for n in count(1))
    return next(path for path in (folder / name for name in named) if not path.exists())

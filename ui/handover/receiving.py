"""Taking in what came: a file or a folder, a look that changes nothing, and a person's word."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from intake.answers import Path as AnswerPath
from intake.case import Case, Sitting
from intake.delivery.inbox import Waiting, taking, waiting
from intake.delivery.receiving import CameBack, CameDraft, Taker, look, take_draft, take_questions
from intake.errors import IntakeError, PackageForNothing
from intake.export.handover.merging import Side
from intake.interview import Interview
from intake.opening import title_of
from intake.vault.vault import Vault
from intake.words import Words
from ui.dialogs import ask_file, ask_folder
from ui.handover.came_page import CamePage, Names
from ui.handover.differing import told
from ui.handover.phrase_page import TypePhrasePage
from ui.handover.questions_page import QuestionsPage
from ui.handover.receive_page import ReceivePage
from ui.handover.taken_page import TakenPage
from ui.jobs import Jobs
from ui.models.cases import draft_name
from ui.stage import Scene, Stage
from ui.status import called

_FOLDER = "handover/folder"
"""The setting that holds the shared folder: in the encrypted vault, like everything else."""


_Page: TypeAlias = ReceivePage | TypePhrasePage | CamePage | QuestionsPage


@dataclass(frozen=True, slots=True)
class Seat:
    """Who takes in, in which vault, and for which one of its drafts alone (empty: for any)."""

    vault: Vault
    who: Sitting
    case: str = ""


class Receiving(QObject):
    """Shows a package before anything of it is taken. One that holds a draft is for whoever has the list."""

    left = Signal()
    taken = Signal()
    """Questions were taken into the one draft."""

    def __init__(self, stage: Stage, jobs: Jobs, seat: Seat, folder: Path) -> None:
        """`folder`: where choosing a file begins."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._seat = seat
        self._folder = folder
        self._page: _Page | None = None
        self._package: Path | None = None
        self._shared = False
        self._waiting = False

    def show(self) -> None:
        """Ask for a package."""
        self.stop()
        self._stage.turn_to(self._ask)

    def stop(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = self._package = None
        self._waiting = False

    def _ask(self, words: Words) -> Scene:
        one = bool(self._seat.case)
        if one:
            title = words.say("Take in what your helpers sent back")
        else:
            title = words.say("Take in a sealed package")
        self._page = page = ReceivePage(words, title, shared=not one)
        page.file_asked.connect(self._ask_file)
        page.folder_asked.connect(self._ask_folder)
        page.looked_again.connect(self._list)
        page.chosen.connect(lambda it: self._look(it.path, shared=True))
        page.given_up.connect(self._leave)
        if self._waiting:
            page.wait()
        self._list()
        return Scene(page, "", self._leave, page.file)

    def _ask_file(self) -> None:
        ask_file(self._stage.window, self._stage.words, self._folder, lambda it: self._look(it, shared=False))

    def _ask_folder(self) -> None:
        def chosen(folder: Path) -> None:
            self._seat.vault.note_setting(_FOLDER, str(folder))
            self._list()

        known = self._seat.vault.setting(_FOLDER)
        start = Path(known) if known else self._folder
        ask_folder(self._stage.window, self._stage.words, start, chosen)

    def _list(self) -> None:
        """Look into the shared folder, on a thread: it may be far away."""
        known, page = self._seat.vault.setting(_FOLDER), self._page
        if known and not self._seat.case and isinstance(page, ReceivePage):
            folder = Path(known)
            self._jobs.run(
                lambda: waiting(folder), partial(self._listed, page, folder), partial(self._not_listed, page)
            )

    def _listed(self, page: ReceivePage, folder: Path, found: tuple[Waiting, ...]) -> None:
        if self._stage.page is page:
            page.show_waiting(folder, found)

    def _not_listed(self, page: ReceivePage, error: IntakeError) -> None:
        if self._stage.page is page and not self._waiting:
            page.tell(self._stage.sentence(error))

    def _look(self, package: Path, passphrase: str | None = None, *, shared: bool) -> None:
        self._package, self._shared = package, shared
        vault, who = self._seat.vault, self._seat.who
        self._do(lambda: look(vault, package, passphrase, datetime.now(UTC), who), self._looked)

    def _looked(self, found: CameDraft | CameBack | None) -> None:
        only = self._seat.case
        if found is None:
            self._stage.turn_to(self._ask_phrase)
        elif only and isinstance(found, CameDraft):
            self._failed(PackageForNothing(reason="draft"))
        elif isinstance(found, CameDraft):
            self._stage.turn_to(partial(self._show_draft, found))
        elif only and found.letterhead.case != only:
            self._failed(PackageForNothing())
        else:
            self._stage.turn_to(partial(self._show_questions, found))

    def _ask_phrase(self, words: Words) -> Scene:
        self._page = page = TypePhrasePage(words)
        if self._waiting:
            page.wait()
        page.given.connect(self._look_with)
        page.given_up.connect(self.show)
        return Scene(page, "", self._back, page.phrase.line)

    def _look_with(self, passphrase: str) -> None:
        if self._package is not None:
            self._look(self._package, passphrase, shared=self._shared)

    def _show_draft(self, came: CameDraft, words: Words) -> Scene:
        names = self._names(came, words)
        self._page = page = CamePage(words, came, names, told(came, words, datetime.now(UTC)))
        if self._waiting:
            page.wait()
        page.agreed.connect(lambda decided: self._take(came, decided))
        page.given_up.connect(self.show)
        return Scene(page, "", self._back, page.take)

    def _names(self, came: CameDraft, words: Words) -> Names:
        sheet, now = came.draft.sheet, datetime.now(UTC)
        interview = Interview.begin(came.pack.form, sheet.answers, now=lambda: now, random=SystemRandom())
        title = title_of(interview, words, came.pack.words_in(words.language))
        title = called(title or words.say("A draft without a name"), words, fictional=sheet.case.fictional)
        here = (it for it in self._seat.vault.cases(self._seat.who) if it.id == came.into)
        return Names(title, next((draft_name(it, words) for it in here), ""))

    def _take(self, came: CameDraft, decided: Mapping[AnswerPath, Side]) -> None:
        package, shared = self._package, self._shared
        taker = Taker(self._seat.who, self._stage.words, datetime.now(UTC))
        vault = self._seat.vault

        def work() -> Case:
            with taking(package) if shared and package is not None else nullcontext():
                return take_draft(vault, came, decided, taker)

        self._do(work, lambda _case: self._stage.turn_to(partial(self._show_taken, came.into is None)))

    def _show_questions(self, came: CameBack, words: Words) -> Scene:
        self._page = page = QuestionsPage(words, came)
        if self._waiting:
            page.wait()
        vault = self._seat.vault
        page.agreed.connect(
            lambda: self._do(lambda: take_questions(vault, came, datetime.now(UTC)), self._questions_taken)
        )
        page.given_up.connect(self.show)
        return Scene(page, "", self._back, page.act)

    def _questions_taken(self, _case: Case) -> None:
        if self._seat.case:
            self.stop()
            self.taken.emit()
        else:
            self._stage.turn_to(partial(self._show_taken, None))

    def _show_taken(self, is_new: bool | None, words: Words) -> Scene:
        """`is_new`: a new draft, a next version, or (None) questions."""
        self._page = None
        said = {
            True: words.say("The draft is in this vault now, open to those who review drafts."),
            False: words.say(
                "The draft is up to date. What it held before is among its versions, and never changes."
            ),
            None: words.say("Open the draft: its first page says what your helpers ask."),
        }[is_new]
        page = TakenPage(words, [said])
        page.went_on.connect(self._leave)
        return Scene(page, "", self._leave, page.go_on)

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Do something on a thread; what came of it is shown while the page that asked is on screen."""
        page = self._page
        if self._waiting or page is None:
            return
        self._waiting = True
        page.wait()

        def answer(result: object) -> None:
            if self._waiting and self._page is not None and self._stage.page is self._page:
                self._waiting = False
                done(result)

        self._jobs.run(work, answer, self._failed)

    def _failed(self, error: IntakeError) -> None:
        self._waiting = False
        if self._page is not None and self._stage.page is self._page:
            self._page.tell(self._stage.sentence(error))

    def _back(self) -> None:
        if not self._waiting:
            self.show()

    def _leave(self) -> None:
        if not self._waiting:
            self.stop()
            self.left.emit()

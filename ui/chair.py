"""The chair of an office's computer: lent to an applicant for one draft, asked back with the passphrase."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.case import Sitting
from intake.errors import IntakeError
from intake.words import Words
from ui.jobs import Jobs
from ui.pages.chair_page import GivePage, ReturnPage
from ui.paths import Places
from ui.stage import Scene, Stage
from ui.theme import Look


@dataclass(frozen=True, slots=True)
class Lent:
    """Who gave the chair, how the program spoke and looked to them, and the empty folder of its guest."""

    by: Sitting
    language: str
    look: Look
    places: Places


class Chair(QObject):
    """Nothing but the draft shows while it is lent. A courtesy, as the vault stays open."""

    given = Signal(str)
    """With the id of the case that is opened alone."""
    put_off = Signal()
    returned = Signal()
    """Whoever gave it is back: answer with `take_back`, or with `refuse`."""
    stayed = Signal()
    """The applicant goes on."""

    def __init__(self, stage: Stage, jobs: Jobs, prove: Callable[[str], None]) -> None:
        """`prove` looks whether a passphrase opens the vault, on a thread. Raises VaultError."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._prove = prove
        self._page: ReturnPage | None = None
        self.lent: Lent | None = None

    def offer(self, case_id: str) -> None:
        """Say what giving the chair means."""
        self._stage.turn_to(partial(self._give, case_id))

    def lend(self, by: Sitting, places: Places) -> None:
        """The chair is given. Its guest's file dialogs know an empty folder alone."""
        alone = replace(places, exports=places.free_folder())
        with suppress(OSError):  # without it a dialog begins at the nearest folder there is
            alone.exports.mkdir(mode=0o700, parents=True)
        self.lent = Lent(by, self._stage.words.language, self._stage.look, alone)

    def ask_back(self) -> None:
        """Ask for the passphrase."""
        self._stage.turn_to(self._return)

    def take_back(self) -> Sitting | None:
        """The chair is its owner's again, and so are language and look; who that is."""
        self._page = None
        lent, self.lent = self.lent, None
        if lent is None:
            return None
        with suppress(OSError):  # a file in it is the applicant's
            lent.places.exports.rmdir()
        self._stage.speak(lent.language)
        self._stage.dress(lent.look)
        return lent.by

    def refuse(self, error: IntakeError) -> None:
        """It is not given back, and why."""
        if self._page is not None and self._stage.page is self._page:
            self._page.tell(self._stage.sentence(error))

    def _give(self, case_id: str, words: Words) -> Scene:
        page = GivePage(words)
        page.agreed.connect(lambda: self.given.emit(case_id))
        page.given_up.connect(self.put_off)
        return Scene(page, back=self.put_off.emit, focus=page.go_on)

    def _return(self, words: Words) -> Scene:
        self._page = page = ReturnPage(words)
        page.proved.connect(self._try)
        page.stayed.connect(self._stay)
        return Scene(page, back=self._stay, focus=page.passphrase.line)

    def _stay(self) -> None:
        self._page = None
        self.stayed.emit()

    def _try(self, passphrase: str) -> None:
        self._jobs.run(partial(self._prove, passphrase), self._proved, self.refuse)

    def _proved(self, _nothing: None) -> None:
        if self.lent is not None and self._page is not None and self._stage.page is self._page:
            self.returned.emit()  # not after a lock, or once somebody went on with the draft

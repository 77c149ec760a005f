"""Behind the door: who sits here, the list of drafts, and the draft that is open."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from intake.case import Role, Sitting
from intake.errors import IntakeError, NotSaved
from intake.opening import PACK, Opened, Pack, open_case, read_pack, text_of_pack
from intake.vault.keys import Cost
from intake.vault.vault import Receipt, Vault
from intake.words import Words
from ui.door import Entrance, Keys
from ui.jobs import Jobs
from ui.pages.cases_page import CasesPage
from ui.pages.sitting_page import SittingPage
from ui.paths import Places
from ui.session import Session
from ui.stage import Scene, Stage
from ui.theme import SCALES, THEMES, Look
from ui.visit import Visit

LOOKS = tuple(Look(theme, scale) for theme in THEMES for scale in SCALES)


class Receipts(QObject):
    """Brings the vault's receipts from its thread to the window's."""

    came = Signal(object)

    def hear(self, receipt: Receipt) -> None:
        self.came.emit(receipt)


def keys(cost: Cost | None = None, *, fictional: bool = False) -> Keys:
    """How vaults are opened, and made at this cost of a passphrase. A fictional vault stays so for good."""

    def make(folder: Path, passphrase: str) -> Entrance:
        receipts = _receipts()
        vault = Vault.create(folder, passphrase, listener=receipts.hear, cost=cost)
        if fictional:
            vault.set_setting("fictional", "yes")
        return partial(Inside, vault=vault, receipts=receipts)

    def open_(folder: Path, passphrase: str) -> Entrance:
        receipts = _receipts()
        vault = Vault.open(folder, passphrase, listener=receipts.hear)
        return partial(Inside, vault=vault, receipts=receipts)

    return Keys(open_, make)


class Inside(QObject):
    """An open vault. Knows which draft is open, and hands the vault to nobody but its session."""

    def __init__(self, stage: Stage, jobs: Jobs, places: Places, vault: Vault, receipts: Receipts) -> None:
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._places = places
        self._vault = vault
        self._receipts = receipts
        self._pack_folder = stage.folders.forms / PACK
        self._pack: Pack | None = None
        self._who = Sitting(Role.APPLICANT)
        self._page: CasesPage | None = None
        self._visit: Visit | None = None
        self._busy = self._ended = False
        stage.spoke.connect(self._keep_language)
        stage.dressed.connect(self._keep_look)

    def enter(self) -> None:
        """Speak and look as the vault was left, unless a language was just chosen; ask who is here."""
        language, theme, scale = (self._vault.setting(name) for name in ("language", "theme", "scale"))
        if self._stage.chosen or language not in dict(self._stage.languages()):
            self._keep_language(self._stage.words.language)
        else:
            self._stage.speak(language)
        look = {(it.theme, str(it.scale)): it for it in LOOKS}.get((theme or "", scale or ""))
        if look is not None:
            self._stage.dress(look)
        self._stage.turn_to(self._sitting)

    def settle(self, seconds: float) -> bool:
        return self._visit.settle(seconds) if self._visit else self._vault.flush(seconds)

    def close(self) -> None:
        self._vault.close()
        self._end()

    def abandon(self) -> None:
        self._vault.abandon()
        self._end()

    def show_cases(self) -> None:
        """Show the list of drafts; the draft that was open is saved and put away."""
        if self._visit is not None:
            self._visit.settle(0)
            self._visit.end()
            self._visit = None
        self._stage.turn_to(self._cases)

    def _end(self) -> None:
        self._ended = True
        if self._visit is not None:
            self._visit.end()
        self._visit = self._page = None
        self._stage.spoke.disconnect(self._keep_language)
        self._stage.dressed.disconnect(self._keep_look)
        self.deleteLater()

    def _sitting(self, words: Words) -> Scene:
        page = SittingPage(words)
        page.chosen.connect(self._sit)
        return Scene(page, focus=page.first)

    def _sit(self, who: Sitting) -> None:
        self._who = who
        self.show_cases()

    def _cases(self, words: Words) -> Scene:
        self._page = page = CasesPage(words, self._who, self._vault.cases(self._who))
        page.opened.connect(self._open)
        page.begun.connect(self._begin)
        return Scene(page, title=words.say("Drafts"), back=self._ask_again, focus=page.first)

    def _ask_again(self) -> None:
        self._stage.turn_to(self._sitting)

    def _begin(self) -> None:
        if self._busy:
            return
        language, fictional = self._stage.words.language, self._vault.setting("fictional") == "yes"

        def work() -> Opened:
            pack = self._shipped()
            text = text_of_pack(self._pack_folder, pack.form)
            case = self._vault.new_case(text, language, fictional=fictional)
            return open_case(self._vault, case.id, self._who, pack, _now)

        self._busy = True
        self._jobs.run(work, self._enter_case, self._refused)

    def _open(self, case_id: str) -> None:
        if self._busy:
            return
        self._busy = True
        self._jobs.run(
            lambda: open_case(self._vault, case_id, self._who, self._shipped(), _now),
            self._enter_case,
            self._refused,
        )

    def _shipped(self) -> Pack:
        if self._pack is None:
            self._pack = read_pack(self._pack_folder)
        return self._pack

    def _enter_case(self, opened: Opened) -> None:
        self._busy = False
        if self._ended:
            return  # locked meanwhile: nothing of the draft may come back to the screen
        self._page = None
        session = Session(self._vault, self._who, opened, _now)
        self._receipts.came.connect(session.hear)
        self._visit = Visit(self._stage, self._jobs, self._places, session)
        self._visit.left.connect(self.show_cases)
        self._visit.enter()

    def _refused(self, error: IntakeError) -> None:
        self._busy = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))

    def _keep_language(self, language: str) -> None:
        with suppress(NotSaved):  # a setting is not worth a word while a story waits to be saved
            self._vault.set_setting("language", language)

    def _keep_look(self, look: Look) -> None:
        with suppress(NotSaved):
            self._vault.set_setting("theme", look.theme)
            self._vault.set_setting("scale", str(look.scale))


def _receipts() -> Receipts:
    """Made on whatever thread opens the vault, it lives on the window's."""
    receipts = Receipts()
    program = QCoreApplication.instance()
    if program is not None:
        receipts.moveToThread(program.thread())
    return receipts


def _now() -> datetime:
    return datetime.now(UTC)

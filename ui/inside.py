"""Behind the door: who sits here, the list of drafts, and the draft that is open."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from intake.case import Role, Sitting
from intake.errors import IntakeError, NotSaved
from intake.moving import has_newer
from intake.opening import Opened, Pack, open_case
from intake.questionnaires import Questionnaires
from intake.vault import unfinished
from intake.vault.vault import Receipt, Vault
from intake.words import Words
from ui.chair import Chair
from ui.desk.desk import Desk
from ui.desk.listing import Listing
from ui.firm_papers import PapersKeeping
from ui.handover.own_card import OwnCard
from ui.handover.receiving import Receiving, Seat
from ui.jobs import Jobs
from ui.locking.giving_up import GivingUp
from ui.locking.wish import wish_of
from ui.newer import Newer
from ui.pages.cases_page import CasesPage
from ui.pages.place_note import exposure_told
from ui.pages.sitting_page import SittingPage
from ui.paths import Places
from ui.questionnaire_keeping import QuestionnaireKeeping
from ui.saved import Unsaved, missing_told
from ui.session import Session
from ui.stage import Scene, Stage
from ui.theme import SCALES, THEMES, Look
from ui.vault_keeping import VaultKeeping
from ui.vault_safety import VaultSafety, erase_and_tell
from ui.vault_settings import VaultSettings
from ui.visit import Visit
from ui.ways_out import PATIENCE

ALONE = "alone"
"""The setting of a vault that only its applicant uses."""
LOOKS = tuple(Look(theme, scale) for theme in THEMES for scale in SCALES)


class Receipts(QObject):
    """Brings the vault's receipts from its thread to the window's."""

    came = Signal(object)

    def hear(self, receipt: Receipt) -> None:
        self.came.emit(receipt)


@dataclass(frozen=True, slots=True)
class Open:
    """A vault that was opened, with its folder, and whether a window on it ended before all was stored."""

    folder: Path
    vault: Vault
    receipts: Receipts
    ended_early: bool = False


class Inside(QObject):
    """An open vault. Knows which draft is open, and hands the vault to nobody but its session."""

    def __init__(self, stage: Stage, jobs: Jobs, places: Places, opened: Open) -> None:
        super().__init__(stage)
        self.folder = opened.folder
        self._ended_early = opened.ended_early
        self._stage = stage
        self._jobs = jobs
        self._places = places
        self._vault = opened.vault
        self._receipts = opened.receipts
        self._questionnaires = Questionnaires(opened.vault, stage.folders.forms)
        self._who = Sitting(Role.APPLICANT)
        self._page: CasesPage | None = None
        self._visit: Visit | Desk | None = None
        self._settings: VaultSettings | None = None
        self._giving_up = GivingUp()
        self._receiving: Receiving | None = None
        self._unsaved = Unsaved(stage, opened.vault)
        self._chair = Chair(stage, jobs, self.prove)
        self._chair.given.connect(self._seat)
        self._chair.put_off.connect(self.show_cases)
        self._chair.returned.connect(self._unseat)
        self._chair.stayed.connect(self._go_on)
        self._busy = self._ended = False
        self._begun = ""  # the draft that was begun last
        opened.receipts.came.connect(self._unsaved.hear)
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
        self._stage.lock_wished.emit(wish_of(self._vault.setting))
        if self._vault.setting(ALONE) == "yes":
            self._sit(self._who)
            drafts = self._vault.cases(self._who)
            if len(drafts) == 1:
                self._open(drafts[0].id)
        else:
            self._stage.turn_to(self._sitting)

    def settle(self, seconds: float) -> NotSaved | None:
        return self._visit.settle(seconds) if self._visit else self._vault.settle(seconds)

    def retry(self) -> None:
        self._vault.retry()

    def prove(self, passphrase: str) -> None:
        self._vault.ways.confirm(passphrase)

    def suspend(self) -> None:
        self._giving_up.begin(self._vault.ways)

    def close(self) -> None:
        self._vault.close()
        unfinished.end(self.folder)
        self._end()

    def abandon(self) -> None:
        """When words are lost by that, the mark stays, and the next start tells of it."""
        try:
            if not self._vault.waits:
                unfinished.end(self.folder)
            self._vault.abandon()
        finally:
            self._end()

    def show_cases(self) -> None:
        """Show the list of drafts; what was open is saved and put away. An unsaved draft stays open."""
        self._put_settings_away()
        if self._visit is not None:
            error = self._visit.settle(PATIENCE)
            if error is not None:
                self._unsaved.keep_open(error)
                return
            visit, self._visit = self._visit, None
            visit.end()
            if isinstance(visit, Visit) and visit.untouched:
                self._drop(visit.case_id)
        self._stage.turn_to(self._cases)

    def _drop(self, case_id: str) -> None:
        """A draft that was begun just now, and in which nothing was said, leaves nothing behind."""
        if case_id == self._begun:
            with suppress(IntakeError):  # it stays in the list, where it can be erased
                self._vault.erase_case(case_id)

    def _end(self) -> None:
        self._ended = True
        self._giving_up.end()
        if self._visit is not None:
            self._visit.end()
        self._visit = self._page = self._chair.lent = None
        self._chair.deleteLater()
        self._put_settings_away()
        self._receipts.came.disconnect(self._unsaved.hear)
        self._unsaved.end()
        self._stage.spoke.disconnect(self._keep_language)
        self._stage.dressed.disconnect(self._keep_look)
        self.deleteLater()

    def _sitting(self, words: Words) -> Scene:
        page = SittingPage(words)
        page.alone_wished.connect(lambda: self._vault.note_setting(ALONE, "yes"))
        page.chosen.connect(self._sit)
        return Scene(page, focus=page.first)

    def _sit(self, who: Sitting) -> None:
        self._who = who
        self.show_cases()

    def _cases(self, words: Words) -> Scene:
        self._page = page = CasesPage(words, self._who, self._vault.cases(self._who))
        page.opened.connect(self._open)
        page.begun.connect(self._begin)
        page.vault_asked.connect(self._show_settings)
        page.package_asked.connect(self._show_receiving)
        page.erased.connect(self._ask_to_erase)
        page.seat_given.connect(self._offer_chair)
        page.asking_wished.connect(lambda: self._vault.note_setting(ALONE, ""))
        if self._vault.setting(ALONE) == "yes":
            page.offer_asking()
        listing = Listing(self._vault, self._who, page, self._jobs)
        listing.changed.connect(self.show_cases)
        listing.failed.connect(self._refused)
        missing = missing_told(words, self._vault, self._who, ended_early=self._ended_early)
        told = missing or exposure_told(words, self._vault.exposure)
        if told:
            page.tell(told)
        if self._busy:
            page.wait()
        # Who is here changes only through the lock: with the passphrase, and so that an opening is recorded.
        return Scene(page, title=words.say("Drafts"), back=self._stage.break_taken.emit, focus=page.first)

    def _offer_chair(self, case_id: str) -> None:
        self._page = None
        self._chair.offer(case_id)

    def _seat(self, case_id: str) -> None:
        """From now on whoever sits here is the applicant of this draft, and it is all there is."""
        if not self._busy:
            self.suspend()
            self._chair.lend(self._who, self._places)
            who = Sitting(Role.APPLICANT)
            self._busy = True
            self._jobs.run(
                lambda: open_case(self._vault, case_id, who, self._shipped(), _now),
                lambda opened: self._show_alone(opened, who),
                self._not_seated,
            )

    def _show_alone(self, opened: Opened, who: Sitting) -> None:
        self._busy = False
        if self._ended or self._chair.lent is None:
            return
        self._who = who
        self._visit = self._visit_to(opened, who)
        self._stage.speak(opened.case.language)
        self._visit.enter()

    def _not_seated(self, error: IntakeError) -> None:
        self._busy = False
        self._chair.take_back()
        if not self._ended:
            self.show_cases()
            self._refused(error)

    def _unseat(self) -> None:
        error = self._visit.settle(PATIENCE) if self._visit is not None else None
        if error is not None:
            self._unsaved.keep_open(error)
            self._chair.refuse(error)
        else:
            self._who = self._chair.take_back() or self._who
            self.show_cases()

    def _go_on(self) -> None:
        if self._visit is not None:
            self._visit.enter()

    def _show_settings(self) -> None:
        self._keep_vault()
        if self._settings is not None:
            self._settings.show()

    def _show_receiving(self) -> None:
        """Leave the list of drafts for what came in a sealed package."""
        self._page = None
        seat = Seat(self._vault, self._who)
        self._receiving = Receiving(self._stage, self._jobs, seat, self._places.exports)
        self._receiving.left.connect(self.show_cases)
        self._receiving.show()

    def _erase_open(self, case_id: str) -> None:
        self.show_cases()
        if self._visit is None:  # else it is not saved, and that is said
            self._ask_to_erase(case_id)

    def _ask_to_erase(self, case_id: str) -> None:
        self._keep_vault().ask_to_erase(case_id)

    def _keep_vault(self) -> VaultKeeping:
        """Leave the list of drafts for what is done with the vault."""
        self._page = None
        keeping = VaultKeeping(self._stage, self._jobs, self._vault, self._who, self._places.exports)
        safety = VaultSafety(self._stage, self._jobs, self._vault, self._erase)
        card = OwnCard(self._stage, self._jobs, self._vault, self._places.exports)
        papers = PapersKeeping(self._stage, self._jobs, self._vault, self._who, self._places.exports)
        asked = QuestionnaireKeeping(self._stage, self._jobs, self._questionnaires, self._places.exports)
        sections = (keeping, card, papers, asked, safety)
        self._settings = VaultSettings(self._stage, self._jobs, self._vault.ways, sections)
        self._settings.left.connect(self.show_cases)
        return keeping

    def _erase(self) -> None:
        """Close the vault whatever is not stored, and remove it."""
        try:
            self._vault.abandon()
        finally:
            self._end()
        erase_and_tell(self._stage, self.folder)

    def _put_settings_away(self) -> None:
        if self._settings is not None:
            self._settings.end()
            self._settings = None
        if self._receiving is not None:
            self._receiving.stop()
            self._receiving.deleteLater()
            self._receiving = None

    def _begin(self) -> None:
        if self._busy:
            return
        language, who = self._stage.words.language, self._who

        def work() -> Opened:
            offered = self._questionnaires.for_new()
            fictional = self._vault.setting("fictional") == "yes"
            case = self._vault.new_case(offered.text, language, fictional=fictional)
            self._begun = case.id
            return open_case(self._vault, case.id, who, offered.pack, _now)

        self._send(work, who)

    def _open(self, case_id: str) -> None:
        if not self._busy:
            who = self._who
            self._send(lambda: open_case(self._vault, case_id, who, self._shipped(), _now), who)

    def _send(self, errand: Callable[[], Opened], who: Sitting) -> None:
        """Have a draft opened elsewhere, for whoever asked for it."""
        self._busy = True
        if self._page is not None:
            self._page.wait()
        self._jobs.run(errand, partial(self._enter_case, who), self._refused)

    def _shipped(self) -> Pack:
        return self._questionnaires.shipped().pack

    def _enter_case(self, who: Sitting, opened: Opened) -> None:
        self._busy = False
        if self._ended or self._page is None or self._stage.page is not self._page:
            return  # locked or left meanwhile: nothing of the draft may come back to the screen
        found = self._page.found_at(opened.case.id)
        self._page = None
        if who.role is Role.REVIEWER:
            self._visit = desk = Desk(self._stage, self._jobs, self._places, self._session_on(opened, who))
            desk.left.connect(self.show_cases)
            desk.enter()
            if found is not None:
                desk.read(found)
        else:
            self._visit = self._visit_to(opened, who)
            self._visit.enter()

    def _visit_to(self, opened: Opened, who: Sitting) -> Visit:
        """The draft before whoever answers; on a chair that is lent, with no way to any other."""
        lent, newest = self._chair.lent, self._questionnaires.newest(opened.pack.form.name)
        session, places = self._session_on(opened, who), self._places if lent is None else lent.places
        visit = Visit(self._stage, self._jobs, places, session)
        if lent is None:
            visit.left.connect(self.show_cases)
            visit.erase_wanted.connect(partial(self._erase_open, opened.case.id))
        else:
            visit.left.connect(self._chair.ask_back)
            visit.keep_here()
        if has_newer(opened, newest.pack):
            newer = Newer(self._stage, self._jobs, session, newest)
            newer.moved.connect(partial(self._go_on_moved, who))
            visit.offer(newer)
        return visit

    def _go_on_moved(self, who: Sitting, opened: Opened) -> None:
        """The draft answers newer questions now: nothing that knows the former ones may go on."""
        if self._visit is not None:
            self._visit.end()
        self._visit = visit = self._visit_to(opened, who)
        visit.enter_moved()

    def _session_on(self, opened: Opened, who: Sitting) -> Session:
        session = Session(self._vault, who, opened, _now)
        self._receipts.came.connect(session.hear)
        return session

    def _refused(self, error: IntakeError) -> None:
        self._busy = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))

    def _keep_language(self, language: str) -> None:
        if self._chair.lent is None:
            self._vault.note_setting("language", language)

    def _keep_look(self, look: Look) -> None:
        if self._chair.lent is None:
            self._vault.note_setting("theme", look.theme)
            self._vault.note_setting("scale", str(look.scale))


def _now() -> datetime:
    return datetime.now(UTC)

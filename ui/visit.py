"""One open draft: its home, and every page that belongs to it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.case import Status
from intake.consent import wish_against
from intake.errors import NotSaved
from intake.interview import Progress
from intake.opening import title_of
from intake.vault.header import Kind
from intake.words import Words
from ui.asked import Asked
from ui.coming_back import ComingBack
from ui.composing import finish_composing
from ui.files import Files
from ui.handing import Handing
from ui.handover.giving import Giving
from ui.handover.receiving import Receiving, Seat
from ui.jobs import Jobs
from ui.newer import MOVED, Newer
from ui.pages.home_page import HomePage, Resume, SectionLine, Standing
from ui.pages.share_page import SharePage
from ui.pages.voice import Voice
from ui.paths import Places
from ui.reading import Reading
from ui.resuming import Stop, stop_of, written
from ui.saved import SavedTeller
from ui.session import Session
from ui.stage import Scene, Stage
from ui.status import OPEN_OR_CLOSED, WHO_READS, WISHES, called
from ui.walk import Walk


class Visit(QObject):
    """Shows a draft to whoever answers: the applicant, or someone who types for them."""

    left = Signal()
    erase_wanted = Signal()
    """The applicant does not want the draft kept."""

    def __init__(self, stage: Stage, jobs: Jobs, places: Places, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._newer: Newer | None = None
        self._title = ""
        stage.spoke.connect(self._keep_language)
        teller = SavedTeller(stage, session)
        files = Files(stage, jobs, session, places.exports)
        self._stays = False
        self._walk = Walk(stage, session, teller, files)
        self._walk.went_home.connect(self.show_home)
        self._walk.arrived.connect(self._remember)
        self._walk.erase_wanted.connect(self.erase_wanted)
        self._handing = Handing(stage, jobs, places.exports, session)
        self._handing.ended.connect(self.enter)
        self._reading = Reading(stage, session)
        self._reading.left.connect(self.show_home)
        self._reading.change_wanted.connect(
            lambda path: self._walk.change(path, partial(self._reading.show, path))
        )
        self._reading.entries_wanted.connect(
            lambda spot: self._walk.look_up(spot, partial(self._reading.show, spot))
        )
        self._reading.export_asked.connect(self._handing.show)
        self._coming_back = ComingBack(stage, session)
        self._coming_back.left.connect(self.show_home)
        self._coming_back.answer_wanted.connect(lambda at: self._walk.answer_now(at, self._coming_back.show))
        self._giving = Giving(stage, jobs, places.exports, session)
        self._giving.ended.connect(self.enter)
        seat = Seat(session.vault, session.sitting, session.case.id)
        self._receiving = Receiving(stage, jobs, seat, places.exports)
        self._receiving.left.connect(self.show_home)
        self._receiving.taken.connect(self._show_what_came)
        self._asked = Asked(stage, session)
        self._asked.left.connect(self.show_home)
        self._asked.answer_wanted.connect(lambda path: self._walk.change(path, self._asked.show))
        parts = (self._walk, self._handing, self._reading, self._coming_back, self._asked)
        self._parts = (teller, files, self._giving, self._receiving, *parts)

    def offer(self, newer: Newer) -> None:
        """There is a newer version of its questions; its home says so."""
        self._newer = newer
        newer.left.connect(self.show_home)

    def keep_here(self) -> None:
        """The place is lent: the draft is not its applicant's alone to erase here, and the keys with which it
        would be given away are not theirs.
        """
        self._walk.may_erase = False
        self._stays = True

    def enter(self) -> None:
        """The first page: the home of the draft."""
        self.show_home()

    def enter_moved(self) -> None:
        """The same, once the draft has moved to newer questions."""
        self._keep_title()
        self._stage.turn_to(partial(self._home_saying, MOVED))

    def settle(self, seconds: float) -> NotSaved | None:
        """Save what is being typed, and where, and the draft's name; what keeps them from being stored."""
        finish_composing(self._stage.focused)
        self._session.collect()
        self._walk.tell_place()
        self._asked.keep()
        self._keep_title()
        return self._session.vault.settle(seconds)

    @property
    def case_id(self) -> str:
        return self._session.case.id

    @property
    def untouched(self) -> bool:
        """Whether nothing at all was answered in it, nor any entry added."""
        answers = self._session.interview.answers
        return not answers.by_path and not answers.by_entry

    def end(self) -> None:
        """Nothing of it is to be used any more, and nothing of it comes back to the screen."""
        for making in (self._handing, self._giving, self._receiving):
            making.stop()
        if self._newer is not None:
            self._newer.stop()
            self._newer.deleteLater()
        self._session.end()
        self._session.deleteLater()
        for part in self._parts:
            part.deleteLater()
        self.deleteLater()

    def show_home(self) -> None:
        self._session.watch(None)
        self._keep_title()
        self._stage.turn_to(self._home)

    def _show_share(self) -> None:
        self._stage.turn_to(self._share)

    def _home(self, words: Words) -> Scene:
        page = self._home_page(words)
        return Scene(page, "", self.left.emit, page.first)

    def _home_saying(self, sentence: str, words: Words) -> Scene:
        page = self._home_page(words)
        page.confirm(words.say(sentence))
        return Scene(page, "", self.left.emit, page.first)

    def _home_page(self, words: Words) -> HomePage:
        interview, voice = self._session.interview, self._voice(words)
        self._session.speak(words.language)
        lines = [
            SectionLine(
                section.name,
                voice.heading(section, "label", interview, None),
                voice.heading(section, "hint", interview, None),
                section.minutes,
                interview.progress(section.name),
                voice.of_section(section, "at_hand"),
            )
            for section in interview.form.sections
            if interview.spots(section.name)
        ]
        standing = Standing(
            words.say(WHO_READS[self._session.case.status]),
            self._resume(voice),
            sum(1 for _ in interview.put_off()),
            self._asked.waiting(),
            self._newer is not None,
        )
        title = called(self._title or words.say("My draft"), words, fictional=self._session.case.fictional)
        page = HomePage(words, title, lines, standing)
        page.section_chosen.connect(self._walk.enter)
        page.resumed.connect(self._go_on)
        page.later_asked.connect(self._coming_back.show)
        page.helpers_asked.connect(self._asked.show)
        page.checked.connect(self._reading.show)
        page.share_asked.connect(self._show_share)
        page.export_asked.connect(self._handing.show)
        if self._newer is not None:
            page.newer_asked.connect(self._newer.show)
        return page

    def _share(self, words: Words) -> Scene:
        page = SharePage(words, self._session.case.status, self._doubt(words))
        if self._needs_giving():
            page.tell_nobody_sees(self._support(words))
        page.status_chosen.connect(lambda status: self._set_status(page, status))
        page.put_off.connect(self.show_home)
        if self._stays:
            page.keep_here()
            return Scene(page, "", self.show_home)
        page.giving_asked.connect(self._giving.show)
        page.answers_brought.connect(self._receiving.show)
        return Scene(page, "", self.show_home)

    def _doubt(self, words: Words) -> str:
        """What the applicant said that speaks against sharing."""
        wish = wish_against(self._session.interview)
        return words.say(WISHES[wish]) if wish is not None else ""

    def _needs_giving(self) -> bool:
        """Whether nobody but the applicant seems to have come to this vault, as far as it knows."""
        vault = self._session.vault
        opened = any(vault.openings(case.id) for case in vault.cases(self._session.sitting))
        return not opened and sum(way.kind is Kind.PASSPHRASE for way in vault.ways.listed()) == 1

    def _support(self, words: Words) -> str:
        """Whom one can call, wherever the questionnaire says so."""
        voice, sections = self._voice(words), self._session.interview.form.sections
        said = (voice.of_section(section, "support") for section in sections if section.support)
        return "\n".join(dict.fromkeys(line for text in said for line in text.splitlines()))

    def _show_what_came(self) -> None:
        self._asked.waiting()  # reads what is new
        self._asked.show()

    def _set_status(self, page: SharePage, status: Status) -> None:
        try:
            self._session.set_status(status)
        except NotSaved as error:
            page.told.tell(self._stage.sentence(error))
        else:
            self._stage.turn_to(partial(self._home_saying, OPEN_OR_CLOSED[status]))

    def _resume(self, voice: Voice) -> Resume | None:
        interview, stop = self._session.interview, self._resume_at()
        if stop is None or interview.progress(interview.section_of(stop.spot)) is Progress.FINISHED:
            return None
        section = interview.section_of(stop.spot)
        label = voice.heading(interview.form.section(section), "label", interview, None)
        return Resume(label)

    def _resume_at(self) -> Stop | None:
        return stop_of(self._session.case.resume_at, self._session.interview)

    def _go_on(self) -> None:
        stop = self._resume_at()
        if stop is not None:
            self._walk.go_on(stop)

    def _remember(self, stop: Stop) -> None:
        self._session.remember(written(stop))

    def _keep_language(self, language: str) -> None:
        self._session.keep_language(language)

    def _keep_title(self) -> None:
        """Keep what the draft is called in lists."""
        words = self._stage.words
        self._title = title_of(self._session.interview, words, self._session.pack.words_in(words.language))
        self._session.name(self._title)

    def _voice(self, words: Words) -> Voice:
        return Voice(words, self._session.pack.words_in(words.language))

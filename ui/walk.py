"""Walking through the questions: pages, lists of entries, quiet pages, the check at a section's end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake.answers import Path, State
from intake.consent import refuses_at
from intake.form.model import Section
from intake.interview import Interview, Progress, Spot, Standing
from intake.words import Words
from ui.editors.filing import Shelf
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.question_page import QuestionPage
from ui.pages.quiet_page import QuietPage, RestPage
from ui.pages.refusal_page import RefusalPage
from ui.pages.stop_page import StopPage
from ui.pages.voice import Voice
from ui.resuming import Stop
from ui.saved import SavedTeller
from ui.session import Session
from ui.stage import Scene, Stage
from ui.two_languages import TwoLanguages

CLICKED = frozenset({"yes_no", "select_one", "select_multiple", "acknowledge", "rank", "image", "file"})
"""Kinds whose answers are given whole, with one click."""


class Walk(QObject):
    """Knows where in the interview the person is, and nothing of the rest of the draft."""

    went_home = Signal()
    erase_wanted = Signal()
    """The person does not want the draft kept."""
    arrived = Signal(Stop)
    """The person stands there: the place to go on with another time."""

    def __init__(self, stage: Stage, session: Session, teller: SavedTeller, shelf: Shelf) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._teller = teller
        self._shelf = shelf
        self._languages = TwoLanguages(stage, session, self)
        self._spot: Spot | None = None
        self._stopped_at: Stop | None = None  # what the page is to open at
        self._section = ""
        self._checking = False
        self._look_over: Callable[[], None] = self.check  # the list of answers that one came from
        self._looked_up: Spot | None = None  # the page that it led to
        self._looked_at: Path | Spot | None = None  # and what of the list
        self._asked_then: frozenset[Spot] = frozenset()  # what was asked before anything was changed there
        self._checked_at: Spot | None = None  # the page on which the check was asked for
        self.may_erase = True
        self._refused = False  # whether the person was told what their "no" means
        stage.focus_moved.connect(session.collect)

    @property
    def _interview(self) -> Interview:
        return self._session.interview

    def enter(self, section: str) -> None:
        """Begin a section, or go on in it; a heavy one asks first."""
        self._approach(section, _first_open(self._interview, section))

    def go_on(self, stop: Stop) -> None:
        """Go on where the person stopped; into a heavy section only after asking."""
        self._approach(self._interview.section_of(stop.spot), stop.spot, stop)

    def tell_place(self) -> None:
        """Say once more where the person is, down to the letter, before the page goes."""
        here = self._here()
        if here is not None:
            self.arrived.emit(here)

    def _here(self) -> Stop | None:
        page = self._stage.page
        if not isinstance(page, QuestionPage) or page.spot != self._spot:
            return None
        return Stop(page.spot, *page.place(self._stage.focused))

    def _approach(self, section: str, spot: Spot | None, stop: Stop | None = None) -> None:
        self._section, self._spot, self._stopped_at = section, spot, stop
        self._forget_lists()
        heavy = self._interview.form.section(section).heavy
        self._stage.turn_to(self._quiet if heavy else self._place)

    def _forget_lists(self) -> None:
        self._checking, self._looked_up, self._checked_at = False, None, None
        self._look_over = self.check

    def _start(self) -> None:
        self._stage.turn_to(self._place)

    def _go(self, spot: Spot) -> None:
        self._spot, self._stopped_at = spot, None
        self._asked_then |= {spot}
        self._stage.turn_to(self._place)

    def _move_on(self) -> None:
        """To what follows: the next page, the list of answers one came from, or the section's check."""
        page = self._stage.page
        if self._spot is None or (isinstance(page, QuestionPage) and self._held(page)):
            return
        if refuses_at(self._interview, self._spot) and not self._refused:
            self._refused = True
            self._stage.turn_to(self._refusal)
        else:
            self._step()

    def _step(self) -> None:
        if self._spot is None:
            return
        after, new = self._interview.following(self._spot), self._newly_asked()
        if self._checking and new is not None:
            self._go(new)
        elif after is None or (self._checking and self._spot.entry is None):
            self._look_over()
        else:
            self._go(after)

    def _refusal(self, words: Words) -> Scene:
        self._session.watch(None)
        page = RefusalPage(words, may_erase=self.may_erase)
        page.erase_wanted.connect(self.erase_wanted)
        page.went_home.connect(self.went_home)
        page.went_on.connect(self._step)
        return Scene(page, "", self._start, page.home)

    def _newly_asked(self) -> Spot | None:
        """The first page that is asked because of what was changed since one left the list of answers."""
        spots = self._interview.spots(self._section)
        return next((spot for spot in spots if spot not in self._asked_then), None)

    def _held(self, page: QuestionPage) -> bool:
        self._session.collect()
        return page.hold_for_problems()

    def _go_back(self) -> None:
        if self._spot is None:
            self.went_home.emit()
            return
        if self._checking and self._spot == self._looked_up:
            self._look_over()
            return
        self._session.collect()
        before = self._interview.preceding(self._spot)
        if before is None:
            self.went_home.emit()
        else:
            self._go(before)

    def _go_up(self, spot: Spot) -> None:
        """To a list of entries that the page lies in."""
        self._session.collect()
        self._go(spot)

    def check(self) -> None:
        """Show what was answered in this section."""
        self._session.collect()
        if not self._checking:
            self._checked_at = self._spot
        self._checking, self._look_over = True, self.check
        self._stage.turn_to(self._check)

    def _leave_check(self) -> None:
        """Back from the check, to the page on which it was asked for, if that is still there."""
        if self._checked_at in self._interview.spots(self._section):
            self._checking = False
            self._go(self._checked_at)
        else:
            self.went_home.emit()

    def change(self, path: Path, look_over: Callable[[], None] | None = None) -> None:
        """From a list of answers to the page of one question."""
        found = self._spot_of(path)
        if found is not None:
            self._note_list(found, look_over)
            self._looked_at = path
            self._go(found)

    def answer_now(self, path: Path, look_over: Callable[[], None]) -> None:
        """From what was kept for later to the page of one question; a heavy one asks first."""
        found = self._spot_of(path)
        if found is None:
            return
        self._note_list(found, look_over)
        if self._interview.form.section(self._section).heavy:
            self._spot, self._stopped_at = found, None
            self._stage.turn_to(self._quiet)
        else:
            self._go(found)

    def look_up(self, spot: Spot, look_over: Callable[[], None] | None = None) -> None:
        """From a list of answers to a page. `look_over` shows a list again that is not the section's."""
        self._note_list(spot, look_over)
        self._go(spot)

    def _spot_of(self, path: Path) -> Spot | None:
        """The page on which a question is asked now."""
        spots = (it for part in self._interview.form.sections for it in self._interview.spots(part.name))
        return next((spot for spot in spots if path in self._interview.paths(spot)), None)

    def _note_list(self, spot: Spot, look_over: Callable[[], None] | None) -> None:
        """Keep which list of answers one leaves, and for which page."""
        if look_over is not None:
            self._checked_at = spot
        self._section = self._interview.section_of(spot)
        self._asked_then = frozenset(self._interview.spots(self._section))
        self._checking, self._looked_up, self._looked_at = True, spot, spot
        self._look_over = look_over or self.check

    def _finish(self) -> None:
        self._session.finish(self._section, finished=True)
        if self._interview.form.section(self._section).heavy:
            self._stage.turn_to(self._rest)
        else:
            self.went_home.emit()

    def _add_entry(self) -> None:
        if self._spot is not None:
            self._open_entry(self._session.add_entry(self._spot.item, self._spot.entry))

    def _open_entry(self, entry: str) -> None:
        spots = self._interview.spots(self._section)
        first = next((spot for spot in spots if spot.entry == entry), None)
        if first is not None:
            self._go(first)

    def _quiet(self, words: Words) -> Scene:
        section = self._interview.form.section(self._section)
        page = QuietPage(words, self._title(words), section.minutes)
        page.started.connect(self._start)
        page.put_off.connect(self.went_home)
        page.left_now.connect(self._stage.left_now)
        return Scene(page, self._title(words), self.went_home.emit, page.start)

    def _rest(self, words: Words) -> Scene:
        lighter = _lighter(self._interview)
        title = "" if lighter is None else self._voice(words).heading(lighter, "label", self._interview, None)
        page = RestPage(words, self._support(words), title)
        page.went_on.connect(self.went_home)
        page.break_taken.connect(self._stage.break_taken)
        if lighter is not None:
            page.lighter_chosen.connect(lambda: self.enter(lighter.name))
        return Scene(page, "", self.went_home.emit, page.go_on)

    def _stop(self) -> None:
        self._session.collect()
        self._stopped_at = self._here()
        self.tell_place()
        self._stage.turn_to(self._pause)

    def _pause(self, words: Words) -> Scene:
        """No title: whoever looks at the screen now need not see what was asked."""
        self._session.watch(None)
        page = StopPage(words, self._support(words))
        page.went_home.connect(self.went_home)
        page.break_taken.connect(self._stage.break_taken)
        page.left_now.connect(self._stage.left_now)
        page.went_on.connect(self._start)
        return Scene(page, "", self._start, page.home)

    def _place(self, words: Words) -> Scene:
        """The page for where the person is: questions, a list of entries, or the check at the end."""
        self._session.watch(None)
        self._session.speak(words.language)
        if self._spot is None:
            return self._check(words)
        self.arrived.emit(Stop(self._spot))
        if self._spot.item in self._interview.form.repeats:
            page: QuestionPage | EntriesPage = self._entries(self._spot, words)
        else:
            page = self._questions(self._spot, words)
        page.moved_on.connect(self._move_on)
        page.check_wanted.connect(self.check)
        page.stop_wanted.connect(self._stop)
        page.list_wanted.connect(self._go_up)
        self._session.watch(page)
        self._teller.show_on(page.saved)
        self._session.see(self._spot)
        beside = self._languages.beside
        return Scene(page, self._title(words), self._go_back, self._opening_field(page), beside=beside)

    def _opening_field(self, page: QuestionPage | EntriesPage) -> QWidget:
        """The first field, or the one at which the person stopped another time."""
        stop, self._stopped_at = self._stopped_at, None
        if stop is None or stop.spot != page.spot or not isinstance(page, QuestionPage):
            return page.first_field()
        return page.field_at(stop.question, stop.cursor)

    def _questions(self, spot: Spot, words: Words) -> QuestionPage:
        page = QuestionPage(spot, self._voice(words), lambda: self._session.interview, self._shelf)
        page.edited.connect(self._note_edit)
        page.answered.connect(self._give)
        return page

    def _give(self, path: Path, state: State | None) -> None:
        """A state was chosen, after what was typed was read, so that it is kept beside it; or taken back."""
        if state is not None:
            self._session.collect()
        self._session.answer(path, state)

    def _note_edit(self, path: Path) -> None:
        """A click is an answer at once, and what follows from it appears; what is typed waits a moment."""
        question = self._interview.form.questions[path.question]
        if question.kind in CLICKED and not question.or_other:
            self._session.collect()
        else:
            self._session.touch()

    def _entries(self, spot: Spot, words: Words) -> EntriesPage:
        page = EntriesPage(spot, self._voice(words), lambda: self._session.interview)
        page.added.connect(self._add_entry)
        page.opened.connect(self._open_entry)
        page.removed.connect(self._session.remove_entry)
        page.restored.connect(self._session.restore_entry)
        page.arranged.connect(self._session.arrange)
        return page

    def _check(self, words: Words) -> Scene:
        self._session.watch(None)
        at, self._looked_at = self._looked_at, None
        page = CheckPage([self._section], self._voice(words), lambda: self._session.interview, at)
        page.change_wanted.connect(self.change)
        page.entries_wanted.connect(self.look_up)
        page.finished.connect(self._finish)
        page.put_off.connect(self.went_home)
        return Scene(page, self._title(words), self._leave_check, page.first_field())

    def _support(self, words: Words) -> str:
        return self._voice(words).of_section(self._interview.form.section(self._section), "support")

    def _voice(self, words: Words) -> Voice:
        return self._languages.voice(words)

    def _title(self, words: Words) -> str:
        section = self._interview.form.section(self._section)
        return self._voice(words).heading(section, "label", self._interview, None)


def _lighter(interview: Interview) -> Section | None:
    """The first section that asks about nothing hard and is not finished; None when there is none."""
    sections = (part for part in interview.form.sections if not part.heavy and interview.spots(part.name))
    return next((it for it in sections if interview.progress(it.name) is not Progress.FINISHED), None)


def _first_open(interview: Interview, section: str) -> Spot | None:
    """Where a section is entered: its first page with something not answered yet, or None when all is."""
    spots = interview.spots(section)
    if interview.progress(section) is Progress.NOT_STARTED:
        return next(iter(spots), None)
    gaps = (Standing.UNANSWERED, Standing.NOT_REACHED)
    return next((it for it in spots if any(interview.standing(p) in gaps for p in interview.paths(it))), None)

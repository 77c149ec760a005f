"""The list of entries of a repeat: what was added so far, to be changed, removed, and added to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from intake.answers import Path, Stored
from intake.changes import EntrySet
from intake.form.model import Repeat
from intake.interview import Delta, Interview, Spot
from intake.ordering import in_time
from ui.pages.breadcrumb import Breadcrumb
from ui.pages.stop_page import stop_link
from ui.pages.voice import Voice
from ui.widgets.buttons import ONWARD, LinkButton, PrimaryButton, QuietButton, give_key
from ui.widgets.card import Card
from ui.widgets.column import NARROW, Column
from ui.widgets.flow import Flow, row
from ui.widgets.labels import announce, label, shortened, show_or_hide
from ui.widgets.saved_sign import SavedSign


class EntriesPage(QWidget):
    """The entries in their order. One that is removed stays in sight, as a line with a way to undo it."""

    opened = Signal(str)
    added = Signal()
    removed = Signal(str)
    restored = Signal(str)
    moved_on = Signal()
    check_wanted = Signal()
    stop_wanted = Signal()
    list_wanted = Signal(object)
    """With the Spot of a list of entries that this one lies in."""
    arranged = Signal(object)
    """With the ids of the entries in their new order."""

    def __init__(self, spot: Spot, voice: Voice, current: Callable[[], Interview]) -> None:
        """`current` gives the interview as it stands when it is called."""
        super().__init__()
        self.spot = spot
        self._voice = voice
        self._current = current
        self._repeat: Repeat = current().form.repeats[spot.item]
        self._removed: tuple[str, ...] = ()
        self._shown: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._adding = (
            QuietButton(voice.add_button(self._repeat)),
            PrimaryButton(voice.add_button(self._repeat)),
        )
        self._going_on = (PrimaryButton(voice.say("Continue")), QuietButton(voice.say("Continue")))
        for button in self._going_on:
            give_key(button, ONWARD)
        self._sort = _quiet(voice.say("Put them in the order of time"), self._put_in_time)
        self._unsort = _quiet(voice.say("Undo: the order they had before"), self._put_back)
        self._before: tuple[str, ...] = ()
        self.saved = SavedSign(voice.words)
        self._column = Column()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._column)
        self._lay_out()
        self._show_entries()

    def pending(self) -> Sequence[Path]:
        """Nothing: no answer is typed on this page."""
        return ()

    def take(self, path: Path) -> Stored | None:
        """Raises KeyError: nothing is pending here."""
        raise KeyError(path)

    def apply(self, delta: Delta) -> None:
        """Show what one step did."""
        if any(isinstance(change, EntrySet) for change in delta.changes):
            self.setUpdatesEnabled(False)
            self._show_entries()
            self._column.settle()
            self.setUpdatesEnabled(True)

    def first_field(self) -> QWidget:
        """What gets the focus first: adding while there is nothing yet, else going on."""
        return self._add if self._is_empty else self._continue

    def draft(self) -> tuple[str, ...]:
        """The removed entries in sight, to be brought back to the same page built anew."""
        return self._removed

    def restore(self, draft: tuple[str, ...]) -> None:
        """Bring back the removed entries of the same page."""
        self._removed = draft
        self._show_entries()

    @property
    def _list(self) -> tuple[str, str | None]:
        return self.spot.item, self.spot.entry

    def _entries(self) -> list[str]:
        return [*self._current().entries(*self._list)]

    @property
    def _is_empty(self) -> bool:
        """Whether there is nothing yet, and adding is what the page is for."""
        return not self._entries() and not self._is_counted

    @property
    def _add(self) -> QuietButton | PrimaryButton:
        return self._adding[self._is_empty]

    @property
    def _continue(self) -> QuietButton | PrimaryButton:
        return self._going_on[self._is_empty]

    @property
    def _is_counted(self) -> bool:
        """Whether entries come and go by themselves."""
        return self._repeat.count is not None

    def _lay_out(self) -> None:
        interview, voice = self._current(), self._voice
        if self.spot.entry is not None:
            crumbs = Breadcrumb(self.spot.entry, voice, interview)
            crumbs.chosen.connect(self.list_wanted)
            self._column.add(crumbs)
        self._column.add(label(voice.heading(self._repeat, "label", interview, self.spot.entry), "title"))
        hint = voice.heading(self._repeat, "hint", interview, self.spot.entry)
        if hint:
            self._column.add(label(hint, "hint"))
        beside = voice.beside()
        if beside is not None:
            second = beside.heading(self._repeat, "label", interview, self.spot.entry)
            self._column.add(label(second, "second"))
        self._column.add(self._rows, above=8)
        self._column.add(row(self._sort, self._unsort))
        self._column.add(row(*self._adding), above=8)
        check = LinkButton(voice.say("Check this section"))
        onward = Flow(gap=24)
        for button in (*self._going_on, check):
            onward.add(button)
        if interview.form.section(interview.section_of(self.spot)).heavy:
            onward.add(stop_link(voice, self.stop_wanted.emit))
        self._column.add(onward, above=20)
        self._column.add(self.saved)
        for button in self._adding:
            button.clicked.connect(self.added)
        for button in self._going_on:
            button.clicked.connect(self.moved_on)
        check.clicked.connect(self.check_wanted)

    def _show_entries(self) -> None:
        for former in self._shown:
            former.hide()
            former.deleteLater()
        entries = self._entries()
        self._removed = tuple(entry for entry in self._removed if entry not in entries)
        self._shown = [self._row_of(entry) for entry in self._with_removed().entries(*self._list)]
        if not entries:
            self._shown.insert(0, label(self._voice.say("Nothing is added here yet."), "soft"))
        for shown in self._shown:
            self._rows.addWidget(shown)
            shown.show()
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self._adding:
            button.setHidden(self._is_counted or button is not self._add)
        for button in self._going_on:
            button.setHidden(button is not self._continue)

        entries = self._entries()
        in_order = in_time(self._current(), self._repeat.name, entries) == tuple(entries)
        show_or_hide(self._sort, shown=not in_order and not self._is_counted)
        show_or_hide(self._unsort, shown=sorted(self._before) == sorted(entries) and bool(self._before))

    def _put_in_time(self) -> None:
        entries = self._entries()
        self._before = tuple(entries)
        self.arranged.emit(in_time(self._current(), self._repeat.name, entries))
        announce(self, self._voice.say("They stand in the order of time now."))
        self._unsort.setFocus()

    def _put_back(self) -> None:
        before, self._before = self._before, ()
        self.arranged.emit(before)
        self._sort.setFocus()

    def _with_removed(self) -> Interview:
        """As if nothing had been removed on this page: each row stays in its place until the page is left."""
        interview = self._current()
        for entry in self._removed:
            interview, _ = interview.restore_entry(entry)
        return interview

    def _row_of(self, entry: str) -> QWidget:
        if entry in self._removed:
            return self._removed_row(entry, self._former_title(entry))
        return self._entry_row(entry, self._title(entry))

    def _title(self, entry: str) -> str:
        named = shortened(self._voice.entry(self._repeat, self._current(), entry))
        return f"{self._entries().index(entry) + 1}. {named}"

    def _former_title(self, entry: str) -> str:
        """What a removed entry was called, in the language of now. Its number has passed to another."""
        return shortened(self._voice.entry(self._repeat, self._with_removed(), entry))

    def _entry_row(self, entry: str, title: str) -> QWidget:
        say = self._voice.say
        change = _link(say("Change"), say("Change: {what}", what=title), lambda: self.opened.emit(entry))
        if self._is_counted:
            return _EntryCard(title, change)
        remove = _link(say("Remove"), say("Remove: {what}", what=title), lambda: self._remove(entry, title))
        return _EntryCard(title, change, remove)

    def _removed_row(self, entry: str, title: str) -> QWidget:
        say = self._voice.say
        whole = say("Undo: bring {what} back", what=title)
        undo = _link(say("Undo"), whole, lambda: self._restore(entry))
        return _EntryCard(say("Removed: {what}", what=title), undo)

    def _remove(self, entry: str, title: str) -> None:
        self._removed += (entry,)
        self.removed.emit(entry)
        announce(self, self._voice.say("Removed: {what}", what=title))
        self._add.setFocus()

    def _restore(self, entry: str) -> None:
        self.restored.emit(entry)
        self._add.setFocus()


class _EntryCard(Card):
    """What an entry is called, and beside it what can be done with it; below, where there is little room."""

    def __init__(self, title: str, *links: LinkButton) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(16)
        self._line.addWidget(label(title), 1)
        acts = QHBoxLayout()
        acts.setSpacing(16)
        for link in links:
            acts.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        acts.addStretch(1)
        self._line.addLayout(acts)
        self.parts.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= NARROW * self.fontMetrics().averageCharWidth()
        way = ways.LeftToRight if wide else ways.TopToBottom
        if way is not self._line.direction():
            self._line.setDirection(way)


def _quiet(text: str, act: Callable[[], object]) -> LinkButton:
    link = _link(text, text, act)
    link.setProperty("quiet", "true")
    return link


def _link(text: str, whole: str, act: Callable[[], object]) -> LinkButton:
    """A link that readers hear with what it is about: the word alone stands there many times."""
    link = LinkButton(text)
    link.setAccessibleName(whole)
    link.clicked.connect(lambda: act())
    return link

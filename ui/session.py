"""One case at work: the one object that holds its interview and hands changes on to vault and page."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from intake.answers import Answer, Path, State, Stored, new_entry_id
from intake.case import Case, Role, Sitting, Status
from intake.errors import NotSaved
from intake.interview import Delta, Interview, Spot
from intake.opening import Opened
from intake.passages import Tongues, passages_after
from intake.vault.vault import Receipt, Vault

AUTOSAVE_MS = 800
"""From the first key to the vault: later keys do not start it again, so that nobody types past it."""


class Typed(Protocol):
    """A page in which something is being typed."""

    def pending(self) -> Sequence[Path]:
        """Where something was typed that was not taken yet, or that is not finished."""

    def take(self, path: Path) -> Stored | None:
        """What stands there now, as a stored value, or None when it was emptied; it is pending no more."""

    def apply(self, delta: Delta) -> None:
        """Show what one step did."""


class Session(QObject):
    """Edits become answers, answers become changes. "Saved" follows what the vault has acknowledged."""

    saving = Signal()
    saved = Signal(object)
    """With the moment at which everything typed so far was in the vault."""
    not_saved = Signal(object)
    """With the NotSaved that the vault met; what is not stored is kept and tried again."""
    held = Signal()
    """Something on the page was not taken: it is not finished, or cannot be read."""

    def __init__(self, vault: Vault, sitting: Sitting, opened: Opened, now: Callable[[], datetime]) -> None:
        """Raises CaseInUse while another session has this case."""
        super().__init__()
        vault.lending.lend(opened.case.id)
        self.vault = vault
        self.sitting = sitting
        self.case: Case = opened.case
        self.pack = opened.pack
        self.interview: Interview = opened.interview
        self.language = opened.case.language
        self._title = ""
        self._now = now
        self._page: Typed | None = None
        self._submitted = self._stored = 0
        saved_before = opened.interview.answers.by_path and not vault.waits
        self._standing: datetime | NotSaved | None = self.case.changed if saved_before else None
        self._timer = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._timer.timeout.connect(self.collect)

    @property
    def standing(self) -> datetime | NotSaved | None:
        """Since when all is in the vault, or what keeps it from there; None before any answer."""
        return self._standing

    def watch(self, page: Typed | None) -> None:
        """From now on what is typed comes from this page; the former one is read a last time."""
        self.collect()
        self._page = page

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        self.saving.emit()
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Read what was typed and hand it to the vault."""
        self._timer.stop()
        if self._page is None:
            return
        try:
            with ExitStack() as fields:  # one that cannot be read keeps none of the others from being saved
                for path in reversed(self._page.pending()):
                    fields.callback(self._take, self._page, path)
        finally:
            self._tell_if_saved()

    def _take(self, page: Typed, path: Path) -> None:
        self.answer(path, page.take(path))

    def answer(self, path: Path, given: Stored | State | None) -> None:
        """Set a value or a state, or clear the answer. The same value given again changes nothing.

        A state keeps the value it is put in the place of: a slip of the hand loses nothing.
        """
        before = self.interview.answers.get(path)
        if given is None:
            if before is not None:
                self._step(self.interview.answer(path, None))
            return
        kind = self.interview.form.questions[path.question].kind
        state = given if isinstance(given, State) else None
        value = None if isinstance(given, State) else given
        if before is not None and (before.value, before.state) == (value, state):
            return
        kept = None
        if state is not None and before is not None:
            kept = before.kept if before.value is None else before.value
        answer = Answer(value, state, kind, self.language, self.sitting.name, self._now(), kept)
        self._step(self.interview.answer(path, answer))

    def add_entry(self, repeat: str, parent: str | None) -> str:
        """Add an entry and give its id."""
        entry = new_entry_id()
        self._step(self.interview.add_entry(repeat, parent, entry))
        return entry

    def remove_entry(self, entry: str) -> None:
        self._step(self.interview.remove_entry(entry, self._now()))

    def restore_entry(self, entry: str) -> None:
        self._step(self.interview.restore_entry(entry))

    def arrange(self, order: Sequence[str]) -> None:
        """Give the entries of one list this order."""
        self._step(self.interview.arrange(order))

    def see(self, spot: Spot) -> None:
        self._step(self.interview.see(spot))

    def finish(self, section: str, *, finished: bool) -> None:
        self._step(self.interview.finish(section, finished=finished))

    def speak(self, language: str) -> None:
        """The language in which answers are given from now on."""
        self.language = language

    def keep_language(self, language: str) -> None:
        """The applicant wants another language from now on; whoever helps may look at it in any."""
        if self.sitting.role is Role.APPLICANT and language != self.case.language:
            self.vault.note_case(self.case.id, language=language)
            self.case = replace(self.case, language=language)

    def set_status(self, status: Status) -> None:
        """Close the draft, or open it, which drops what was put aside for a state. Raises NotSaved."""
        self.case = self.vault.set_case(self.case.id, status=status)
        if status.open_to_reviewers:
            self.interview = self.interview.with_answers(self.interview.answers.without_kept())

    def remember(self, place: str) -> None:
        """Keep where to go on another time."""
        if place != self.case.resume_at:
            self.vault.note_case(self.case.id, resume_at=place)
            self.case = replace(self.case, resume_at=place)

    def name(self, title: str) -> None:
        """Keep what the draft is called in lists."""
        if title != self._title:
            self.vault.note_case(self.case.id, title=title)
            self._title = title

    def end(self) -> None:
        """Nothing is read or stored any more; another session may have the case."""
        self._timer.stop()
        self._page = None
        self.vault.lending.give_back(self.case.id)

    def retry(self) -> None:
        """Try again to store what the vault could not."""
        self.saving.emit()
        self.vault.retry()

    @Slot(object)
    def hear(self, receipt: Receipt) -> None:
        """A receipt of the vault, on the window's thread."""
        if receipt.error is not None:
            self._standing = receipt.error
            self.not_saved.emit(receipt.error)
            return
        self._stored = max(self._stored, receipt.number)
        self._tell_if_saved()

    def _step(self, step: tuple[Interview, Delta]) -> None:
        self.interview, delta = step
        if delta.changes:
            self.saving.emit()
            words = passages_after(self.interview, delta, Tongues(self.pack.words, self.case.language))
            self._submitted = self.vault.submit(self.case.id, delta.changes, words, self.sitting.name)
        if self._page is not None:
            self._page.apply(delta)

    def _tell_if_saved(self) -> None:
        """Nothing more is being typed and the vault has acknowledged all: only then it is saved."""
        if self._timer.isActive():
            return
        if self._page is not None and self._page.pending():
            self.held.emit()
        elif self._submitted and self._stored >= self._submitted:
            self._standing = self._now()
            self.saved.emit(self._standing)

"""All that a reviewer has before them of a draft: answers, what lies beside them, what they raise."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from intake.answers import Path, new_entry_id
from intake.case import Glance
from intake.interview import Interview
from intake.opening import Opened, open_version
from intake.record import FindingState, Item, Record
from intake.review.deadlines import Deadline, deadlines, next_deadline
from intake.review.findings import Finding, findings, standing, told_apart
from intake.review.findings.finding import FindingStanding
from intake.review.reading import Reading
from intake.spells import Edit
from intake.vault.sealing import Version
from intake.words import Words
from ui.pages.voice import Voice
from ui.session import Session


class Stamp(NamedTuple):
    """What every item begins with: its id, when it is written, and by whom."""

    id: str
    at: datetime
    by: str


class Dossier(QObject):
    """Holds the record of the open draft and has it stored. What is worked out of it is worked out once."""

    changed = Signal()

    def __init__(self, session: Session, today: date) -> None:
        super().__init__(session)
        self.session = session
        self.today = today
        self.record: Record = session.vault.record(session.case.id, session.sitting)
        self.findings: tuple[Finding, ...] = findings(session.interview, today)
        self.deadlines: tuple[Deadline, ...] = deadlines(session.interview)

    @property
    def interview(self) -> Interview:
        return self.session.interview

    def voice(self, words: Words) -> Voice:
        return Voice(words, self.session.pack.words_in(words.language))

    def reading(self, words: Words) -> Reading:
        return Reading(self.interview, words, self.session.pack.words_in(words.language))

    def stamp(self) -> Stamp:
        return Stamp(new_entry_id(), datetime.now(UTC), self.session.sitting.name)

    def put(self, *items: Item) -> None:
        """Keep items beside the answers, each in the place of the one with its id."""
        self.session.vault.put(self.session.case.id, *items)
        for item in items:
            self.record = self.record.with_item(item)
        self.note_glance()
        self.changed.emit()

    def seal(self, title: str) -> None:
        """Keep the draft as it is now as a version. Raises NotSaved."""
        session = self.session
        sealed = session.vault.past.seal(session.case.id, session.sitting, title)
        self.record = self.record.with_item(sealed)
        self.changed.emit()

    def version(self, number: int) -> tuple[Interview, Version]:
        """A sealed version, as it was. Raises VersionMissing, DatabaseDamaged, FormError."""
        session = self.session
        opened = Opened(session.case, session.pack, session.interview)
        return open_version(session.vault, opened, number, session.sitting)

    def history(self, path: Path) -> tuple[Edit, ...]:
        """What an answer was before. Raises NotSaved."""
        session = self.session
        return session.vault.past.history(session.case.id, path, session.sitting)

    def drop(self, item: Item) -> None:
        """Take an item away."""
        self.session.vault.drop(self.session.case.id, item.id)
        self.record = self.record.without(item)
        self.note_glance()
        self.changed.emit()

    def standing(self, finding: Finding) -> FindingStanding:
        return standing(finding, self.record.finding_words)

    def open_findings(self) -> Iterable[Finding]:
        """Those that nobody has dealt with yet, faint ones apart."""
        listed, _ = told_apart(self.findings, self.record.finding_words)
        return (it for it in listed if self.standing(it).state is FindingState.OPEN)

    def glance(self) -> Glance:
        """What the list of drafts says of this one."""
        following = next_deadline(self.deadlines, self.today)
        ahead = following.ahead(self.today) if following else None
        return Glance(sum(1 for _ in self.open_findings()), ahead)

    def findings_at(self, path: Path) -> tuple[Finding, ...]:
        return tuple(it for it in self.findings if path in it.sources)

    def note_glance(self) -> None:
        """Have the list of drafts say what this review came to."""
        self.session.vault.set_glance(self.session.case.id, self.glance())

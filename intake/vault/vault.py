"""The door to everything at rest: values go in and come out; files, keys and rows stay inside."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from intake.answers import Answers, new_entry_id
from intake.case import Case, CaseSummary, Glance, Role, Sitting, Status
from intake.changes import Change
from intake.errors import CaseMissing, NotSaved, VaultError
from intake.record import Item, Record
from intake.searching import Hit, Passage
from intake.vault import (
    copying,
    damage,
    erasing,
    evidence,
    history,
    listing,
    moving,
    outside,
    records,
    register,
    rotation,
    search,
    store,
)
from intake.vault.damage import Checked
from intake.vault.evidence import KeptFile
from intake.vault.files import identity
from intake.vault.keys import Cost
from intake.vault.lending import Lending
from intake.vault.making import make
from intake.vault.offering import Offering
from intake.vault.opening import Unlocked, unlock
from intake.vault.outside import OutsideCopy
from intake.vault.parcels import Parcels
from intake.vault.past import Past
from intake.vault.register import Opening, PackText
from intake.vault.slots import Secret
from intake.vault.store import Hand
from intake.vault.thread import Listener, Receipt, VaultThread
from intake.vault.ways import Ways
from intake.vault.words import WaitingWords
from intake.written import moment

__all__ = ["Checked", "KeptFile", "Listener", "Opening", "OutsideCopy", "PackText", "Receipt", "Vault"]


class Vault:
    """An open vault. Any thread but its own may call it; any call may raise VaultClosed."""

    def __init__(self, unlocked: Unlocked, listener: Listener) -> None:
        """For `create` and `open` only."""
        self._lock = unlocked.lock
        self._stand_on(unlocked.folder / unlocked.header.database)
        self._thread = VaultThread(unlocked.connection, self._in_place, listener)
        self._case_ids = set(unlocked.case_ids)
        self.last_changes_missing = unlocked.last_changes_missing
        self.exposure = unlocked.exposure
        self.lending = Lending()
        self._words = WaitingWords(self._thread)
        self.past = Past(self._thread, lambda: self._files[0], self._words.hand_on)
        self.ways = Ways(unlocked.folder, unlocked.header, self._thread, self._stand_on)
        self.parcels = Parcels(self._thread, self._case_ids.add)
        self.offering = Offering(self._thread)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, listener: Listener, cost: Cost | None = None
    ) -> "Vault":
        """Make a vault and open it. Without a cost, a guess at the passphrase will take about a second here.

        Raises VaultExists when anything but an empty folder is there, VaultUnwritable, VaultNeedsMemory,
        CipherMissing.
        """
        return cls(make(folder, passphrase, cost), listener)

    @classmethod
    def open(cls, folder: Path, secret: Secret, *, listener: Listener, accept_older: bool = False) -> "Vault":
        """Open the vault in a folder with its passphrase or its recovery code.

        Raises WrongPassphrase, WrongRecoveryCode, HeaderDamaged, HeaderRolledBack (unless an older header is
        accepted), DatabaseDamaged, VaultMissing, VaultInUse, VaultUnwritable, VaultTooNew, VaultNeedsMemory,
        CipherMissing.
        """
        return cls(unlock(folder, secret, accept_older=accept_older), listener)

    def submit(
        self,
        case_id: str,
        changes: Sequence[Change],
        words: Iterable[Passage] | None = None,
        by: str = "",
    ) -> int:
        """Have changes of a case stored, all or none; returns their number at once. Raises CaseMissing.

        `words` is what they change among the words that are searched. Without it, search does not find what
        was changed until the case is indexed again. `by` is who clears an answer.
        """
        self._check(case_id)
        number = self._thread.submit(store.saving(case_id, changes, Hand(_now(), by)))
        self._words.add(case_id, words)
        return number

    def index(self, case_id: str, words: Iterable[Passage]) -> int:
        """Have all words of a case's answers searched from now on; returns their number at once."""
        self._check(case_id)
        self._words.drop(case_id)
        self._words.mark_read_in(case_id)
        return self._thread.submit(search.indexing(case_id, words))

    def is_indexed(self, case_id: str) -> bool:
        """Whether search finds the answers of a case as they are now."""
        self._words.hand_on()
        indexed = self._thread.read(lambda connection: search.is_indexed(connection, case_id))
        if indexed:
            self._words.mark_read_in(case_id)
        else:
            self._words.add(case_id, None)
        return indexed

    def search(self, text: str, sitting: Sitting) -> tuple[Hit, ...]:
        """Where in all cases these words stand, or begin words, as far as whoever sits here may see it.

        The best come first when every word has three letters; at most 200. Hidden answers are never found.
        """
        self._words.hand_on()
        kinds = (search.ANSWERS, *sorted(records.SEEN[sitting.role]))
        return self._thread.read(lambda connection: search.found(connection, text, sitting, kinds))

    def put(self, case_id: str, *items: Item) -> int:
        """Have items of the record stored, each in the place of the one with its id; returns their number at
        once. Raises CaseMissing.
        """
        self._check(case_id)
        return self._thread.submit(records.putting(case_id, items))

    def drop(self, case_id: str, item_id: str) -> int:
        """Have an item of the record removed, if it is there; returns its number. Raises CaseMissing."""
        self._check(case_id)
        return self._thread.submit(records.dropping(case_id, item_id))

    def retry(self) -> None:
        """Try again to store what could not be stored; the listener hears what came of it."""
        self._thread.retry()

    def flush(self, seconds: float) -> bool:
        """Whether all that was submitted so far is stored, after waiting no longer than so many seconds."""
        return self._thread.flush(seconds)

    def settle(self, seconds: float) -> NotSaved | None:
        """What keeps something from being stored, after no more than so many seconds; None when all is.

        Its reason is `slow` when that was too short.
        """
        return self._thread.settle(seconds)

    @property
    def waits(self) -> bool:
        """Whether anything submitted is not stored."""
        return self._thread.waits

    def new_case(self, pack: PackText, language: str, *, fictional: bool = False) -> Case:
        """Begin a case that answers this pack, and keep the pack's text with it. Raises NotSaved."""
        now = _now()
        case = Case(new_entry_id(), pack.name, pack.hash, language, Status.IN_PROGRESS, now, now, fictional)
        self._thread.write(lambda connection: register.add_case(connection, pack, case))
        self._case_ids.add(case.id)
        self._words.mark_read_in(case.id)
        return case

    def duplicate(self, case_id: str, sitting: Sitting) -> Case:
        """Begin a case with the answers and files of another. Raises CaseMissing, CaseClosed, NotSaved."""
        case = self._thread.write(lambda connection: copying.duplicate(connection, case_id, sitting, _now()))
        self._case_ids.add(case.id)
        return case

    def cases(self, sitting: Sitting) -> tuple[CaseSummary, ...]:
        """The drafts, the last changed first; of one in progress a reviewer sees only that it exists."""
        return self._thread.read(lambda connection: listing.summaries(connection, sitting))

    def case(self, case_id: str, sitting: Sitting) -> Case:
        """One case; that a reviewer opened it is recorded. Raises CaseMissing, CaseClosed, NotSaved."""
        if sitting.role is not Role.REVIEWER:
            return self._thread.read(lambda connection: register.case_of(connection, case_id))
        opening = Opening(sitting.name, _now())
        return self._thread.write(lambda connection: _opened(connection, case_id, sitting, opening))

    def answers(self, case_id: str, sitting: Sitting) -> Answers:
        """All that a case holds, what was just submitted included.

        Raises CaseMissing, CaseClosed, and NotSaved while anything submitted is not stored: older answers on
        screen would be typed over the newer ones that wait.
        """

        def work(connection: Connection) -> Answers:
            register.check_open(register.case_of(connection, case_id), sitting)
            found = store.answers_of(connection, case_id)
            return found.without_kept() if sitting.role is Role.REVIEWER else found

        return self._thread.read_all(work)

    def record(self, case_id: str, sitting: Sitting) -> Record:
        """What is written beside the answers, what was just put included, as far as whoever sits here may see
        it: what is counsel-only goes to reviewers alone.

        Raises CaseMissing, CaseClosed, and NotSaved while anything submitted is not stored.
        """

        def work(connection: Connection) -> Record:
            register.check_open(register.case_of(connection, case_id), sitting)
            return records.record_of(connection, case_id, sitting)

        return self._thread.read_all(work)

    def keep_file(self, case_id: str, data: bytes) -> str:
        """Store the bytes of a file, at most 25 MB, and give their SHA-256 in hexadecimal.

        They go when the vault is closed, unless an answer names them by then. Raises CaseMissing,
        FileTooLarge, NotSaved.
        """
        self._check(case_id)
        sha256 = evidence.digest(data)
        self._thread.write(lambda connection: evidence.keep(connection, case_id, sha256, data))
        return sha256

    def file(self, case_id: str, sha256: str) -> bytes:
        """The bytes of a file as they were given. Raises FileMissing, and DatabaseDamaged for other bytes."""
        return self._thread.read(lambda connection: evidence.content(connection, case_id, sha256))

    def files(self, case_id: str) -> tuple[KeptFile, ...]:
        """The files kept for a case, those included that no answer names any more."""
        return self._thread.read(lambda connection: evidence.kept(connection, case_id))

    def drop_file(self, case_id: str, sha256: str) -> int:
        """Have the bytes of a file removed; returns its number at once. Raises CaseMissing."""
        self._check(case_id)
        return self._thread.submit(lambda connection: evidence.drop(connection, case_id, sha256))

    def set_glance(self, case_id: str, glance: Glance) -> int:
        """Have kept, for lists, what a review of the case came to; returns its number at once."""
        self._check(case_id)
        return self._thread.submit(lambda connection: listing.set_glance(connection, case_id, glance))

    def set_archived(self, case_id: str, *, archived: bool) -> int:
        """Have a case put away in lists, or taken out again; returns its number. Raises CaseMissing."""
        self._check(case_id)
        return self._thread.submit(
            lambda connection: listing.set_archived(connection, case_id, is_archived=archived)
        )

    def openings(self, case_id: str) -> tuple[Opening, ...]:
        """When reviewers opened a case, and who they said they were."""
        return self._thread.read(lambda connection: register.openings_of(connection, case_id))

    def set_case(
        self,
        case_id: str,
        *,
        status: Status | None = None,
        language: str | None = None,
        resume_at: str | None = None,
        title: str | None = None,
    ) -> Case:
        """Set what is given, and wait until it is stored. Raises CaseMissing, NotSaved.

        Opening a draft to reviewers removes what was put aside for a state: it was never to be shown.
        """
        if language is not None:
            self._words.add(case_id, None)
        given = {"status": status, "language": language, "resume_at": resume_at, "title": title}
        columns = {name: str(value) for name, value in given.items() if value is not None}
        if status is not None:
            columns["changed"] = moment(_now())

        def work(connection: Connection) -> Case:
            if status is not None and status.open_to_reviewers:
                store.drop_kept(connection, case_id)
                history.share(connection, case_id, _now())
            return register.change_case(connection, case_id, columns)

        return self._thread.write(work)

    def note_case(
        self,
        case_id: str,
        *,
        language: str | None = None,
        resume_at: str | None = None,
        title: str | None = None,
    ) -> None:
        """Have set what is given, in its turn; returns at once. The listener hears what came of it."""
        if language is not None:
            self._words.add(case_id, None)
        given = {"language": language, "resume_at": resume_at, "title": title}
        columns = {name: value for name, value in given.items() if value is not None}
        self._thread.submit(lambda connection: register.change_case(connection, case_id, columns))

    def move_case(self, case_id: str, pack: PackText, lead: moving.Lead) -> Case:
        """Move a case to another version of its pack, all or nothing, after a copy of the vault was kept.

        Raises CaseMissing, NotSaved, VaultUnwritable, DatabaseDamaged.
        """
        self._check(case_id)
        self._words.add(case_id, None)
        self._thread.apart(lambda connection: rotation.keep(connection, self._files[0]))
        return self._thread.write(lambda connection: moving.move(connection, case_id, pack, lead, _now()))

    def pack(self, pack_hash: str) -> PackText:
        """A pack that cases answer, or are to answer. Raises KeyError for another."""
        return self._thread.read(lambda connection: register.pack_of(connection, pack_hash))

    def setting(self, name: str, of: str | None = None) -> str | None:
        """A setting of the vault, or `of` one case, which goes with it."""
        return self._thread.read(lambda connection: register.setting(connection, name, of))

    def note_setting(self, name: str, value: str, of: str | None = None) -> None:
        """Have a setting stored in its turn; returns at once. The listener hears what came of it."""
        self._thread.submit(lambda connection: register.set_setting(connection, name, value, of))

    def set_setting(self, name: str, value: str) -> None:
        """Wait until the setting is stored. Raises NotSaved."""
        self._thread.write(lambda connection: register.set_setting(connection, name, value))

    def back_up(self, file: Path) -> OutsideCopy:
        """Write the whole vault into one new file, encrypted as it is here, and prove it by opening it.

        Raises CopyExists, DatabaseDamaged, VaultUnwritable, NotSaved.
        """
        return self._thread.apart(lambda connection: outside.write(connection, self._files[0], file))

    def outside_copies(self) -> tuple[OutsideCopy, ...]:
        """The files that `back_up` ever wrote, the oldest first; they may be elsewhere by now."""
        return self._thread.read(outside.known)

    def check(self) -> Checked:
        """Look at every page of the database and at every copy kept. Raises VaultUnwritable, NotSaved."""
        return self._thread.apart(lambda connection: damage.checked(connection, self._files[0]))

    def erase_case(self, case_id: str) -> tuple[OutsideCopy, ...]:
        """Remove a case for good, from the copies in the folder too; gives the copies that we cannot reach.

        When it raises VaultUnwritable, the case and the copies are gone, but its place in the file may not be
        overwritten yet. Raises CaseMissing, CaseInUse, NotSaved.
        """
        self.lending.check_free(case_id)
        self._words.drop(case_id)
        self._thread.write(lambda connection: erasing.erase(connection, case_id))
        self._case_ids.discard(case_id)
        self._thread.apart(lambda connection: erasing.sweep(connection, self._files[0]))
        return self.outside_copies()

    def close(self) -> None:
        """Store what waits, keep a copy, and close; a second time does nothing.

        Raises NotSaved, and stays open then.
        """
        with suppress(VaultError):  # without a copy it is closed all the same
            self._words.hand_on(waiting=True)
            self._thread.write(evidence.drop_unnamed)
            self._thread.apart(lambda connection: rotation.keep(connection, self._files[0]))
        self._thread.end(storing=True)
        self._lock.release()

    def abandon(self) -> None:
        """Close without what could not be stored: it is lost."""
        try:
            self._thread.end(storing=False)
        finally:
            self._lock.release()

    def _check(self, case_id: str) -> None:
        if case_id not in self._case_ids:
            raise CaseMissing

    def _stand_on(self, database: Path) -> None:
        """From now on these files are written to."""
        self._files = (database, database.with_name(f"{database.name}-wal"))
        self._identities = self._file_identities()

    def _in_place(self) -> bool:
        return self._file_identities() == self._identities

    def _file_identities(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple(identity(file) for file in self._files)


def _opened(connection: Connection, case_id: str, sitting: Sitting, opening: Opening) -> Case:
    case = register.case_of(connection, case_id)
    register.check_open(case, sitting)
    register.add_opening(connection, case_id, opening)
    return case


def _now() -> datetime:
    return datetime.now(UTC)

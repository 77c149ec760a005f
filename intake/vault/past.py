"""The past of the cases of an open vault: former wordings, what changed, sealed versions, and forgetting."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path as File

from sqlalchemy import Connection

from intake.answers import Path, new_entry_id
from intake.case import Case, Sitting
from intake.record import Sealed
from intake.spells import Changed, Edit
from intake.vault import erasing, forgetting, history, outside, records, register, sealing, store
from intake.vault.outside import OutsideCopy
from intake.vault.sealing import Version
from intake.vault.thread import VaultThread


class Past:
    """Any thread but the vault's own may call it; any call may raise VaultClosed, and CaseMissing.

    What a reviewer asks of a draft in progress raises CaseClosed.
    """

    def __init__(self, thread: VaultThread, database: Callable[[], File], settle: Callable[[], None]) -> None:
        """`database` says which file is written to now; `settle` has waiting words stored."""
        self._thread = thread
        self._database = database
        self._settle = settle

    def undo_of(self, case_id: str, path: Path, sitting: Sitting) -> tuple[Edit, ...]:
        """The wordings of an answer before each spell of the applicant, the first first.

        They are for the applicant alone, and gone once the draft was shared.
        """
        return self._edits(case_id, path, sitting, private=True)

    def history(self, case_id: str, path: Path, sitting: Sitting) -> tuple[Edit, ...]:
        """The wordings of an answer before each spell since the draft was first shared, the first first."""
        return self._edits(case_id, path, sitting, private=False)

    def changed_since(self, case_id: str, moment: datetime, sitting: Sitting) -> tuple[Changed, ...]:
        """What changed in a shared draft since a moment, the first first."""

        def work(connection: Connection) -> tuple[Changed, ...]:
            _open(connection, case_id, sitting)
            return history.changed_since(connection, case_id, moment)

        return self._thread.read_all(work)

    def seal(self, case_id: str, sitting: Sitting, title: str = "") -> Sealed:
        """Keep the case as it is now as a version that never changes. Raises NotSaved."""

        def work(connection: Connection) -> Sealed:
            return seal_now(connection, _open(connection, case_id, sitting), sitting, title)

        return self._thread.write(work)

    def sealed(self, case_id: str, number: int, sitting: Sitting) -> Version:
        """A sealed version. Raises VersionMissing, and DatabaseDamaged when it is not as it was sealed."""

        def work(connection: Connection) -> Version:
            _open(connection, case_id, sitting)
            return sealing.version(connection, case_id, number)

        return self._thread.read(work)

    def forget(self, case_id: str, path: Path) -> tuple[OutsideCopy, ...]:
        """Remove an answer for good, with every former wording of it and all that quotes it, from the copies
        in the folder too; gives the copies that we cannot reach.

        When it raises VaultUnwritable, the words are gone, but their place in the file may not be overwritten
        yet. Raises NotSaved.
        """
        self._settle()
        self._thread.write(lambda connection: forgetting.forget(connection, case_id, path))
        return self.sweep()

    def sweep(self) -> tuple[OutsideCopy, ...]:
        """Leave nothing of what was removed, in the copies in the folder either; gives the copies that we
        cannot reach. Raises VaultUnwritable, NotSaved.
        """
        self._thread.apart(lambda connection: erasing.sweep(connection, self._database()))
        return self._thread.read(outside.known)

    def _edits(self, case_id: str, path: Path, sitting: Sitting, *, private: bool) -> tuple[Edit, ...]:
        def work(connection: Connection) -> tuple[Edit, ...]:
            _open(connection, case_id, sitting)
            return history.edits(connection, case_id, path, private=private)

        return self._thread.read_all(work)


def seal_now(connection: Connection, case: Case, sitting: Sitting, title: str) -> Sealed:
    """Keep a case as it is now as a version that never changes."""
    record = records.record_of(connection, case.id, sitting)
    answers = store.answers_of(connection, case.id)
    parts = sealing.parts_of(answers, (*record.translations, *record.read_backs))
    number = sealing.next_number(connection, case.id)
    named = Sealed(new_entry_id(), datetime.now(UTC), sitting.name, number, "", title)
    sealed = sealing.seal(connection, case, named, parts)
    records.putting(case.id, [sealed])(connection)
    return sealed


def _open(connection: Connection, case_id: str, sitting: Sitting) -> Case:
    case = register.case_of(connection, case_id)
    register.check_open(case, sitting)
    return case

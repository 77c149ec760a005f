"""Unlocking a vault: everything between a secret and an open database."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from intake.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    HeaderRolledBack,
    IntakeError,
    KeyringForgot,
    VaultError,
    VaultInUse,
    VaultMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from intake.vault import copies, engine, log, marks, migrate, register, remembering, rotation
from intake.vault.files import Exposure, withdrawn
from intake.vault.header import Header, Kind, Slot, is_genuine, signed
from intake.vault.keys import derived, passing, wipe
from intake.vault.lock import VaultLock
from intake.vault.slots import Secret, kind_of, opened


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An open vault: its lock, folder and header, the connection to its database, and the cases it holds."""

    lock: VaultLock
    folder: Path
    header: Header
    connection: Connection
    case_ids: frozenset[str] = frozenset()
    last_changes_missing: bool = False
    """The write-ahead log holds damaged changes, which SQLite left out."""
    exposure: Exposure = Exposure.NONE
    """Of the folder to other people of this computer, until now."""


def unlock(folder: Path, secret: Secret, *, accept_older: bool = False) -> Unlocked:
    """Unlock a vault, bring its tables up to date, heal its header, end what a crash left unfinished.

    A header older than the database knows brings back ways in that were removed: it is refused unless the
    owner accepts it. Raises WrongPassphrase, WrongRecoveryCode, KeyringForgot, HeaderDamaged,
    HeaderRolledBack, DatabaseDamaged, VaultMissing, VaultInUse, VaultUnwritable, VaultTooNew,
    VaultNeedsMemory, CipherMissing.
    """
    folder = folder.absolute()
    with told(), ExitStack() as undo:
        if not copies.present(folder):
            raise VaultMissing(file=copies.NAMES[0])
        lock = VaultLock(folder)
        undo.callback(lock.release)
        exposure = withdrawn(folder)
        headers = copies.read(folder)
        _check_database(folder, headers)
        header, data_key = proved(headers, secret)
        with passing(data_key):
            connection, missing = open_database(folder, header, data_key)
            undo.callback(engine.close, connection)
            with connection.begin():
                known = int(marks.mark(connection, marks.GENERATION) or 0)
                header = _newest(header, known, data_key, accept_older=accept_older)
                case_ids = register.case_ids(connection)
            _tidy(folder, header, connection, known)
            if kind_of(secret) is Kind.PASSPHRASE:
                header = _remembered_anew(folder, header, data_key)
        undo.pop_all()
        return Unlocked(lock, folder, header, connection, case_ids, missing, exposure)


def _tidy(folder: Path, header: Header, connection: Connection, known: int) -> None:
    """Heal the header, and end what a crash left unfinished: as far as it goes, each without the others.

    A full disk must not keep anyone out; the next opening tries again.
    """
    database = folder / header.database
    with _leaving_faults():
        copies.heal(folder, header)
    with _leaving_faults():
        marks.clear_leavings(connection, database)
    with _leaving_faults():
        for former in folder.glob(f"{database.name}.before-*"):  # how earlier versions kept a copy
            former.unlink()
    if known != header.generation:
        with _leaving_faults():
            rotation.catch_up(connection, database, header)


def _remembered_anew(folder: Path, header: Header, data_key: bytearray) -> Header:
    """The header after this computer's keyring got back what a lock had taken from it, if it had."""
    fresh = remembering.renewed(folder, header, data_key)
    if fresh is None:
        return header
    try:
        copies.replace(folder, header, fresh)
    except OSError:  # it stays forgotten
        return header
    remembering.let_go(folder)
    return fresh


@contextmanager
def _leaving_faults() -> Iterator[None]:
    with suppress(VaultError, *engine.FAULTS):
        yield


def _check_database(folder: Path, headers: Sequence[Header]) -> None:
    """Tell a missing database before the passphrase is tried: it is not the passphrase's fault."""
    if not any((folder / header.database).exists() for header in headers):
        raise VaultMissing(file=headers[0].database)


def proved(headers: Sequence[Header], secret: Secret) -> tuple[Header, bytearray]:
    """The newest header that the secret opens and its MAC proves, with the data key.

    A slot that both headers have is tried once: each try is slow on purpose.
    """
    altered = False
    shut: set[tuple[bytes, Slot]] = set()
    for header in headers:
        left = tuple(slot for slot in header.slots if (header.vault_id, slot) not in shut)
        found = opened(replace(header, slots=left), secret)
        if found is None:
            shut |= {(header.vault_id, slot) for slot in left}
            continue
        _, data_key = found
        if is_genuine(header, data_key):
            return header, data_key
        wipe(data_key)
        altered = True
    if altered:
        raise HeaderDamaged
    raise refusal(secret)


def refusal(secret: Secret) -> VaultError:
    """What is told when a secret opens no slot."""
    match kind_of(secret):
        case Kind.RECOVERY:
            return WrongRecoveryCode()
        case Kind.KEYRING:
            return KeyringForgot()
        case _:
            return WrongPassphrase()


def _newest(header: Header, known: int, data_key: bytearray, *, accept_older: bool) -> Header:
    """The header, made the newest when the owner accepts an older one. Raises HeaderRolledBack."""
    if known <= header.generation:
        return header
    if not accept_older:
        raise HeaderRolledBack
    return signed(replace(header, generation=known + 1), data_key)


def open_database(folder: Path, header: Header, data_key: bytearray) -> tuple[Connection, bool]:
    """The connection, and whether the last changes are missing; after an unclean end all is checked."""
    database = folder / header.database
    check_file(database)
    unclean = log.is_left(database)
    with passing(derived(data_key, header.vault_id, "database")) as key:
        connection = engine.connect(database, key)
    with ExitStack() as undo:
        undo.callback(engine.close, connection)
        missing = unclean and log.holds_more(database, engine.frames_taken(connection))
        if unclean:
            _check_whole(connection, database)
        migrate.bring_up_to_date(connection, lambda: rotation.keep(connection, database, header))
        _check_owner(connection, header)
        undo.pop_all()
    return connection, missing


def _check_whole(connection: Connection, database: Path) -> None:
    """Raises DatabaseDamaged. What cannot be checked for want of room on the disk is not."""
    try:
        engine.checkpoint(connection)
    except VaultInUse:
        return  # another program reads it just now
    except engine.FAULTS as fault:
        if engine.reason(fault) == "damaged":
            raise
        return
    if not engine.is_whole(connection, database):
        raise DatabaseDamaged


def check_file(database: Path) -> None:
    """Tell what SQLite passes over: it opens read-only in silence, takes an emptied file for new, and waits
    for ever at a pipe. Raises VaultMissing, DatabaseDamaged, OSError.
    """
    if not database.exists():
        raise VaultMissing(file=database.name)
    if not database.is_file():
        raise DatabaseDamaged
    with database.open("r+b") as stream:
        if stream.seek(0, os.SEEK_END) < engine.PAGE_BYTES:
            raise DatabaseDamaged


def _check_owner(connection: Connection, header: Header) -> None:
    with connection.begin():
        owner = marks.mark(connection, marks.OWNER)
    if owner != header.vault_id.hex():
        raise DatabaseDamaged


@contextmanager
def told() -> Iterator[None]:
    """Turn what disk and database say into the errors a person is told of."""
    try:
        yield
    except IntakeError:
        raise
    except engine.FAULTS as fault:
        raise engine.told(fault) from fault

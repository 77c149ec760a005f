"""Making a vault's folder, and unlocking one: everything between a passphrase and an open database."""

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from intake.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    IntakeError,
    VaultExists,
    VaultMissing,
    WrongPassphrase,
)
from intake.vault import copies, engine, migrate, register
from intake.vault.files import PRIVATE_FOLDER, create_private, sync_folder
from intake.vault.header import Header, is_genuine, signed
from intake.vault.keys import Cost, calibrated, derived, new_key, passing, wipe
from intake.vault.lock import VaultLock
from intake.vault.schema import meta
from intake.vault.slots import data_key_of, passphrase_slot


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An open vault: its lock, its database file with the connection to it, and the cases it holds."""

    lock: VaultLock
    database: Path
    connection: Connection
    case_ids: frozenset[str] = frozenset()


def make(folder: Path, passphrase: str, cost: Cost | None) -> Unlocked:
    """Make a vault and unlock it. It is made beside its place and moved there whole.

    Raises VaultExists when anything but an empty folder is there, VaultUnwritable, VaultNeedsMemory,
    CipherMissing.
    """
    folder = folder.absolute()
    with _told(), passing(new_key()) as data_key:
        if _occupied(folder):
            raise VaultExists
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = folder.with_name(f".{secrets.token_hex(8)}.new")
        try:
            header = _fill(fresh, data_key, passphrase, cost or calibrated())
            _move(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        with ExitStack() as undo:
            lock = VaultLock(folder)
            undo.callback(lock.release)
            connection = _database(folder, header, data_key)
            undo.pop_all()
            return Unlocked(lock, folder / header.database, connection)


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """Unlock a vault, bring its tables up to date and heal its header.

    Raises WrongPassphrase, HeaderDamaged, DatabaseDamaged, VaultMissing, VaultInUse, VaultUnwritable,
    VaultTooNew, VaultNeedsMemory, CipherMissing.
    """
    folder = folder.absolute()
    with _told(), ExitStack() as undo:
        if not copies.present(folder):
            raise VaultMissing(file=copies.NAMES[0])
        lock = VaultLock(folder)
        undo.callback(lock.release)
        headers = copies.read(folder)
        _check_database(folder, headers)
        header, data_key = _proved(headers, passphrase)
        with passing(data_key):
            connection = _database(folder, header, data_key)
        undo.callback(engine.close, connection)
        with connection.begin():
            case_ids = register.case_ids(connection)
        with suppress(OSError):  # one good copy is enough for now; a full disk must not keep anyone out
            copies.heal(folder, header)
        undo.pop_all()
        return Unlocked(lock, folder / header.database, connection, case_ids)


def _occupied(folder: Path) -> bool:
    if folder.is_dir():
        return any(folder.iterdir())
    return os.path.lexists(folder)


def _fill(folder: Path, data_key: bytearray, passphrase: str, cost: Cost) -> Header:
    folder.mkdir(mode=PRIVATE_FOLDER)
    vault_id = os.urandom(16)
    slot = passphrase_slot(passphrase, cost, data_key, vault_id)
    header = signed(Header(vault_id, 1, f"vault-{secrets.token_hex(4)}.db", (slot,)), data_key)
    create_private(folder / header.database)
    with passing(derived(data_key, vault_id, "database")) as key:
        connection = engine.connect(folder / header.database, key)
    try:
        migrate.lay(connection)
        with connection.begin():
            connection.execute(meta.insert(), [{"name": "vault_id", "value": vault_id.hex()}])
    finally:
        engine.close(connection)
    copies.write(folder, header)
    return header


def _move(fresh: Path, folder: Path) -> None:
    if folder.is_dir():
        folder.rmdir()  # empty, or this fails; only POSIX would rename over it
    fresh.rename(folder)
    sync_folder(folder.parent)


def _check_database(folder: Path, headers: Sequence[Header]) -> None:
    """Tell a missing database before the passphrase is tried: it is not the passphrase's fault."""
    if not any((folder / header.database).exists() for header in headers):
        raise VaultMissing(file=headers[0].database)


def _proved(headers: Sequence[Header], passphrase: str) -> tuple[Header, bytearray]:
    """The newest header that the passphrase opens and its MAC proves, with the data key."""
    altered = False
    for header in headers:
        data_key = data_key_of(header, passphrase)
        if data_key is None:
            continue
        if is_genuine(header, data_key):
            return header, data_key
        wipe(data_key)
        altered = True
    raise HeaderDamaged if altered else WrongPassphrase


def _database(folder: Path, header: Header, data_key: bytearray) -> Connection:
    database = folder / header.database
    _check_file(database)
    with passing(derived(data_key, header.vault_id, "database")) as key:
        connection = engine.connect(database, key)
    with ExitStack() as undo:
        undo.callback(engine.close, connection)
        migrate.bring_up_to_date(connection, database)
        _check_owner(connection, header)
        undo.pop_all()
    return connection


def _check_file(database: Path) -> None:
    """Tell what SQLite passes over: it opens read-only in silence, and takes an emptied file for new."""
    if not database.exists():
        raise VaultMissing(file=database.name)
    with database.open("r+b") as stream:
        if stream.seek(0, os.SEEK_END) < engine.PAGE_BYTES:
            raise DatabaseDamaged


def _check_owner(connection: Connection, header: Header) -> None:
    with connection.begin():
        owner = connection.scalar(select(meta.c.value).where(meta.c.name == "vault_id"))
    if owner != header.vault_id.hex():
        raise DatabaseDamaged


@contextmanager
def _told() -> Iterator[None]:
    """Turn what disk and database say into the errors a person is told of."""
    try:
        yield
    except IntakeError:
        raise
    except (DBAPIError, MemoryError, OSError) as fault:
        raise engine.told(fault) from fault

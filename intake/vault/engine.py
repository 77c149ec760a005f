"""The encrypted database: the one connection to it, and what its faults mean."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from intake.errors import CipherMissing, DatabaseDamaged, VaultError, VaultInUse, VaultUnwritable
from intake.vault.keys import passing

LEAST_CIPHER = (4, 17)
"""SQLCipher 4.17 carries SQLite 3.53.3, which closes two memory faults of full text search."""
PAGE_BYTES = 4096
"""No database is smaller."""

CARE = (
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -16000",
)
"""Nothing outside the file, nothing left in it that was removed, nothing believed that it says of itself."""

FAULTS = (DBAPIError, dbapi2.DatabaseError, MemoryError, OSError)
"""What disk and database say; `told` turns it into what a person is told of."""

_FULL = "disk is full"
_HEX = b"0123456789abcdef"
_REASONS = {
    dbapi2.SQLITE_FULL: "disk-full",
    dbapi2.SQLITE_READONLY: "read-only",
    dbapi2.SQLITE_PERM: "read-only",
    dbapi2.SQLITE_CANTOPEN: "read-only",
    dbapi2.SQLITE_CORRUPT: "damaged",
    dbapi2.SQLITE_NOTADB: "damaged",
    dbapi2.SQLITE_NOMEM: "memory",
    dbapi2.SQLITE_ERROR: "fault",
}
_OS_REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
}


def connect(file: Path, key: bytearray) -> Connection:
    """Open an existing database file (an empty one is a new database) with its raw 256-bit key.

    Raises CipherMissing, DatabaseDamaged, VaultUnwritable.
    """
    try:
        raw = _unlocked(file, key)
    except (dbapi2.DatabaseError, MemoryError) as fault:
        raise told(fault) from fault
    return over(raw, dbapi2)


def over(raw: Any, driver: Any) -> Connection:
    """SQLAlchemy's connection over one of a driver that never begins or ends a transaction by itself."""
    engine = create_engine(
        "sqlite://", creator=lambda: raw, module=driver, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine.connect()


def settle(raw: Any) -> None:
    """Write-ahead log, and a commit that returns only when it is on the disk."""
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA fullfsync = ON")  # macOS alone knows it: there, fsync does not reach the disk
    raw.execute("PRAGMA checkpoint_fullfsync = ON")


def checkpoint(connection: Connection) -> None:
    """Fold the write-ahead log into the database file, wholly.

    Raises VaultInUse when another program reads the file and keeps some of it out, and the driver's
    DatabaseError.
    """
    # Not through SQLAlchemy, which would begin a transaction, in which there is no checkpoint.
    raw: Any = connection.connection.driver_connection
    busy, _frames, _folded = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise VaultInUse


def compact(connection: Connection) -> None:
    """Write the database anew without the places of what was removed. Raises the driver's DatabaseError."""
    raw: Any = connection.connection.driver_connection
    raw.execute("VACUUM")


def frames_taken(connection: Connection) -> int:
    """How many frames of the write-ahead log SQLite has taken for good ones."""
    raw: Any = connection.connection.driver_connection
    _busy, taken, _folded = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(taken)


def is_whole(connection: Connection, file: Path) -> bool:
    """Whether every page of a file under the connection's key is sealed and in its place.

    For the connection's own file only after a checkpoint. Both checks are needed: only the first sees a page
    that nothing refers to, only the second a file that was cut. Neither sees a page, or a whole file, that
    was put back from an older copy. Raises the driver's DatabaseError when the disk cannot be read.
    """
    raw: Any = connection.connection.driver_connection
    try:
        with _beside(raw, file):
            seals = raw.execute("PRAGMA beside.cipher_integrity_check").fetchone()
            return seals is None and raw.execute("PRAGMA beside.integrity_check(1)").fetchone() == ("ok",)
    except dbapi2.DatabaseError as fault:
        if reason(fault) == "damaged":
            return False
        raise


def export(connection: Connection, file: Path, key: bytearray) -> None:
    """Write all that the connection holds into an empty file, under another key. Raises VaultError."""
    raw: Any = connection.connection.driver_connection
    try:
        with passing(_key_text(key)) as text:  # as a blob: a str could not be wiped
            raw.execute("ATTACH DATABASE ? AS fresh KEY ?", (f"{file.absolute().as_uri()}?mode=rw", text))
        try:
            raw.execute("SELECT sqlcipher_export('fresh')").fetchone()
        finally:
            raw.execute("DETACH DATABASE fresh")
    except (dbapi2.DatabaseError, MemoryError) as fault:
        if _FULL in str(fault):  # the export passes on SQLite's words, but not its code
            raise VaultUnwritable(reason="disk-full") from fault
        raise told(fault) from fault


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has. Raises the driver's DatabaseError."""
    raw: Any = connection.connection.driver_connection
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def rows_left(connection: Connection, file: Path, query: str) -> tuple[Sequence[tuple[Any, ...]], bool]:
    """The rows of a query about the file, called `beside`, until one cannot be read; was that all?

    Each time on a fresh look at the file, as SQLCipher reads nothing any more after one damaged page. Raises
    the driver's DatabaseError when the disk cannot be read.
    """
    raw: Any = connection.connection.driver_connection
    rows: list[tuple[Any, ...]] = []
    try:
        with _beside(raw, file), closing(raw.cursor()) as cursor:
            rows.extend(cursor.execute(query))
    except dbapi2.DatabaseError as fault:
        if reason(fault) not in ("damaged", "fault"):
            raise
        return rows, False
    return rows, True


@contextmanager
def _beside(raw: Any, file: Path) -> Iterator[None]:
    """The file, as it stands on the disk, as the database `beside`; without a key, it gets the main one's."""
    raw.execute("ATTACH DATABASE ? AS beside", (f"{file.absolute().as_uri()}?immutable=1",))
    try:
        yield
    finally:
        raw.execute("DETACH DATABASE beside")


def close(connection: Connection) -> None:
    """Fold the log into the database and let go of the file."""
    with suppress(dbapi2.DatabaseError, VaultInUse):  # the log stays, whole, for the next opening
        checkpoint(connection)
    connection.close()
    connection.engine.dispose()


def reason(fault: BaseException) -> str:
    """Why the disk or the database refused, as a stable word."""
    if isinstance(fault, MemoryError):
        return "memory"
    if isinstance(fault, OSError):
        return _OS_REASONS.get(fault.errno or 0, "disk")
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    return _REASONS.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, "disk")


def told(fault: BaseException) -> VaultError:
    """The error that a person is told of when a vault cannot be made, opened or read."""
    why = reason(fault)
    return DatabaseDamaged() if why == "damaged" else VaultUnwritable(reason=why)


def _unlocked(file: Path, key: bytearray) -> Any:
    # Only a URI can say that a missing file must not come into being as an empty database.
    where = f"{file.absolute().as_uri()}?mode=rw"
    with ExitStack() as undo:
        raw = dbapi2.connect(where, uri=True, isolation_level=None, check_same_thread=False)
        undo.callback(raw.close)
        _check_cipher(raw)
        raw.execute("PRAGMA cipher_memory_security = ON")  # takes hold only before the key is set
        with passing(_key_text(key)) as text:
            raw.set_key(text)
        raw.execute("PRAGMA cipher_log_level = NONE")
        for pragma in CARE:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        settle(raw)
        undo.pop_all()
    return raw


def _key_text(key: bytearray) -> bytearray:
    """The key as SQLCipher wants a raw one. Filled in place: growing it would leave copies behind."""
    text = bytearray(2 * len(key) + 3)
    text[:2], text[-1:] = b"x'", b"'"
    for place, byte in enumerate(key):
        text[2 + 2 * place], text[3 + 2 * place] = _HEX[byte >> 4], _HEX[byte & 15]
    return text


def _check_cipher(raw: Any) -> None:
    """Refuse plain SQLite, which takes a key, says nothing, and writes everything in clear."""
    row = raw.execute("PRAGMA cipher_version").fetchone()
    version = row[0] if row else ""
    numbers = tuple(int(part) for part in version.split(" ")[0].split(".")[:2] if part.isdigit())
    if numbers < LEAST_CIPHER:
        raise CipherMissing(found=version)

"""The copies that a vault keeps of itself, inside its folder: the last few that differ."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from intake.disk import sync_folder
from intake.errors import CopyDamaged, DatabaseDamaged, HeaderDamaged, VaultMissing, VaultTooNew
from intake.vault import backup, copies, engine, marks
from intake.vault.backup import Label
from intake.vault.files import PRIVATE_FOLDER
from intake.vault.header import Header, Kind, decoded, encoded

FOLDER = "copies"
SUFFIX = ".intake-copy"
KEPT = 5
_DIGITS = 6


def kept(folder: Path) -> tuple[Path, ...]:
    """The copies in a vault's folder, the oldest first."""
    return tuple(sorted((folder / FOLDER).glob(f"{'[0-9]' * _DIGITS}-*{SUFFIX}")))


def new_label(folder: Path) -> Label:
    """The label of a copy that is made now. Raises VaultMissing, HeaderDamaged, PermissionError."""
    return _label(copies.read(folder)[0])


def keep(connection: Connection, database: Path, header: Header | None = None) -> None:
    """Copy the open database, unless nothing changed since the last copy, and let go of the oldest ones.

    The copy opens with what the header opens with: the newest in the folder, if none is given. Raises what
    `backup.write` raises; the copies that are there stay then.
    """
    folder = database.parent
    engine.checkpoint(connection)
    label = new_label(folder) if header is None else _label(header)
    if _holds_the_same(kept(folder)[-1:], database, label):
        return
    place = folder / FOLDER
    place.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    for unfinished in place.glob(".*.new"):
        with suppress(OSError):
            unfinished.unlink()
    backup.write(connection, database, label, _next_name(place, label.made))
    for old in kept(folder)[:-KEPT]:
        old.unlink()


def renew(connection: Connection, database: Path, header: Header) -> None:
    """Put one new copy in the place of all, so that none of them holds what was erased or opens an old way.

    They go first: what must not be there any more does not wait for room on the disk.
    """
    for old in kept(database.parent):
        old.unlink()
    sync_folder(database.parent)
    keep(connection, database, header)


def catch_up(connection: Connection, database: Path, header: Header) -> None:
    """Renew the copies after the header was changed, then note in the database that it knows this one.

    Raises DatabaseDamaged, as the copies of a damaged database must not go, and what `renew` raises; the note
    is missing then, and whoever sees that tries again.
    """
    engine.checkpoint(connection)
    if not engine.is_whole(connection, database):
        raise DatabaseDamaged
    renew(connection, database, header)
    with connection.begin():
        marks.set_mark(connection, marks.GENERATION, str(header.generation))


def _label(header: Header) -> Label:
    return Label(datetime.now(UTC), encoded(header))


def _holds_the_same(newest: Sequence[Path], database: Path, label: Label) -> bool:
    """Whether the newest copy is whole and of this database, and opens with what this header opens with."""
    for file in newest:
        try:
            found = backup.label_of(file)
            same = _lasting(found) == _lasting(label) and found.digest == backup.digest_of(database)
        except (CopyDamaged, HeaderDamaged, VaultMissing, VaultTooNew):
            return False
        return same and backup.is_whole(file)
    return False


def _lasting(label: Label) -> Header:
    """The header but for what a keyring opens: each lock takes that away, and no copy is worth it."""
    header = decoded(label.header)
    slots = tuple(slot for slot in header.slots if slot.kind is not Kind.KEYRING)
    return replace(header, slots=slots, mac=b"")


def _next_name(place: Path, made: datetime) -> Path:
    """A name that sorts after those that are there, also when the clock was set back."""
    last = max((int(file.name[:_DIGITS]) for file in kept(place.parent)), default=0)
    return place / f"{last + 1:0{_DIGITS}}-{made:%Y%m%dT%H%M%SZ}{SUFFIX}"

"""Looking into a vault that may be damaged, and making a new one of what can be read there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from intake.case import Status
from intake.errors import VaultMissing
from intake.vault import copies, damage, engine, marks, migrate, rekey
from intake.vault.damage import Checked, Rows, Wreck
from intake.vault.encoding import Columns
from intake.vault.files import create_private
from intake.vault.header import Header, signed
from intake.vault.keys import derived, passing
from intake.vault.lock import VaultLock
from intake.vault.making import made_beside
from intake.vault.opening import check_file, proved, told
from intake.vault.schema import cases, meta, pack_files, packs, tables
from intake.vault.slots import Secret
from intake.words import SOURCE_LANGUAGE
from intake.written import moment


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many cases the new vault holds, and the ids of those that lack something."""

    count: int
    damaged_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    header: Header
    data_key: bytearray
    connection: Connection


def check(folder: Path, secret: Secret) -> Checked:
    """Check a vault that is not open, damaged or not.

    Raises DatabaseDamaged when not even its first page can be read, and what opens no vault.
    """
    folder = folder.absolute()
    with told(), _looked_into(folder, secret) as found:
        return damage.checked(found.connection, folder / found.header.database)


def salvage(folder: Path, into: Path, secret: Secret) -> Salvaged:
    """Make a new vault of all that can be read in a damaged one, which is left as it is.

    It opens with the same passphrases. A case of which only answers are left gets a new place in the list.
    Raises VaultExists, DatabaseDamaged when not even the first page can be read, and what opens no vault.
    """
    folder, into = folder.absolute(), into.absolute()
    with told(), _looked_into(folder, secret) as found, made_beside(into) as fresh:
        engine.checkpoint(found.connection)
        wreck = Wreck(found.connection, folder / found.header.database)
        rows = damage.readable(wreck)
        lacking = damage.lacking(wreck, rows)
        rows = _with_stand_ins(rows)
        header = replace(found.header, database=rekey.new_name(), generation=found.header.generation + 1)
        header = signed(header, found.data_key)
        create_private(fresh / header.database)
        with passing(derived(found.data_key, header.vault_id, "database")) as key:
            connection = engine.connect(fresh / header.database, key)
        try:
            migrate.lay(connection)
            _fill(connection, rows, header)
        finally:
            engine.close(connection)
        copies.write(fresh, header)
    return Salvaged(len(rows[cases.name]), lacking)


@contextmanager
def _looked_into(folder: Path, secret: Secret) -> Iterator[_Found]:
    """The database of a vault, with nothing asked of it but that its first page can be read."""
    if not copies.present(folder):
        raise VaultMissing(file=copies.NAMES[0])
    lock = VaultLock(folder)
    try:
        header, data_key = proved(copies.read(folder), secret)
        with passing(data_key):
            check_file(folder / header.database)
            with passing(derived(data_key, header.vault_id, "database")) as key:
                connection = engine.connect(folder / header.database, key)
            try:
                yield _Found(header, data_key, connection)
            finally:
                engine.close(connection)
    finally:
        lock.release()


def _with_stand_ins(rows: Rows) -> Rows:
    """The rows, with new ones for packs and cases that others need and that are lost."""
    named = {row["hash"]: row for row in rows[packs.name]}
    listed = {row["id"]: {**row, "answered": 0} for row in rows[cases.name]}  # triggers count them again
    for row in (*listed.values(), *rows[pack_files.name]):
        named.setdefault(row["pack_hash"], {"hash": row["pack_hash"], "name": ""})
    if named:
        lost = damage.known_cases(rows) - listed.keys()
        listed |= {case_id: _stand_in(case_id, next(iter(named))) for case_id in sorted(lost)}
    return {**rows, packs.name: list(named.values()), cases.name: list(listed.values())}


def _stand_in(case_id: str, pack_hash: str) -> Columns:
    now = moment(datetime.now(UTC))
    return {
        "id": case_id,
        "pack_hash": pack_hash,
        "language": SOURCE_LANGUAGE,
        "status": Status.IN_PROGRESS,
        "title": "",
        "resume_at": "",
        "answered": 0,
        "fictional": False,
        "created": now,
        "changed": now,
    }


def _fill(connection: Connection, rows: Rows, header: Header) -> None:
    belonging = {None, *(row["id"] for row in rows[cases.name])}
    with connection.begin():
        for table in tables.sorted_tables:
            kept = [row for row in rows[table.name] if row.get("case_id") in belonging]
            if kept and table is not meta:
                connection.execute(insert(table), kept)
        marks.set_mark(connection, marks.OWNER, header.vault_id.hex())
        marks.set_mark(connection, marks.GENERATION, str(header.generation))

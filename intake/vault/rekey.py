"""Replacing a vault's key: everything is written anew under another one, and the header goes over to it.

The header is the one point of no return: killed before it, the vault is as it was; after it, as it shall be.
Either database knows the other as the one that has to go, so that the next opening ends what was begun.
"""

import secrets
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from intake.errors import DatabaseDamaged
from intake.vault import copies, engine, marks
from intake.vault.files import create_private
from intake.vault.header import Header, signed
from intake.vault.keys import Cost, derived, new_key, passing
from intake.vault.recovery import RecoveryCode
from intake.vault.slots import passphrase_slot, recovery_slot


@dataclass(frozen=True, slots=True)
class NewSlots:
    """What shall open the vault under its new key."""

    passphrase: str
    cost: Cost
    code: RecoveryCode | None


def new_name() -> str:
    """A name for a database file."""
    return f"vault-{secrets.token_hex(4)}.db"


def replaced(
    connection: Connection, folder: Path, former: Header, slots: NewSlots
) -> tuple[Connection, Header]:
    """The connection and the header of the vault under its new key; the former connection is closed.

    Raises VaultError, OSError and the driver's errors, before anything has changed.
    """
    database = folder / former.database
    with passing(new_key()) as data_key, ExitStack() as undo:
        header = _header(former, data_key, slots)
        fresh_file = folder / header.database
        _leave(connection, header.database)
        undo.callback(_clear, connection, database)
        with passing(derived(data_key, header.vault_id, "database")) as key:
            create_private(fresh_file)
            engine.export(connection, fresh_file, key)
            fresh = engine.connect(fresh_file, key)
        undo.callback(engine.close, fresh)
        _check(connection, fresh, fresh_file)
        _leave(fresh, former.database)
        engine.checkpoint(fresh)
        copies.replace(folder, former, header)
        undo.pop_all()
    engine.close(connection)
    _clear(fresh, fresh_file)
    return fresh, header


def _header(former: Header, data_key: bytearray, slots: NewSlots) -> Header:
    vault_id = former.vault_id
    made = [passphrase_slot(slots.passphrase, slots.cost, data_key, vault_id)]
    if slots.code is not None:
        made.append(recovery_slot(slots.code, data_key, vault_id))
    return signed(Header(vault_id, former.generation + 1, new_name(), tuple(made)), data_key)


def _leave(connection: Connection, name: str) -> None:
    with connection.begin():
        marks.set_mark(connection, marks.LEAVING, name)


def _check(connection: Connection, fresh: Connection, file: Path) -> None:
    """Raises DatabaseDamaged when the new database is not whole or lacks anything of the old one."""
    engine.checkpoint(fresh)
    if not engine.is_whole(fresh, file) or engine.counts(fresh) != engine.counts(connection):
        raise DatabaseDamaged


def _clear(connection: Connection, database: Path) -> None:
    with suppress(OSError):  # the next opening tries again
        marks.clear_leavings(connection, database)

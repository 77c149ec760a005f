"""Making a vault: beside its place, and moved there whole."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from intake.disk import sync_folder
from intake.errors import VaultExists
from intake.vault import copies, engine, marks, migrate, rekey
from intake.vault.files import PRIVATE_FOLDER, create_private
from intake.vault.header import Header, signed
from intake.vault.keys import Cost, calibrated, derived, new_key, passing
from intake.vault.lock import VaultLock
from intake.vault.opening import Unlocked, open_database, told
from intake.vault.slots import passphrase_slot


def make(folder: Path, passphrase: str, cost: Cost | None) -> Unlocked:
    """Make a vault and unlock it.

    Raises VaultExists when anything but an empty folder is there, VaultUnwritable, VaultNeedsMemory,
    CipherMissing.
    """
    folder = folder.absolute()
    with told(), passing(new_key()) as data_key:
        with made_beside(folder) as fresh:
            header = _fill(fresh, data_key, passphrase, cost or calibrated())
        with ExitStack() as undo:
            lock = VaultLock(folder)
            undo.callback(lock.release)
            connection, _ = open_database(folder, header, data_key)
            undo.pop_all()
            return Unlocked(lock, folder, header, connection)


@contextmanager
def made_beside(folder: Path) -> Iterator[Path]:
    """A folder to fill, which is moved to its place whole. Raises VaultExists, OSError."""
    if _occupied(folder):
        raise VaultExists
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(f".{secrets.token_hex(8)}.new")
    try:
        fresh.mkdir(mode=PRIVATE_FOLDER)
        yield fresh
        _move_whole(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fill(folder: Path, data_key: bytearray, passphrase: str, cost: Cost) -> Header:
    vault_id = os.urandom(16)
    slot = passphrase_slot(passphrase, cost, data_key, vault_id)
    header = signed(Header(vault_id, 1, rekey.new_name(), (slot,)), data_key)
    create_private(folder / header.database)
    with passing(derived(data_key, vault_id, "database")) as key:
        connection = engine.connect(folder / header.database, key)
    try:
        migrate.lay(connection)
        with connection.begin():
            marks.set_mark(connection, marks.OWNER, vault_id.hex())
            marks.set_mark(connection, marks.GENERATION, str(header.generation))
    finally:
        engine.close(connection)
    copies.write(folder, header)
    return header


def _move_whole(fresh: Path, folder: Path) -> None:
    """Raises VaultExists when somebody else was quicker, OSError."""
    try:
        if folder.is_dir():
            folder.rmdir()  # empty, or this fails; only POSIX would rename over it
        fresh.rename(folder)
    except OSError as fault:
        if _occupied(folder):
            raise VaultExists from fault
        raise
    sync_folder(folder.parent)


def _occupied(folder: Path) -> bool:
    if folder.is_dir():
        return any(folder.iterdir())
    return os.path.lexists(folder)

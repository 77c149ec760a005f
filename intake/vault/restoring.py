"""Making a vault of a one-file copy. Nothing that is there is overwritten."""

from pathlib import Path

from intake.errors import CopyDamaged, DatabaseDamaged
from intake.vault import backup, copies, engine, lock
from intake.vault.backup import Label
from intake.vault.files import create_private, write_whole
from intake.vault.header import decoded
from intake.vault.making import made_beside
from intake.vault.opening import told, unlock
from intake.vault.slots import Secret


def restore(file: Path, folder: Path, secret: Secret) -> Label:
    """Make a vault of a copy, which opens with what opened it then, and prove it by opening it.

    What it gives says when the copy was made: nothing that was written later is in it. Raises VaultExists
    when anything but an empty folder is there, CopyDamaged, VaultMissing when there is no such file, and what
    `opening.unlock` raises.
    """
    folder = folder.absolute()
    with told():
        label = backup.label_of(file)
        header = decoded(label.header)
        with made_beside(folder) as fresh:
            create_private(fresh / header.database)
            backup.unpack(file, fresh / header.database)
            for name in copies.NAMES:
                write_whole(fresh / name, label.header)
            _prove(fresh, secret)
    return label


def _prove(folder: Path, secret: Secret) -> None:
    """Open the vault, which the copy must be the whole of. Raises CopyDamaged and what `unlock` raises."""
    try:
        unlocked = unlock(folder, secret)
    except DatabaseDamaged as fault:
        raise CopyDamaged from fault
    try:
        engine.checkpoint(unlocked.connection)
        whole = engine.is_whole(unlocked.connection, unlocked.folder / unlocked.header.database)
    finally:
        engine.close(unlocked.connection)
        unlocked.lock.release()
    (folder / lock.NAME).unlink(missing_ok=True)
    if not whole:
        raise CopyDamaged

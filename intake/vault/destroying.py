"""Erasing a whole vault: what opens it first, so that nothing can be read whatever comes next."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from intake.disk import sync_folder
from intake.errors import KeyringUnavailable, VaultError, VaultUnwritable
from intake.vault import backup, copies, remembering, rotation, unfinished
from intake.vault.lock import NAME as LOCK

OURS = ("*.db", "*.db-*", "*.db.*", f"{copies.NAMES[0]}*", LOCK, unfinished.NAME, remembering.MARK)
"""What a vault's folder holds, beside the folder of its own copies."""


def destroy(folder: Path) -> tuple[str, ...]:
    """Erase a vault that is closed, with its keyring's secret; gives the names of what is not the vault's.

    Those stay, and so does the folder then. The slots are written over before they are removed, those in the
    vault's own copies too: without them nobody can open what old blocks of a disk may hold, unless those hold
    the slots too. Raises VaultUnwritable.
    """
    with suppress(VaultError, KeyringUnavailable, OSError):  # damaged: there is nothing to look up
        remembering.forget(copies.read(folder)[0])
    try:
        for name in copies.NAMES:
            _write_over(folder / name)
        for copy in (folder / rotation.FOLDER).glob("*"):
            with suppress(OSError):  # it is removed all the same
                _write_over(copy)
        shutil.rmtree(folder / rotation.FOLDER, ignore_errors=True)
        for pattern in OURS:
            for file in folder.glob(pattern):
                file.unlink(missing_ok=True)
        left = tuple(sorted(path.name for path in folder.iterdir()))
        if not left:
            folder.rmdir()
        sync_folder(folder.parent)
    except OSError as fault:
        raise VaultUnwritable from fault
    return left


def _write_over(file: Path) -> None:
    """Write over the end of a file, where a copy has its header; of a header that is all."""
    if file.is_file() and not file.is_symlink():
        with file.open("r+b") as stream:
            size = stream.seek(0, os.SEEK_END)
            last = min(size, backup.LONGEST_ENDING)
            stream.seek(size - last)
            stream.write(os.urandom(last))
            stream.flush()
            os.fsync(stream.fileno())

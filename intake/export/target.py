"""Where an exported file goes: made beside its place, proved, and only then put there."""

import contextlib
import errno
import io
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from intake.disk import sync_folder
from intake.errors import ExportDiskFull, ExportIntoVault, ExportUnwritable
from intake.folders import holds_vault

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def check_target(target: Path) -> None:
    """Raise ExportUnwritable for what is no name of a file, ExportIntoVault where a vault lies."""
    with disk_told():
        if not target.name or target.is_dir():
            raise ExportUnwritable(reason="name")
        folder = target.parent.resolve()
        if any(map(holds_vault, (folder, *folder.parents))):
            raise ExportIntoVault


@contextlib.contextmanager
def made_beside(target: Path) -> Iterator[Path]:
    """A name beside the target to make the file under; it takes the target's place when the block ends.

    If anything is raised in the block, the target is as it was and nothing is left beside it.
    """
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield beside
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(target.parent)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[int]:
    """The descriptor of a new file that its owner alone can read; it is on the disk when the block ends."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        yield descriptor
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file that its owner alone can read, or leave what stands there.

    Raises ExportUnwritable, ExportIntoVault, ExportDiskFull.
    """
    with disk_told():
        check_target(target)
        with made_beside(target) as beside, new_file(beside) as descriptor, written(descriptor) as file:
            file.write(data)


def written(descriptor: int) -> io.BufferedWriter:
    """What is written to a descriptor that stays open: it has left Python's buffer when this is closed."""
    return os.fdopen(descriptor, "wb", closefd=False)


@contextlib.contextmanager
def disk_told() -> Iterator[None]:
    """Faults of the disk as errors a person can act on: ExportDiskFull, ExportUnwritable."""
    try:
        yield
    except OSError as fault:
        if fault.errno in _NO_ROOM:
            raise ExportDiskFull from fault
        if fault.errno == errno.ENAMETOOLONG:
            raise ExportUnwritable(reason="name") from fault
        raise ExportUnwritable from fault

"""What disks need care for: files that are none, and names that must outlast a power cut."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(path: Path) -> BinaryIO:
    """A file, to be read.

    Raises OSError, also for what is no file: reading a pipe or a device would wait for ever, or never end.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    opened = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        opened.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return opened


def read_regular(path: Path, most: int) -> bytes:
    """At most so many bytes of a file. Raises OSError, also for what is no file."""
    with open_regular(path) as opened:
        return opened.read(most)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can be asked to. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

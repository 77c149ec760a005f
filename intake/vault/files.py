"""Writing files so that a crash leaves the old one or the new one, and only their owner can read them."""

import os
import secrets
import stat
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from intake.disk import sync_folder

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


class Exposure(StrEnum):
    """Whether other people of this computer could look into a folder, and whether that could be ended."""

    NONE = "none"
    ENDED = "ended"
    STILL = "still"


def create_private(file: Path) -> None:
    """Make an empty file that only its owner can read, whatever the umask. Raises OSError."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


def write_whole(file: Path, text: bytes) -> None:
    """Replace a file in one step that survives a power cut. Raises OSError; the old file then stays."""
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    try:
        create_private(fresh)
        with fresh.open("r+b") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(file.parent)


def withdrawn(folder: Path) -> Exposure:
    """Take from others what they may do in a folder, and say what that came to.

    On Windows folders inherit who may see them, and the mode says nothing.
    """
    if os.name != "posix" or not _loose(folder):
        return Exposure.NONE
    with suppress(OSError):  # another owner's, or a disk that knows no owners
        folder.chmod(PRIVATE_FOLDER)
    return Exposure.STILL if _loose(folder) else Exposure.ENDED


def _loose(folder: Path) -> bool:
    return bool(stat.S_IMODE(folder.stat().st_mode) & ~PRIVATE_FOLDER)


def identity(file: Path) -> tuple[int, int] | None:
    """Which file has this name at the moment (device and inode); None when none can be reached."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

"""Writing files so that a crash leaves the old one or the new one, and only their owner can read them."""

import os
import secrets
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


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


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can be asked to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def identity(file: Path) -> tuple[int, int] | None:
    """Which file has this name at the moment (device and inode); None when none can be reached."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

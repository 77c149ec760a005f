"""Small disks of memory, which can be filled to the last page and made read-only."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAGE = 4096


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of so many bytes ("2m"); the test is skipped where one may not mount any."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if subprocess.run(mount, check=False).returncode:
        pytest.skip("no small disk without the right to mount one")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path, pages_left: int) -> Path:
    """Fill a disk but for so many pages; gives the file that does."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while stream.write(b"\0" * PAGE) == PAGE:
                continue
        except OSError:
            pass
        stream.truncate(max(stream.tell() - pages_left * PAGE, 0))
    return filler


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Nothing can be written on the disk, not by root either."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)

"""Files in one archive of a size that tells little: a plain zip, nothing compressed, padded.

Nothing compressed, so that what is opened is never larger than what came. The padding is a file of the
archive itself, so that any zip tool opens it.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping

from intake.errors import PackageDamaged, PackageTooLarge

LARGEST = 512 * 1024 * 1024
"""Bytes of an opened package."""

MOST_FILES = 2000
PADDING = "padding"

_LEAST = 4096
_FIRST_YEAR = (1980, 1, 1, 0, 0, 0)
_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./")


class Packing:
    """An archive being made in memory. Each file is hashed as it goes in."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_STORED)
        self.contents: dict[str, str] = {}
        """The SHA-256 of each file, in hex, by its name."""

    def add(self, name: str, data: bytes) -> None:
        """Put a file in. Raises PackageTooLarge."""
        self._put(name, data)
        self.contents[name] = hashlib.sha256(data).hexdigest()

    def add_all(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Put files in one by one, so that only one of them need be in memory. Raises PackageTooLarge."""
        for name, data in files:
            self.add(name, data)

    def finish(self) -> io.BytesIO:
        """The archive, padded to a size of which there are few (at most 12 % more), ready to be read."""
        with zipfile.ZipFile(empty := io.BytesIO(), "w") as bare:
            bare.writestr(_entry(PADDING), b"")
        used = self._out.tell() + sum(46 + len(name) for name in self._zip.namelist()) + len(empty.getvalue())
        self._put(PADDING, bytes(padded(used) - used))
        self._zip.close()
        self._out.seek(0)
        return self._out

    def _put(self, name: str, data: bytes) -> None:
        if self._out.tell() + len(data) > LARGEST or len(self.contents) >= MOST_FILES:
            raise PackageTooLarge
        self._zip.writestr(_entry(name), data)


class Unpacked:
    """An archive that came, every file of it proved against its hash. Made by `unpack` alone."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive

    def read(self, name: str) -> bytes:
        """A file. Raises PackageDamaged when there is none of this name."""
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile):
            raise PackageDamaged(reason="contents") from None

    def prove(self, contents: Mapping[str, str], besides: Iterable[str]) -> None:
        """Raises PackageDamaged unless there are these files, as their hashes say, and those `besides`."""
        names = set(self._zip.namelist()) - {PADDING, *besides}
        if names != set(contents):
            raise PackageDamaged(reason="contents")
        for name, digest in contents.items():
            if hashlib.sha256(self.read(name)).hexdigest() != digest:
                raise PackageDamaged(reason="contents")


def unpack(data: io.BytesIO) -> Unpacked:
    """The archive in these bytes, whose names and sizes are looked at before anything is read.

    Raises PackageDamaged.
    """
    try:
        archive = zipfile.ZipFile(data)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise PackageDamaged(reason="contents") from None
    infos = archive.infolist()
    size = data.getbuffer().nbytes
    plain = all(
        info.compress_type == zipfile.ZIP_STORED and info.file_size <= size and not info.flag_bits & 1
        for info in infos
    )
    names = [info.filename for info in infos]
    if not plain or len(infos) > MOST_FILES or len(set(names)) != len(names) or not all(map(_is_tame, names)):
        raise PackageDamaged(reason="contents")
    return Unpacked(archive)


def padded(size: int) -> int:
    """The size that a size is padded to: Padmé of Nikitin and others, PETS 2019, from 4 KiB upward."""
    if size <= _LEAST:
        return _LEAST
    exponent = size.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time and the rights that would tell of the computer it was made on."""
    info = zipfile.ZipInfo(name, _FIRST_YEAR)
    info.external_attr = 0o600 << 16
    return info


def _is_tame(name: str) -> bool:
    return set(name) <= _NAME and not name.startswith("/") and ".." not in name and bool(name)

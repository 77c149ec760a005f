"""Files in one archive of a size that tells little: a plain zip, nothing compressed, padded.

Nothing compressed, so that what is opened is never larger than what came. The padding is a file of the
archive itself, so that any zip tool opens it.
"""

import hashlib
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from intake.errors import PackageDamaged, PackageTooLarge

LARGEST = 512 * 1024 * 1024
"""Bytes of an opened package."""

MOST_FILES = 2000
PADDING = "padding"
ENCRYPTED = 1
"""The flag of a member of a zip archive that is."""

_LEAST = 4096
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_FIRST_YEAR = (1980, 1, 1, 0, 0, 0)
_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./")


class Packing:
    """An archive being made in memory. Each file is hashed as it goes in."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_STORED)
        self._beside = ThreadPoolExecutor(max_workers=1)
        self.contents: dict[str, str] = {}
        """The SHA-256 of each file, in hex, by its name."""

    def add(self, name: str, data: bytes) -> None:
        """Put a file in. Raises PackageTooLarge."""
        hashing = self._beside.submit(hashlib.sha256, data)  # beside the copying: both leave Python's lock
        self._put(name, data)
        self.contents[name] = hashing.result().hexdigest()

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
        self._beside.shutdown()
        self._out.seek(0)
        return self._out

    def _put(self, name: str, data: bytes) -> None:
        if self._out.tell() + len(data) > LARGEST or len(self.contents) >= MOST_FILES:
            raise PackageTooLarge
        self._zip.writestr(_entry(name), data)


class Unpacked:
    """An archive that came. Made by `unpack` alone; nothing is read before `prove` found it whole."""

    def __init__(self, data: memoryview, places: Mapping[str, slice]) -> None:
        self._data = data
        self._places = places

    def read(self, name: str) -> bytes:
        """A file. Raises PackageDamaged when there is none of this name."""
        return bytes(self._view(name))

    def prove(self, contents: Mapping[str, str], besides: Iterable[str]) -> None:
        """Raises PackageDamaged unless there are these files, as their hashes say, and those `besides`."""
        if self._places.keys() - {PADDING, *besides} != contents.keys():
            raise PackageDamaged(reason="contents")
        with ThreadPoolExecutor() as hashing:
            digests = hashing.map(hashlib.sha256, map(self._view, contents))
            if [it.hexdigest() for it in digests] != list(contents.values()):
                raise PackageDamaged(reason="contents")

    def _view(self, name: str) -> memoryview:
        if name not in self._places:
            raise PackageDamaged(reason="contents")
        return self._data[self._places[name]]


def unpack(data: io.BytesIO) -> Unpacked:
    """The archive in these bytes. Its names and sizes are looked at, and nothing of it is read.

    Raises PackageDamaged.
    """
    whole = data.getbuffer()
    try:
        with zipfile.ZipFile(data) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise PackageDamaged(reason="contents") from None
    names = [info.filename for info in infos]
    if len(names) > MOST_FILES or len(set(names)) != len(names) or not all(map(_is_tame, names)):
        raise PackageDamaged(reason="contents")
    return Unpacked(whole, {info.filename: _place(info, whole) for info in infos})


def _place(info: zipfile.ZipInfo, whole: memoryview) -> slice:
    """Where a member's bytes stand: behind its own header, which has a name and extra fields of any length.

    Raises PackageDamaged for a member that is compressed, encrypted, or not there.
    """
    header = whole[info.header_offset : info.header_offset + _LOCAL_HEADER.size]
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & ENCRYPTED or info.header_offset < 0:
        raise PackageDamaged(reason="contents")
    if len(header) < _LOCAL_HEADER.size:
        raise PackageDamaged(reason="contents")
    mark, name, extra = _LOCAL_HEADER.unpack(header)
    start = info.header_offset + _LOCAL_HEADER.size + name + extra
    if mark != b"PK\x03\x04" or info.file_size != info.compress_size or start + info.file_size > len(whole):
        raise PackageDamaged(reason="contents")
    return slice(start, start + info.file_size)


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

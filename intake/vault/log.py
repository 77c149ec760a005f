"""SQLite's write-ahead log, read to count what should have been taken from it.

SQLite stops in silence at the first frame that is not whole. Such a frame still carries the salts of the log
it belongs to, which tell it from what an earlier, finished log left behind. The format is that of
https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from intake.vault.engine import PAGE_BYTES

_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24
_SUMMED_OF_HEADER, _SUMMED_OF_FRAME = slice(0, 24), slice(0, 8)
_SALTS_OF_HEADER, _SALTS_OF_FRAME = slice(16, 24), slice(8, 16)
_SUMS_OF_HEADER, _SUMS_OF_FRAME = slice(24, 32), slice(16, 24)
_FRAME_BYTES = _FRAME_HEADER_BYTES + PAGE_BYTES
_FEW_BITS = 4
"""Salts that differ in so few of their 64 bits are the same, damaged: those of another log are random."""
_WORD = 0xFFFFFFFF

_Sums: TypeAlias = tuple[int, int]


def of(database: Path) -> Path:
    """Where the write-ahead log of a database is."""
    return database.with_name(f"{database.name}-wal")


def is_left(database: Path) -> bool:
    """Whether the last use of a database ended before its log was folded in."""
    log = of(database)
    return log.exists() and log.stat().st_size > 0


def holds_more(database: Path, taken: int) -> bool:
    """Whether the log holds frames of its own beyond the first `taken`, which SQLite took, that are damaged.

    Whole frames there are of a change that was never finished: nobody was told that it is stored. A log that
    was cut holds nothing that tells so. Raises OSError.
    """
    with of(database).open("rb") as stream:
        head = stream.read(_HEADER_BYTES)
        if len(head) < _HEADER_BYTES:
            return False
        order = ">" if head[3] & 1 else "<"
        if _summed(order, (0, 0), head[_SUMMED_OF_HEADER]) != _sums(head[_SUMS_OF_HEADER]):
            return next(_frames(stream, 0), None) is not None
        return _has_damaged(
            _frames(stream, taken), head[_SALTS_OF_HEADER], order, _before(stream, head, taken)
        )


def _has_damaged(frames: Iterator[bytes], salts: bytes, order: str, sums: _Sums) -> bool:
    """Whether any frame carries about these salts and does not follow on these sums."""
    for frame in frames:
        sums = _summed(order, sums, frame[_SUMMED_OF_FRAME] + frame[_FRAME_HEADER_BYTES:])
        whole = frame[_SALTS_OF_FRAME] == salts and _sums(frame[_SUMS_OF_FRAME]) == sums
        if not whole and _about(frame[_SALTS_OF_FRAME], salts):
            return True
    return False


def _frames(stream: BinaryIO, first: int) -> Iterator[bytes]:
    stream.seek(_HEADER_BYTES + first * _FRAME_BYTES)
    while len(frame := stream.read(_FRAME_BYTES)) == _FRAME_BYTES:
        yield frame


def _before(stream: BinaryIO, head: bytes, taken: int) -> _Sums:
    """The sums that the first frame which was not taken goes on from."""
    if taken == 0:
        return _sums(head[_SUMS_OF_HEADER])
    stream.seek(_HEADER_BYTES + (taken - 1) * _FRAME_BYTES)
    return _sums(stream.read(_FRAME_HEADER_BYTES)[_SUMS_OF_FRAME])


def _summed(order: str, sums: _Sums, text: bytes) -> _Sums:
    one, other = sums
    for even, odd in struct.iter_unpack(f"{order}II", text):
        one = one + even + other & _WORD
        other = other + odd + one & _WORD
    return one, other


def _sums(text: bytes) -> _Sums:
    one, other = struct.unpack(">II", text)
    return one, other


def _about(salts: bytes, others: bytes) -> bool:
    differing = int.from_bytes(salts, "big") ^ int.from_bytes(others, "big")
    return differing.bit_count() <= _FEW_BITS

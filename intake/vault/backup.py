"""A vault in one file: its encrypted database, and after it the header and a proof that both are whole.

The database comes first: so it is proved by opening this very file, before the rest is written, and the file
begins with random bytes. Nothing in it can be read but the time, and what `vault.json` shows too.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from intake.disk import sync_folder
from intake.errors import CopyDamaged, CopyExists, DatabaseDamaged, VaultMissing, VaultTooNew
from intake.vault import engine
from intake.vault.files import create_private
from intake.vault.header import MOST_BYTES

FORMAT = "intake-copy"
VERSION = 1
_END = b"intake-copy"
_LENGTH_DIGITS = 8
_CHUNK = 1024 * 1024
LONGEST_ENDING = 2 * MOST_BYTES
"""Bytes at the end of a copy in which its header and its proof lie."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a copy says of itself: when it was made (UTC), its header, its database's length and SHA-256."""

    made: datetime
    header: bytes
    length: int = 0
    digest: str = ""


def write(connection: Connection, database: Path, label: Label, file: Path) -> Label:
    """Copy the open database into a new file, prove it, and only then give it its name.

    Raises CopyExists, DatabaseDamaged when a page is not whole, OSError, the driver's DatabaseError.
    """
    if os.path.lexists(file):
        raise CopyExists
    engine.checkpoint(connection)
    fresh = file.with_name(f".{secrets.token_hex(8)}.new")
    try:
        create_private(fresh)
        with database.open("rb") as source, fresh.open("r+b") as stream:
            length, digest = _copied(source, stream.write, os.fstat(source.fileno()).st_size)
            stream.flush()
            if not engine.is_whole(connection, fresh):
                raise DatabaseDamaged
            done = replace(label, length=length, digest=digest)
            stream.write(_ending(done))
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(file.parent)
    return done


def label_of(file: Path) -> Label:
    """What a copy says of itself; its database is not read.

    Raises VaultMissing when there is no such file, CopyDamaged, VaultTooNew, OSError.
    """
    if not file.is_file():
        raise VaultMissing(file=file.name)
    with file.open("rb") as stream:
        return _label(stream)


def digest_of(database: Path) -> str:
    """The SHA-256 of a database file. Raises OSError."""
    with database.open("rb") as stream:
        return _copied(stream, len, os.fstat(stream.fileno()).st_size)[1]


def unpack(file: Path, database: Path) -> Label:
    """Write the database of a copy into an empty file. Raises what `label_of` raises."""
    label = label_of(file)
    with file.open("rb") as source, database.open("r+b") as stream:
        _, digest = _copied(source, stream.write, label.length)
        stream.flush()
        os.fsync(stream.fileno())
    if digest != label.digest:
        raise CopyDamaged
    return label


def is_whole(file: Path) -> bool:
    """Whether a copy is as it was written. Raises OSError."""
    try:
        label = label_of(file)
    except (CopyDamaged, VaultMissing):
        return False
    with file.open("rb") as stream:
        return _copied(stream, len, label.length)[1] == label.digest


def _copied(source: BinaryIO, take: Callable[[bytes], int], length: int) -> tuple[int, str]:
    """Hand over so many bytes, or as many as there are; how many there were, and their SHA-256."""
    summed, left = hashlib.sha256(), length
    while left and (chunk := source.read(min(left, _CHUNK))):
        take(chunk)
        summed.update(chunk)
        left -= len(chunk)
    return length - left, summed.hexdigest()


def _label(stream: BinaryIO) -> Label:
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, end - LONGEST_ENDING))
    last = stream.read(LONGEST_ENDING)
    try:
        length = int(last[-len(_END) - _LENGTH_DIGITS : -len(_END)])
        text = last[-len(_END) - _LENGTH_DIGITS - length : -len(_END) - _LENGTH_DIGITS]
        label = _decoded(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise CopyDamaged from fault
    if not last.endswith(_ending(label)) or label.length + len(_ending(label)) != end:
        raise CopyDamaged
    return label


def _decoded(fields: Mapping[str, Any]) -> Label:
    rest = {name: value for name, value in fields.items() if name != "sha256"}
    if rest["format"] != FORMAT or fields["sha256"] != _checksum(rest):
        raise CopyDamaged
    if rest["version"] > VERSION:
        raise VaultTooNew(version=rest["version"])
    made = datetime.fromisoformat(rest["made"])
    return Label(made, rest["header"].encode("ascii"), int(rest["length"]), str(rest["digest"]))


def _ending(label: Label) -> bytes:
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "made": label.made.astimezone(UTC).isoformat(timespec="seconds"),
        "header": label.header.decode("ascii"),
        "length": label.length,
        "digest": label.digest,
    }
    text = _canonical({**fields, "sha256": _checksum(fields)})
    return text + f"{len(text):0{_LENGTH_DIGITS}}".encode() + _END


def _checksum(fields: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(fields)).hexdigest()


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")

"""The original bytes of files that answers name, kept in the vault under their SHA-256."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, delete, exists, func, literal, or_, select
from sqlalchemy.dialects.sqlite import insert

from intake.errors import DatabaseDamaged, FileMissing, FileTooLarge
from intake.form.kinds.files import LARGEST_FILE
from intake.vault.schema import answers, files, items, past, version_parts


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a case: the SHA-256 of its bytes in hexadecimal, and how many there are."""

    sha256: str
    size: int


def digest(data: bytes) -> str:
    """The SHA-256 of a file that is to be kept. Raises FileTooLarge."""
    if len(data) > LARGEST_FILE:
        raise FileTooLarge(most=LARGEST_FILE // 1024**2)
    return hashlib.sha256(data).hexdigest()


def keep(connection: Connection, case_id: str, sha256: str, data: bytes) -> None:
    """Kept once in a case, and apart for each case: nothing tells that two share a file."""
    row = {"case_id": case_id, "sha256": sha256, "content": data}
    connection.execute(insert(files).on_conflict_do_nothing(), [row])


def copy(connection: Connection, case_id: str, into: str) -> None:
    """Keep all files of a case for another one too."""
    f = files.c
    kept_there = select(literal(into), f.sha256, f.content).where(f.case_id == case_id)
    connection.execute(insert(files).from_select(["case_id", "sha256", "content"], kept_there))


def content(connection: Connection, case_id: str, sha256: str) -> bytes:
    """Raises FileMissing, and DatabaseDamaged when the bytes are not those that were kept."""
    f = files.c
    data = connection.scalar(select(f.content).where(f.case_id == case_id, f.sha256 == sha256))
    if data is None:
        raise FileMissing
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DatabaseDamaged
    return bytes(data)


def kept(connection: Connection, case_id: str) -> tuple[KeptFile, ...]:
    f = files.c
    rows = connection.execute(select(f.sha256, func.length(f.content)).where(f.case_id == case_id))
    return tuple(KeptFile(sha256, size) for sha256, size in rows)


def drop(connection: Connection, case_id: str, sha256: str) -> None:
    connection.execute(delete(files).where(files.c.case_id == case_id, files.c.sha256 == sha256))


def drop_unnamed(connection: Connection, case_id: str | None = None) -> int:
    """Remove the files that nothing of their case names any more; how many that were."""
    unnamed = ~or_(
        *(
            _named_in(column)
            for column in (answers.c.value, items.c.body, past.c.before_value, version_parts.c.body)
        )
    )
    of_case = files.c.case_id == case_id if case_id is not None else None
    where = unnamed if of_case is None else unnamed & of_case
    return int(connection.execute(delete(files).where(where)).rowcount)


def _named_in(column: Column[str]) -> ColumnElement[bool]:
    table = column.table
    return exists().where(table.c.case_id == files.c.case_id, func.instr(column, files.c.sha256) > 0)

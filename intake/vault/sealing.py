"""Sealed versions of a case: kept part by part, each under its own digest, and never changed afterwards.

The digest of a version covers the digests of its parts. A part's digest is salted and the salt kept beside
it: a part that is removed for good takes its salt along, and what is left tells only that there was one.
"""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Answer, Answers, Entry, Path
from intake.case import Case
from intake.errors import DatabaseDamaged, VersionMissing
from intake.record import FAMILIES, FIELD_OF, ReadBack, Record, Sealed, Translation
from intake.vault import encoding
from intake.vault.schema import version_parts, versions
from intake.written import read, text_of

ANSWER, ENTRY, FINISHED, SEEN = "answers", "entries", "finished", "seen"
_SALT_BYTES = 16
_v, _part = versions.c, version_parts.c

Parts: TypeAlias = Sequence[tuple[str, str, str]]
"""Kind, place and body of each part."""


@dataclass(frozen=True, slots=True)
class Version:
    """A sealed version, with the pack and the language it was answered in. `removed` are gone for good."""

    sealed: Sealed
    pack_hash: str
    language: str
    answers: Answers
    record: Record
    removed: tuple[Path, ...]


def parts_of(answers: Answers, items: Iterable[Translation | ReadBack]) -> Parts:
    """What is sealed of a case: all it holds, but not what was put aside for a state."""
    given = answers.without_kept()
    return [
        *((ANSWER, place_of(path), text_of(answer)) for path, answer in given.by_path.items()),
        *((ENTRY, entry.id, text_of(entry)) for entry in given.by_entry.values()),
        *((FINISHED, section, "") for section in given.finished),
        *((SEEN, place_of(path), "") for path in given.seen),
        *((FIELD_OF[type(item)], item.id, text_of(item)) for item in items),
    ]


def next_number(connection: Connection, case_id: str) -> int:
    return int(connection.scalar(select(func.max(_v.number)).where(_v.case_id == case_id)) or 0) + 1


def seal(connection: Connection, case: Case, sealed: Sealed, parts: Parts) -> Sealed:
    """Keep a version of these parts; gives what names it, with its digest."""
    rows = [_row(case.id, sealed.number, part) for part in parts]
    named = replace(
        sealed, digest=_digest(case.pack_hash, ((it["kind"], it["place"], it["digest"]) for it in rows))
    )
    row = {
        "case_id": case.id,
        "number": named.number,
        "pack_hash": case.pack_hash,
        "language": case.language,
        "item": text_of(named),
        "digest": named.digest,
    }
    connection.execute(insert(versions), [row])
    if rows:
        connection.execute(insert(version_parts), rows)
    return named


def version(connection: Connection, case_id: str, number: int) -> Version:
    """Raises VersionMissing, and DatabaseDamaged for one that is not as it was sealed."""
    row = connection.execute(select(versions).where(_v.case_id == case_id, _v.number == number)).one_or_none()
    if row is None:
        raise VersionMissing
    of_it = select(version_parts).where(_part.case_id == case_id, _part.number == number)
    parts = connection.execute(of_it).all()
    digests = ((part.kind, part.place, part.digest) for part in parts)
    if _digest(row.pack_hash, digests) != row.digest or not all(map(_is_whole, parts)):
        raise DatabaseDamaged
    left = [part for part in parts if part.body is not None]
    return Version(
        read(Sealed, row.item),
        row.pack_hash,
        row.language,
        _answers([part for part in left if part.kind not in FAMILIES]),
        _record([part for part in left if part.kind in FAMILIES]),
        tuple(read(Path, part.place) for part in parts if part.body is None and part.kind == ANSWER),
    )


def remove_answer(connection: Connection, case_id: str, path: Path) -> tuple[Answer, ...]:
    """Leave nothing of an answer in any version but its digest; gives what was there."""
    place = place_of(path)
    here = (_part.case_id == case_id, _part.kind == ANSWER, _part.place == place, _part.body.is_not(None))
    found = connection.execute(select(_part.number, _part.body).where(*here)).all()
    for number, _ in found:
        remove(connection, case_id, number, (ANSWER, place))
    return tuple(read(Answer, body) for _, body in found)


def items_left(connection: Connection, case_id: str) -> Sequence[tuple[int, str, str, str]]:
    """Number of the version, kind, place and body of every item of the record in the versions of a case."""
    wanted = select(_part.number, _part.kind, _part.place, _part.body)
    here = (_part.case_id == case_id, _part.kind.in_(FAMILIES), _part.body.is_not(None))
    return [
        (number, kind, place, body) for number, kind, place, body in connection.execute(wanted.where(*here))
    ]


def remove(connection: Connection, case_id: str, number: int, part: tuple[str, str]) -> None:
    """Leave nothing of a part, named by its kind and place, but its digest."""
    kind, place = part
    where = (_part.case_id == case_id, _part.number == number, _part.kind == kind, _part.place == place)
    connection.execute(update(version_parts).where(*where).values(salt=None, body=None))


def place_of(path: Path) -> str:
    """The place of an answer among the parts of a version."""
    return text_of(Path(encoding.plain(path.question), path.entry))


def _row(case_id: str, number: int, part: tuple[str, str, str]) -> encoding.Columns:
    kind, place, body = part
    salt = secrets.token_bytes(_SALT_BYTES)
    digest = _salted(salt, body)
    named = {"kind": kind, "place": encoding.plain(place), "digest": digest, "salt": salt, "body": body}
    return {"case_id": case_id, "number": number, **named}


def _salted(salt: bytes, body: str) -> str:
    return hashlib.sha256(salt + body.encode()).hexdigest()


def _is_whole(part: encoding.AnyRow) -> bool:
    return part.body is None or _salted(part.salt or b"", part.body) == part.digest


def _digest(pack_hash: str, parts: Iterable[tuple[str, str, str]]) -> str:
    summed = hashlib.sha256(pack_hash.encode())
    for part in sorted(parts):
        summed.update(text_of(part).encode())
    return summed.hexdigest()


def _answers(parts: Iterable[encoding.AnyRow]) -> Answers:
    by_kind: dict[str, list[encoding.AnyRow]] = {}
    for part in parts:
        by_kind.setdefault(part.kind, []).append(part)
    entries = (read(Entry, part.body) for part in by_kind.get(ENTRY, ()))
    return Answers(
        by_path={read(Path, part.place): read(Answer, part.body) for part in by_kind.get(ANSWER, ())},
        by_entry={entry.id: entry for entry in entries},
        seen=frozenset(read(Path, part.place) for part in by_kind.get(SEEN, ())),
        finished=frozenset(part.place for part in by_kind.get(FINISHED, ())),
    )


def _record(parts: Iterable[encoding.AnyRow]) -> Record:
    record = Record()
    for part in parts:
        record = record.with_item(read(FAMILIES[part.kind], part.body))
    return record

"""The cases of a vault, the packs they answer, who opened them, and settings: rows written and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from intake.case import Case, Role, Sitting, Status
from intake.errors import CaseClosed, CaseMissing
from intake.vault import encoding
from intake.vault.schema import case_settings, cases, indexed, openings, pack_files, packs, settings
from intake.written import moment


@dataclass(frozen=True, slots=True)
class PackText:
    """A form pack as its files, by their names within its folder; `hash` is the pack's own."""

    name: str
    hash: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Opening:
    """A reviewer opened a draft: who, and when (UTC)."""

    by: str
    at: datetime


def add_case(connection: Connection, pack: PackText, case: Case) -> None:
    """Keep a new case, and the text of its pack when it is the first to answer it."""
    add_pack(connection, pack)
    row = {
        "id": case.id,
        "pack_hash": case.pack_hash,
        "language": encoding.plain(case.language),
        "status": case.status,
        "title": "",
        "resume_at": case.resume_at,
        "fictional": case.fictional,
        "created": moment(case.created),
        "changed": moment(case.changed),
    }
    connection.execute(insert(cases), [row])
    connection.execute(insert(indexed), [{"case_id": case.id}])


def add_pack(connection: Connection, pack: PackText) -> None:
    """Keep the text of a pack, unless it is kept already."""
    row = {"hash": pack.hash, "name": encoding.plain(pack.name)}
    if connection.execute(insert(packs).on_conflict_do_nothing(), row).rowcount == 0:
        return
    for name, content in pack.files.items():
        connection.execute(insert(pack_files), {"pack_hash": pack.hash, "name": name, "content": content})


def change_case(connection: Connection, case_id: str, columns: Mapping[str, str]) -> Case:
    """Set some columns of a case. Raises CaseMissing."""
    tidy = {name: encoding.plain(value) for name, value in columns.items()}
    if "language" in tidy:  # in which choices are found
        connection.execute(delete(indexed).where(indexed.c.case_id == case_id))
    if tidy:
        connection.execute(update(cases).where(cases.c.id == case_id).values(tidy))
    return case_of(connection, case_id)


def case_of(connection: Connection, case_id: str) -> Case:
    """Raises CaseMissing."""
    row = connection.execute(_cases().where(cases.c.id == case_id)).one_or_none()
    if row is None:
        raise CaseMissing
    return encoding.case_of(row)


def is_closed(status: Status, sitting: Sitting) -> bool:
    return sitting.role is Role.REVIEWER and not status.open_to_reviewers


def check_open(case: Case, sitting: Sitting) -> None:
    """Raises CaseClosed when a reviewer asks for a draft that the applicant has not shared."""
    if is_closed(case.status, sitting):
        raise CaseClosed


def case_ids(connection: Connection) -> frozenset[str]:
    return frozenset(connection.scalars(select(cases.c.id)))


def add_opening(connection: Connection, case_id: str, opening: Opening) -> None:
    row = {"case_id": case_id, "by": encoding.plain(opening.by), "at": moment(opening.at)}
    connection.execute(insert(openings), [row])


def openings_of(connection: Connection, case_id: str) -> tuple[Opening, ...]:
    """Who opened a draft, the first first."""
    o = openings.c
    rows = connection.execute(select(o.by, o.at).where(o.case_id == case_id).order_by(o.number))
    return tuple(Opening(row.by, datetime.fromisoformat(row.at)) for row in rows)


def pack_of(connection: Connection, pack_hash: str) -> PackText:
    """Raises KeyError for a pack that no case of this vault answers."""
    name = connection.scalar(select(packs.c.name).where(packs.c.hash == pack_hash))
    if name is None:
        raise KeyError(pack_hash)
    f = pack_files.c
    rows = connection.execute(select(f.name, f.content).where(f.pack_hash == pack_hash))
    return PackText(name, pack_hash, {row.name: row.content for row in rows})


def setting(connection: Connection, name: str, of: str | None = None) -> str | None:
    """A setting of the vault, or `of` one case."""
    if of is None:
        return connection.scalar(select(settings.c.value).where(settings.c.name == encoding.plain(name)))
    own = case_settings.c
    return connection.scalar(select(own.value).where(own.case_id == of, own.name == encoding.plain(name)))


def set_setting(connection: Connection, name: str, value: str, of: str | None = None) -> None:
    """A setting of a case goes with it."""
    put = insert(settings if of is None else case_settings)
    key = ["name"] if of is None else ["case_id", "name"]
    upsert = put.on_conflict_do_update(index_elements=key, set_={"value": put.excluded.value})
    row = {"name": encoding.plain(name), "value": encoding.plain(value)}
    connection.execute(upsert, [row if of is None else {**row, "case_id": of}])


def _cases() -> Select[Any]:
    return select(cases, packs.c.name.label("pack")).join(packs, packs.c.hash == cases.c.pack_hash)

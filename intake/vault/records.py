"""What people write beside the answers, as rows and back; and who of those who sit here is given what."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Path
from intake.case import Role, Sitting
from intake.errors import DatabaseDamaged
from intake.record import FAMILIES, FIELD_OF, Item, Note, Proposal, Query, Record
from intake.vault import encoding
from intake.vault.schema import items
from intake.written import moment, read, text_of

_FOR_APPLICANT = frozenset({"queries", "replies", "proposals", "read_backs"})
"""`ForApplicant`, as kinds of rows."""
_SEEN: Mapping[Role, frozenset[str]] = {
    Role.APPLICANT: _FOR_APPLICANT,
    Role.ASSISTED: _FOR_APPLICANT | {"translations", "sealed"},
    Role.REVIEWER: frozenset(FAMILIES),
}
_CASE_ALONE = Path("")
_put = insert(items)
_PUT = _put.on_conflict_do_update(
    index_elements=[items.c.id],
    set_={name: _put.excluded[name] for name in ("kind", "entry", "question", "at", "open", "body")},
    where=items.c.case_id == _put.excluded.case_id,  # an id of another case is not this one's to change
)
_DROP = delete(items).where(items.c.case_id == bindparam("of_case"), items.c.id == bindparam("of_item"))


def putting(case_id: str, given: Iterable[Item]) -> Callable[[Connection], object]:
    """The write that stores these items, each in the place of the one with its id. The rows are made here."""
    rows = [_row(case_id, item) for item in given]
    return partial(_execute, _PUT, rows)


def dropping(case_id: str, item_id: str) -> Callable[[Connection], object]:
    """The write that removes an item, if it is there."""
    return partial(_execute, _DROP, [{"of_case": case_id, "of_item": encoding.plain(item_id)}])


def record_of(connection: Connection, case_id: str, sitting: Sitting) -> Record:
    """The items of a case that are for whoever sits here. Raises DatabaseDamaged for one that is none."""
    i = items.c
    wanted = select(i.kind, i.body).where(i.case_id == case_id, i.kind.in_(_SEEN[sitting.role]))
    found: dict[str, list[Any]] = {name: [] for name in FAMILIES}
    for kind, body in connection.execute(wanted):
        found[kind].append(item_of(kind, body))
    in_order = {
        name: tuple(sorted(group, key=attrgetter("at", "id"))) for name, group in found.items() if group
    }
    return Record(**in_order)


def item_of(kind: str, body: str) -> Item:
    """Raises DatabaseDamaged."""
    try:
        return read(FAMILIES[kind], body)
    except (ValueError, KeyError, RecursionError) as fault:
        raise DatabaseDamaged from fault


def open_counts(connection: Connection, name: str) -> Mapping[str, int]:
    """How many notes or queries of each case still await something."""
    i = items.c
    counted = select(i.case_id, func.count()).where(i.open, i.kind == name).group_by(i.case_id)
    return {row[0]: row[1] for row in connection.execute(counted)}


def is_open(item: Item) -> bool:
    """Whether something is still awaited: a note dealt with, an answer, a decision."""
    match item:
        case Note():
            return not item.done
        case Query():
            return not item.closed
        case Proposal():
            return item.adopted is None and not item.declined
    return False


def _row(case_id: str, item: Item) -> encoding.Columns:
    return {
        "id": encoding.plain(item.id),
        "case_id": case_id,
        "kind": FIELD_OF[type(item)],
        **encoding.path_columns(getattr(item, "path", None) or _CASE_ALONE),
        "at": moment(item.at),
        "open": is_open(item),
        "body": text_of(item),
    }


def _execute(statement: Any, rows: list[encoding.Columns], connection: Connection) -> None:
    if rows:
        connection.execute(statement, rows)

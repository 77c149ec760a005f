"""What people write beside the answers, as rows and back; and who of those who sit here is given what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Path
from intake.case import Role, Sitting
from intake.errors import DatabaseDamaged
from intake.record import (
    FAMILIES,
    FIELD_OF,
    FindingWord,
    GroundMark,
    Item,
    Note,
    Proposal,
    Query,
    ReadBack,
    Record,
    Reply,
    Sealed,
    Translation,
)
from intake.searching import texts_in
from intake.vault import encoding, search
from intake.vault.schema import items, passages
from intake.written import moment, read, text_of

_FOR_APPLICANT = frozenset({"queries", "replies", "proposals", "read_backs"})
"""`ForApplicant`, as kinds of rows."""
SEEN: Mapping[Role, frozenset[str]] = {
    Role.APPLICANT: _FOR_APPLICANT,
    Role.ASSISTED: _FOR_APPLICANT | {"translations", "sealed"},
    Role.REVIEWER: frozenset(FAMILIES),
}
"""The kinds of items that each who sits here is given."""
_CASE_ALONE = Path("")
_put = insert(items)
_PUT = _put.on_conflict_do_update(
    index_elements=[items.c.id],
    set_={name: _put.excluded[name] for name in ("kind", "entry", "question", "at", "open", "body")},
    where=items.c.case_id == _put.excluded.case_id,  # an id of another case is not this one's to change
)
_TIDY = delete(passages).where(
    passages.c.case_id == bindparam("of_case"),
    passages.c.item != "",
    passages.c.item.not_in(select(items.c.id).where(items.c.case_id == bindparam("of_case"))),
)
"""Forgets the words of an item that was not put, as its id is another case's."""
_DROP = delete(items).where(items.c.case_id == bindparam("of_case"), items.c.id == bindparam("of_item"))


def putting(case_id: str, given: Sequence[Item]) -> Callable[[Connection], object]:
    """The write that stores these items, each in the place of the one with its id. The rows are made here."""
    rows, shown = [_row(case_id, item) for item in given], [_passage(case_id, item) for item in given]
    return partial(_run, ((_PUT, rows), (search.PUT, shown), (_TIDY, [{"of_case": case_id}])))


def dropping(case_id: str, item_id: str) -> Callable[[Connection], object]:
    """The write that removes an item, if it is there."""
    where = [{"of_case": case_id, "of_item": encoding.plain(item_id)}]
    return partial(_run, ((_DROP, where), (search.TAKE_ITEM, where)))


def record_of(connection: Connection, case_id: str, sitting: Sitting) -> Record:
    """The items of a case that are for whoever sits here. Raises DatabaseDamaged for one that is none."""
    i = items.c
    wanted = select(i.kind, i.body).where(i.case_id == case_id, i.kind.in_(SEEN[sitting.role]))
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


def _passage(case_id: str, item: Item) -> encoding.Columns:
    """What is searched of an item: all that a person wrote in it."""
    match item:
        case Note() | Query() | Reply():
            words = item.text
        case Translation():
            words = "\n".join(item.paragraphs)
        case Proposal():
            words = "\n".join((item.why, *texts_in(item.answer.value)))
        case FindingWord():
            words = item.reason
        case GroundMark():
            words = item.remark
        case ReadBack() | Sealed():
            words = getattr(item, "title", "")
    return search.row_of(case_id, FIELD_OF[type(item)], item.id, getattr(item, "path", None), words)


def _run(steps: Iterable[tuple[Any, list[encoding.Columns]]], connection: Connection) -> None:
    for statement, rows in steps:
        if rows:
            connection.execute(statement, rows)

"""The wording before each editing spell: kept as answers are saved, read back, and forgotten."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, select
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Answer, Path
from intake.spells import Changed, Edit, begins, since
from intake.vault import encoding
from intake.vault.schema import answers, past, shared
from intake.written import moment

_ANSWER = ("value", "state", "kind", "language", "by", "at")
_a, _p = answers.c, past.c
_AT_PATH = (
    _a.case_id == bindparam("case_id"),
    _a.entry == bindparam("entry"),
    _a.question == bindparam("question"),
)
_PRESENT = select(*(_a[name] for name in _ANSWER)).where(*_AT_PATH)
_LAST = (
    select(past)
    .where(
        _p.case_id == bindparam("case_id"),
        _p.entry == bindparam("entry"),
        _p.question == bindparam("question"),
    )
    .order_by(_p.number.desc())
    .limit(1)
)
_KEEP = insert(past)


def note(
    case_id: str, path: Path, after: Answer | None, who: tuple[str, datetime], connection: Connection
) -> None:
    """Keep what stands at a path, unless the change that is about to be made there goes on a spell.

    `who` is the person who changes it, and when.
    """
    place = {"case_id": case_id, **encoding.path_columns(path)}
    row = connection.execute(_PRESENT, place).one_or_none()
    edit = Edit(path, encoding.answer_of(row) if row is not None else None, *who)
    first_shared = shared_at(connection, case_id)
    last = None
    if edit.before is None and first_shared is not None:
        last = next(map(_edit, connection.execute(_LAST, place)), None)
    if begins(edit, after, first_shared, last):
        columns = {
            f"before_{name}": value for name, value in zip(_ANSWER, row or [None] * len(_ANSWER), strict=True)
        }
        by, at = who
        private = first_shared is None
        connection.execute(
            _KEEP, [{**place, **columns, "by": encoding.plain(by), "at": moment(at), "private": private}]
        )


def shared_at(connection: Connection, case_id: str) -> datetime | None:
    """When a draft was first open to others than its applicant."""
    found = connection.scalar(select(shared.c.at).where(shared.c.case_id == case_id))
    return None if found is None else datetime.fromisoformat(found)


def share(connection: Connection, case_id: str, at: datetime) -> None:
    """History begins, unless it has; what was kept for the applicant alone goes."""
    row = {"case_id": case_id, "at": moment(at)}
    connection.execute(insert(shared).on_conflict_do_nothing(), [row])
    connection.execute(delete(past).where(_p.case_id == case_id, _p.private))


def edits(connection: Connection, case_id: str, path: Path, *, private: bool) -> tuple[Edit, ...]:
    """The spells of one answer, the first first: those for the applicant alone, or the others."""
    place = encoding.path_columns(path)
    wanted = _of_case(case_id).where(_p.entry == place["entry"], _p.question == place["question"])
    return tuple(map(_edit, connection.execute(wanted.where(_p.private == private))))


def changed_since(connection: Connection, case_id: str, from_: datetime) -> tuple[Changed, ...]:
    """What changed in a case since a moment, where anything is kept of what stood there before."""
    known: dict[Path, list[Edit]] = {}
    for edit in map(_edit, connection.execute(_of_case(case_id).where(~_p.private))):
        known.setdefault(edit.path, []).append(edit)
    has_past = exists().where(
        _p.case_id == _a.case_id, _p.entry == _a.entry, _p.question == _a.question, ~_p.private
    )
    rows = connection.execute(
        select(_a.entry, _a.question, *(_a[name] for name in _ANSWER)).where(_a.case_id == case_id, has_past)
    )
    now = {encoding.path_of(row[0], row[1]): encoding.answer_of(row[2:]) for row in rows}
    found = (since(passed, now.get(path), from_) for path, passed in known.items())
    return tuple(sorted((it for it in found if it is not None), key=lambda it: it.at))


def forget(connection: Connection, case_id: str, path: Path) -> tuple[Answer, ...]:
    """Remove every former wording of an answer; gives them."""
    place = encoding.path_columns(path)
    here = (_p.case_id == case_id, _p.entry == place["entry"], _p.question == place["question"])
    gone = tuple(map(_edit, connection.execute(select(past).where(*here))))
    connection.execute(delete(past).where(*here))
    return tuple(edit.before for edit in gone if edit.before is not None)


def _of_case(case_id: str) -> Select[Any]:
    return select(past).where(_p.case_id == case_id).order_by(_p.number)


def _edit(row: encoding.AnyRow) -> Edit:
    before = (
        row.before_value,
        row.before_state,
        row.before_kind,
        row.before_language,
        row.before_by,
        row.before_at,
    )
    answer = encoding.answer_of(before) if row.before_kind is not None else None
    return Edit(encoding.path_of(row.entry, row.question), answer, row.by, datetime.fromisoformat(row.at))

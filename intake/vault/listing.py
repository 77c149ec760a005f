"""The list of drafts: one row a case, with what is open in it, as far as whoever looks may know."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from intake.case import CaseSummary, Glance, Sitting, Status
from intake.vault import records, register
from intake.vault.schema import archived, cases, glances, openings


def summaries(connection: Connection, sitting: Sitting) -> tuple[CaseSummary, ...]:
    """The list of drafts, the last changed first."""
    c = cases.c
    columns = (c.id, c.title, c.language, c.status, c.answered, c.created, c.changed, c.fictional)
    rows = connection.execute(select(*columns).order_by(c.changed.desc(), c.id))
    put_away = frozenset(connection.scalars(select(archived.c.case_id)))
    notes, queries = (records.open_counts(connection, name) for name in ("notes", "queries"))
    seen, last = _glances(connection), _last_openings(connection)
    return tuple(
        _as_shown(
            CaseSummary(
                *row[:3],
                Status(row.status),
                row.answered,
                datetime.fromisoformat(row.created),
                datetime.fromisoformat(row.changed),
                row.fictional,
                row.id in put_away,
                notes.get(row.id, 0),
                queries.get(row.id, 0),
                seen.get(row.id),
                last.get(row.id),
            ),
            sitting,
        )
        for row in rows
    )


def set_glance(connection: Connection, case_id: str, glance: Glance) -> None:
    put = insert(glances)
    given = {"findings": put.excluded.findings, "deadline": put.excluded.deadline}
    deadline = glance.deadline and glance.deadline.isoformat()
    row = {"case_id": case_id, "findings": glance.findings, "deadline": deadline}
    connection.execute(put.on_conflict_do_update(index_elements=["case_id"], set_=given), [row])


def set_archived(connection: Connection, case_id: str, *, is_archived: bool) -> None:
    if is_archived:
        connection.execute(insert(archived).on_conflict_do_nothing(), [{"case_id": case_id}])
    else:
        connection.execute(delete(archived).where(archived.c.case_id == case_id))


def _glances(connection: Connection) -> Mapping[str, Glance]:
    rows = connection.execute(select(glances.c.case_id, glances.c.findings, glances.c.deadline))
    return {row[0]: Glance(row[1], row[2] and date.fromisoformat(row[2])) for row in rows}


def _last_openings(connection: Connection) -> Mapping[str, datetime]:
    o = openings.c
    rows: Any = connection.execute(select(o.case_id, func.max(o.at)).group_by(o.case_id))
    return {case_id: datetime.fromisoformat(at) for case_id, at in rows}


def _as_shown(summary: CaseSummary, sitting: Sitting) -> CaseSummary:
    """A draft that is closed to the reader shows neither its title nor anything of what is in it."""
    if not register.is_closed(summary.status, sitting):
        return summary
    return replace(summary, title="", answered=0, notes=0, queries=0, glance=None)

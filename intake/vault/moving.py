"""A case that moves to another version of its questionnaire, with all that is pinned to its answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection, delete, select

from intake.answers import Answers, Path
from intake.case import Case
from intake.changes import Change
from intake.record import GroundMark, Note, Proposal, Query, Translation
from intake.vault import encoding, offering, records, register, store
from intake.vault.register import PackText
from intake.vault.schema import cases, items, pack_files, packs, settings, versions
from intake.vault.store import Hand

_Pinned: TypeAlias = Note | Query | Proposal | Translation | GroundMark

Lead: TypeAlias = Callable[[Answers, Iterable[Path]], tuple[Sequence[Change], Mapping[Path, Path]]]
"""Gives, for the answers of a case and the paths that something is pinned to, the changes that lead them to
the other version, and where each path has moved.
"""


def move(connection: Connection, case_id: str, pack: PackText, lead: Lead, now: datetime) -> Case:
    """Move a case, unless it is there already. A pack that no case answers any more goes.

    Raises CaseMissing, DatabaseDamaged.
    """
    if register.case_of(connection, case_id).pack_hash == pack.hash:
        return register.case_of(connection, case_id)
    register.add_pack(connection, pack)
    pinned = _pinned(connection, case_id)
    changes, moved = lead(store.answers_of(connection, case_id), pinned)
    store.saving(case_id, changes, Hand(now))(connection)
    follow = [replace(item, path=moved[path]) for path in moved for item in pinned.get(path, ())]
    records.putting(case_id, follow)(connection)
    case = register.change_case(connection, case_id, {"pack_hash": pack.hash, "resume_at": ""})
    _drop_unanswered(connection)
    return case


def _pinned(connection: Connection, case_id: str) -> Mapping[Path, list[_Pinned]]:
    """What is pinned to answers, by the path of the answer."""
    i = items.c
    found: dict[Path, list[_Pinned]] = {}
    rows = connection.execute(
        select(i.kind, i.entry, i.question, i.body).where(i.case_id == case_id, i.question != "")
    )
    for kind, entry, question, body in rows:
        item = records.item_of(kind, body)
        if isinstance(item, _Pinned):
            found.setdefault(encoding.path_of(entry, question), []).append(item)
    return found


def _drop_unanswered(connection: Connection) -> None:
    offered = select(settings.c.value).where(settings.c.name == offering.SETTING)
    answered = select(cases.c.pack_hash).union(select(versions.c.pack_hash), offered)
    connection.execute(delete(pack_files).where(pack_files.c.pack_hash.not_in(answered)))
    connection.execute(delete(packs).where(packs.c.hash.not_in(answered)))

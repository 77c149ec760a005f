"""Changes of a case as writes to the database, and the answers read back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import Connection, Executable, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Answers, Path
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.vault import encoding, history, search
from intake.vault.schema import answers, cases, entries, finished, seen
from intake.written import moment

Write: TypeAlias = Callable[[Connection], object]
"""Something to do to the database, which may be done twice with the same result."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes a change, and when (UTC)."""

    at: datetime
    by: str = ""


_set_answer = insert(answers)
_SET_ANSWER = _set_answer.on_conflict_do_update(
    index_elements=list(answers.primary_key),
    set_={name: _set_answer.excluded[name] for name in ("value", "state", "kind", "language", "by", "at")},
)
_CLEAR_ANSWER = delete(answers).where(
    answers.c.case_id == bindparam("case_id"),
    answers.c.entry == bindparam("entry"),
    answers.c.question == bindparam("question"),
)
_set_entry = insert(entries)
_SET_ENTRY = _set_entry.on_conflict_do_update(
    index_elements=[entries.c.id],
    set_={name: _set_entry.excluded[name] for name in ("repeat", "parent", "rank", "removed_at")},
    where=entries.c.case_id == _set_entry.excluded.case_id,  # an entry of another case is not this one's
)
_SEE = insert(seen).on_conflict_do_nothing()
_FINISH = insert(finished).on_conflict_do_nothing()
_TAKE_BACK = delete(finished).where(
    finished.c.case_id == bindparam("case_id"), finished.c.section == bindparam("section")
)
_TOUCH = update(cases).where(cases.c.id == bindparam("touched")).values(changed=bindparam("now"))


def saving(case_id: str, changes: Sequence[Change], hand: Hand) -> Write:
    """The write that stores these changes in their order. The rows are made here, before anything waits.

    Search does not find what was changed until its words are added.
    """
    steps = [step for change in changes for step in _steps(case_id, change, hand)]
    changed = (change.path for change in changes if isinstance(change, AnswerSet))
    steps.extend(_executing(statement, rows) for statement, rows in search.forgetting(case_id, changed))
    steps.append(_executing(_TOUCH, [{"touched": case_id, "now": moment(hand.at)}]))
    return partial(_run, steps)


def answers_of(connection: Connection, case_id: str) -> Answers:
    """All that a case holds, with entries that were removed."""
    a, e, s, f = answers.c, entries.c, seen.c, finished.c
    given = select(a.entry, a.question, a.value, a.state, a.kind, a.language, a.by, a.at)
    lain = select(e.id, e.repeat, e.parent, e.rank, e.removed_at).where(e.case_id == case_id)
    return Answers(
        by_path={
            encoding.path_of(row[0], row[1]): encoding.answer_of(row[2:])
            for row in connection.execute(given.where(a.case_id == case_id))
        },
        by_entry={row.id: encoding.entry_of(row) for row in connection.execute(lain)},
        seen=frozenset(
            encoding.path_of(*row)
            for row in connection.execute(select(s.entry, s.question).where(s.case_id == case_id))
        ),
        finished=frozenset(connection.scalars(select(f.section).where(f.case_id == case_id))),
    )


def drop_kept(connection: Connection, case_id: str) -> None:
    """Forget the values that were put aside when a state was chosen."""
    a = answers.c
    connection.execute(update(answers).where(a.case_id == case_id, a.state.is_not(None)).values(value=None))


def _run(steps: Sequence[Write], connection: Connection) -> None:
    for step in steps:
        step(connection)


def _executing(statement: Executable, rows: Sequence[encoding.Columns]) -> Write:
    return lambda connection: connection.execute(statement, rows)


def _steps(case_id: str, change: Change, hand: Hand) -> Iterable[Write]:
    """The writes of a change; none when there is nothing to write."""
    match change:
        case AnswerSet(path, answer):
            who = (answer.by, answer.at or hand.at) if answer is not None else (hand.by, hand.at)
            yield partial(history.note, case_id, path, answer, who)
            if answer is None:
                yield _executing(_CLEAR_ANSWER, [_at(case_id, path)])
            else:
                yield _executing(_SET_ANSWER, [{**_at(case_id, path), **encoding.answer_columns(answer)}])
        case EntrySet(entry):
            yield _executing(_SET_ENTRY, [{"case_id": case_id, **encoding.entry_columns(entry)}])
        case Seen(paths) if paths:
            yield _executing(_SEE, [_at(case_id, path) for path in paths])
        case SectionFinished(section, is_finished):
            row = {"case_id": case_id, "section": encoding.plain(section)}
            yield _executing(_FINISH if is_finished else _TAKE_BACK, [row])


def _at(case_id: str, path: Path) -> dict[str, Any]:
    return {"case_id": case_id, **encoding.path_columns(path)}

"""Changes of a case as writes to the database, and the answers read back."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import Connection, Executable, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Answers, Path
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.searching import Passage
from intake.vault import encoding, search
from intake.vault.schema import answers, cases, entries, finished, seen

Write: TypeAlias = Callable[[Connection], object]
"""Something to do to the database, which may be done twice with the same result."""

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


def saving(
    case_id: str, changes: Sequence[Change], now: str, words: Iterable[Passage] | None = None
) -> Write:
    """The write that stores these changes in their order. The rows are made here, before anything waits.

    `words` is what they change among the words that are searched; None when whoever changes does not know.
    """
    steps = [step for change in changes for step in _steps(case_id, change)]
    if words is None:
        changed = (change.path for change in changes if isinstance(change, AnswerSet))
        steps.extend(search.forgetting(case_id, changed))
    else:
        steps.extend(search.steps(case_id, words))
    steps.append((_TOUCH, [{"touched": case_id, "now": now}]))
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


_Step: TypeAlias = tuple[Executable, Sequence[encoding.Columns]]


def _run(steps: Sequence[_Step], connection: Connection) -> None:
    for statement, rows in steps:
        connection.execute(statement, rows)


def _steps(case_id: str, change: Change) -> Iterable[_Step]:
    """The statement of a change with its rows; none when there is nothing to write."""
    match change:
        case AnswerSet(path, None):
            yield _CLEAR_ANSWER, [_at(case_id, path)]
        case AnswerSet(path, answer) if answer is not None:
            yield _SET_ANSWER, [{**_at(case_id, path), **encoding.answer_columns(answer)}]
        case EntrySet(entry):
            yield _SET_ENTRY, [{"case_id": case_id, **encoding.entry_columns(entry)}]
        case Seen(paths) if paths:
            yield _SEE, [_at(case_id, path) for path in paths]
        case SectionFinished(section, is_finished):
            yield (
                _FINISH if is_finished else _TAKE_BACK,
                [{"case_id": case_id, "section": encoding.plain(section)}],
            )


def _at(case_id: str, path: Path) -> dict[str, Any]:
    return {"case_id": case_id, **encoding.path_columns(path)}

"""Searching all cases: what is looked through is written with the answers and items themselves."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, text
from sqlalchemy.dialects.sqlite import insert

from intake.answers import Path
from intake.case import Role, Sitting, Status
from intake.searching import Hit, Passage, excerpt, searched, words_of
from intake.translit import loosened
from intake.vault import encoding
from intake.vault.schema import indexed, passages

ANSWERS = "answers"
"""The kind of a passage that holds an answer."""
RANKED_FROM = 3
"""Letters of a word from which on the best hits come first; with fewer, there are too many to weigh."""
MOST_HITS = 200

_put = insert(passages)
PUT = _put.on_conflict_do_update(
    index_elements=["case_id", "item", "entry", "question"],
    set_={"kind": _put.excluded.kind, "shown": _put.excluded.shown, "folded": _put.excluded.folded},
)
_p = passages.c
_TAKE = delete(passages).where(
    _p.case_id == bindparam("of_case"),
    _p.item == "",
    _p.entry == bindparam("in_entry"),
    _p.question == bindparam("of_question"),
)
TAKE_ITEM = delete(passages).where(_p.case_id == bindparam("of_case"), _p.item == bindparam("of_item"))
_STALE = delete(indexed).where(indexed.c.case_id == bindparam("of_case"))
_FRESH = insert(indexed).on_conflict_do_nothing()

_HITS = """
SELECT p.case_id, p.kind, p.item, p.entry, p.question, p.shown
FROM passage_words JOIN passages p ON p.number = passage_words.rowid JOIN cases c ON c.id = p.case_id
WHERE passage_words MATCH :any {in_all} AND p.kind IN ({kinds}) {open}
AND (p.kind NOT IN ('translations', 'proposals') OR EXISTS (
    SELECT 1 FROM passages a
    WHERE (a.case_id, a.item, a.entry, a.question) = (p.case_id, '', p.entry, p.question)))
{order} LIMIT :most
"""
_IN_CASE = """AND p.case_id IN (
    SELECT q.case_id FROM passage_words JOIN passages q ON q.number = passage_words.rowid
    WHERE passage_words MATCH :word{number} AND q.kind IN ({kinds}))"""


def row_of(case_id: str, kind: str, item: str, path: Path | None, shown: str) -> encoding.Columns:
    """The row of a passage."""
    shown = encoding.plain(shown)
    return {
        "case_id": case_id,
        "kind": kind,
        "item": encoding.plain(item),
        **encoding.path_columns(path or Path("")),
        "shown": shown,
        "folded": searched(shown),
    }


def steps(case_id: str, changed: Iterable[Passage]) -> Iterable[tuple[Any, Sequence[encoding.Columns]]]:
    """The statements that bring the passages of a case up to date, with their rows."""
    put = [row_of(case_id, ANSWERS, "", it.path, it.text) for it in changed if it.text]
    gone = [_place(case_id, it.path) for it in changed if not it.text]
    return [(statement, rows) for statement, rows in ((PUT, put), (_TAKE, gone)) if rows]


def forgetting(case_id: str, paths: Iterable[Path]) -> Iterable[tuple[Any, Sequence[encoding.Columns]]]:
    """The statements for answers that were written without their words: the case is to be read in again."""
    gone = [_place(case_id, path) for path in paths]
    return [*([(_TAKE, gone)] if gone else []), (_STALE, [{"of_case": case_id}])]


def indexing(case_id: str, all_of_case: Iterable[Passage]) -> Callable[[Connection], object]:
    """The write that puts these passages in the place of all that a case's answers had."""
    put = [row_of(case_id, ANSWERS, "", it.path, it.text) for it in all_of_case]
    return partial(_index, case_id, put)


def is_indexed(connection: Connection, case_id: str) -> bool:
    return connection.scalar(select(indexed.c.case_id).where(indexed.c.case_id == case_id)) is not None


def mark_stale(connection: Connection, case_id: str) -> None:
    """The case is to be read in again."""
    connection.execute(_STALE, [{"of_case": case_id}])


def found(connection: Connection, wanted: str, sitting: Sitting, kinds: Iterable[str]) -> tuple[Hit, ...]:
    """Where the words stand, or begin words: cases that have them all, in passages of these kinds.

    The best come first when every word has three letters; no more than 200 hits.
    """
    words = words_of(wanted)
    if not words:
        return ()
    matches = [_match(word) for word in words]
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    numbers = range(len(words)) if len(words) > 1 else ()
    query = _HITS.format(
        in_all=" ".join(_IN_CASE.format(number=number, kinds=listed) for number in numbers),
        kinds=listed,
        open="AND c.status <> :closed" if sitting.role is Role.REVIEWER else "",
        order="ORDER BY passage_words.rank" if min(map(len, words)) >= RANKED_FROM else "",
    )
    given: dict[str, str | int] = {f"word{number}": matches[number] for number in numbers}
    given |= {"any": " OR ".join(matches), "most": MOST_HITS}
    if sitting.role is Role.REVIEWER:
        given["closed"] = Status.IN_PROGRESS.value
    return tuple(_hit(row, words) for row in connection.execute(text(query), given))


def _index(case_id: str, put: Sequence[encoding.Columns], connection: Connection) -> None:
    connection.execute(delete(passages).where(_p.case_id == case_id, _p.item == ""))
    if put:
        connection.execute(PUT, put)
    connection.execute(_FRESH, [{"case_id": case_id}])


def _place(case_id: str, path: Path) -> encoding.Columns:
    columns = encoding.path_columns(path)
    return {"of_case": case_id, "in_entry": columns["entry"], "of_question": columns["question"]}


def _match(word: str) -> str:
    """Words that begin so, in their own spelling or as they are usually misspelled."""
    return " OR ".join(f'"{it}"*' for it in dict.fromkeys((word, loosened(word))) if it)


def _hit(row: Any, words: Sequence[str]) -> Hit:
    path = encoding.path_of(row.entry, row.question) if row.question else None
    return Hit(row.case_id, row.kind, excerpt(row.shown, words), path, row.item)

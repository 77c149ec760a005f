"""Searching all cases: what is looked through is written with the answers and items themselves."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, select, text
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
"""Letters of a word from which on the best hits come first."""
MOST_HITS = 200
MOST_RANKED = 2_000
"""Places of a word that are weighed against each other; weighing more would keep whoever types waiting."""
MOST_PLACES, AT_ONCE, MOST_ROWS = 1_000, 200, 10_000
"""Places of the rarest of several words; how many of their cases are searched for the others at once, and the
places found there.
"""

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

_MAY_BE_SEEN = """p.kind IN (SELECT value FROM json_each(:kinds)) AND c.status <> :closed
AND (p.kind NOT IN ('translations', 'proposals') OR EXISTS (
    SELECT 1 FROM passages a
    WHERE (a.case_id, a.item, a.entry, a.question) = (p.case_id, '', p.entry, p.question)))"""
"""What is pinned to a hidden answer and says the same is hidden with it."""
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH :match LIMIT :most)"
_OF_WORD = f"""SELECT p.number, p.case_id FROM passage_words
JOIN passages p ON p.number = passage_words.rowid JOIN cases c ON c.id = p.case_id
WHERE passage_words MATCH :match AND {_MAY_BE_SEEN} """  # noqa: S608
_RANKED, _AS_THEY_COME = text(_OF_WORD + "ORDER BY rank LIMIT :most"), text(_OF_WORD + "LIMIT :most")


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


def adding(case_id: str, changed: Sequence[Passage], *, whole: bool) -> Callable[[Connection], object]:
    """The write that adds these passages; with them the case is `whole`, or not."""
    return partial(_add, case_id, list(steps(case_id, changed)), whole)


def is_indexed(connection: Connection, case_id: str) -> bool:
    return connection.scalar(select(indexed.c.case_id).where(indexed.c.case_id == case_id)) is not None


def mark_stale(connection: Connection, case_id: str) -> None:
    """The case is to be read in again."""
    connection.execute(_STALE, [{"of_case": case_id}])


def found(connection: Connection, wanted: str, sitting: Sitting, kinds: Iterable[str]) -> tuple[Hit, ...]:
    """Where the words stand, or begin words: cases that have them all, in passages of these kinds.

    The best come first for one word of three letters; no more than 200 hits.
    """
    words = words_of(wanted)
    if not words:
        return ()
    closed = Status.IN_PROGRESS.value if sitting.role is Role.REVIEWER else ""
    looking = _Looking(connection, {"kinds": json.dumps(list(kinds)), "closed": closed})
    numbers = looking.for_one(words[0]) if len(words) == 1 else looking.for_all(words)
    rows = connection.execute(select(passages).where(_p.number.in_(numbers)))
    by_number = {row.number: row for row in rows}
    return tuple(_hit(by_number[number], words) for number in numbers)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One search: where to look, and for whom."""

    connection: Connection
    seen: Mapping[str, str]

    def for_one(self, word: str) -> list[int]:
        match = _match(word)
        ranked = len(word) >= RANKED_FROM and self._count(match) <= MOST_RANKED
        return [number for number, _ in self._places(_RANKED if ranked else _AS_THEY_COME, match, MOST_HITS)]

    def for_all(self, words: Sequence[str]) -> list[int]:
        """Each word is looked for in the cases of those before it, the rarest first."""
        first, *others = sorted(map(_match, words), key=self._count)
        places = list(_by_case(self._places(_AS_THEY_COME, first, MOST_PLACES)).items())
        numbers: list[int] = []
        for start in range(0, len(places), AT_ONCE):
            numbers += self._in_all(dict(places[start : start + AT_ONCE]), others)
            if len(numbers) >= MOST_HITS:
                break
        return numbers[:MOST_HITS]

    def _in_all(self, places: Mapping[str, set[int]], others: Iterable[str]) -> list[int]:
        for match in others:
            near = " OR ".join(f'"{case}"' for case in places) or '""'
            also = _by_case(self._places(_AS_THEY_COME, f"{match} AND case_id : ({near})", MOST_ROWS))
            places = {case: places[case] | also[case] for case in places if case in also}
        return [number for case in places for number in sorted(places[case])]

    def _count(self, match: str) -> int:
        """In how many passages a word stands, as far as it matters."""
        counted = self.connection.scalar(text(_COUNT), {"match": match, "most": MOST_RANKED + 1})
        return int(counted or 0)

    def _places(self, query: TextClause, match: str, most: int) -> Iterable[Any]:
        return self.connection.execute(query, {**self.seen, "match": match, "most": most})


def _index(case_id: str, put: Sequence[encoding.Columns], connection: Connection) -> None:
    connection.execute(delete(passages).where(_p.case_id == case_id, _p.item == ""))
    if put:
        connection.execute(PUT, put)
    connection.execute(_FRESH, [{"case_id": case_id}])


def _by_case(rows: Iterable[Any]) -> dict[str, set[int]]:
    places: dict[str, set[int]] = {}
    for number, case_id in rows:
        places.setdefault(case_id, set()).add(number)
    return places


def _add(case_id: str, given: Sequence[tuple[Any, Any]], whole: bool, connection: Connection) -> None:
    for statement, rows in given:
        connection.execute(statement, rows)
    if whole:
        connection.execute(_FRESH, [{"case_id": case_id}])


def _place(case_id: str, path: Path) -> encoding.Columns:
    columns = encoding.path_columns(path)
    return {"of_case": case_id, "in_entry": columns["entry"], "of_question": columns["question"]}


def _match(word: str) -> str:
    """Words that begin so, in their own spelling or as they are usually misspelled."""
    loose = loosened(word)
    wanted = dict.fromkeys((word, loose) if len(loose) > 1 else (word,))  # one letter begins too many words
    spelled = " OR ".join(f'"{it}"*' for it in wanted)
    return f"folded : ({spelled})"


def _hit(row: Any, words: Sequence[str]) -> Hit:
    path = encoding.path_of(row.entry, row.question) if row.question else None
    return Hit(row.case_id, row.kind, excerpt(row.shown, words), path, row.item)

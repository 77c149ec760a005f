"""What is left of a damaged database: every row that can still be read, and which cases lack something."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, MetaData, Select, Table, literal_column, select
from sqlalchemy.dialects import sqlite

from intake.vault import backup, engine, rotation
from intake.vault.encoding import Columns
from intake.vault.schema import answers, cases, entries, files, finished, items, openings, seen, tables

_NUMBER: ColumnElement[int] = literal_column("rowid")
_UNNUMBERED = (seen.name, finished.name)
"""Tables without row numbers; they are small, and read case by case."""
_OF_CASES = (answers, entries, openings, items, files)
"""Tables that an index tells the cases of."""
_aside = MetaData()
_TABLES = {table.name: table.to_metadata(_aside, schema="beside") for table in tables.sorted_tables}
"""The same tables in the file that is looked at."""

Rows: TypeAlias = Mapping[str, Sequence[Columns]]
"""The rows of each table, by its name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: is the database whole, which cases lack something, is each copy kept whole."""

    whole: bool
    damaged_cases: tuple[str, ...]
    copies: Mapping[str, bool]

    @property
    def good(self) -> bool:
        return self.whole and all(self.copies.values())


@dataclass(frozen=True, slots=True)
class Wreck:
    """A database file to read from, whatever is damaged in it, through a connection under its key."""

    connection: Connection
    file: Path

    def rows(self, query: Select[Any]) -> tuple[Sequence[tuple[Any, ...]], bool]:
        """The rows until one cannot be read, and whether these are all."""
        text = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        return engine.rows_left(self.connection, self.file, str(text))


def checked(connection: Connection, database: Path) -> Checked:
    """Check an open database and the copies beside it, outside any transaction.

    Raises OSError and the driver's DatabaseError.
    """
    engine.checkpoint(connection)
    whole = engine.is_whole(connection, database)
    wreck = Wreck(connection, database)
    damaged = () if whole else lacking(wreck, readable(wreck))
    copies = {copy.name: backup.is_whole(copy) for copy in rotation.kept(database.parent)}
    return Checked(whole, damaged, copies)


def readable(wreck: Wreck) -> Rows:
    """All rows that can be read; none of a table that is not there. Raises the driver's DatabaseError."""
    rows = {name: list(_numbered(wreck, _TABLES[name])) for name in _TABLES if name not in _UNNUMBERED}
    known = sorted(known_cases(rows))
    for name in _UNNUMBERED:
        table = _TABLES[name]
        rows[name] = [row for it in known for row in _read(wreck, table, table.c.case_id == it)[0]]
    return rows


def lacking(wreck: Wreck, rows: Rows) -> tuple[str, ...]:
    """The cases that an index knows more of than could be read; all of them when an index is damaged too."""
    found: set[str] = set()
    for name in (cases.name, *(table.name for table in _OF_CASES)):
        case_id = _TABLES[name].c["id" if name == cases.name else "case_id"]
        indexed, all_read = wreck.rows(select(case_id).order_by(case_id))
        there = Counter(row[case_id.name] for row in rows[name])
        found |= {
            case for case, count in Counter(case for (case,) in indexed).items() if count != there[case]
        }
        if not all_read:
            found |= known_cases(rows)
    return tuple(sorted(found))


def known_cases(rows: Rows) -> set[str]:
    """Every case of which anything is left."""
    known = {row["id"] for row in rows[cases.name]}
    for table in _OF_CASES:
        known |= {row["case_id"] for row in rows[table.name]}
    return known


def _numbered(wreck: Wreck, table: Table) -> Iterator[Columns]:
    """From the start to the first fault, from the end to the last one, and what lies between them."""
    rows, all_read = wreck.rows(select(_NUMBER, table).order_by(_NUMBER))
    if not all_read:
        first = rows[-1][0] if rows else 0
        tail, _ = wreck.rows(select(_NUMBER, table).where(first < _NUMBER).order_by(_NUMBER.desc()))
        rows = [*rows, *tail]
        if tail:
            yield from _between(wreck, table, first + 1, tail[-1][0] - 1)
    yield from (_named(table, row[1:]) for row in rows)


def _between(wreck: Wreck, table: Table, low: int, high: int) -> Iterator[Columns]:
    """The rows of these numbers, halved again and again around those that cannot be read."""
    if low > high:
        return
    rows, all_read = _read(wreck, table, _NUMBER.between(low, high))
    if all_read or low == high:
        yield from rows
        return
    middle = (low + high) // 2
    yield from _between(wreck, table, low, middle)
    yield from _between(wreck, table, middle + 1, high)


def _read(wreck: Wreck, table: Table, which: ColumnElement[bool]) -> tuple[list[Columns], bool]:
    rows, all_read = wreck.rows(select(table).where(which))
    return [_named(table, row) for row in rows], all_read


def _named(table: Table, row: Sequence[Any]) -> Columns:
    return dict(zip(table.c.keys(), row, strict=True))

"""The vault: an acknowledged save against the same code over plain SQLite, a long case, a long list."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path as File
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection

from benchmarks.rows import Row
from intake.answers import Answer, Path
from intake.case import Case, Role, Sitting, Status
from intake.changes import AnswerSet
from intake.vault import engine, listing, migrate, register, store
from intake.vault.files import create_private
from intake.vault.keys import new_key
from intake.vault.register import PackText
from intake.vault.schema import TRIGGERS, tables
from intake.vault.store import Hand
from intake.vault.thread import VaultThread

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACK = PackText("large", "0" * 64, {"form.yaml": b""})
STORY = "что было потом " * 8
SAVES, QUESTIONS, LONG, MANY, ANSWERS_OF_MANY, ROUNDS = 3_000, 500, 5_000, 10_000, 20, 5


def rows() -> list[Row]:
    with TemporaryDirectory(prefix="intake bench ") as home:
        folder, key = File(home), new_key()
        with _encrypted(folder / "vault.db", key) as vault, _plain(folder / "plain.db") as plain:
            saves = _saves(vault, plain)
            _fill_long(vault)
        opening = [_open_long(folder / "vault.db", key) for _ in range(ROUNDS)]
        with _encrypted(folder / "many.db", key) as many:
            fill_many(many)
            listing = [_list(many) for _ in range(ROUNDS)]
    return [
        Row("acknowledged save of one answer vs the same code over plain SQLite", saves[0], "x", 1.3),
        Row("acknowledged save of one answer, p50", saves[1], "ms", 5),
        Row("acknowledged save of one answer, p99", saves[2], "ms", 5),
        Row("open a 5,000-answer case, key already derived", median(opening), "ms", 50),
        Row("list of 10,000 cases of 20 answers each", median(listing), "ms", 100),
    ]


@contextmanager
def _encrypted(file: File, key: bytearray) -> Iterator[Connection]:
    create_private(file)
    connection = engine.connect(file, key)
    migrate.lay(connection)
    yield connection
    engine.close(connection)


@contextmanager
def _plain(file: File) -> Iterator[Connection]:
    """The same tables and the same care in a database that anyone can read."""
    raw = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for pragma in engine.CARE:
        raw.execute(f"PRAGMA {pragma}")
    engine.settle(raw)
    connection = engine.over(raw, sqlite3)
    with connection.begin():
        tables.create_all(connection)
        for trigger in TRIGGERS:
            if "passage_words" not in trigger:  # no save waits for full text search
                connection.exec_driver_sql(trigger)
    yield connection
    connection.close()
    connection.engine.dispose()


def _saves(vault: Connection, plain: Connection) -> tuple[float, float, float]:
    """The ratio of the medians, and p50 and p99 of the vault (ms).

    They take turns save by save, and in who goes first: the first pays for what others left to the disk.
    """
    threads = []
    for connection in (vault, plain):
        with connection.begin():
            register.add_case(connection, PACK, _case("CASE000000"))
        threads.append(VaultThread(connection, lambda: True, lambda _: None))
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(SAVES):
        for turn in (number % 2, 1 - number % 2):
            times[turn].append(_save(threads[turn], number))
    encrypted, readable = times
    return median(encrypted) / median(readable), median(encrypted), quantiles(encrypted, n=100)[98]


def _save(thread: VaultThread, number: int) -> float:
    """Milliseconds for one save. Words and time are new each time: a row that stays is not written."""
    now = NOW + timedelta(seconds=number)
    said = AnswerSet(
        Path(f"question_{number % QUESTIONS}"), Answer(f"{STORY}{number}", language="ru", at=now)
    )
    start = perf_counter()
    thread.submit(store.saving("CASE000000", [said], Hand(now)))
    stored = thread.flush(60)
    took = 1000 * (perf_counter() - start)
    assert stored
    return took


def _fill_long(connection: Connection) -> None:
    with connection.begin():
        register.add_case(connection, PACK, _case("LONG000000"))
        store.saving("LONG000000", [_said(number) for number in range(LONG)], Hand(NOW))(connection)


def _open_long(file: File, key: bytearray) -> float:
    start = perf_counter()
    connection = engine.connect(file, key)
    migrate.bring_up_to_date(connection, lambda: None)
    with connection.begin():
        answers = store.answers_of(connection, "LONG000000")
    took = 1000 * (perf_counter() - start)
    assert len(answers.by_path) == LONG
    engine.close(connection)
    return took


def fill_many(connection: Connection) -> None:
    """Ten thousand drafts of twenty answers."""
    with connection.begin():
        for number in range(MANY):
            case = _case(f"MANY{number:06}")
            register.add_case(connection, PACK, case)
            store.saving(case.id, [_said(each) for each in range(ANSWERS_OF_MANY)], Hand(NOW))(connection)


def _list(connection: Connection) -> float:
    start = perf_counter()
    with connection.begin():
        found = listing.summaries(connection, Sitting(Role.APPLICANT))
    took = 1000 * (perf_counter() - start)
    assert len(found) == MANY
    return took


def _case(case_id: str) -> Case:
    return Case(case_id, PACK.name, PACK.hash, "ru", Status.IN_PROGRESS, NOW, NOW)


def _said(number: int) -> AnswerSet:
    return AnswerSet(Path(f"question_{number}"), Answer(STORY, language="ru", at=NOW))

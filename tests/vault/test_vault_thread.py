"""The vault's thread stores in order, and never calls stored what is not, whatever fails."""

import sqlite3
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Connection, text

from intake.errors import NotSaved, VaultClosed
from intake.vault import engine
from intake.vault.thread import VaultThread
from tests.support.vaults import Receipts


@pytest.fixture
def connection() -> Connection:
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.execute("create table t (x integer primary key)")
    return engine.over(raw, sqlite3)


@pytest.fixture
def thread(connection: Connection, receipts: Receipts) -> Iterator[VaultThread]:
    thread = VaultThread(connection, lambda: True, receipts)
    yield thread
    thread.end(storing=False)


def overflowing(connection: Connection) -> None:
    connection.execute(text("insert into t values (:x)"), {"x": 2**70})


def put(number: int) -> Any:
    return lambda connection: connection.execute(text(f"insert or replace into t values ({number})"))


def rows(connection: Connection) -> list[Any]:
    return list(connection.scalars(text("select x from t order by x")))


def test_submitting_does_not_wait_for_the_disk(thread: VaultThread, receipts: Receipts) -> None:
    go_on = Event()
    thread.submit(lambda _: go_on.wait())
    numbers = [thread.submit(put(number)) for number in range(100)]
    assert numbers == list(range(2, 102))
    assert receipts == []
    assert not thread.flush(0)
    go_on.set()
    assert thread.flush(60)
    assert thread.read(rows) == list(range(100))


def test_what_waited_together_is_stored_together(thread: VaultThread, receipts: Receipts) -> None:
    begun, go_on = Event(), Event()
    thread.submit(lambda _: begun.set() or go_on.wait())
    begun.wait()
    for number in range(100):
        thread.submit(put(number))
    go_on.set()
    assert thread.flush(60)
    assert [receipt.number for receipt in receipts] == [1, 101]


def test_a_fault_of_our_own_is_never_called_stored(thread: VaultThread, receipts: Receipts) -> None:
    def broken(_: Connection) -> None:
        raise LookupError

    thread.submit(put(1))
    assert thread.flush(60)
    thread.submit(broken)
    assert not thread.flush(60)
    assert [receipt.number for receipt in receipts if receipt.error is None] == [1]
    assert (receipts[-1].number, receipts[-1].error and receipts[-1].error.facts) == (2, {"reason": "fault"})


def test_a_change_that_is_at_fault_keeps_no_other_from_the_disk(
    thread: VaultThread, receipts: Receipts
) -> None:
    thread.submit(overflowing)
    thread.submit(put(2))
    assert not thread.flush(60)
    assert thread.read(rows) == [2]
    thread.submit(put(3))
    assert not thread.flush(60)
    assert thread.read(rows) == [2, 3]
    assert {(receipt.number, receipt.error is None) for receipt in receipts} == {(1, False)}
    with pytest.raises(NotSaved):
        thread.end(storing=True)


def test_what_was_passed_over_is_not_stored_over_what_is_newer(thread: VaultThread) -> None:
    tries: list[int] = []

    def faulty_at_first(connection: Connection) -> None:
        tries.append(1)
        if len(tries) <= 2:
            raise LookupError
        connection.execute(text("delete from t"))

    thread.submit(faulty_at_first)
    thread.flush(60)
    tries.clear()
    thread.submit(put(2))
    thread.flush(60)
    tries.extend([1, 1])
    thread.retry()
    assert thread.read(rows) == [2]


def test_a_fault_that_passes_leaves_nothing_unsaved(thread: VaultThread, receipts: Receipts) -> None:
    faults = iter([True, True])

    def faulty_at_first(connection: Connection) -> None:
        if next(faults, False):
            raise LookupError
        put(1)(connection)

    thread.submit(faulty_at_first)
    assert thread.flush(60)
    assert thread.read(rows) == [1]
    assert receipts[-1].error is None
    thread.end(storing=True)


def test_what_is_read_whole_is_not_read_before_what_waits(connection: Connection, receipts: Receipts) -> None:
    places = iter([False, False, True])
    thread = VaultThread(connection, lambda: next(places), receipts)
    thread.submit(put(1))
    with pytest.raises(NotSaved):
        thread.read_all(rows)
    assert thread.read_all(rows) == [1]
    thread.end(storing=True)


def test_an_error_does_not_tell_what_was_written(thread: VaultThread) -> None:
    def write(connection: Connection) -> None:
        connection.execute(text("insert into t values (:x)"), {"x": "СЕКРЕТ"})

    with pytest.raises(NotSaved) as told:
        thread.write(write)
    assert "СЕКРЕТ" not in str(told.value) + str(told.value.__cause__)


def test_a_write_that_fails_stores_nothing_of_itself(thread: VaultThread) -> None:
    def half(connection: Connection) -> None:
        put(1)(connection)
        connection.execute(text("insert into t values (1)"))

    with pytest.raises(NotSaved):
        thread.write(half)
    assert thread.read(rows) == []


def test_a_closed_thread_takes_nothing_and_ends_again_in_peace(thread: VaultThread) -> None:
    thread.submit(put(1))
    thread.end(storing=True)
    thread.end(storing=True)
    thread.end(storing=False)
    with pytest.raises(VaultClosed):
        thread.submit(put(2))


def test_an_ending_that_cannot_store_leaves_everything_open(
    connection: Connection, receipts: Receipts
) -> None:
    places = iter([False, False, True])
    thread = VaultThread(connection, lambda: next(places), receipts)
    thread.submit(put(1))
    with pytest.raises(NotSaved):
        thread.end(storing=True)
    thread.submit(put(2))
    assert thread.flush(60)
    assert receipts[-1].number == 2
    thread.end(storing=False)

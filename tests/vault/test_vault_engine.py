"""The encrypted database refuses to be anything else, and does all of a transaction or nothing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from intake.errors import CipherMissing, DatabaseDamaged, VaultUnwritable
from intake.vault import engine
from intake.vault.files import create_private
from intake.vault.keys import KEY_BYTES, new_key

KEY = new_key()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    create_private(tmp_path / "a b%20c.db")
    return tmp_path / "a b%20c.db"


@pytest.fixture
def connection(file: Path) -> Iterator[Connection]:
    connection = engine.connect(file, KEY)
    yield connection
    if not connection.closed:
        engine.close(connection)


def pragma(connection: Connection, name: str) -> object:
    raw = connection.connection.driver_connection
    return raw.execute(f"PRAGMA {name}").fetchone()[0]


def test_plain_sqlite_is_refused_because_it_would_write_in_clear() -> None:
    raw = sqlite3.connect(":memory:")
    with pytest.raises(CipherMissing):
        engine._check_cipher(raw)
    raw.close()


@pytest.mark.parametrize("version", ["", "4.16.0 community", "3.99", "strange"])
def test_an_older_cipher_library_is_refused(version: str) -> None:
    class Old:
        def execute(self, _: str) -> "Old":
            return self

        def fetchone(self) -> tuple[str]:
            return (version,)

    with pytest.raises(CipherMissing) as told:
        engine._check_cipher(Old())
    assert told.value.facts == {"found": version}


def test_the_database_is_set_up_as_designed(connection: Connection) -> None:
    wanted = {
        "cipher_memory_security": "1",
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
    }
    assert {name: pragma(connection, name) for name in wanted} == wanted


def test_the_file_is_not_sqlite_to_anyone_without_the_key(connection: Connection, file: Path) -> None:
    with connection.begin():
        connection.execute(text("create table t (x)"))
    engine.close(connection)
    assert not file.read_bytes().startswith(b"SQLite format")
    plain = sqlite3.connect(file)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("select * from sqlite_master")
    plain.close()
    with pytest.raises(DatabaseDamaged):
        engine.connect(file, new_key())


def test_a_missing_file_does_not_come_into_being(tmp_path: Path) -> None:
    with pytest.raises(VaultUnwritable):
        engine.connect(tmp_path / "gone.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_the_key_is_written_as_sqlcipher_reads_it() -> None:
    assert engine._key_text(bytearray(range(KEY_BYTES))) == f"x'{bytes(range(KEY_BYTES)).hex()}'".encode()


def test_a_transaction_that_fails_takes_its_tables_back_too(connection: Connection) -> None:
    def half_done() -> None:
        with connection.begin():
            connection.execute(text("create table t (x)"))
            connection.execute(text("insert into t values (1)"))
            connection.execute(text("insert into nowhere values (1)"))

    with pytest.raises(OperationalError):
        half_done()
    with connection.begin():
        assert connection.scalar(text("select count(*) from sqlite_master")) == 0


def test_closing_folds_the_log_into_the_database(connection: Connection, file: Path) -> None:
    with connection.begin():
        connection.execute(text("create table t (x)"))
    assert file.with_name(f"{file.name}-wal").stat().st_size > 0
    engine.close(connection)
    assert [found.name for found in file.parent.iterdir()] == [file.name]

"""Migrations lead to the declared tables, run only when they must, after a copy, and whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from intake.errors import DatabaseDamaged, VaultTooNew, VaultUnwritable
from intake.vault import engine, migrate
from intake.vault.files import create_private
from intake.vault.keys import new_key
from intake.vault.migrate import MIGRATIONS, bring_up_to_date, lay
from intake.vault.schema import REVISION, TRIGGERS, revisions, tables

KEY = new_key()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    create_private(tmp_path / "vault.db")
    return tmp_path / "vault.db"


@pytest.fixture
def connection(file: Path) -> Iterator[Connection]:
    connection = engine.connect(file, KEY)
    yield connection
    engine.close(connection)


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder of migrations: the first makes a table, the second changes it, the third fails half way."""
    folder = tmp_path / "100% steps"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text((MIGRATIONS / "env.py").read_text())
    bodies = {
        "one": ["create table words (text)"],
        "two": ["alter table words add column language", "update words set language = 'ru'"],
        "three": ["delete from words", "drop table words", "drop table nowhere"],
    }
    before = None
    for name, statements in bodies.items():
        head = f"from alembic import op\nrevision = {name!r}\ndown_revision = {before!r}\n"
        (folder / "versions" / f"{name}.py").write_text(
            f"{head}\ndef upgrade():\n    [op.execute(each) for each in {statements}]\n"
        )
        before = name
    return folder


def at(connection: Connection, revision: str) -> None:
    with connection.begin():
        revisions.create(connection)
        connection.execute(revisions.insert(), [{"version_num": revision}])


def words(connection: Connection) -> list[tuple[object, ...]]:
    with connection.begin():
        return [tuple(row) for row in connection.execute(text("select * from words"))]


def revision(connection: Connection) -> object:
    with connection.begin():
        return connection.scalar(revisions.select())


def shape(connection: Connection) -> dict[str, object]:
    """All that SQLite knows of its tables: columns, keys, indexes, whether they have row ids."""
    with connection.begin():
        triggers = connection.execute(
            text("select name, sql from sqlite_master where type = 'trigger'")
        ).all()
        facts: dict[str, object] = {row.name: row.sql for row in triggers}
        for row in connection.execute(text("pragma table_list")).all():
            if not row.name.startswith("sqlite_"):
                facts[row.name] = [row.type, row.wr, row.strict] + [
                    sorted(map(tuple, connection.execute(text(f"pragma {what}({row.name})"))))
                    for what in ("table_xinfo", "foreign_key_list", "index_list")
                ]
    return facts


def test_every_migration_together_makes_the_declared_tables(tmp_path: Path) -> None:
    shapes = []
    for name, make in (("declared", lay), ("migrated", _migrated)):
        create_private(tmp_path / name)
        connection = engine.connect(tmp_path / name, KEY)
        make(connection)
        shapes.append(shape(connection))
        with connection.begin():
            assert compare_metadata(MigrationContext.configure(connection), tables) == []
        engine.close(connection)
    assert len(shapes[0]) == len(tables.tables) + 1 + len(TRIGGERS)
    assert shapes[0] == shapes[1]


def _migrated(connection: Connection) -> None:
    migrate._upgrade(connection, "head", MIGRATIONS)


def test_the_declared_revision_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION


def test_a_database_that_is_up_to_date_is_left_alone(connection: Connection, file: Path) -> None:
    lay(connection)
    bring_up_to_date(connection, file)
    assert {found.name for found in file.parent.iterdir()} == {"vault.db", "vault.db-wal", "vault.db-shm"}


def test_an_older_database_is_brought_up_to_date_after_a_copy(
    connection: Connection, file: Path, steps: Path
) -> None:
    at(connection, "one")
    with connection.begin():
        connection.execute(text("create table words (text)"))
        connection.execute(text("insert into words values ('дорога')"))
    bring_up_to_date(connection, file, wanted="two", scripts=steps)
    assert words(connection) == [("дорога", "ru")]
    assert revision(connection) == "two"
    copy = engine.connect(file.with_name("vault.db.before-two"), KEY)
    assert words(copy) == [("дорога",)]
    assert revision(copy) == "one"
    engine.close(copy)
    assert file.with_name("vault.db.before-two").stat().st_mode & 0o777 == 0o600


def test_migrations_that_fail_leave_the_database_as_it_was(
    connection: Connection, file: Path, steps: Path
) -> None:
    at(connection, "one")
    with connection.begin():
        connection.execute(text("create table words (text)"))
        connection.execute(text("insert into words values ('дорога')"))
    for _ in range(2):
        with pytest.raises(VaultUnwritable):
            bring_up_to_date(connection, file, wanted="three", scripts=steps)
        assert words(connection) == [("дорога",)]
        assert revision(connection) == "one"


def test_a_database_of_a_later_version_is_not_touched(connection: Connection, file: Path) -> None:
    at(connection, "9999")
    engine.checkpoint(connection)
    before = file.read_bytes()
    with pytest.raises(VaultTooNew):
        bring_up_to_date(connection, file)
    engine.checkpoint(connection)
    assert file.read_bytes() == before


def test_an_empty_database_is_damage_and_is_not_filled(connection: Connection, file: Path) -> None:
    with pytest.raises(DatabaseDamaged):
        bring_up_to_date(connection, file)
    with connection.begin():
        assert connection.scalar(text("select count(*) from sqlite_master")) == 0

"""Migrations lead to the declared tables, run only when they must, after a copy, and whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from intake.errors import DatabaseDamaged, VaultTooNew, VaultUnwritable
from intake.vault import copies, engine, marks, migrate, register, rotation
from intake.vault.files import create_private
from intake.vault.keys import derived, new_key
from intake.vault.migrate import MIGRATIONS, bring_up_to_date, lay
from intake.vault.restoring import restore
from intake.vault.schema import REVISION, TRIGGERS, revisions, tables
from intake.vault.slots import opened
from intake.vault.vault import Vault
from tests.support.vaults import PASSPHRASE

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
        by_statement = "type = 'trigger' or sql like 'create virtual%'"
        made = connection.execute(text(f"select type, name, sql from sqlite_master where {by_statement}"))
        facts: dict[str, object] = {f"{row.type} {row.name}": row.sql for row in made.all()}
        for row in connection.execute(text("pragma table_list")).all():
            if not row.name.startswith("sqlite_") and row.type != "shadow":
                facts[row.name] = [row.type, row.wr, row.strict] + [
                    sorted(
                        tuple(found)[first:]
                        for found in connection.execute(text(f"pragma {what}({row.name})"))
                    )
                    for what, first in (("table_xinfo", 0), ("foreign_key_list", 0), ("index_list", 1))
                ]  # an index has its number from the order of making, which means nothing
    return facts


def is_ours(name: str | None, _kind: str, _parents: object) -> bool:
    """Full text search brings tables of its own."""
    return not (name or "").startswith("passage_words")


def test_every_migration_together_makes_the_declared_tables(tmp_path: Path) -> None:
    shapes = []
    for name, make in (("declared", lay), ("migrated", _migrated)):
        create_private(tmp_path / name)
        connection = engine.connect(tmp_path / name, KEY)
        make(connection)
        shapes.append(shape(connection))
        with connection.begin():
            context = MigrationContext.configure(connection, opts={"include_name": is_ours})
            assert compare_metadata(context, tables) == []
        engine.close(connection)
    assert len(shapes[0]) == len(tables.tables) + 1 + len(TRIGGERS) + 2
    assert shapes[0] == shapes[1]


def _migrated(connection: Connection) -> None:
    migrate._upgrade(connection, "head", MIGRATIONS)


def test_the_declared_revision_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION


def test_a_database_that_is_up_to_date_is_left_alone(connection: Connection, file: Path) -> None:
    lay(connection)
    bring_up_to_date(connection, _no_copy)
    assert {found.name for found in file.parent.iterdir()} == {"vault.db", "vault.db-wal", "vault.db-shm"}


def test_an_older_database_is_brought_up_to_date_after_a_copy(
    connection: Connection, file: Path, steps: Path
) -> None:
    at(connection, "one")
    with connection.begin():
        connection.execute(text("create table words (text)"))
        connection.execute(text("insert into words values ('дорога')"))
    copied: list[object] = []
    bring_up_to_date(
        connection,
        lambda: copied.append((words(connection), revision(connection))),
        wanted="two",
        scripts=steps,
    )
    assert words(connection) == [("дорога", "ru")]
    assert revision(connection) == "two"
    assert copied == [([("дорога",)], "one")]


def test_nothing_is_migrated_without_a_copy(connection: Connection, file: Path, steps: Path) -> None:
    def fail() -> None:
        raise VaultUnwritable(reason="disk-full")

    at(connection, "one")
    with connection.begin():
        connection.execute(text("create table words (text)"))
    with pytest.raises(VaultUnwritable):
        bring_up_to_date(connection, fail, wanted="two", scripts=steps)
    assert revision(connection) == "one"


def test_a_vault_of_an_earlier_version_keeps_a_copy_that_can_be_restored(
    made: Vault, folder: Path, tmp_path: Path
) -> None:
    made.abandon()
    (database,) = folder.glob("vault-*.db")
    _lay_first(folder, database)
    former = database.with_name(f"{database.name}.before-0001")
    former.write_bytes(b"as an earlier version kept it")
    Vault.open(folder, PASSPHRASE, listener=print).abandon()
    (copy,) = rotation.kept(folder)
    assert not former.exists()
    restore(copy, tmp_path / "restored", PASSPHRASE)
    again = Vault.open(tmp_path / "restored", PASSPHRASE, listener=print)
    assert again.setting("language") == "ru"
    again.abandon()


def _lay_first(folder: Path, database: Path) -> None:
    """Put in the place of a vault's database one as the first version made it, with a setting."""
    (header, *_) = copies.read(folder)
    found = opened(header, PASSPHRASE)
    assert found is not None
    database.unlink()
    create_private(database)
    connection = engine.connect(database, derived(found[1], header.vault_id, "database"))
    migrate._upgrade(connection, "0001", MIGRATIONS)
    with connection.begin():
        marks.set_mark(connection, marks.OWNER, header.vault_id.hex())
        marks.set_mark(connection, marks.GENERATION, str(header.generation))
        register.set_setting(connection, "language", "ru")
    engine.close(connection)


def _no_copy() -> None:
    pytest.fail("nothing is copied when nothing is migrated")


def test_migrations_that_fail_leave_the_database_as_it_was(
    connection: Connection, file: Path, steps: Path
) -> None:
    at(connection, "one")
    with connection.begin():
        connection.execute(text("create table words (text)"))
        connection.execute(text("insert into words values ('дорога')"))
    for _ in range(2):
        with pytest.raises(VaultUnwritable):
            bring_up_to_date(connection, lambda: None, wanted="three", scripts=steps)
        assert words(connection) == [("дорога",)]
        assert revision(connection) == "one"


def test_a_database_of_a_later_version_is_not_touched(connection: Connection, file: Path) -> None:
    at(connection, "9999")
    engine.checkpoint(connection)
    before = file.read_bytes()
    with pytest.raises(VaultTooNew):
        bring_up_to_date(connection, _no_copy)
    engine.checkpoint(connection)
    assert file.read_bytes() == before


def test_an_empty_database_is_damage_and_is_not_filled(connection: Connection, file: Path) -> None:
    with pytest.raises(DatabaseDamaged):
        bring_up_to_date(connection, _no_copy)
    with connection.begin():
        assert connection.scalar(text("select count(*) from sqlite_master")) == 0

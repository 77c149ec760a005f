"""Bringing an older database to this version's tables: only when needed, after a copy, all or nothing."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, select
from sqlalchemy.exc import DBAPIError

from intake.errors import DatabaseDamaged, VaultTooNew
from intake.vault import engine
from intake.vault.schema import REVISION, SEARCH, TRIGGERS, revisions, tables

MIGRATIONS = Path(__file__).parent / "migrations"


def lay(connection: Connection) -> None:
    """Make the tables of this version in an empty database."""
    with connection.begin():
        tables.create_all(connection)
        for statement in (*SEARCH, *TRIGGERS):
            connection.exec_driver_sql(statement)
        revisions.create(connection)
        connection.execute(revisions.insert(), [{"version_num": REVISION}])


def bring_up_to_date(
    connection: Connection, copy: Callable[[], None], *, wanted: str = REVISION, scripts: Path = MIGRATIONS
) -> None:
    """Run the migrations that a database still lacks; does nothing, quickly, when it has them all.

    `copy` is called before the first of them, and nothing is migrated when it raises. A migration that fails
    leaves the database as it was. Raises DatabaseDamaged for a database that is not ours, VaultTooNew,
    VaultUnwritable.
    """
    try:
        found = _revision_of(connection)
        if found == wanted:
            return
        _check_known(found, scripts)
        copy()
        _upgrade(connection, wanted, scripts)
    except (DBAPIError, OSError) as fault:
        raise engine.told(fault) from fault


def _revision_of(connection: Connection) -> str:
    with connection.begin():
        if not inspect(connection).has_table(revisions.name):
            raise DatabaseDamaged
        found: str = connection.scalars(select(revisions.c.version_num)).one()
        return found


def _check_known(revision: str, scripts: Path) -> None:
    from alembic.script import ScriptDirectory  # slow to import, and hardly ever needed

    if revision not in {script.revision for script in ScriptDirectory(str(scripts)).walk_revisions()}:
        raise VaultTooNew(revision=revision)


def _upgrade(connection: Connection, wanted: str, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with connection.begin():
        command.upgrade(config, wanted)

"""What a database says of itself: whose it is, which header it last knew, and files that are to go."""

from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from intake.vault.schema import meta

OWNER = "vault_id"
GENERATION = "generation"
"""Of the header that this database was last opened or changed with."""
LEAVING = "leaving"
"""The name of another database file that must go: a copy that was not finished, or the one before it."""


def mark(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(meta.c.value).where(meta.c.name == name))


def set_mark(connection: Connection, name: str, value: str) -> None:
    put = insert(meta)
    upsert = put.on_conflict_do_update(index_elements=["name"], set_={"value": put.excluded.value})
    connection.execute(upsert, [{"name": name, "value": value}])


def clear_leavings(connection: Connection, database: Path) -> None:
    """Remove the file beside this database that is to go, with its log and its copies. Raises OSError."""
    folder = database.parent
    with connection.begin():
        name = mark(connection, LEAVING)
    if name is None or name == database.name:
        return
    for file in (folder / name, *folder.glob(f"{name}[-.]*")):
        file.unlink(missing_ok=True)
    with connection.begin():
        connection.execute(delete(meta).where(meta.c.name == LEAVING))

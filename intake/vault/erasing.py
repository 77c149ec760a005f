"""Removing a case for good: its rows, what they left in the file, and the copies that hold them."""

from pathlib import Path

from sqlalchemy import Connection, delete, select

from intake.vault import engine, register, rotation
from intake.vault.schema import arrivals, cards, cases, tables


def erase(connection: Connection, case_id: str) -> None:
    """Remove all rows of a case, and the card of whoever sent it, unless a person compared it or another case
    came from there. Raises CaseMissing.
    """
    register.case_of(connection, case_id)
    for table in tables.sorted_tables:
        if "case_id" in table.c:
            connection.execute(delete(table).where(table.c.case_id == case_id))
    connection.execute(delete(cases).where(cases.c.id == case_id))
    senders = select(arrivals.c.verifier)
    connection.execute(delete(cards).where(~cards.c.compared, cards.c.verifier.not_in(senders)))


def sweep(connection: Connection, database: Path) -> None:
    """Write the database anew without what was removed; remake the copies in its folder.

    The copies go first: they need no room. A solid-state disk may keep old blocks all the same.
    Raises OSError and the driver's DatabaseError.
    """
    for copy in (*rotation.kept(database.parent), *database.parent.glob(f"{database.name}.before-*")):
        copy.unlink()
    engine.checkpoint(connection)
    engine.compact(connection)
    engine.checkpoint(connection)
    rotation.keep(connection, database)

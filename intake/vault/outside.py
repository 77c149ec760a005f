"""Copies of the vault outside its folder: they are beyond our reach, so it is remembered where they went."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from intake.vault import backup, encoding, rotation
from intake.vault.schema import outside_copies
from intake.written import moment


@dataclass(frozen=True, slots=True)
class OutsideCopy:
    """Where a copy was written to, and when (UTC). It may have been moved or copied further since."""

    place: Path
    made: datetime


def write(connection: Connection, database: Path, file: Path) -> OutsideCopy:
    """Write a proved copy and remember where. Raises what `backup.write` raises."""
    label = backup.write(connection, database, rotation.new_label(database.parent), file.absolute())
    copy = OutsideCopy(file.absolute(), label.made)
    with ExitStack() as undo:
        undo.callback(
            file.unlink
        )  # a copy that nobody remembers could not be asked for when a draft is erased
        with connection.begin():
            row = {"place": encoding.plain(str(copy.place)), "made": moment(copy.made)}
            connection.execute(insert(outside_copies), [row])
        undo.pop_all()
    return copy


def known(connection: Connection) -> tuple[OutsideCopy, ...]:
    """All that were ever written, the oldest first."""
    o = outside_copies.c
    rows = connection.execute(select(o.place, o.made).order_by(o.number))
    return tuple(OutsideCopy(Path(row.place), datetime.fromisoformat(row.made)) for row in rows)

"""Databases of every earlier version come up to date with all that is in them; what is new works then."""

from collections.abc import Iterator
from pathlib import Path as File

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from intake.answers import Answer, Entry, Path
from intake.case import Status
from intake.vault import engine, history, listing, migrate, outside, register, search, store
from intake.vault.files import create_private
from intake.vault.keys import new_key
from intake.vault.migrate import MIGRATIONS, bring_up_to_date
from tests.support.vaults import ALONE, NOW, REVIEWER

EARLIER = ("0001", "0002", "0003", "0004", "0005", "0006")
MOMENT = "2026-11-24T07:30:15.250000+00:00"
ROWS = {
    "packs": [("0" * 64, "asylum_us")],
    "pack_files": [("0" * 64, "form.yaml", b"name: asylum_us\\n")],
    "cases": [
        ("OPEN000000", "0" * 64, "ru", "shared", "Образцова", "you", 0, 0, MOMENT, MOMENT),
        ("CLOSED0000", "0" * 64, "es", "in_progress", "", "", 0, 1, MOMENT, MOMENT),
    ],
    "entries": [("7FQ2ABCDEF", "OPEN000000", "incidents", "", 0, None)],
    "answers": [
        ("OPEN000000", "7FQ2ABCDEF", "story", '"дорога"', None, "text", "ru", "", MOMENT),
        ("OPEN000000", "", "name", None, "later", "text", "ru", "", MOMENT),
        ("CLOSED0000", "", "name", '"Ana"', None, "text", "es", "", MOMENT),
    ],
    "seen": [("OPEN000000", "", "name")],
    "finished": [("OPEN000000", "you")],
    "openings": [(1, "OPEN000000", "A. Example (fictional)", MOMENT)],
    "settings": [("theme", "dark"), ("beside OPEN000000", "es"), ("beside GONE000000", "ru")],
    "meta": [("vault_id", "aa")],
}
SINCE_0002 = {"outside_copies": [(1, "/media/stick/copy", MOMENT)]}
SINCE_0003 = {"archived": [("CLOSED0000",)], "glances": [("OPEN000000", 3, "2027-03-01")]}
SINCE_0006 = {"shared": [("OPEN000000", MOMENT)]}
SINCE = {"0002": SINCE_0002, "0003": SINCE_0003, "0006": SINCE_0006}


@pytest.fixture
def file(tmp_path: File) -> File:
    create_private(tmp_path / "vault.db")
    return tmp_path / "vault.db"


@pytest.fixture
def connection(file: File) -> Iterator[Connection]:
    connection = engine.connect(file, new_key())
    yield connection
    engine.close(connection)


def made_at(connection: Connection, revision: str) -> None:
    """A database as that version made it, with something in each of its tables."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with connection.begin():
        command.upgrade(config, revision)
    rows = dict(ROWS)
    for since, found in SINCE.items():
        rows |= found if revision >= since else {}
    with connection.begin():
        for table, lines in rows.items():
            for row in lines:
                marks = ", ".join("?" * len(row))
                connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", row)


@pytest.mark.parametrize("revision", EARLIER)
def test_all_that_was_there_is_there_and_what_is_new_works(connection: Connection, revision: str) -> None:
    made_at(connection, revision)
    copied: list[str] = []
    bring_up_to_date(connection, lambda: copied.append(revision))
    assert copied == [revision]
    with connection.begin():
        _check_old(connection, revision)
        _check_new(connection)


def _check_old(connection: Connection, revision: str) -> None:
    rows = {row.id: row for row in listing.summaries(connection, ALONE)}
    assert (rows["OPEN000000"].title, rows["OPEN000000"].answered, rows["OPEN000000"].opened) == (
        "Образцова",
        2,
        NOW,
    )
    assert (rows["CLOSED0000"].fictional, rows["CLOSED0000"].status) == (True, Status.IN_PROGRESS)
    assert rows["CLOSED0000"].archived == (revision >= "0003")
    found = store.answers_of(connection, "OPEN000000")
    assert found.by_path[Path("story", "7FQ2ABCDEF")] == Answer("дорога", language="ru", at=NOW)
    assert found.by_entry == {"7FQ2ABCDEF": Entry("7FQ2ABCDEF", "incidents")}
    assert (found.finished, found.seen) == ({"you"}, {Path("name")})
    assert register.setting(connection, "theme") == "dark"
    assert register.setting(connection, "beside", "OPEN000000") == "es"
    assert connection.scalar(text("select count(*) from settings")) == 1
    assert register.openings_of(connection, "OPEN000000")[0].at == NOW
    assert len(outside.known(connection)) == (revision >= "0002")


def _check_new(connection: Connection) -> None:
    """Nothing is searched before a case is read in; history begins for what is open, undo for what is not."""
    assert not search.is_indexed(connection, "OPEN000000")
    assert history.shared_at(connection, "OPEN000000") is not None
    assert history.shared_at(connection, "CLOSED0000") is None
    words = [search.Passage(Path("story", "7FQ2ABCDEF"), "дорога")]
    search.indexing("OPEN000000", words)(connection)
    assert [hit.case_id for hit in search.found(connection, "doroga", REVIEWER, ["answers"])] == [
        "OPEN000000"
    ]
    assert connection.execute(text("pragma foreign_key_check")).all() == []


def test_every_version_before_this_one_is_tried() -> None:
    assert [*EARLIER, migrate.REVISION] == [f"{number:04}" for number in range(1, len(EARLIER) + 2)]

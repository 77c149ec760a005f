"""Copies and keys: a backup of 200 MB, and opening a vault when no key has to be stretched."""

import hashlib
import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, text

from benchmarks.rows import Row
from intake.vault import backup, engine, migrate
from intake.vault.files import create_private
from intake.vault.keys import Cost, new_key
from intake.vault.recovery import RecoveryCode, new_code
from intake.vault.rotation import new_label
from intake.vault.vault import Vault

PASSPHRASE = "only for the bench"
CHEAP = Cost(19 * 1024, 1, 1)
SIZE, PIECE, ROUNDS = 200_000_000, 1_000_000, 9


def rows() -> list[Row]:
    code = new_code()
    with TemporaryDirectory(prefix="intake bench ") as home:
        folder = Path(home) / "v.intake"
        vault = Vault.create(folder, PASSPHRASE, listener=lambda _: None, cost=CHEAP)
        vault.ways.set_code(PASSPHRASE, code)
        vault.close()
        opening = median(_open(folder, code) for _ in range(ROUNDS))
        database = Path(home) / "large.db"
        connection = _fill(database)
        plain = _copy_plainly(database, Path(home) / "plain")
        copy = _back_up(connection, database, folder, Path(home) / "copy")
        engine.close(connection)
    return [
        Row("open a vault, no key to stretch", 1000 * opening, "ms", 50),
        Row("backup of 200 MB, proved: ms for each MB", 1000 * copy / (SIZE / 1e6), "ms", 25),
        Row("backup of 200 MB vs reading, hashing and writing as much", copy / plain, "x", 8),
    ]


def _open(folder: Path, code: RecoveryCode) -> float:
    start = perf_counter()
    vault = Vault.open(folder, code, listener=lambda _: None)
    took = perf_counter() - start
    vault.abandon()
    return took


def _fill(database: Path) -> Connection:
    create_private(database)
    connection = engine.connect(database, new_key())
    migrate.lay(connection)
    with connection.begin():
        connection.execute(text("create table pieces (piece blob)"))
    for _ in range(SIZE // PIECE):
        with connection.begin():
            connection.execute(text("insert into pieces values (:piece)"), {"piece": os.urandom(PIECE)})
    engine.checkpoint(connection)
    return connection


def _copy_plainly(database: Path, file: Path) -> float:
    start = perf_counter()
    with database.open("rb") as source, file.open("wb") as target:
        summed = hashlib.sha256()
        while piece := source.read(PIECE):
            summed.update(piece)
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    return perf_counter() - start


def _back_up(connection: Connection, database: Path, folder: Path, file: Path) -> float:
    start = perf_counter()
    backup.write(connection, database, new_label(folder), file)
    return perf_counter() - start

"""Random bits flipped in the header and the database of a vault: each is told, none is taken for good.

Those in the log and in copies are in the tests of these.
"""

import random
import shutil
from pathlib import Path as File

import pytest

from intake.errors import DatabaseDamaged, HeaderDamaged
from intake.vault import copies, engine
from intake.vault.keys import derived, passing
from intake.vault.slots import opened
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, PACK, PASSPHRASE, Receipts, said


@pytest.fixture
def closed(made: Vault, folder: File) -> File:
    case = made.new_case(PACK, "ru").id
    made.submit(case, [said(f"q{number}", "что было потом " * 20) for number in range(60)])
    made.close()
    shutil.rmtree(folder / "copies")
    return folder


def flips(size: int, count: int) -> list[tuple[int, int]]:
    chance = random.Random(count)
    return [(chance.randrange(size), 1 << chance.randrange(8)) for _ in range(count)]


def flip(text: bytes, place: int, bit: int) -> bytes:
    return text[:place] + bytes([text[place] ^ bit]) + text[place + 1 :]


def test_five_hundred_bits_of_the_header_are_told_before_any_passphrase_is_tried(closed: File) -> None:
    good = (closed / copies.NAMES[0]).read_bytes()
    for place, bit in flips(len(good), 500):
        for name in copies.NAMES:
            (closed / name).write_bytes(flip(good, place, bit))
        with pytest.raises(HeaderDamaged):
            Vault.open(closed, "not even tried", listener=Receipts())


def test_five_hundred_bits_of_the_database_are_found_by_a_check(closed: File) -> None:
    (database,) = closed.glob("vault-*.db")
    good = database.read_bytes()
    (header,) = copies.read(closed)
    found = opened(header, PASSPHRASE)
    assert found is not None
    sample = closed / "sample.db"
    sample.write_bytes(good)
    with passing(derived(found[1], header.vault_id, "database")) as key:
        connection = engine.connect(database, key)
    assert engine.is_whole(connection, sample)
    for place, bit in flips(len(good), 500):
        sample.write_bytes(flip(good, place, bit))
        assert not engine.is_whole(connection, sample), (place, bit)
    engine.close(connection)


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.slow)])
def test_whatever_bit_of_the_database_is_flipped_what_opens_is_right(closed: File, count: int) -> None:
    (database,) = closed.glob("vault-*.db")
    wanted = everything(closed)
    good = database.read_bytes()
    told = 0
    for place, bit in flips(len(good), count):
        database.write_bytes(flip(good, place, bit))
        try:
            assert everything(closed) == wanted
        except DatabaseDamaged:
            told += 1
    assert told > count // 3


def everything(folder: File) -> object:
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    try:
        return [vault.answers(case.id, ALONE) for case in vault.cases(ALONE)]
    finally:
        vault.abandon()

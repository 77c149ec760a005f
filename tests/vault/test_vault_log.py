"""After an unclean end: damaged changes in the write-ahead log are told as missing, all else is checked."""

import random
import shutil
import signal
from pathlib import Path as File

import pytest

from intake.errors import DatabaseDamaged
from intake.vault import log
from intake.vault.engine import PAGE_BYTES
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, child

FRAME = 24 + PAGE_BYTES
LEAVE_LOG = """
import os, sys
from pathlib import Path
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, said
vault = Vault.open(Path(sys.argv[1]), sys.argv[2], listener=lambda _: None)
case = vault.cases(ALONE)[0].id
for number in range(12):
    vault.submit(case, [said(str(number), "что было потом " * 20)])
    assert vault.flush(60)
os.kill(os.getpid(), 9)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> File:
    """A vault whose process was killed when twelve acknowledged changes were in its log."""
    folder = tmp_path_factory.mktemp("killed") / "vault.intake"
    vault = Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP)
    vault.new_case(PACK, "ru")
    vault.close()
    process = child(LEAVE_LOG, folder, PASSPHRASE)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, complained
    return folder


def log_of(folder: File) -> File:
    (found,) = folder.glob("vault-*.db-wal")
    return found


def outcome(folder: File) -> tuple[bool, int]:
    """Whether the last changes are said to be missing, and how many answers are there."""
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    try:
        (row,) = vault.cases(ALONE)
        return vault.last_changes_missing, len(vault.answers(row.id, ALONE).by_path)
    finally:
        vault.abandon()


def test_a_log_that_is_whole_is_taken_and_nothing_is_missing(killed: File, folder: File) -> None:
    shutil.copytree(killed, folder)
    assert outcome(folder) == (False, 12)
    assert outcome(folder) == (False, 12)


def test_no_flipped_bit_of_a_log_in_use_is_taken_for_good(killed: File, tmp_path: File) -> None:
    shutil.copytree(killed, tmp_path / "v")
    (database,) = (tmp_path / "v").glob("vault-*.db")
    good = log_of(tmp_path / "v").read_bytes()
    frames = (len(good) - 32) // FRAME
    chance = random.Random(5)
    for _ in range(500):
        place, bit = chance.randrange(len(good)), 1 << chance.randrange(8)
        damaged = good[:place] + bytes([good[place] ^ bit]) + good[place + 1 :]
        log_of(tmp_path / "v").write_bytes(damaged)
        taken = taken_of(damaged)
        assert taken < frames
        assert log.holds_more(database, taken)


def taken_of(text: bytes) -> int:
    """How many frames follow each other whole, as SQLite counts them."""
    order = ">" if text[3] & 1 else "<"
    sums = log._summed(order, (0, 0), text[:24])
    if sums != log._sums(text[24:32]) or text[:4] not in (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"):
        return 0
    taken = 0
    for start in range(32, len(text) - FRAME + 1, FRAME):
        frame = text[start : start + FRAME]
        sums = log._summed(order, sums, frame[:8] + frame[24:])
        if frame[8:16] != text[16:24] or sums != log._sums(frame[16:24]):
            break
        taken += 1
    return taken


@pytest.mark.parametrize(
    "place", [5, 18, 28, 32 + 3, 32 + 9, 32 + 17, 32 + 100, -PAGE_BYTES - 14, -PAGE_BYTES - 5, -7]
)
def test_missing_last_changes_are_told_when_the_vault_is_opened(
    killed: File, folder: File, place: int
) -> None:
    """In the log's header, its first frame and its last one: in every field of each."""
    shutil.copytree(killed, folder)
    text = bytearray(log_of(folder).read_bytes())
    text[place] ^= 4
    log_of(folder).write_bytes(text)
    missing, answers = outcome(folder)
    assert missing
    assert answers < 12
    assert outcome(folder) == (False, answers)


def test_a_log_without_a_whole_frame_holds_nothing_more(tmp_path: File) -> None:
    database = tmp_path / "vault.db"
    for text in (b"", b"\x37\x7f\x06\x82", bytes(32), bytes(32 + FRAME - 1)):
        log.of(database).write_bytes(text)
        assert not log.holds_more(database, 0)


def test_after_an_unclean_end_a_page_that_nobody_reads_is_checked_too(killed: File, folder: File) -> None:
    """Each page in turn; a page that the log holds anew is healed by it."""
    (database,) = killed.glob("vault-*.db")
    good = database.read_bytes()
    healed = 0
    for page in range(len(good) // PAGE_BYTES):
        shutil.copytree(killed, folder)
        text = bytearray(good)
        text[page * PAGE_BYTES + 2000] ^= 1
        (folder / database.name).write_bytes(text)
        try:
            assert outcome(folder) == (False, 12)
            healed += 1
        except DatabaseDamaged:
            pass
        shutil.rmtree(folder)
    assert healed < len(good) // PAGE_BYTES

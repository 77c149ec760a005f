"""Saves answers and notes in children and kills them, with an exact ledger of what they said was stored.

It forks, so run it by itself: `python -m tests.support.vault_killing FOLDER ROUNDS SEED [early]`.
With `early`, a change counts as acknowledged once submitted: a lie, which the ledger must catch.
"""

import os
import random
import signal
import sys
from pathlib import Path as File

from intake.answers import Answer, Path
from intake.case import Status
from intake.changes import AnswerSet
from intake.record import Note
from intake.searching import Passage
from intake.vault.vault import Receipt, Vault
from tests.support.vaults import ALONE, CHEAP, NOW, PACK, PASSPHRASE, REVIEWER

MOST_ACKNOWLEDGED = 40
"""A child is killed after it has acknowledged up to so many changes, while the next are on their way."""


def main(folder: File, rounds: int, seed: int, *, early: bool) -> None:
    """Print how many changes were acknowledged, and how many of these were lost."""
    chance = random.Random(seed)
    vault = Vault.create(folder, PASSPHRASE, listener=lambda _: None, cost=CHEAP)
    case = vault.new_case(PACK, "ru").id
    vault.set_case(case, status=Status.SHARED)
    vault.close()
    acknowledged = lost = stored = 0
    for _ in range(rounds):
        said = _killed_after(chance.randint(0, MOST_ACKNOWLEDGED), folder, case, early=early)
        found = _stored(folder, case)
        acknowledged += said
        lost += max(0, stored + said - found)
        stored = found
    print(acknowledged, lost)


def _killed_after(count: int, folder: File, case: str, *, early: bool) -> int:
    """How many changes a child acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _save(folder, case, writing, early=early)
    os.close(writing)
    seen = b""
    while len(seen) < count:
        seen += os.read(reading, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        seen += more
    os.close(reading)
    return len(seen)


def _save(folder: File, case: str, ledger: int, *, early: bool) -> None:
    """Submit change after change without end; one byte goes to the ledger for each that is acknowledged."""
    told = 0
    ours: list[int] = []  # the numbers of our changes: the vault numbers what it does by itself too

    def acknowledge(receipt: Receipt) -> None:
        nonlocal told
        if receipt.error is None and not early:
            stored = sum(number <= receipt.number for number in ours[told:])
            os.write(ledger, b"." * stored)
            told += stored

    vault = Vault.open(folder, PASSPHRASE, listener=acknowledge)
    number = len(vault.answers(case, ALONE).by_path) + len(vault.record(case, REVIEWER).notes)
    while True:
        number += 1
        ours.append(_submit(vault, case, number))
        if early:
            os.write(ledger, b".")
        elif len(ours) - told > 5:
            vault.flush(60)  # stay a little ahead of the disk, not thousands


def _submit(vault: Vault, case: str, number: int) -> int:
    """Every third change is a note; the others are answers, in the words that are searched."""
    if number % 3 == 0:
        return vault.put(case, Note(str(number), NOW, REVIEWER.name, _words(number)))
    path, words = Path(str(number)), _words(number)
    return vault.submit(case, [AnswerSet(path, Answer(words, at=NOW))], [Passage(path, words)])


def _words(number: int) -> str:
    return f"word{number} " + "что было потом " * (number % 50)


def _stored(folder: File, case: str) -> int:
    """How many changes are there, which must be the first ones, whole and without a gap."""
    vault = Vault.open(folder, PASSPHRASE, listener=lambda _: None)
    found = {path.question: answer.value for path, answer in vault.answers(case, ALONE).by_path.items()}
    found |= {note.id: note.text for note in vault.record(case, REVIEWER).notes}
    assert found == {str(number): _words(number) for number in range(1, len(found) + 1)}
    last = f"word{len(found)} "
    known = any(f"{hit.text} ".startswith(last) for hit in vault.search(last, REVIEWER))
    assert known or not found or not vault.is_indexed(case)  # which is then read in at the next opening
    vault.close()
    return len(found)


if __name__ == "__main__":
    main(File(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), early="early" in sys.argv)

"""Two hundred thousand saves: none is lost, and memory and disk stay as they are."""

import resource
from datetime import timedelta
from pathlib import Path as File

import pytest

from intake.answers import Answer, Path
from intake.changes import AnswerSet
from intake.searching import Passage
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, NOW, PACK, Receipts

SAVES, QUESTIONS, AT_ONCE = 200_000, 300, 500
MOST_GROWN = 60 * 1024
"""Kilobytes of memory from a tenth of the saves to the last."""


@pytest.mark.slow
def test_two_hundred_thousand_saves_are_all_there(made: Vault, folder: File, receipts: Receipts) -> None:
    case = made.new_case(PACK, "ru").id
    (database,) = folder.glob("vault-*.db")
    memory = size = last = 0
    for number in range(SAVES):
        path, words = Path(f"question_{number % QUESTIONS}"), f"дорога {number} и что было потом"
        answer = Answer(words, language="ru", at=NOW + timedelta(seconds=number / 100))
        searched = [Passage(path, words)] if number % 100 == 99 or number >= SAVES - QUESTIONS else []
        last = made.submit(case, [AnswerSet(path, answer)], searched)
        if number % AT_ONCE == 0:
            assert made.flush(60)
            receipts[:-1] = []
        if number == SAVES // 10:
            memory, size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, database.stat().st_size
    assert made.flush(60)
    assert receipts[-1].number >= last  # the words that are searched are numbered too
    assert receipts[-1].error is None
    found = made.answers(case, ALONE).by_path
    assert {path.question: answer.value for path, answer in found.items()} == {
        f"question_{number % QUESTIONS}": f"дорога {number} и что было потом"
        for number in range(SAVES - QUESTIONS, SAVES)
    }
    assert len(made.search(f"{SAVES - 1}", ALONE)) == 1
    assert made.search(f"{SAVES - QUESTIONS - 1}", ALONE) == ()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < MOST_GROWN
    assert database.stat().st_size < 3 * size
    assert made.check().good

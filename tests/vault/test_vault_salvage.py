"""A damaged page: which drafts it touches is said, and all that can be read goes into a new vault."""

import random
import shutil
from pathlib import Path as File

import pytest

from intake.answers import Entry
from intake.changes import EntrySet, SectionFinished, Seen
from intake.errors import DatabaseDamaged, VaultExists, WrongPassphrase
from intake.vault.engine import PAGE_BYTES
from intake.vault.salvage import check, salvage
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, Receipts, said

CASES, ANSWERS = 12, 60


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> File:
    folder = tmp_path_factory.mktemp("sample") / "vault.intake"
    vault = Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP)
    for number in range(CASES):
        case = vault.new_case(PACK, "ru").id
        vault.set_case(case, title=f"title {number}")
        changes = [
            said(f"question_{each}", f"{number} {each} " + "что было потом " * 8) for each in range(ANSWERS)
        ]
        seen = Seen(frozenset(change.path for change in changes))
        vault.submit(
            case, [*changes, seen, SectionFinished("you", True), EntrySet(Entry(f"E{number}", "trips"))]
        )
    vault.close()
    return folder


@pytest.fixture
def damaged(sample: File, folder: File) -> File:
    shutil.copytree(sample, folder)
    return folder


def database(folder: File) -> File:
    (found,) = folder.glob("vault-*.db")
    return found


def break_pages(folder: File, *pages: int) -> None:
    text = bytearray(database(folder).read_bytes())
    for page in pages:
        text[page * PAGE_BYTES + 1234] ^= 8
    database(folder).write_bytes(text)


def answers(folder: File) -> dict[str, dict[str, object]]:
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    try:
        found = {}
        for row in vault.cases(ALONE):
            told = vault.answers(row.id, ALONE).by_path
            assert row.answered == len(told)
            found[row.id] = {path.question: answer.value for path, answer in told.items()}
        return found
    finally:
        vault.abandon()


def test_a_whole_vault_is_said_to_be_whole(damaged: File) -> None:
    found = check(damaged, PASSPHRASE)
    assert found.good
    assert list(found.copies.values()) == [True]
    assert found.damaged_cases == ()


def test_of_a_whole_vault_everything_is_saved(damaged: File, tmp_path: File) -> None:
    saved = salvage(damaged, tmp_path / "new", PASSPHRASE)
    assert (saved.count, saved.damaged_cases) == (CASES, ())
    assert answers(tmp_path / "new") == answers(damaged)
    old, new = (Vault.open(it, PASSPHRASE, listener=Receipts()) for it in (damaged, tmp_path / "new"))
    for row in old.cases(ALONE):
        assert new.answers(row.id, ALONE) == old.answers(row.id, ALONE)
        assert new.case(row.id, ALONE) == old.case(row.id, ALONE)
    assert new.pack(PACK.hash) == PACK
    old.abandon()
    new.abandon()


@pytest.mark.parametrize("every", [16, pytest.param(4, marks=pytest.mark.slow)])
def test_a_damaged_page_costs_a_few_answers_and_names_their_drafts(
    damaged: File, sample: File, tmp_path: File, every: int
) -> None:
    good = database(sample).read_bytes()
    whole = answers(sample)
    hopeless: list[int] = []
    costly = 0
    for page in range(1, len(good) // PAGE_BYTES, every):
        database(damaged).write_bytes(good)
        break_pages(damaged, page)
        try:
            found = check(damaged, PASSPHRASE)
        except DatabaseDamaged:
            hopeless.append(page)
            continue
        assert not found.whole
        saved = salvage(damaged, tmp_path / "new", PASSPHRASE)
        left = answers(tmp_path / "new")
        lost = {case for case in whole if left.get(case) != whole[case]}
        assert lost <= set(saved.damaged_cases) == set(found.damaged_cases)
        missing = sum(len(told) - len(left.get(case, {})) for case, told in whole.items())
        costly += missing > 40
        assert all(whole[case][name] == value for case, told in left.items() for name, value in told.items())
        shutil.rmtree(tmp_path / "new")
    assert len(hopeless) <= 3, "only a page with the tables' own names may cost everything"
    assert costly <= 2, "only the page that leads to all others of a table may cost that table"


def test_what_lies_between_damaged_pages_is_saved(damaged: File, tmp_path: File) -> None:
    """Several at a time: whatever is saved is as it was said, and most of it is."""
    pages = len(database(damaged).read_bytes()) // PAGE_BYTES
    whole = answers(damaged)
    break_pages(damaged, *random.Random(3).sample(range(pages // 3, pages), 3))
    saved = salvage(damaged, tmp_path / "new", PASSPHRASE)
    left = answers(tmp_path / "new")
    assert saved.damaged_cases
    assert sum(map(len, left.values())) > CASES * ANSWERS * 2 // 3
    assert all(whole[case][name] == value for case, told in left.items() for name, value in told.items())


def test_the_damaged_vault_is_left_as_it_is(damaged: File, tmp_path: File) -> None:
    break_pages(damaged, 30)
    before = database(damaged).read_bytes()
    salvage(damaged, tmp_path / "new", PASSPHRASE)
    assert database(damaged).read_bytes() == before
    with pytest.raises(VaultExists):
        salvage(damaged, tmp_path / "new", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        salvage(damaged, tmp_path / "other", "wrong")
    assert not (tmp_path / "other").exists()


def test_of_a_damaged_first_page_nothing_can_be_read(damaged: File, tmp_path: File) -> None:
    break_pages(damaged, 0)
    for look in (lambda: check(damaged, PASSPHRASE), lambda: salvage(damaged, tmp_path / "new", PASSPHRASE)):
        with pytest.raises(DatabaseDamaged):
            look()
    assert not (tmp_path / "new").exists()


def test_a_damaged_copy_is_named(damaged: File) -> None:
    (copy,) = (damaged / "copies").iterdir()
    text = bytearray(copy.read_bytes())
    text[5000] ^= 1
    copy.write_bytes(text)
    found = check(damaged, PASSPHRASE)
    assert found.whole
    assert not found.good
    assert found.copies == {copy.name: False}

"""Erasing one draft for good: its rows, its places in the file, its copies; what lies outside is named."""

from collections.abc import Callable
from pathlib import Path as File

import pytest
from sqlalchemy import Connection

from intake.changes import SectionFinished, Seen
from intake.errors import CaseMissing
from intake.vault import rotation
from intake.vault.restoring import restore
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, PACK, PASSPHRASE, Receipts, said


def fill(vault: Vault, words: str) -> str:
    case = vault.new_case(PACK, "ru").id
    change = said("story", words * 500)
    vault.submit(case, [change, Seen(frozenset({change.path})), SectionFinished("you", True)])
    return case


def test_an_erased_draft_is_gone_and_the_others_are_not(
    made: Vault, folder: File, tmp_path: File, reopened: Callable[[], Vault]
) -> None:
    gone, kept = fill(made, "стереть "), fill(made, "оставить ")
    outside = made.back_up(tmp_path / "copy")
    assert made.erase_case(gone) == (outside,)
    for again in (
        lambda: made.answers(gone, ALONE),
        lambda: made.submit(gone, []),
        lambda: made.erase_case(gone),
    ):
        with pytest.raises(CaseMissing):
            again()
    made.close()
    vault = reopened()
    assert [row.id for row in vault.cases(ALONE)] == [kept]
    assert len(vault.answers(kept, ALONE).by_path) == 1


def test_nothing_of_an_erased_draft_stays_in_the_file_or_in_the_copies(
    made: Vault, folder: File, tmp_path: File, reopened: Callable[[], Vault]
) -> None:
    gone, kept = fill(made, "стереть "), fill(made, "оставить ")
    made.close()
    vault = reopened()
    (database,) = folder.glob("vault-*.db")
    database.with_name(f"{database.name}.before-0002").write_bytes(b"as it was before a migration")
    before = database.stat().st_size
    vault.erase_case(gone)
    assert database.stat().st_size < before
    assert unused_pages(vault) == 0
    assert list(folder.glob("*.before-*")) == []
    (copy,) = rotation.kept(folder)
    restore(copy, tmp_path / "restored", PASSPHRASE)
    again = Vault.open(tmp_path / "restored", PASSPHRASE, listener=Receipts())
    assert [row.id for row in again.cases(ALONE)] == [kept]
    again.abandon()


def unused_pages(vault: Vault) -> int:
    """How many pages of the file hold what was removed, or nothing."""

    def count(connection: Connection) -> int:
        return int(connection.connection.driver_connection.execute("PRAGMA freelist_count").fetchone()[0])

    return vault._thread.apart(count)

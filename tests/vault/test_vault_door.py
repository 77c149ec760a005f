"""The door of the vault: what goes in comes out, roles are kept, and "stored" is never said too early."""

import os
import stat
from collections.abc import Callable
from pathlib import Path as File

import pytest

from intake.answers import Answer, Answers, Entry, Path, State
from intake.case import Role, Sitting, Status
from intake.changes import AnswerSet, EntrySet, SectionFinished, Seen
from intake.errors import CaseClosed, CaseMissing, NotSaved, VaultClosed, VaultExists, VaultInUse
from intake.vault.vault import PackText, Receipt, Vault
from tests.support.vaults import ALONE, CHEAP, NOW, PACK, PASSPHRASE, REVIEWER, Receipts, outcome, said

Reopen = Callable[[], Vault]


def begun(vault: Vault) -> str:
    """The id of a new case."""
    return vault.new_case(PACK, "ru").id


def test_everything_said_is_there_after_the_vault_was_closed(made: Vault, reopened: Reopen) -> None:
    case = begun(made)
    leg, inner = Entry("7FQ2AAAAAA", "legs", rank=2), Entry("7FQ2BBBBBB", "stops", parent="7FQ2AAAAAA")
    gone = Entry("7FQ2CCCCCC", "legs", removed_at=NOW)
    made.submit(case, [EntrySet(leg), EntrySet(inner), EntrySet(gone), said("leg_from", "Стамбул", leg.id)])
    made.submit(case, [AnswerSet(Path("helpers_paid"), Answer(("cash", "card"), kind="select_multiple"))])
    made.submit(case, [AnswerSet(Path("when"), Answer(state=State.DONT_REMEMBER, by="M. (fictional)"))])
    made.submit(case, [said("slip", "not this"), AnswerSet(Path("slip"), None), said("name", "Анна")])
    made.submit(case, [Seen(frozenset({Path("name"), Path("leg_from", leg.id)})), Seen(frozenset())])
    made.submit(case, [SectionFinished("you", True), SectionFinished("journey", True)])
    made.submit(case, [SectionFinished("journey", False)])
    wanted = Answers(
        by_path={
            Path("leg_from", leg.id): said("leg_from", "Стамбул").answer,
            Path("helpers_paid"): Answer(("cash", "card"), kind="select_multiple"),
            Path("when"): Answer(state=State.DONT_REMEMBER, by="M. (fictional)"),
            Path("name"): said("name", "Анна").answer,
        },
        by_entry={entry.id: entry for entry in (leg, inner, gone)},
        seen=frozenset({Path("name"), Path("leg_from", leg.id)}),
        finished=frozenset({"you"}),
    )
    assert made.answers(case, ALONE) == wanted
    made.close()
    assert reopened().answers(case, ALONE) == wanted


def test_an_answer_given_again_and_an_entry_brought_back_replace_the_old(made: Vault) -> None:
    case = begun(made)
    made.submit(case, [said("name", "А"), EntrySet(Entry("7FQ2AAAAAA", "legs", removed_at=NOW))])
    made.submit(case, [said("name", "Анна"), EntrySet(Entry("7FQ2AAAAAA", "legs", rank=3))])
    answers = made.answers(case, ALONE)
    assert answers.by_path == {Path("name"): said("name", "Анна").answer}
    assert answers.by_entry == {"7FQ2AAAAAA": Entry("7FQ2AAAAAA", "legs", rank=3)}


@pytest.mark.parametrize("words", ["я" * 200_000, "\ud800 \udfff", "\x00\x07\u202eabc\u2066", "'\"; --", " "])
def test_no_words_are_too_long_or_too_strange(made: Vault, reopened: Reopen, words: str) -> None:
    case = begun(made)
    made.submit(case, [said("story", words)])
    made.close()
    assert reopened().answers(case, ALONE).by_path[Path("story")].value == words


def test_names_and_settings_with_lone_surrogates_are_cleaned_not_refused(made: Vault) -> None:
    case = made.new_case(PACK, "ru\ud800").id
    made.set_case(case, title="Анна\udfff", resume_at="page\ud800")
    made.set_setting("export\ud800", "x\ud800")
    made.submit(case, [AnswerSet(Path("a"), Answer("x", by="\ud800"))])
    assert made.cases(ALONE)[0].title == "Анна\ufffd"
    assert made.answers(case, ALONE).by_path[Path("a")].by == "\ufffd"
    assert made.setting("export\ud800") == "x\ufffd"


def test_receipts_come_in_order_and_reach_the_last_number(made: Vault, receipts: Receipts) -> None:
    case = begun(made)
    numbers = [made.submit(case, [said("name", str(number))]) for number in range(300)]
    assert numbers == list(range(1, 301))
    assert made.flush(60)
    assert receipts[-1] == Receipt(300)
    acknowledged = [receipt.number for receipt in receipts]
    assert acknowledged == sorted(set(acknowledged))
    assert not any(receipt.error for receipt in receipts)


def test_flush_of_nothing_is_true(made: Vault) -> None:
    assert made.flush(60)


def test_changes_of_an_unknown_case_are_refused_at_once(made: Vault) -> None:
    for attempt in (
        lambda: made.submit("NOSUCHCASE", [said("name", "x")]),
        lambda: made.case("NOSUCHCASE", ALONE),
        lambda: made.case("NOSUCHCASE", REVIEWER),
        lambda: made.answers("NOSUCHCASE", ALONE),
        lambda: made.set_case("NOSUCHCASE", title="x"),
    ):
        with pytest.raises(CaseMissing):
            attempt()


def test_cases_are_listed_with_what_is_answered_the_last_changed_first(made: Vault, reopened: Reopen) -> None:
    first, second = begun(made), begun(made)
    made.submit(first, [EntrySet(Entry("7FQ2AAAAAA", "legs")), said("a", "x"), said("b", "x", "7FQ2AAAAAA")])
    made.submit(first, [said("a", "y"), said("slip", "x"), AnswerSet(Path("slip"), None)])
    made.submit(first, [AnswerSet(Path("never"), None)])
    made.set_case(first, title="Анна Пример (вымышлена)")
    made.close()
    found = reopened().cases(ALONE)
    assert [(row.id, row.answered, row.title) for row in found] == [
        (first, 2, "Анна Пример (вымышлена)"),
        (second, 0, ""),
    ]


def test_a_case_keeps_what_is_set_and_only_that(made: Vault, reopened: Reopen) -> None:
    case = made.new_case(PACK, "ru", fictional=True)
    assert made.case(case.id, ALONE) == case
    shared = made.set_case(case.id, status=Status.SHARED, language="es", resume_at="journey/2")
    assert (shared.status, shared.language, shared.resume_at) == (Status.SHARED, "es", "journey/2")
    assert (shared.id, shared.pack, shared.pack_hash) == (case.id, PACK.name, PACK.hash)
    assert shared.fictional
    assert shared.created == case.created < shared.changed
    assert made.set_case(case.id, resume_at="").status is Status.SHARED
    assert made.set_case(case.id).language == "es"
    made.close()
    assert reopened().case(case.id, ALONE).language == "es"


def test_a_draft_in_progress_is_closed_to_reviewers(made: Vault) -> None:
    case = begun(made)
    made.submit(case, [said("name", "Анна")])
    made.set_case(case, title="Анна")
    for attempt in (made.case, made.answers):
        with pytest.raises(CaseClosed):
            attempt(case, REVIEWER)
    (row,) = made.cases(REVIEWER)
    assert (row.title, row.answered) == ("", 0)
    assert made.openings(case) == ()
    assert made.answers(case, Sitting(Role.ASSISTED, "B. (fictional)")).by_path


@pytest.mark.parametrize("status", [Status.SHARED, Status.HELP_WANTED])
def test_a_reviewer_opens_what_is_shared_and_that_is_recorded(
    made: Vault, reopened: Reopen, status: Status
) -> None:
    case = begun(made)
    made.submit(case, [said("name", "Анна")])
    made.set_case(case, status=status, title="Анна")
    made.case(case, ALONE)
    made.case(case, REVIEWER)
    assert made.answers(case, REVIEWER).by_path
    (row,) = made.cases(REVIEWER)
    assert (row.title, row.answered) == ("Анна", 1)
    made.close()
    (opening,) = reopened().openings(case)
    assert opening.by == REVIEWER.name


def test_a_pack_is_kept_as_it_was_when_its_first_case_began(made: Vault, reopened: Reopen) -> None:
    begun(made)
    made.new_case(PackText(PACK.name, PACK.hash, {**PACK.files, "other.yaml": b""}), "ru")
    made.close()
    vault = reopened()
    assert vault.pack(PACK.hash) == PACK
    with pytest.raises(KeyError):
        vault.pack("1" * 64)


def test_settings_are_kept(made: Vault, reopened: Reopen) -> None:
    assert made.setting("language") is None
    made.set_setting("language", "ru")
    made.set_setting("language", "es")
    made.close()
    assert reopened().setting("language") == "es"


def test_a_closed_vault_takes_nothing_more_and_closes_again_in_peace(made: Vault) -> None:
    case = begun(made)
    made.close()
    made.close()
    made.abandon()
    for attempt in (
        lambda: made.submit(case, [said("name", "x")]),
        lambda: made.answers(case, ALONE),
        lambda: made.set_setting("a", "b"),
        lambda: made.flush(1),
        made.retry,
    ):
        with pytest.raises(VaultClosed):
            attempt()


def test_closing_stores_what_was_submitted_a_moment_before(made: Vault, reopened: Reopen) -> None:
    case = begun(made)
    for number in range(50):
        made.submit(case, [said(f"q{number}", "x")])
    made.close()
    assert len(reopened().answers(case, ALONE).by_path) == 50


@pytest.mark.parametrize("there", ["file", "folder", "vault", "link"])
def test_nothing_is_overwritten(folder: File, receipts: Receipts, there: str) -> None:
    if there == "file":
        folder.write_bytes(b"kept")
    elif there == "folder":
        folder.mkdir()
        (folder / "letter.txt").write_bytes(b"kept")
    elif there == "link":
        folder.symlink_to(folder.with_name("nowhere"))
    else:
        Vault.create(folder, "other", listener=receipts, cost=CHEAP).close()
    before = contents(folder.parent)
    with pytest.raises(VaultExists):
        Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    assert contents(folder.parent) == before


def test_a_vault_may_be_made_in_an_empty_folder_and_below_a_missing_one(
    tmp_path: File, receipts: Receipts
) -> None:
    (tmp_path / "empty").mkdir(mode=0o755)
    for folder in (tmp_path / "empty", tmp_path / "new" / "deeper"):
        Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP).close()
        Vault.open(folder, PASSPHRASE, listener=receipts).close()
    assert {file.name for file in tmp_path.iterdir()} == {"empty", "new"}


def test_folder_and_files_are_private_under_any_umask(folder: File, receipts: Receipts) -> None:
    before = os.umask(0)
    try:
        vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
        begun(vault)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (folder, *folder.iterdir())}
        vault.abandon()
    finally:
        os.umask(before)
    assert modes.pop(folder.name) == 0o700
    assert set(modes.values()) == {0o600}
    assert len(modes) == 6


def test_a_vault_is_open_once_in_this_process_and_in_others(
    made: Vault, folder: File, receipts: Receipts
) -> None:
    with pytest.raises(VaultInUse):
        Vault.open(folder, PASSPHRASE, listener=receipts)
    assert outcome(TRY_TO_OPEN, folder, PASSPHRASE) == "vault-in-use"
    made.close()
    assert outcome(TRY_TO_OPEN, folder, PASSPHRASE) == "opened"


TRY_TO_OPEN = """
import sys
from pathlib import Path
from intake.errors import IntakeError
from intake.vault.vault import Vault
try:
    Vault.open(Path(sys.argv[1]), sys.argv[2], listener=print).close()
    print("opened")
except IntakeError as fault:
    print(fault.code)
"""


def contents(folder: File) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_a_change_no_database_can_hold_neither_poisons_the_vault_nor_keeps_it_open(
    made: Vault, reopened: Reopen
) -> None:
    case = begun(made)
    made.submit(case, [EntrySet(Entry("7FQ2AAAAAA", "legs", rank=2**70))])
    made.submit(case, [said("name", "Анна")])
    assert not made.flush(60)
    with pytest.raises(NotSaved):
        made.close()
    made.abandon()
    again = reopened()
    assert again.answers(case, ALONE).by_path == {Path("name"): said("name", "Анна").answer}


def test_what_a_state_replaced_is_not_given_to_reviewers_and_goes_when_the_draft_is_opened_to_them(
    made: Vault,
) -> None:
    case = begun(made)
    slip = Answer(state=State.DONT_KNOW, kept="Анна")
    made.submit(case, [AnswerSet(Path("name"), slip)])
    assert made.answers(case, ALONE).by_path == {Path("name"): slip}
    made.set_case(case, status=Status.SHARED)
    assert made.answers(case, ALONE).by_path == {Path("name"): Answer(state=State.DONT_KNOW)}
    made.submit(case, [AnswerSet(Path("name"), slip)])
    assert made.answers(case, REVIEWER).by_path == {Path("name"): Answer(state=State.DONT_KNOW)}
    assert made.answers(case, ALONE).by_path == {Path("name"): slip}


def test_where_one_was_is_kept_in_its_turn_without_waiting(made: Vault) -> None:
    case = begun(made)
    made.note_case(case, resume_at="own_name", title="Анна", language="es")
    made.note_setting("theme", "dark")
    kept = made.case(case, ALONE)
    assert (kept.resume_at, kept.language) == ("own_name", "es")
    assert [it.title for it in made.cases(ALONE)] == ["Анна"]
    assert made.setting("theme") == "dark"

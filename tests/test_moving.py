"""A case moves to a newer version of its questionnaire: told before, done whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path as File
from typing import NoReturn

import pytest

from intake.answers import Answer, Answers, Entry, Path
from intake.case import Role, Sitting, Status
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.errors import CaseMissing, DatabaseDamaged
from intake.form.loader import form_of
from intake.interview import Interview
from intake.moving import has_newer, move_case, move_to
from intake.opening import Opened, Pack, open_case, pack_of_text
from intake.record import Note, Query
from intake.vault import rotation
from intake.vault.vault import PackText, Vault
from intake.words import Words
from tests.support.packs import pack
from tests.support.vaults import ALONE, CHEAP, PASSPHRASE, Receipts

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OFFICE = Sitting(Role.REVIEWER, "A. Example (fictional)")
OLD_ITEMS = """
- {type: text, name: town, label: Which town?}
- {type: text, name: reason, label: Why?}
- {type: text, name: years, label: How long?}
- {type: repeat, name: legs, label: L, entry: E, add: A, items: [{type: text, name: stop, label: Where?}]}
"""
NEW_ITEMS = """
- {type: text, name: home_town, label: Which town?}
- {type: integer, name: years, label: How many years?}
- {type: yes_no, name: alone, label: Alone?}
- {type: repeat, name: ways, label: L, entry: E, add: A, items: [{type: text, name: stop, label: Where?}]}
"""
RENAMES = "{town: home_town, legs: ways}"


def version(number: str, items: str, renames: str = "{}") -> tuple[Pack, PackText]:
    head = f'name: little\nversion: "{number}"\ntitle: T\nsections: [main]\nrenames: {renames}\n'
    files = pack(items, more={"form.yaml": head})
    form = form_of(files)
    return Pack(form, {"en": Words.read("en", None)}), PackText(form.name, form.hash, files)


OLD, OLD_TEXT = version("1", OLD_ITEMS)
NEW, NEW_TEXT = version("2", NEW_ITEMS, RENAMES)

SAID: tuple[Change, ...] = (
    EntrySet(Entry("LEG0000001", "legs")),
    AnswerSet(Path("town"), Answer("Perm (fictional)", language="ru", at=NOON)),
    AnswerSet(Path("reason"), Answer("told at length", at=NOON)),
    AnswerSet(Path("years"), Answer("about three", at=NOON)),
    AnswerSet(Path("stop", "LEG0000001"), Answer("Tijuana", at=NOON)),
    Seen(frozenset({Path("town"), Path("stop", "LEG0000001")})),
    SectionFinished("main", finished=True),
)
NOTES = (
    Note("N1", NOON, "A. Example (fictional)", "Ask for the street.", Path("town")),
    Note("N2", NOON, "A. Example (fictional)", "Of the whole case."),
    Query("Q1", NOON, "A. Example (fictional)", "And then?", "en", Path("stop", "LEG0000001")),
)


@pytest.fixture
def vault(tmp_path: File) -> Iterator[Vault]:
    made = Vault.create(tmp_path / "a.intake", PASSPHRASE, listener=Receipts(), cost=CHEAP)
    yield made
    made.abandon()


@pytest.fixture
def begun(vault: Vault) -> Opened:
    """A case of the old version, with answers, entries, notes and a page to go on with."""
    case = vault.new_case(OLD_TEXT, "en")
    vault.submit(case.id, SAID)
    vault.put(case.id, *NOTES)
    vault.set_case(case.id, resume_at="town")
    return opened(vault, case.id, OLD)


def opened(vault: Vault, case_id: str, shipped: Pack) -> Opened:
    return open_case(vault, case_id, ALONE, shipped, lambda: NOON)


def values(interview: Interview) -> Mapping[Path, object]:
    return {path: answer.value for path, answer in interview.answers.by_path.items()}


def test_what_a_move_would_do_is_told_and_nothing_is_done_yet(vault: Vault, begun: Opened) -> None:
    told = move_to(begun, NEW)
    assert told.renamed == {Path("town"): Path("home_town")}
    assert set(told.kept) == {Path("years"), Path("stop", "LEG0000001")}
    assert told.gone == (Path("reason"),)
    assert told.answers.by_path[Path("home_town")].value == "Perm (fictional)"
    assert told.doubtful == (Path("years"),)
    assert told.added == ("alone",)
    assert opened(vault, begun.case.id, NEW).interview == begun.interview


def test_an_answer_whose_name_is_taken_is_told_of_where_it_stands_now(begun: Opened) -> None:
    other, _ = version("2", OLD_ITEMS, "{town: reason}")
    told = move_to(begun, other)
    assert told.renamed == {Path("town"): Path("reason")}
    assert told.gone == (Path("reason"),)
    assert told.answers.by_path[Path("reason@1")].value == "told at length"


def test_a_case_moves_with_its_entries_and_what_is_pinned_to_its_answers(vault: Vault, begun: Opened) -> None:
    moved = move_case(vault, begun, NEW, NEW_TEXT)
    assert (moved.pack_hash, moved.resume_at) == (NEW.form.hash, "")
    after = opened(vault, moved.id, NEW).interview
    assert values(after) == {
        Path("home_town"): "Perm (fictional)",
        Path("reason"): "told at length",
        Path("years"): "about three",
        Path("stop", "LEG0000001"): "Tijuana",
    }
    assert after.entries("ways") == ("LEG0000001",)
    assert after.is_asked(Path("stop", "LEG0000001"))
    assert set(after.hidden_answers()) == {Path("reason")}
    assert Path("home_town") in after.answers.seen
    record = vault.record(moved.id, ALONE)
    assert [query.path for query in record.queries] == [Path("stop", "LEG0000001")]


def test_notes_follow_an_answer_to_its_new_name(vault: Vault, begun: Opened) -> None:
    move_case(vault, begun, NEW, NEW_TEXT)
    vault.set_case(begun.case.id, status=Status.SHARED)
    notes = vault.record(begun.case.id, OFFICE).notes
    assert {note.id: note.path for note in notes} == {"N1": Path("home_town"), "N2": None}


def test_the_new_pack_is_kept_whole_and_one_that_nobody_answers_goes(vault: Vault, begun: Opened) -> None:
    other = vault.new_case(OLD_TEXT, "en")
    move_case(vault, begun, NEW, NEW_TEXT)
    assert pack_of_text(vault.pack(NEW.form.hash)).form == NEW.form
    assert vault.pack(OLD.form.hash) == OLD_TEXT
    move_case(vault, opened(vault, other.id, OLD), NEW, NEW_TEXT)
    with pytest.raises(KeyError):
        vault.pack(OLD.form.hash)


def test_a_copy_of_the_vault_is_kept_first(vault: Vault, begun: Opened, tmp_path: File) -> None:
    assert rotation.kept(tmp_path / "a.intake") == ()
    move_case(vault, begun, NEW, NEW_TEXT)
    assert len(rotation.kept(tmp_path / "a.intake")) == 1


def test_moving_twice_is_moving_once(vault: Vault, begun: Opened) -> None:
    places, text = version("2", OLD_ITEMS, "{town: reason, reason: town}")
    move_case(vault, begun, places, text)
    move_case(vault, begun, places, text)
    after = opened(vault, begun.case.id, places).interview
    assert values(after)[Path("reason")] == "Perm (fictional)"
    assert values(after)[Path("town")] == "told at length"


def test_what_was_typed_meanwhile_moves_too(vault: Vault, begun: Opened) -> None:
    vault.submit(begun.case.id, [AnswerSet(Path("town"), Answer("Perm, Lenina (fictional)", at=NOON))])
    move_case(vault, begun, NEW, NEW_TEXT)
    after = opened(vault, begun.case.id, NEW).interview
    assert values(after)[Path("home_town")] == "Perm, Lenina (fictional)"


def test_an_answer_whose_entry_is_lost_is_kept(vault: Vault, begun: Opened) -> None:
    vault.submit(begun.case.id, [AnswerSet(Path("stop", "LOST000001"), Answer("Cancún", at=NOON))])
    move_case(vault, opened(vault, begun.case.id, OLD), NEW, NEW_TEXT)
    assert values(opened(vault, begun.case.id, NEW).interview)[Path("stop", "LOST000001")] == "Cancún"


def test_a_move_that_fails_on_the_way_changes_nothing(vault: Vault, begun: Opened) -> None:
    def stumble(_: Answers, __: Iterable[Path]) -> NoReturn:
        raise DatabaseDamaged

    with pytest.raises(DatabaseDamaged):
        vault.move_case(begun.case.id, NEW_TEXT, stumble)
    assert opened(vault, begun.case.id, OLD) == begun
    with pytest.raises(KeyError):
        vault.pack(NEW.form.hash)


def test_a_case_that_is_not_there_cannot_move(vault: Vault, begun: Opened) -> None:
    vault.erase_case(begun.case.id)
    with pytest.raises(CaseMissing):
        move_case(vault, begun, NEW, NEW_TEXT)


@pytest.mark.parametrize(
    ("number", "newer"),
    [("2", True), ("1", True), ("1.0.1", True), ("0.9", False), ("0", False), ("spring", True)],
)
def test_only_a_version_that_is_no_earlier_one_is_newer(begun: Opened, number: str, *, newer: bool) -> None:
    shipped, _ = version(number, NEW_ITEMS)
    assert has_newer(begun, shipped) is newer


def test_the_same_pack_and_another_questionnaire_are_no_newer_version(begun: Opened) -> None:
    other = form_of(
        pack(NEW_ITEMS, more={"form.yaml": 'name: big\nversion: "2"\ntitle: T\nsections: [main]\n'})
    )
    assert not has_newer(begun, OLD)
    assert not has_newer(begun, Pack(other, {}))

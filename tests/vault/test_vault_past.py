"""Former wordings: undo for the applicant until sharing, history from then on; versions; forgetting."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path as File

import pytest
from sqlalchemy import Connection, select, update

from intake.answers import Answer, Entry, Path, State
from intake.case import Status
from intake.changes import AnswerSet, EntrySet, SectionFinished, Seen
from intake.errors import CaseClosed, CaseMissing, DatabaseDamaged, VersionMissing
from intake.record import (
    FindingState,
    FindingWord,
    Note,
    Proposal,
    Query,
    ReadBack,
    Record,
    Reply,
    Translation,
)
from intake.searching import Passage
from intake.vault import rotation
from intake.vault.schema import past, tables, version_parts
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, NOW, PACK, REVIEWER

STORY = Path("story")
BY = "A. Example (fictional)"
WORDS = "вытолкнули из автобуса у самой реки"


@pytest.fixture
def case(made: Vault) -> str:
    return made.new_case(PACK, "ru").id


def tell(vault: Vault, case: str, words: str, at: datetime, *, by: str = "", path: Path = STORY) -> None:
    answer = Answer(words, language="ru", by=by, at=at)
    vault.submit(case, [AnswerSet(path, answer)], [Passage(path, words)])


def wordings(vault: Vault, case: str, *, private: bool) -> list[object]:
    edits = vault.past.undo_of if private else vault.past.history
    return [edit.before and edit.before.value for edit in edits(case, STORY, ALONE)]


def after(minutes: float) -> datetime:
    """Minutes from now on, so that it is after the sharing that the test does."""
    return datetime.now(NOW.tzinfo) + timedelta(minutes=minutes)


def test_before_sharing_the_wording_before_each_spell_is_kept_for_undo(made: Vault, case: str) -> None:
    for minutes, words in (
        (0, "М"),
        (1, "Мы вышли"),
        (60, "Мы вышли ночью"),
        (61, "Мы вышли утром"),
        (120, "Ночь"),
    ):
        tell(made, case, words, NOW + timedelta(minutes=minutes))
    assert wordings(made, case, private=True) == ["Мы вышли", "Мы вышли утром"]
    assert wordings(made, case, private=False) == []


def test_sharing_purges_undo_and_history_begins(
    made: Vault, case: str, reopened: Callable[[], Vault]
) -> None:
    tell(made, case, "прежнее", NOW)
    tell(made, case, "общее", NOW + timedelta(hours=1))
    made.set_case(case, status=Status.SHARED)
    assert wordings(made, case, private=True) == wordings(made, case, private=False) == []
    for minutes, words in ((1, "новое"), (2, "новое!"), (60, "другое")):
        tell(made, case, words, after(minutes))
    made.set_case(case, status=Status.IN_PROGRESS)
    tell(made, case, "третье", after(120))
    assert wordings(made, case, private=False) == ["общее", "новое!", "другое"]
    assert wordings(made, case, private=True) == []
    made.close()
    assert wordings(reopened(), case, private=False) == ["общее", "новое!", "другое"]


def test_a_cleared_answer_and_its_return_are_told_apart_by_who_did_it(made: Vault, case: str) -> None:
    tell(made, case, "общее", NOW, by="М. Пример (вымышлена)")
    made.set_case(case, status=Status.SHARED)
    made.submit(case, [AnswerSet(STORY, None)], by=BY)
    (edit,) = made.past.history(case, STORY, REVIEWER)
    assert edit.before is not None
    assert (edit.before.value, edit.by, edit.path) == ("общее", BY, STORY)
    assert made.past.changed_since(case, NOW, REVIEWER)[0].now is None


def test_what_changed_since_a_moment_is_shown_in_its_order(made: Vault, case: str) -> None:
    tell(made, case, "раз", NOW)
    made.set_case(case, status=Status.SHARED)
    moment = after(0)
    tell(made, case, "два", after(10), by=BY)
    tell(made, case, "новое", after(5), path=Path("more"))
    first, second = made.past.changed_since(case, moment, REVIEWER)
    assert (first.path, first.before, first.now and first.now.value) == (Path("more"), None, "новое")
    assert (second.before and second.before.value, second.now and second.now.value, second.by) == (
        "раз",
        "два",
        BY,
    )
    assert made.past.changed_since(case, after(30), REVIEWER) == ()


def test_the_past_of_a_draft_in_progress_is_closed_to_reviewers(made: Vault, case: str) -> None:
    for ask in (
        lambda: made.past.undo_of(case, STORY, REVIEWER),
        lambda: made.past.history(case, STORY, REVIEWER),
        lambda: made.past.changed_since(case, NOW, REVIEWER),
        lambda: made.past.seal(case, REVIEWER),
        lambda: made.past.sealed(case, 1, REVIEWER),
    ):
        with pytest.raises(CaseClosed):
            ask()
    with pytest.raises(CaseMissing):
        made.past.forget("0000000000", STORY)


def sealed_draft(vault: Vault, case: str) -> None:
    """A shared draft with something of every kind that a version holds."""
    place = Path("when", "7FQ2ABCDEF")
    vault.submit(
        case,
        [
            EntrySet(Entry("7FQ2ABCDEF", "incidents")),
            AnswerSet(STORY, Answer(WORDS, language="ru", at=NOW)),
            AnswerSet(place, Answer({"edtf": "2022-03"}, kind="uncertain_date", at=NOW)),
            AnswerSet(Path("later"), Answer(state=State.LATER, kept="put aside", at=NOW)),
            Seen(frozenset({STORY, place})),
            SectionFinished("you", True),
        ],
    )
    vault.put(
        case,
        Translation("T1", NOW, BY, STORY, (WORDS,), ("They pushed us out",)),
        ReadBack("B1", NOW, BY, "you", NOW.date(), "ru"),
        Note("N1", NOW, BY, "not sealed"),
    )
    vault.set_case(case, status=Status.SHARED)


def test_a_sealed_version_stays_as_it_was(made: Vault, case: str, reopened: Callable[[], Vault]) -> None:
    sealed_draft(made, case)
    then = made.answers(case, REVIEWER)
    first = made.past.seal(case, REVIEWER, "for the hearing")
    tell(made, case, "другое", after(60))
    made.drop(case, "T1")
    second = made.past.seal(case, REVIEWER)
    assert (first.number, second.number, first.by, first.title) == (1, 2, REVIEWER.name, "for the hearing")
    assert first.digest != second.digest
    made.close()
    vault = reopened()
    assert vault.record(case, REVIEWER).sealed == (first, second)
    version = vault.past.sealed(case, 1, REVIEWER)
    assert (version.sealed, version.answers, version.removed) == (first, then, ())
    assert (version.pack_hash, version.language) == (PACK.hash, "ru")
    assert [it.id for it in (*version.record.translations, *version.record.read_backs)] == ["T1", "B1"]
    assert version.record.notes == ()
    with pytest.raises(VersionMissing):
        vault.past.sealed(case, 3, REVIEWER)


@pytest.mark.parametrize("column", ["body", "digest", "place", "salt"])
def test_a_version_that_is_not_as_it_was_sealed_is_told_as_damage(
    made: Vault, case: str, column: str
) -> None:
    sealed_draft(made, case)
    made.past.seal(case, REVIEWER)
    changed = {"body": '{"value":"x"}', "digest": "0" * 64, "place": '["other",null]', "salt": b"0" * 16}

    def spoil(connection: Connection) -> None:
        of_story = version_parts.c.place == '["story",null]'
        connection.execute(
            update(version_parts)
            .where(of_story, version_parts.c.kind == "answers")
            .values({column: changed[column]})
        )

    made._thread.write(spoil)
    with pytest.raises(DatabaseDamaged):
        made.past.sealed(case, 1, REVIEWER)


def test_what_is_removed_for_good_is_nowhere_any_more(
    made: Vault, case: str, folder: File, tmp_path: File
) -> None:
    other = made.new_case(PACK, "ru").id
    tell(made, other, WORDS, NOW)
    sealed_draft(made, case)
    made.set_case(case, title=WORDS)
    made.past.seal(case, REVIEWER)
    tell(made, case, "другими словами о том же самом", after(60))
    made.put(
        case,
        Note("N2", NOW, BY, f"She says «{WORDS}»", Path("elsewhere")),
        Note("N3", NOW, BY, "Ask for the ticket", STORY),
        Query("Q1", NOW, BY, f"Что значит «{WORDS}»?", "ru", STORY),
        Reply("R1", NOW, "", "Q1", "То и значит", "ru"),
        Query("Q2", NOW, BY, "Когда это было?", "ru", STORY),
        Proposal("P1", NOW, BY, STORY, Answer("by a river", at=NOW)),
        FindingWord("F1", NOW, BY, "gap", FindingState.EXPLAINED, "vytolknuli iz avtobusa u samoi reki"),
    )
    outside = made.back_up(tmp_path / "copy")
    assert made.past.forget(case, STORY) == (outside,)
    assert STORY not in made.answers(case, REVIEWER).by_path
    assert wordings(made, case, private=False) == []
    record = made.record(case, REVIEWER)
    assert {it.id for it in (*record.notes, *record.queries)} == {"N1", "N3", "Q2"}
    assert (record.replies, record.proposals, record.translations, record.finding_words) == ((), (), (), ())
    assert [hit.case_id for hit in made.search("автобуса", ALONE)] == [other]
    assert next(row.title for row in made.cases(ALONE) if row.id == case) == ""
    version = made.past.sealed(case, 1, REVIEWER)
    assert (version.removed, version.record.translations) == ((STORY,), ())
    assert len(version.answers.by_path) == 2
    assert cells_with(made, "автобус") == {("answers", "value"), ("passages", "shown")}
    assert len(rotation.kept(folder)) == 1


def cells_with(vault: Vault, word: str) -> set[tuple[str, str]]:
    """The columns that still hold a word, in any table."""

    def work(connection: Connection) -> set[tuple[str, str]]:
        return {
            (table.name, column.name)
            for table in tables.sorted_tables
            for column in table.c
            for row in connection.execute(select(column))
            if isinstance(row[0], str) and word in row[0]
        }

    return vault._thread.read(work)


def test_the_files_of_a_removed_answer_go_with_it(made: Vault, case: str) -> None:
    sha256 = made.keep_file(case, b"photo")
    value = {"sha256": sha256, "name": "a.jpg", "media": "image/jpeg", "size": 5}
    made.submit(case, [AnswerSet(STORY, Answer(value, kind="image", at=NOW))])
    made.set_case(case, status=Status.SHARED)
    made.past.seal(case, REVIEWER)
    made.submit(case, [AnswerSet(STORY, None)])
    assert len(made.files(case)) == 1
    made.past.forget(case, STORY)
    assert made.files(case) == ()


def test_a_file_that_only_undo_or_a_version_names_is_kept(
    made: Vault, case: str, reopened: Callable[[], Vault]
) -> None:
    sha256 = made.keep_file(case, b"photo")
    value = {"sha256": sha256, "name": "a.jpg", "media": "image/jpeg", "size": 5}
    made.submit(case, [AnswerSet(STORY, Answer(value, kind="image", at=NOW))])
    made.submit(case, [AnswerSet(STORY, None)])
    made.close()
    vault = reopened()
    assert vault.file(case, sha256) == b"photo"
    vault.set_case(case, status=Status.SHARED)
    vault.close()
    assert reopened().files(case) == ()


def test_an_answer_that_was_never_there_can_be_removed_all_the_same(made: Vault, case: str) -> None:
    tell(made, case, WORDS, NOW)
    made.past.forget(case, Path("never"))
    assert len(made.answers(case, ALONE).by_path) == 1


def test_saving_the_same_batch_twice_keeps_one_wording(made: Vault, case: str) -> None:
    """A write may be done again after a disk has failed in the middle."""
    tell(made, case, "прежнее", NOW)
    for _ in range(2):
        tell(made, case, "новое", NOW + timedelta(hours=1))
    assert wordings(made, case, private=True) == ["прежнее"]


def test_nothing_of_the_record_but_what_is_sealed_is_in_a_version(made: Vault, case: str) -> None:
    sealed_draft(made, case)
    made.past.seal(case, REVIEWER)
    assert made.past.sealed(case, 1, ALONE).record == Record(
        read_backs=made.record(case, REVIEWER).read_backs,
        translations=made.record(case, REVIEWER).translations,
    )


def test_undo_is_kept_apart_from_history_in_the_file(made: Vault, case: str) -> None:
    tell(made, case, "прежнее", NOW)
    tell(made, case, "новое", NOW + timedelta(hours=1))
    made.flush(10)
    assert made._thread.read(lambda it: list(it.scalars(select(past.c.private)))) == [True]

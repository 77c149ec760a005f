"""What is written beside the answers comes back as it was put, and only to those it is for."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, update

from intake.answers import Answer, Path
from intake.case import Glance, Role, Sitting, Status
from intake.errors import CaseClosed, CaseMissing, DatabaseDamaged
from intake.record import (
    Adoption,
    FindingState,
    FindingWord,
    Ground,
    GroundMark,
    How,
    Item,
    Note,
    Proposal,
    Query,
    ReadBack,
    Record,
    Reply,
    Sealed,
    Translation,
)
from intake.vault.schema import items
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, NOW, PACK, REVIEWER

STORY = Path("story", "7FQ2ABCDEF")
BY = "A. Example (fictional)"
ASSISTED = Sitting(Role.ASSISTED, BY)

QUERY = Query("Q1", NOW, BY, "Когда это было?", "ru", STORY, finding="gap")
REPLY = Reply("R1", NOW, "", "Q1", "Весной \ud800\u202e", "ru")
PROPOSAL = Proposal(
    "P1",
    NOW,
    BY,
    STORY,
    Answer({"a": (1, "б", True)}, at=NOW),
    Answer("было"),
    "a slip",
    Adoption(NOW.date(), "ru"),
)
READ_BACK = ReadBack("B1", NOW, BY, "you", date(2026, 11, 24), "ru", "И. Пример (вымышлен)", "0" * 64)
TRANSLATION = Translation(
    "T1", NOW, BY, STORY, ("Раз.", "Два."), ("One.", ""), BY, How.CERTIFIED, "I am able", NOW.date()
)
SEALED = Sealed("S1", NOW, BY, 1, "f" * 64, "for the hearing")
NOTE = Note("N1", NOW, BY, "Ask for the ticket", STORY)
WORD = FindingWord("F1", NOW, BY, "gap:2022", FindingState.EXPLAINED, "She was in hospital", "1" * 64)
MARK = GroundMark("G1", NOW, BY, Ground.TORTURE, STORY, "wrists")
ALL: tuple[Item, ...] = (QUERY, REPLY, PROPOSAL, READ_BACK, TRANSLATION, SEALED, NOTE, WORD, MARK)
WHOLE = Record(
    notes=(NOTE,),
    queries=(QUERY,),
    replies=(REPLY,),
    proposals=(PROPOSAL,),
    translations=(TRANSLATION,),
    read_backs=(READ_BACK,),
    finding_words=(WORD,),
    ground_marks=(MARK,),
    sealed=(SEALED,),
)


@pytest.fixture
def case(made: Vault) -> str:
    """A draft that is open to reviewers."""
    case_id = made.new_case(PACK, "ru").id
    made.set_case(case_id, status=Status.SHARED)
    return case_id


def test_every_kind_of_item_comes_back_as_it_was_put(
    made: Vault, case: str, reopened: Callable[[], Vault]
) -> None:
    made.put(case, *ALL)
    assert made.record(case, REVIEWER) == WHOLE
    made.close()
    assert reopened().record(case, REVIEWER) == WHOLE


def test_an_applicant_is_given_nothing_that_is_counsel_only(made: Vault, case: str) -> None:
    made.put(case, *ALL)
    theirs = Record(queries=(QUERY,), replies=(REPLY,), proposals=(PROPOSAL,), read_backs=(READ_BACK,))
    assert made.record(case, ALONE) == theirs


def test_whoever_types_for_an_applicant_is_given_nothing_that_is_counsel_only(made: Vault, case: str) -> None:
    made.put(case, *ALL)
    found = made.record(case, ASSISTED)
    assert (found.notes, found.finding_words, found.ground_marks) == ((), (), ())
    assert found.translations == (TRANSLATION,)


def test_the_record_of_a_draft_in_progress_is_closed_to_reviewers(made: Vault, case: str) -> None:
    made.put(case, *ALL)
    made.set_case(case, status=Status.IN_PROGRESS)
    with pytest.raises(CaseClosed):
        made.record(case, REVIEWER)


def test_an_item_put_again_takes_the_place_of_the_one_with_its_id(made: Vault, case: str) -> None:
    later = Note("N1", NOW + timedelta(hours=1), BY, "Done with", None, done=True)
    made.put(case, NOTE)
    made.put(case, later)
    assert made.record(case, REVIEWER).notes == (later,)


def test_items_come_in_the_order_they_were_written_in(made: Vault, case: str) -> None:
    notes = [Note(f"N{number}", NOW + timedelta(hours=-number), BY, "x") for number in range(5)]
    made.put(case, *notes)
    assert made.record(case, REVIEWER).notes == tuple(reversed(notes))


def test_a_dropped_item_is_gone_and_another_case_cannot_drop_or_change_it(made: Vault, case: str) -> None:
    other = made.new_case(PACK, "ru").id
    made.put(case, NOTE, MARK)
    made.drop(other, "N1")
    made.put(other, Note("N1", NOW, BY, "taken over"))
    assert made.record(case, REVIEWER) == Record(notes=(NOTE,), ground_marks=(MARK,))
    made.drop(case, "N1")
    made.drop(case, "never there")
    assert made.record(case, REVIEWER) == Record(ground_marks=(MARK,))


def test_there_is_no_record_of_a_case_that_is_not_there(made: Vault) -> None:
    for door in (
        lambda: made.put("0000000000", NOTE),
        lambda: made.drop("0000000000", "N1"),
        lambda: made.record("0000000000", REVIEWER),
        lambda: made.set_glance("0000000000", Glance(1)),
        lambda: made.set_archived("0000000000", archived=True),
    ):
        with pytest.raises(CaseMissing):
            door()


@pytest.mark.parametrize(
    "body",
    [
        "not JSON",
        "[]",
        '{"id":"N1"}',
        '{"id":"N1","at":"yesterday","by":"","text":"","path":null,"done":false}',
        '{"id":"N1","at":"2026-11-24T07:30:15+00:00","by":"","text":7,"path":null,"done":false}',
        '{"id":"N1","at":"2026-11-24T07:30:15+00:00","by":"","text":"","path":["a"],"done":false}',
        '{"id":"N1","at":"2026-11-24T07:30:15+00:00","by":"","text":"","path":null,"done":0}',
        '{"id":"N1","at":"2026-11-24T07:30:15+00:00","by":"","text":"","path":null,"done":false,"more":1}',
        "[" * 100_000,
    ],
)
def test_an_item_that_is_not_as_it_was_written_is_told_as_damage(made: Vault, case: str, body: str) -> None:
    made.put(case, NOTE)

    def spoil(connection: Connection) -> None:
        connection.execute(update(items).values(body=body))

    made._thread.write(spoil)
    with pytest.raises(DatabaseDamaged):
        made.record(case, REVIEWER)


def test_a_list_counts_what_is_open_and_shows_what_a_review_came_to(made: Vault, case: str) -> None:
    made.put(case, *ALL, Note("N2", NOW, BY, "dealt with", done=True), Note("N3", NOW, BY, "not yet"))
    made.put(case, Query("Q2", NOW, BY, "?", "ru", closed=True))
    made.set_glance(case, Glance(5))
    made.set_glance(case, Glance(4, date(2027, 3, 1)))
    made.set_archived(case, archived=True)
    opened = made.case(case, REVIEWER) and made.openings(case)[-1].at
    (row,) = made.cases(REVIEWER)
    assert (row.notes, row.queries, row.glance, row.archived, row.opened) == (
        2,
        1,
        Glance(4, date(2027, 3, 1)),
        True,
        opened,
    )
    made.set_archived(case, archived=False)
    assert not made.cases(REVIEWER)[0].archived


def test_a_list_shows_a_reviewer_nothing_of_what_is_in_a_draft_in_progress(made: Vault, case: str) -> None:
    made.put(case, *ALL)
    made.set_glance(case, Glance(4, date(2027, 3, 1)))
    made.set_case(case, status=Status.IN_PROGRESS)
    (row,) = made.cases(REVIEWER)
    assert (row.notes, row.queries, row.glance) == (0, 0, None)

"""A whole draft as rows, and the matters beside it."""

from datetime import UTC, date, datetime

import pytest

from intake.answers import Answer, Path
from intake.interview import Interview
from intake.record import (
    Adoption,
    Note,
    Proposal,
    Query,
    Record,
    Reply,
    Translation,
)
from intake.review.reading import Reading
from intake.words import Words
from tests.support.cases import answered, told, when
from ui.desk.answer_rows import AnswerRows, Beside, SectionHead
from ui.desk.matters import Matters, matter_row
from ui.models.grid import GridRow, Tone
from ui.pages.voice import Voice

ENGLISH = Words.read("en", None)
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
BY = "A. Example (fictional)"
NAME, BORN = Path("full_name"), Path("born")
SENTENCE = "Меня зовут теперь иначе"


@pytest.fixture
def interview() -> Interview:
    return answered(
        {"full_name": told(SENTENCE), "born": when("2022-12~", "под Новый год")}, seen=("partner",)
    )


def rows(interview: Interview, record: Record) -> dict[object, GridRow]:
    made = AnswerRows(Voice(ENGLISH, ENGLISH), interview, record, Beside.of(record, iter(())))
    return {row.about: row for row in made.all()}


def test_each_answer_stands_with_what_was_asked_and_a_gap_is_soft(interview: Interview) -> None:
    found = rows(interview, Record())
    assert found[SectionHead("main")].is_head
    assert [cell.text for cell in found[NAME].cells[:2]] == ["What is your name?", SENTENCE]
    assert found[Path("partner")].cells[1].tone is Tone.SOFT


def test_the_bounds_of_a_date_are_told_on_hover_and_never_in_its_place(
    interview: Interview,
) -> None:
    cell = rows(interview, Record())[BORN].cells[1]
    assert "about December 2022" in cell.text
    assert "под Новый год" in cell.text
    assert "Not before 31 October 2022" in cell.hint
    assert "not after 31 January 2023" in cell.hint


def test_english_stands_beside_and_a_changed_original_is_told(interview: Interview) -> None:
    def english(of: str) -> GridRow:
        made = Translation(
            "T", AT, BY, NAME, (of,), ("They call me otherwise now",), "B. Example (fictional)"
        )
        return rows(interview, Record(translations=(made,)))[NAME]

    whole = english(SENTENCE).cells[2]
    assert (whole.text, whole.tone) == ("They call me otherwise now", Tone.PLAIN)
    assert "B. Example" in whole.hint
    assert english("Раньше было иначе").cells[2].tone is Tone.NOTE
    assert english(SENTENCE).cells[1].text == SENTENCE


def test_what_lies_beside_an_answer_is_counted_while_it_is_open(interview: Interview) -> None:
    note = Note("N", AT, BY, "ask the consulate", NAME)
    query = Query("Q", AT, BY, "Как пишется?", "ru", NAME)
    record = Record(notes=(note,), queries=(query,))
    assert rows(interview, record)[NAME].cells[3].text == "1 question asked\n1 note"
    done = Record(notes=(Note("N", AT, BY, "ask the consulate", NAME, done=True),))
    assert rows(interview, done)[NAME].cells[3].text == ""


def test_a_proposal_stands_beside_until_it_is_decided(interview: Interview) -> None:
    open_one = Proposal("P", AT, BY, NAME, Answer("Марина", language="ru"), told(SENTENCE))
    adopted = Proposal(
        "P", AT, BY, NAME, Answer("Марина"), told(SENTENCE), adopted=Adoption(date(2026, 11, 24), "ru")
    )
    assert "Proposed: Марина" in rows(interview, Record(proposals=(open_one,)))[NAME].cells[3].text
    assert rows(interview, Record(proposals=(adopted,)))[NAME].cells[3].text == ""


def test_matters_that_are_open_come_first_and_a_reply_is_read_with_its_question(interview: Interview) -> None:
    record = Record(
        notes=(Note("N1", AT, BY, "done with", None, done=True), Note("N2", AT, BY, "to do", NAME)),
        queries=(Query("Q", AT, BY, "Как пишется?", "ru", NAME),),
        replies=(Reply("R", AT, "", "Q", "Через о", "ru"),),
    )
    matters = list(Matters(Reading(interview, ENGLISH, ENGLISH), record, ()).all())
    assert [matter.key for matter in matters] == ["Q", "N2", "N1"]
    assert "the applicant: Через о" in matter_row(matters[0]).cells[0].text
    assert matter_row(matters[2]).cells[0].tone is Tone.SOFT


def test_a_proposal_says_when_the_answer_it_was_made_for_has_changed(interview: Interview) -> None:
    def head(instead_of: Answer | None) -> str:
        proposal = Proposal("P", AT, BY, NAME, Answer("Марина"), instead_of)
        (matter,) = Matters(Reading(interview, ENGLISH, ENGLISH), Record(proposals=(proposal,)), ()).all()
        return matter.head

    assert "changed the answer since" in head(told("Раньше было иначе"))
    assert "changed the answer since" in head(None)
    assert "has not adopted" in head(told(SENTENCE))

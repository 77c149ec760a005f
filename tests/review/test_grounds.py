"""The board of grounds: what was told, the marks that a person made, and what is open."""

from intake.answers import Answer, Path
from intake.interview import Standing
from intake.record import Ground, GroundMark
from intake.review.grounds import BoardRow, board
from tests.support.packs import NOON
from tests.support.shipped import case, sample, shipped_form


def mark(path: Path, ground: Ground = Ground.POLITICAL_OPINION, number: int = 0) -> GroundMark:
    return GroundMark(f"M{number}", NOON, "Reviewer", ground, path)


def test_nothing_is_marked_that_nobody_marked() -> None:
    cards = board(sample("teacher_ru"), ()).cards
    assert cards
    assert [card for card in cards if card.marks] == []


def test_answers_stand_in_the_row_of_their_role() -> None:
    found = board(sample("teacher_ru"), ())
    by_row = {row: {card.path.question for card in found.row(row)} for row in BoardRow}
    assert by_row[BoardRow.REASON] >= {"trouble_reasons", "opinion_what", "incident_reasons"}
    assert by_row[BoardRow.EVENT] >= {"incident_name", "incident_what"}
    assert by_row[BoardRow.FEAR] >= {"fear_of_whom", "fear_of_what"}
    assert "proof_what" in by_row[BoardRow.EVIDENCE]
    assert by_row[BoardRow.OTHER] == set()


def test_a_mark_stands_on_the_answer_it_was_made_for_under_its_ground() -> None:
    path = Path("opinion_what")
    marks = (mark(path), mark(path, Ground.SOCIAL_GROUP, 1), mark(path, number=2))
    card = next(it for it in board(sample("teacher_ru"), marks).cards if it.path == path)
    assert [it.id for it in card.marks] == ["M0", "M1", "M2"]
    assert [it.id for it in card.marked(Ground.POLITICAL_OPINION)] == ["M0", "M2"]
    assert card.marked(Ground.RACE) == ()


def test_an_answer_of_no_role_comes_onto_the_board_when_it_is_marked() -> None:
    found = board(sample("teacher_ru"), (mark(Path("religion")), mark(Path("birth_city"))))
    assert [card.path for card in found.row(BoardRow.OTHER)] == [Path("birth_city")]
    assert [it.path for it in found.adrift] == [Path("religion")]  # there is a state, and no value


def test_a_mark_on_an_answer_that_is_gone_is_kept_apart_and_comes_back() -> None:
    told = case({"harm_any": "yes", "incidents": [{"incident_name": "The arrest"}]})
    made = mark(Path("incident_name", "E000000000"))
    gone, _ = told.remove_entry("E000000000", NOON)
    assert board(gone, (made,)).adrift == (made,)
    back, _ = gone.restore_entry("E000000000")
    assert board(back, (made,)).adrift == ()


def test_what_is_not_yet_asked_or_answered_stands_open_with_how_it_stands() -> None:
    told = case({"fear_return": "yes", "fear_of_whom": {"state": "tell_in_person"}, "fear_of_what": "Prison"})
    found = {it.path.question: it.standing for it in board(told, ()).open}
    assert found["fear_of_whom"] is Standing.STATE
    assert found["fear_reasons"] is Standing.NOT_REACHED
    assert "fear_of_what" not in found
    assert "torture_words" not in found  # not asked
    answered, _ = told.answer(Path("fear_of_whom"), Answer("The police", kind="text"))
    assert "fear_of_whom" not in {it.path.question for it in board(answered, ()).open}


def test_the_pack_has_questions_in_every_row() -> None:
    roles = {question.role for question in shipped_form().questions.values()}
    assert roles >= {row.value for row in BoardRow if row is not BoardRow.OTHER}

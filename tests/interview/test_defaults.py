"""Defaults become answers when their question is first on screen, once, and as nobody's words."""

import pytest

from intake.answers import Answer, Path, State, Stored
from intake.changes import AnswerSet, Seen
from intake.form.defaults import came_by_itself
from intake.interview import Interview, Spot, Standing
from tests.support.packs import NOON, form, interview

JOURNEY = form(
    """
    - {type: text, name: town, label: Town?, default: Tijuana}
    - {type: date, name: asked_on, label: Day?, default: today()}
    - {type: hidden, name: begun, default: "concat(${town}, '!')"}
    - {type: calculate, name: twice, calculation: "concat(${begun}, ${begun})"}
    - {type: text, name: later, label: L, relevant: "${begun} != ''"}
    - {type: text, name: fixed, label: F, default: A, read_only: "yes", required: "yes"}
    - {type: text, name: empty, label: E, read_only: "yes", required: "yes"}
    - type: repeat
      name: legs
      label: Legs
      entry: E
      add: A
      items:
        - {type: integer, name: number, label: N, default: "position(..)"}
        - {type: text, name: from_town, label: F, default: "${town}"}
    """
)
KINDS = form(
    """
    - {type: integer, name: integer, label: L, default: "7"}
    - {type: decimal, name: decimal, label: L, default: "2.5"}
    - {type: select_multiple ways, name: several, label: L, default: bus foot}
    - {type: uncertain_date, name: uncertain, label: L, default: "2022-03~"}
    - {type: datetime, name: moment, label: L, default: now()}
    - {type: time, name: time, label: L, default: "14:30:00.000-07:00"}
    - {type: integer, name: no_number, label: L, default: many}
    - {type: yes_no, name: broken, label: L, default: "regex('', concat('(', ''))"}
    """,
    choices="ways: [{name: bus, label: Bus}, {name: foot, label: Foot}]",
)


def seen(at: Interview, question: str, entry: str | None = None) -> Interview:
    return at.see(Spot(question, entry))[0]


def test_nothing_is_said_before_the_question_is_on_screen() -> None:
    at = interview(JOURNEY)
    assert at.answers.by_path == {}
    at, delta = at.see(Spot("town"))
    assert delta.changes[0] == Seen(frozenset({Path("town")}))
    assert delta.changes[-1] == AnswerSet(Path("town"), Answer("Tijuana"))
    assert at.standing(Path("town")) is Standing.ANSWERED


def test_a_default_is_told_from_what_somebody_typed() -> None:
    answer = seen(interview(JOURNEY), "town").answers.get(Path("town"))
    assert answer is not None
    assert came_by_itself(answer)
    assert not came_by_itself(Answer("Tijuana", at=NOON))
    assert not came_by_itself(Answer("Tijuana", language="ru"))


def test_a_default_that_was_cleared_or_changed_does_not_come_back() -> None:
    at = seen(interview(JOURNEY), "town")
    cleared = at.answer(Path("town"), None)[0]
    assert seen(cleared, "town") == cleared
    stated = at.answer(Path("town"), Answer(state=State.DONT_KNOW))[0]
    assert seen(stated, "town").answers.get(Path("town")) == Answer(state=State.DONT_KNOW)


def test_an_expression_is_worked_out_once_and_in_the_entry_it_is_for() -> None:
    at = interview(JOURNEY).answer(Path("town"), Answer("Cancun"))[0]
    at = at.add_entry("legs", None, "A")[0].add_entry("legs", None, "B")[0]
    at = seen(seen(at, "number", "B"), "from_town", "B")
    at = at.answer(Path("town"), Answer("Mexicali"))[0]
    assert at.answers.get(Path("number", "B")) == Answer(2, kind="integer")
    assert at.answers.get(Path("from_town", "B")) == Answer("Cancun")
    assert at.answers.get(Path("number", "A")) is None


def test_a_day_is_the_day_the_question_was_reached() -> None:
    at = seen(interview(JOURNEY), "asked_on")
    assert at.answers.get(Path("asked_on")) == Answer("2026-11-24", kind="date")


def test_what_is_never_shown_begins_with_the_first_page_and_serves_expressions() -> None:
    at = interview(JOURNEY).answer(Path("town"), Answer("Cancun"))[0]
    assert not at.is_asked(Path("later"))
    at, delta = at.see(Spot("asked_on"))
    assert at.answers.get(Path("begun")) == Answer("Cancun!", kind="hidden")
    assert Path("later") in delta.shown
    assert at.given(Path("twice")) == Answer("Cancun!Cancun!", kind="calculate")
    assert {spot.item for spot in at.spots("main")}.isdisjoint({"begun", "twice"})
    assert at.texts_for(None)["begun"].value == "Cancun!"


def test_what_can_only_be_read_is_never_missed() -> None:
    at = seen(seen(interview(JOURNEY), "fixed"), "empty")
    assert at.standing(Path("fixed")) is Standing.ANSWERED
    assert at.standing(Path("empty")) is Standing.NOT_ASKED
    assert at.problems("main") == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("integer", 7),
        ("decimal", 2.5),
        ("several", ("bus", "foot")),
        ("uncertain", {"edtf": "2022-03~", "words": "", "calendar": "gregorian"}),
        ("moment", "2026-11-24T12:00"),
        ("time", "14:30"),
    ],
)
def test_a_default_is_stored_as_its_kind_stores_answers(question: str, value: Stored) -> None:
    answer = seen(interview(KINDS), question).answers.get(Path(question))
    assert answer is not None
    assert answer.value == value


@pytest.mark.parametrize("question", ["no_number", "broken"])
def test_a_default_that_makes_no_answer_leaves_the_question_open(question: str) -> None:
    at = seen(interview(KINDS), question)
    assert at.standing(Path(question)) is Standing.UNANSWERED

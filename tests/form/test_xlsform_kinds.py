"""The kinds that XLSForm brings: what they accept, show, give to expressions and take from them."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Stored
from intake.answers import Path as At
from intake.form.kinds import Reader
from intake.form.kinds.moments import read_time, time_of
from intake.form.kinds.registry import ASKING_NOTHING, KINDS
from intake.form.kinds.scale import MOST_STEPS, scale_of
from intake.form.model import Choice
from intake.words import Words
from tests.support.packs import form, interview

ENGLISH = Words.load("en", Path())
READER = Reader(
    ENGLISH,
    ENGLISH,
    {"bus": Choice("bus", "A bus"), "tj": Choice("tj", "Tijuana", as_it_is=True)},
    "means",
)


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("date", "2022-03-14", None),
        ("date", "2022-02-29", "not_a_day"),
        ("date", "2022-3-14", "not_a_day"),
        ("date", "20220314", "not_a_day"),
        ("date", "2022-W11-1", "not_a_day"),
        ("date", "٢٠٢٢-٠٣-١٤", "not_a_day"),
        ("date", 2022, "not_a_day"),
        ("time", "14:30", None),
        ("time", "24:00", "not_a_time"),
        ("time", "2:30 pm", "not_a_time"),
        ("time", "14:30:00", "not_a_time"),
        ("datetime", "2022-03-14T14:30", None),
        ("datetime", "2022-03-14", "not_a_day_and_time"),
        ("datetime", "T14:30", "not_a_day_and_time"),
        ("datetime", ("2022-03-14T14:30",), "not_a_day_and_time"),
        ("range", 0.3, None),
        ("range", "many", "not_a_number"),
        ("rank", ("foot", "bus"), None),
        ("rank", ("bus", "bus"), "no_such_choice"),
        ("rank", "bus", "no_such_choice"),
        ("acknowledge", "OK", None),
        ("acknowledge", "ok", "no_such_choice"),
        ("select_one", "other:a horse", None),
        ("select_multiple", ("bus", "other:a horse"), None),
        ("barcode", "4006381333931", None),
    ],
)
def test_a_kind_tells_what_is_wrong_with_a_value(kind: str, value: Stored, code: str | None) -> None:
    assert KINDS[kind].check(value) == code


@pytest.mark.parametrize(
    ("kind", "value", "lines"),
    [
        ("date", "2022-03-14", ("14 March 2022",)),
        ("date", "-3-\u202e14", ("-3-14",)),
        ("time", "14:30", ("2:30\u202fPM",)),
        ("time", "noon", ("noon",)),
        ("datetime", "2022-03-14T09:05", ("14 March 2022, 9:05\u202fAM",)),
        ("datetime", "2022-03-14Tnoon", ("2022-03-14Tnoon",)),
        ("rank", ("tj", "bus", "gone"), ("1. Tijuana", "2. A bus", "3. gone")),
        ("acknowledge", "OK", ("Confirmed",)),
        ("select_one", "other:a\u202e horse", ("a horse",)),
        ("select_one", "other:", ("Other",)),
        ("select_multiple", ("bus", "other:Верхом"), ("A bus", "Верхом")),
    ],
)
def test_a_value_is_shown_in_lines(kind: str, value: Stored, lines: tuple[str, ...]) -> None:
    assert KINDS[kind].show(value, READER) == lines


def test_the_names_of_a_file_are_the_same_in_every_language(tmp_path: Path) -> None:
    russian = Words.load("ru", tmp_path)
    reader = Reader(russian, russian, READER.choices, "means")
    assert KINDS["select_one"].show("tj", reader) == ("Tijuana",)
    assert KINDS["select_one"].show("bus", reader) == ("A bus [en]",)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("select_one", "other:a horse", "other"),
        ("select_one", "other:", "other"),
        ("select_multiple", ("bus", "other:a horse"), "bus other"),
        ("rank", ("foot", "bus"), "foot bus"),
        ("range", 2.0, "2"),
        ("date", "2022-03-14", "2022-03-14"),
    ],
)
def test_expressions_see_a_value_as_text(kind: str, value: Stored, text: str) -> None:
    assert KINDS[kind].xpath(value) == text


def test_an_expression_asks_for_other_whatever_was_said() -> None:
    asked = form(
        """
        - {type: select_one ways, name: way, label: W, or_other: "yes"}
        - {type: text, name: price, label: P, relevant: "selected(${way}, 'other')"}
        """,
        choices="ways: [{name: bus, label: Bus}]",
    )
    at = interview(asked).answer(At("way"), Answer("other:a horse"))[0]
    assert at.is_asked(At("price"))
    assert at.problem(At("way")) is None


def test_what_is_on_no_list_is_a_problem_where_other_is_not_offered() -> None:
    asked = form("- {type: select_one ways, name: way, label: W}", choices="ways: [{name: bus, label: Bus}]")
    problem = interview(asked).answer(At("way"), Answer("other:a horse"))[0].problem(At("way"))
    assert problem is not None
    assert problem.code == "no_such_choice"


@pytest.mark.parametrize(
    ("value", "code"),
    [(0.3, None), (0, None), (1.0, None), (0.35, "not_on_the_scale"), (1.1, "not_on_the_scale")],
)
def test_a_number_off_its_scale_is_a_problem(value: float, code: str | None) -> None:
    asked = form("- {type: range, name: pain, label: P, parameters: start=0 end=1 step=0.1}")
    problem = interview(asked).answer(At("pain"), Answer(value))[0].problem(At("pain"))
    assert (problem.code if problem else None) == code


@pytest.mark.parametrize(
    ("parameters", "steps"),
    [
        ({}, 9),
        ({"start": "0", "end": "1", "step": "0.1"}, 10),
        ({"start": "-5", "end": "5", "step": "3"}, 3),
        ({"start": "0", "end": str(MOST_STEPS)}, MOST_STEPS),
        ({"start": "0", "end": str(MOST_STEPS + 1)}, None),
        ({"start": "5", "end": "1"}, None),
        ({"step": "0"}, None),
        ({"step": "-1"}, None),
        ({"end": "nan"}, None),
        ({"end": "inf"}, None),
        ({"end": "1e999999"}, None),
        ({"end": "ten"}, None),
    ],
)
def test_a_scale_needs_numbers_that_lead_on(parameters: dict[str, str], steps: int | None) -> None:
    scale = scale_of(parameters)
    assert (scale.steps if scale else None) == steps


@given(
    st.decimals(-1000, 1000, places=2),
    st.decimals("0.01", 50, places=2),
    st.integers(1, 200),
    st.integers(0, 200),
)
def test_every_place_of_a_scale_is_found_again(start: Decimal, step: Decimal, steps: int, place: int) -> None:
    scale = scale_of({"start": str(start), "step": str(step), "end": str(start + steps * step)})
    assert scale is not None
    assert scale.steps == steps
    inside = place % (steps + 1)
    assert scale.place_of(scale.at(inside)) == inside


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("14 h 30", "14:30"),
        ("9:05", "09:05"),
        ("2:30 pm", "14:30"),
        ("2:30PM", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("7 am", "07:00"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("١٤:٣٠", "14:30"),
        ("14:30 pm", None),
        ("0 am", None),
        ("24:00", None),
        ("12:60", None),
        ("14", None),
        ("1430", None),
        ("noon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it_and_never_guessed(typed: str, stored: str | None) -> None:
    assert read_time(typed) == stored


@given(st.text(max_size=12))
def test_a_time_that_is_read_is_one(typed: str) -> None:
    stored = read_time(typed)
    assert stored is None or (time_of(stored) is not None and read_time(stored) == stored)


@given(st.sampled_from(sorted(KINDS.keys() - ASKING_NOTHING)), st.text())
def test_any_text_of_an_expression_is_taken_or_told_as_wrong(name: str, text: str) -> None:
    value = KINDS[name].from_text(text)
    code = KINDS[name].check(value)
    assert code is None or isinstance(code, str)
    assert KINDS[name].from_text(KINDS[name].xpath(value)) == value or name in (
        "select_one",
        "select_multiple",
    )

"""Composing a date from fields and taking it apart again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.dates import (
    Hemisphere,
    Parts,
    Point,
    Quality,
    Reason,
    Season,
    Shape,
    TimeOfYear,
    UncertainDate,
    compose,
    decompose,
    parse,
    read_number,
)
from intake.errors import DateError
from tests.support.uncertain_dates import uncertain_dates

MARCH, MAY = Point(2022, 3), Point(2022, 5)


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (Parts(Shape.DATE, Point(2022, 3, 14)), "2022-03-14"),
        (Parts(Shape.DATE, Point(2022, day=14)), "2022-XX-14"),
        (Parts(Shape.DATE, Point(month=3, day=14)), "XXXX-03-14"),
        (Parts(Shape.DATE, Point(month=2, day=29)), "XXXX-02-29"),
        (Parts(Shape.DATE, Point(day=14)), "XXXX-XX-14"),
        (Parts(Shape.DATE, Point(2022, 3, quality=Quality.ABOUT)), "2022-03~"),
        (Parts(Shape.DATE, Point(2022, season=Season(TimeOfYear.WINTER, Hemisphere.NORTH))), "2022-28"),
        (Parts(Shape.DATE, Point(2022, season=Season(TimeOfYear.WINTER, Hemisphere.SOUTH))), "2022-32"),
        (Parts(Shape.DATE, Point(2022, season=Season(TimeOfYear.WINTER))), "2022-24"),
        (Parts(Shape.BEFORE, MAY), "[..2022-05]"),
        (Parts(Shape.AFTER, MAY), "[2022-05..]"),
        (Parts(Shape.BETWEEN, MARCH, MAY), "[2022-03..2022-05]"),
        (Parts(Shape.FROM_TO, MARCH, MAY), "2022-03/2022-05"),
        (Parts(Shape.SINCE, MARCH), "2022-03/.."),
        (Parts(Shape.FROM, MARCH), "2022-03/"),
        (Parts(Shape.UNTIL, MAY), "../2022-05"),
    ],
)
def test_fields_make_the_date_they_show(parts: Parts, edtf: str) -> None:
    assert compose(parts) == parse(edtf)
    assert decompose(parse(edtf)) == parts


@given(uncertain_dates())
def test_a_date_taken_apart_and_composed_is_the_same(when: UncertainDate) -> None:
    assert compose(decompose(when)) == when


@pytest.mark.parametrize(
    ("reason", "parts"),
    [
        (Reason.EMPTY, Parts(Shape.DATE, Point())),
        (Reason.EMPTY, Parts(Shape.DATE, Point(quality=Quality.ABOUT))),
        (Reason.EMPTY, Parts(Shape.BETWEEN, MARCH)),
        (Reason.EMPTY, Parts(Shape.FROM_TO, MARCH, Point())),
        (Reason.YEAR_SHORT, Parts(Shape.DATE, Point(22, 3, 14))),
        (Reason.YEAR_SHORT, Parts(Shape.FROM_TO, Point(2021), Point(22))),
        (Reason.YEAR_SHORT, Parts(Shape.DATE, Point(999))),
        (Reason.YEAR_ZERO, Parts(Shape.DATE, Point(0, 3))),
        (Reason.YEAR_OUT_OF_RANGE, Parts(Shape.DATE, Point(10_000))),
        (Reason.YEAR_OUT_OF_RANGE, Parts(Shape.DATE, Point(-5))),
        (Reason.NO_SUCH_MONTH, Parts(Shape.DATE, Point(2022, 13))),
        (Reason.NO_SUCH_MONTH, Parts(Shape.DATE, Point(2022, 0))),
        (Reason.NO_SUCH_DAY, Parts(Shape.DATE, Point(2023, 2, 29))),
        (Reason.NO_SUCH_DAY, Parts(Shape.DATE, Point(month=2, day=30))),
        (Reason.NO_SUCH_DAY, Parts(Shape.DATE, Point(day=32))),
        (Reason.NO_SUCH_DAY, Parts(Shape.DATE, Point(2022, 3, 0))),
        (Reason.SEASON_WITH_MONTH, Parts(Shape.DATE, Point(2022, 3, season=Season(TimeOfYear.SPRING)))),
        (Reason.WRONG_ORDER, Parts(Shape.FROM_TO, MAY, MARCH)),
        (Reason.WRONG_ORDER, Parts(Shape.BETWEEN, MAY, MARCH)),
    ],
)
def test_fields_that_make_no_date_are_refused_with_the_reason(reason: Reason, parts: Parts) -> None:
    with pytest.raises(DateError) as refusal:
        compose(parts)
    assert refusal.value.facts == {"reason": reason}


def test_a_second_point_that_no_field_shows_is_a_fault_of_the_editor() -> None:
    with pytest.raises(ValueError, match="second point"):
        compose(Parts(Shape.DATE, MARCH, MAY))


def test_words_and_calendar_are_kept_with_what_was_composed() -> None:
    told = compose(Parts(Shape.DATE, MARCH), "اسفند ۱۴۰۰", "persian")
    assert told.stored() == {"edtf": "2022-03", "words": "اسفند ۱۴۰۰", "calendar": "persian"}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("14", 14),
        (" 3 ", 3),
        ("03", 3),
        ("٢٠٢٢", 2022),
        ("۱۴۰۱", 1401),
        ("२०२२", 2022),
        ("２０２２", 2022),
        ("0", 0),
    ],
)
def test_digits_of_any_script_are_read(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", " ", "\t", "\u00a0"])
def test_an_empty_field_is_no_number(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    "typed", ["x", "-3", "+3", "3.5", "1_000", "²", "½", "Ⅻ", "3 4", "\ud800", "1\u202e2"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(DateError) as refusal:
        read_number(typed)
    assert refusal.value.facts == {"reason": Reason.NOT_A_NUMBER}


@given(st.text(max_size=20) | st.just("9" * 1_000_000))
def test_whatever_is_typed_is_a_number_nothing_or_a_date_error(typed: str) -> None:
    try:
        number = read_number(typed)
    except DateError:
        assert not typed.strip().isdecimal() or len(typed) > 9
    else:
        assert (number is None) is (not typed.strip())

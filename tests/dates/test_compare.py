"""Comparing: yes and no only when they hold for every day that the dates can mean."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from intake.dates import (
    Certainty,
    Hemisphere,
    Padding,
    Parts,
    Point,
    Quality,
    Season,
    Shape,
    UncertainDate,
    before,
    cautious,
    chronological,
    ending,
    overlap,
    parse,
    within,
)
from tests.support.uncertain_dates import uncertain_dates

YES, NO, MAYBE = Certainty.YES, Certainty.NO, Certainty.MAYBE
NO_PADDING = Padding(year_days=0, season_days=0, month_days=0, day_days=0)
QUESTIONS = [before, overlap, within]


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2022-03-14", "2022-03-15", YES),
        ("2022-03-14", "2022-03-14", NO),
        ("2022-03-15", "2022-03-14", NO),
        ("2022-03", "2022-04", YES),
        ("2022-03", "2022-03", MAYBE),
        ("2022-03", "2022-03-01", NO),
        ("2022-03", "2022-03-31", MAYBE),
        ("2022-02-28", "2022-03", YES),
        ("2024-02-29", "2024-03", YES),
        ("2021", "2022", YES),
        ("2022", "2021", NO),
        ("2022", "2022-06", MAYBE),
        ("2022-03~", "2022-05-02", YES),
        ("2022-03~", "2022-05-01", MAYBE),
        ("2022-03?", "2022-05-01", MAYBE),
        ("2022-03%", "2022-05-01", MAYBE),
        ("2022-03-14~", "2022-03-21", MAYBE),
        ("2022-03-14~", "2022-03-22", YES),
        ("2021~", "2022-12-31", MAYBE),
        ("2021~", "2023-01-02", YES),
        ("2019-28", "2020-02-29", MAYBE),
        ("2019-28", "2020-03", YES),
        ("2019-28~", "2020-03", MAYBE),
        ("2020-01", "2019-28", MAYBE),
        ("2019-32", "2019-28", YES),
        ("2019-24", "2019-28", MAYBE),
        ("2022-XX-14", "2022-12-15", YES),
        ("2022-XX-14", "2022-12-14", MAYBE),
        ("[..2022-05]", "2022-06", YES),
        ("[..2022-05]", "2020", MAYBE),
        ("[2022-05..]", "2022-04", NO),
        ("[2022-05..]", "2023", MAYBE),
        ("[2022-03..2022-05]", "2022-06", YES),
        ("[2022-03..2022-05]", "2022-04", MAYBE),
        ("2021-05/2022-01", "2022-02", YES),
        ("2021-05/2022-01", "2021-12-31", NO),
        ("2021-05/2022-01", "2022-01-01", NO),
        ("2021-05/2022-01", "2022-01-02", MAYBE),
        ("2021-05/..", "2022", NO),
        ("2021-05/", "2022", MAYBE),
        ("2021-05/", "2021-05-01", NO),
        ("2020", "2021-05/..", YES),
        ("../2021-05", "2021-06", YES),
        ("../2021-05", "2021-05-01", NO),
        ("2022-05/2022", "2022-05-01", NO),
        ("2022/2022-05", "2022-05-31", MAYBE),
        ("2022-06", "2022/2022-05", NO),
    ],
)
def test_before(a: str, b: str, answer: Certainty) -> None:
    assert before(parse(a), parse(b)) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2022-03-14", "2022-03-14", YES),
        ("2022-03-14", "2022-03-15", NO),
        ("2022-03", "2022-03", MAYBE),
        ("2021-05/2022-01", "2021-07-01", YES),
        ("2021-05/2022-01", "2021-05-15", MAYBE),
        ("2021-05/2022-01", "2021-05-31", YES),
        ("2021-05/2022-01", "2022-01-15", MAYBE),
        ("2021-05/2022-01", "2022-02", NO),
        ("2021-05/2022-01~", "2022-02", MAYBE),
        ("2021-05/2022-01", "2021-12/2022-03", YES),
        ("2021-05/2022-01", "2022-01/2022-03", MAYBE),
        ("2021-06/..", "2021-07-01", YES),
        ("2021-06/", "2021-07-01", MAYBE),
        ("2021-06/..", "2021-05", NO),
        ("2021-06/..", "2020/..", YES),
        ("../2021-06", "2021-07", NO),
        ("../2021-06", "2021-05", MAYBE),
        ("2022-05/2022", "2022-05-31", MAYBE),
        ("2022-05/2022", "2022-04", NO),
    ],
)
def test_overlap(a: str, b: str, answer: Certainty) -> None:
    assert overlap(parse(a), parse(b)) is answer
    assert overlap(parse(b), parse(a)) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2021-07-01", "2021-05/2022-01", YES),
        ("2021-06", "2021-05/2022-01", YES),
        ("2021-05", "2021-05/2022-01", MAYBE),
        ("2021-04", "2021-05/2022-01", NO),
        ("2021-06/2021-08", "2021-05/2022-01", YES),
        ("2021-06/2023", "2021-05/2022-01", NO),
        ("2020/2021-08", "2021-05/2022-01", NO),
        ("2021-06", "2021-05/..", YES),
        ("2021-06/..", "2021-05/2022-01", NO),
        ("2022-03-14", "2022-03-14", YES),
    ],
)
def test_within(a: str, b: str, answer: Certainty) -> None:
    assert within(parse(a), parse(b)) is answer


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-03-14", "2022-03-14"),
        ("2022-03", "2022-03-01"),
        ("2022-03-14~", "2022-03-07"),
        ("2022-03~", "2022-01-29"),
        ("2022?", "2020-12-31"),
        ("2021-28~", "2021-10-31"),
        ("2022-XX-14~", "2021-01-13"),
        ("[2022-03~..2022-05]", "2022-01-29"),
        ("2021-05-10~/..", "2021-05-03"),
        ("[..2022-05]", None),
        ("../2022-05", None),
        ("XXXX-03-14", None),
        ("0001-01~", "0001-01-01"),
    ],
)
def test_clocks_run_from_the_earliest_padded_day(text: str, day: str | None) -> None:
    assert cautious(parse(text)) == (date.fromisoformat(day) if day else None)


def test_the_padding_is_the_callers_policy() -> None:
    about = parse("2022-03~")
    assert cautious(about, Padding(month_days=10)) == date(2022, 2, 19)
    assert cautious(about, NO_PADDING) == about.earliest
    assert before(about, parse("2022-04"), NO_PADDING) is YES


@pytest.mark.parametrize(
    "text", ["9999~", "9999-12-31~", "9999-28~", "9999/..", "0001~", "0001-01-01?", "../0001"]
)
def test_padding_stops_where_the_calendar_does(text: str) -> None:
    edge = parse(text)
    assert overlap(edge, parse("2022")) is NO
    assert overlap(edge, edge) is not NO


def test_a_chronology_is_sorted_by_bounds_and_ends_with_what_has_none() -> None:
    expected = [
        *("2019", "2019-28", "2020", "[..2021-04]", "2021-05-01", "2021-05", "2021-05~", "2021-05/2022-01"),
        *("2021-05/..", "[2021-05..]", "2022-03-14", "../2022-03", "2022-04"),
        *("XXXX-03", "XXXX-03-14", "[XXXX-05..]"),
    ]
    ordered = sorted(map(parse, reversed(expected)), key=chronological)
    assert [str(when) for when in ordered] == expected


def test_a_stretch_of_one_day_is_as_long_as_that_day() -> None:
    day, stretch = parse("2022-03-14"), parse("2022-03-14/2022-03-14")
    for other in (date(2022, 3, 14) + timedelta(days) for days in (-1, 0, 1)):
        exact = parse(other.isoformat())
        assert before(day, exact) is before(stretch, exact)
        assert overlap(day, exact) is overlap(stretch, exact)


@pytest.mark.parametrize(("days", "answer"), [(0, YES), (30, YES), (31, MAYBE), (90, MAYBE), (91, NO)])
def test_before_by_more_than_so_many_days(days: int, answer: Certainty) -> None:
    assert before(parse("2022-03"), parse("2022-05"), days=days) is answer


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-03", "2022-03-01", "2022-03-31"),
        ("2021-05/2022-01", "2022-01-01", "2022-01-31"),
        ("../2022-03-14", "2022-03-14", "2022-03-14"),
    ],
)
def test_a_date_can_have_ended_between_two_days(edtf: str, first: str, last: str) -> None:
    days = tuple(date.fromisoformat(day).toordinal() for day in (first, last))
    assert tuple(ending(parse(edtf))) == days


@given(st.lists(uncertain_dates(), unique_by=str), st.randoms())
def test_a_chronology_is_the_same_from_any_start(dates: list[UncertainDate], random: Random) -> None:
    shuffled = random.sample(dates, len(dates))
    ordered = sorted(dates, key=chronological)
    assert sorted(shuffled, key=chronological) == ordered
    for one, next_one in pairwise(ordered):
        assert before(next_one, one, NO_PADDING) is not YES


@given(uncertain_dates(), uncertain_dates())
def test_before_is_antisymmetric(a: UncertainDate, b: UncertainDate) -> None:
    if before(a, b) is YES:
        assert before(b, a) is NO
        assert overlap(a, b) is overlap(b, a) is NO


@given(uncertain_dates(), uncertain_dates(), uncertain_dates())
def test_before_is_transitive(a: UncertainDate, b: UncertainDate, c: UncertainDate) -> None:
    if before(a, b) is YES and before(b, c) is YES:
        assert before(a, c) is YES


@given(uncertain_dates(), uncertain_dates())
def test_two_dates_overlap_or_one_is_before_the_other(a: UncertainDate, b: UncertainDate) -> None:
    apart = YES in (before(a, b), before(b, a))
    assert apart is (overlap(a, b) is NO)
    assert overlap(a, b) is overlap(b, a)


@given(uncertain_dates())
def test_a_date_without_a_year_may_be_at_any_time(other: UncertainDate) -> None:
    for text in ("XXXX-03-14", "XXXX-03~", "XXXX-28", "XXXX-XX-14"):
        someday = parse(text)
        for question in QUESTIONS:
            assert question(someday, other) is question(other, someday) is MAYBE


@given(uncertain_dates(), uncertain_dates(), st.data())
def test_wider_bounds_never_turn_maybe_into_yes_or_no(
    a: UncertainDate, b: UncertainDate, data: st.DataObject
) -> None:
    wider_a, wider_b = data.draw(widened(a)), data.draw(widened(b))
    for question in QUESTIONS:
        assert question(wider_a, wider_b) in {question(a, b), MAYBE}


@given(uncertain_dates(), uncertain_dates(), st.integers(0, 5000))
def test_more_padding_never_turns_maybe_into_yes_or_no(a: UncertainDate, b: UncertainDate, days: int) -> None:
    more = Padding(366 + days, 31 + days, 31 + days, 7 + days)
    for question in QUESTIONS:
        assert question(a, b, more) in {question(a, b), MAYBE}


@given(uncertain_dates(), uncertain_dates(), st.data())
def test_a_certain_answer_holds_for_every_day_that_the_dates_can_mean(
    a: UncertainDate, b: UncertainDate, data: st.DataObject
) -> None:
    exact_a, exact_b = data.draw(exactly(a)), data.draw(exactly(b))
    for question in QUESTIONS:
        assert question(a, b) in {question(exact_a, exact_b), MAYBE}


@given(uncertain_dates())
def test_the_cautious_day_is_never_later_than_the_earliest(when: UncertainDate) -> None:
    careful = cautious(when)
    assert (careful is None) is (when.earliest is None)
    if careful and when.earliest:
        assert careful <= when.earliest


def _wider_points(point: Point) -> list[Point]:
    found = [point]
    if point.day is not None and (point.month, point.year) != (None, None):
        found.append(Point(point.year, point.month, None, None, point.quality))
    if point.month is not None and (point.day, point.year) != (None, None):
        found.append(Point(point.year, None, point.day, None, point.quality))
    if point.season:
        season = Season(point.season.time, Hemisphere.UNCONFIRMED)
        found.append(Point(point.year, season=season, quality=point.quality))
    if point.quality is Quality.PLAIN:
        found.append(Point(point.year, point.month, point.day, point.season, Quality.ABOUT))
    return found


WIDER_SHAPES = {
    Shape.DATE: (Shape.BEFORE, Shape.AFTER),
    Shape.SINCE: (Shape.FROM,),
}


@st.composite
def widened(draw: st.DrawFn, when: UncertainDate) -> UncertainDate:
    """A date that can mean every day that `when` can, and perhaps more."""
    parts = when.parts
    first = draw(st.sampled_from(_wider_points(parts.first)))
    if parts.second:
        second = draw(st.sampled_from(_wider_points(parts.second)))
        return UncertainDate(Parts(parts.shape, first, second))
    return UncertainDate(
        Parts(draw(st.sampled_from((parts.shape, *WIDER_SHAPES.get(parts.shape, ())))), first)
    )


def _day(when: date) -> Point:
    return Point(when.year, when.month, when.day)


@st.composite
def exactly(draw: st.DrawFn, when: UncertainDate) -> UncertainDate:
    """One of the things that `when` can mean, to the day."""
    second = when.parts.second or when.parts.first
    starts, ends = (
        UncertainDate(Parts(Shape.DATE, when.parts.first)),
        UncertainDate(Parts(Shape.DATE, second)),
    )
    start = draw(st.dates(starts.earliest or date.min, starts.latest or date.max))
    if when.parts.shape is Shape.SINCE:
        return UncertainDate(Parts(Shape.SINCE, _day(start)))
    if when.period:
        low = ends.earliest or date.min
        if when.parts.shape is Shape.UNTIL:
            end = draw(st.dates(low, ends.latest or date.max))
            return UncertainDate(Parts(Shape.FROM_TO, _day(draw(st.dates(date.min, end))), _day(end)))
        high = date.max if when.parts.shape is Shape.FROM else ends.latest or date.max
        assume(start <= high)
        return UncertainDate(Parts(Shape.FROM_TO, _day(start), _day(draw(st.dates(max(start, low), high)))))
    moment = draw(st.dates(when.earliest or date.min, when.latest or date.max))
    return UncertainDate(Parts(Shape.DATE, _day(moment)))

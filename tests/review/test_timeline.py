"""The drawn chronology: the same rows as bars in lanes, as uncertain as they were told."""

import re
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Path, State
from intake.dates import UncertainDate
from intake.interview import Interview
from intake.review.between import between, with_between
from intake.review.chronology import Row, chronology
from intake.review.scale import Scale, ticks
from intake.review.stretches import Gap, Overlap
from intake.review.timeline import DOT, Timeline, draw, span_of, story_span
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import answered, told, when
from tests.support.shipped import case
from tests.support.uncertain_dates import uncertain_dates

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
TODAY = date(2026, 11, 24)
YEAR = Scale(date(2023, 1, 1), date(2023, 12, 31), 730.0)
"""Two points a day."""


def wide(text: str) -> float:
    return 5.0 * len(text)


def drawn(interview: Interview, scale: Scale = YEAR) -> Timeline:
    return draw(chronology(interview, ENGLISH, ENGLISH), scale, TODAY, wide, ENGLISH)


def left(*dates: str) -> Interview:
    return answered({}, *({"leg_from": told(f"{n}"), "leg_left": when(d)} for n, d in enumerate(dates)))


def test_a_sure_day_is_certain_and_a_month_is_only_possible() -> None:
    sure, month = drawn(left("2023-02-01", "2023-03")).bars
    assert sure.possible == sure.certain == (62.0, 64.0)
    assert (month.possible, month.certain) == ((118.0, 180.0), None)


def test_what_is_too_short_for_a_bar_is_a_dot_and_no_bar_of_weeks() -> None:
    years = Scale(date(2016, 1, 1), date(2023, 12, 31), 400.0)
    sure, some_days, month = drawn(left("2018-02-01", "2019-05-05~", "2020-03"), years).bars
    assert sure.dot == pytest.approx(years.x(date(2018, 2, 1).toordinal()), abs=0.2)
    assert sure.certain is not None
    assert (some_days.dot is not None, some_days.certain) == (True, None)
    assert month.dot is None
    assert month.possible[1] - month.possible[0] == pytest.approx(31 * 400 / 2922, abs=0.01)


def test_no_bar_is_wider_than_the_days_it_stands_for() -> None:
    day = Scale(date(2023, 2, 1), date(2023, 2, 10), 700.0)
    (bar,) = drawn(left("2023-02-01"), day).bars
    assert (bar.possible, bar.dot) == ((0.0, 70.0), None)


def test_what_lies_beyond_the_drawing_or_has_no_date_is_told_of() -> None:
    picture = drawn(left("2021", "2023-02", "2025", "XXXX-03"))
    assert [row.when.date.edtf for row in picture.before if row.when.date] == ["2021"]
    assert [row.when.date.edtf for row in picture.after if row.when.date] == ["2025"]
    assert [row.when.date.edtf for row in picture.undated if row.when.date] == ["XXXX-03"]


def test_a_stretch_that_began_before_the_drawing_is_broken_off_at_its_edge() -> None:
    legs = {"leg_from": told("A"), "leg_left": when("2019"), "leg_until": when("2023-02")}
    (bar,) = drawn(answered({}, legs)).bars
    assert (bar.open_left, bar.open_right) == (True, False)
    assert bar.possible[0] == 0.0


def test_a_stretch_is_certain_from_its_last_beginning_to_its_first_end() -> None:
    legs = {"leg_from": told("A"), "leg_left": when("2023-02"), "leg_until": when("2023-04")}
    (bar,) = drawn(answered({}, legs)).bars
    assert bar.possible == (62.0, 240.0)
    assert bar.certain == (116.0, 182.0)


def test_what_nobody_bounds_goes_on_to_the_edge_and_says_so() -> None:
    (bar,) = drawn(left("[2023-02-01..]")).bars
    assert (bar.possible, bar.certain) == ((62.0, 730.0), None)
    assert (bar.open_left, bar.open_right) == (False, True)


def test_a_home_lived_in_still_goes_on_until_today() -> None:
    homes = [{"home_city": "Baltimore", "home_from": "2023-02-01", "home_still": "yes"}]
    rows = chronology(case({"homes": homes}), ENGLISH, ENGLISH)
    assert [row.goes_on for row in rows] == [True]
    assert span_of(rows, TODAY) == (date(2023, 2, 1), TODAY)
    (bar,) = draw(rows, YEAR, TODAY, wide, ENGLISH).bars
    assert (bar.certain, bar.open_right) == ((62.0, 730.0), True)


def test_the_story_begins_after_daily_life_unless_there_is_nothing_else() -> None:
    alone = chronology(answered({"born": when("1988")}), ENGLISH, ENGLISH)
    assert story_span(alone, TODAY) == (date(1988, 1, 1), date(1988, 12, 31))
    more = answered({"born": when("1988")}, {"leg_left": when("2023")})
    assert story_span(chronology(more, ENGLISH, ENGLISH), TODAY) == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_moment_that_is_asked_no_end_does_not_go_on() -> None:
    incident = {"incident_name": "The arrest", "incident_when": "2021-03-04", "incident_lasted": "no"}
    rows = chronology(case({"harm_any": "yes", "incidents": [incident]}), ENGLISH, ENGLISH)
    assert span_of(rows, TODAY) == (date(2021, 3, 4), date(2021, 3, 4))


def test_what_has_no_date_or_lies_outside_the_scale_is_not_drawn() -> None:
    legs = [{"leg_left": told(State.DONT_REMEMBER, "uncertain_date")}, {"leg_left": when("2021")}]
    assert drawn(answered({}, *legs)).bars == ()
    assert drawn(answered({}, *legs)).lanes == ()


def test_lanes_stand_one_below_the_other_in_their_order_and_hold_their_bars() -> None:
    legs = {"leg_from": told("A"), "leg_left": when("2023-02")}
    picture = drawn(answered({"born": when("2023-05")}, legs))
    assert [lane.name for lane in picture.lanes] == ["life", "journey"]
    first, second = picture.lanes
    assert first.y + first.height < second.y
    assert second.y + second.height <= picture.height
    for bar in picture.bars:
        lane = next(it for it in picture.lanes if it.name == bar.lane)
        assert lane.y <= bar.y <= lane.y + lane.height


def test_a_label_that_would_leave_the_page_moves_to_the_left() -> None:
    (bar,) = drawn(left("2023-12-30")).bars
    assert bar.label_x + wide(bar.label) == pytest.approx(730.0)


@settings(max_examples=100, deadline=None)
@given(st.lists(uncertain_dates(), max_size=8))
def test_no_two_labels_or_bars_of_a_line_touch_and_none_leaves_the_drawing(
    found: list[UncertainDate],
) -> None:
    rows = chronology(left(*map(str, found)), ENGLISH, ENGLISH)
    span = span_of(rows, TODAY)
    if span is None:
        ends = [row.when.date.latest for row in rows if row.when.date and row.when.date.latest]
        assert {day.year for day in ends} <= {MINYEAR, MAXYEAR}
        return
    picture = draw(rows, Scale(*span, 700.0), TODAY, wide, ENGLISH)
    lines: dict[tuple[str, float], list[tuple[float, float]]] = {}
    for bar in picture.bars:
        seen = bar.possible if bar.dot is None else (bar.dot - DOT / 2, bar.dot + DOT / 2)
        begin, end = min(seen[0], bar.label_x), max(seen[1], bar.label_x + wide(bar.label))
        lines.setdefault((bar.lane, bar.y), []).append((begin, end))
        assert 0 <= bar.possible[0] <= bar.possible[1] <= 700.0
        assert bar.certain is None or bar.possible[0] <= bar.certain[0] <= bar.certain[1] <= 700.0
    untouched = (*picture.before, *picture.after, *picture.undated)
    assert sorted([bar.row.source for bar in picture.bars] + [row.source for row in untouched]) == sorted(
        row.source for row in rows
    )
    for spans in lines.values():
        spans.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(uncertain_dates(), max_size=6))
def test_four_hundred_years_later_everything_stands_in_the_same_order_and_place(
    found: list[UncertainDate],
) -> None:
    """Four hundred Gregorian years are a whole number of weeks, with the same leap years."""
    plain = [str(one) for one in found if one.earliest and one.latest and 1400 < one.latest.year < 3000]
    shifted = [_later(edtf) for edtf in plain]
    one, other = (chronology(left(*dates), ENGLISH, ENGLISH) for dates in (plain, shifted))
    assert [row.source for row in one] == [row.source for row in other]


def _later(edtf: str) -> str:
    return re.sub(r"(?<![0-9-])([0-9]{4})", lambda year: f"{int(year[1]) + 400:04d}", edtf)


def test_a_scale_tells_days_back_from_points() -> None:
    assert [YEAR.day(x) for x in (0.0, 1.9, 2.0, 729.9, 5000.0, -3.0)] == [
        date(2023, 1, 1),
        date(2023, 1, 1),
        date(2023, 1, 2),
        date(2023, 12, 31),
        date(2023, 12, 31),
        date(2023, 1, 1),
    ]


def test_zooming_keeps_the_day_under_the_pointer_and_stays_within_what_there_is() -> None:
    whole = (date(2020, 1, 1), date(2026, 12, 31))
    nearer = YEAR.zoomed(0.5, 365.0, whole)
    assert abs((nearer.day(365.0) - YEAR.day(365.0)).days) <= 1
    assert (nearer.last - nearer.first).days + 1 == round(365 * 0.5)
    farther = YEAR.zoomed(1000.0, 10.0, whole)
    assert (farther.first, farther.last) == whole


@pytest.mark.parametrize(
    ("first", "last", "width", "labels"),
    [
        ("2023-01-01", "2023-03-31", 260.0, ["January 2023", "February 2023", "March 2023"]),
        ("2023-01-01", "2023-03-31", 200.0, ["January 2023"]),
        ("2021-06-02", "2024-01-01", 150.0, ["2022", "2023"]),
        ("1990-01-01", "2026-12-31", 160.0, ["1990", "2000", "2010", "2020"]),
    ],
)
def test_a_scale_has_as_many_lines_as_their_labels_have_room_for(
    first: str, last: str, width: float, labels: list[str]
) -> None:
    scale = Scale(date.fromisoformat(first), date.fromisoformat(last), width)
    assert [tick.label for tick in ticks(scale, wide, ENGLISH)] == labels


def test_a_scale_to_the_end_of_the_calendar_has_lines_too() -> None:
    found = list(ticks(Scale(date.min, date.max, 700.0), wide, ENGLISH))
    assert found
    assert all(0 <= tick.x <= 700.0 for tick in found)


HOMES = [
    {"home_city": "Bamenda", "home_from": "2015", "home_still": "no", "home_until": "2022-08"},
    {"home_city": "Buea", "home_from": "2022-05-01", "home_still": "no", "home_until": "2022-09"},
    {"home_city": "Baltimore", "home_from": "2024-11", "home_still": "yes"},
]


def test_gaps_and_overlaps_stand_among_the_rows_with_both_sources() -> None:
    interview = case({"homes": HOMES})
    lines = list(with_between(chronology(interview, ENGLISH, ENGLISH), between(interview, TODAY)))
    kinds = [line.title if isinstance(line, Row) else type(line).__name__ for line in lines]
    assert kinds == ["Lived in Bamenda", "Lived in Buea", "Overlap", "Gap", "Lived in Baltimore"]
    overlap = next(line for line in lines if isinstance(line, Overlap))
    gap = next(line for line in lines if isinstance(line, Gap))
    assert (overlap.certain, overlap.earlier.entry, overlap.later.entry) == (True, "E000000000", "E000000001")
    assert gap.certain
    assert gap.earlier.sources[1] == Path("home_until", "E000000001")
    assert gap.later.sources[0] == Path("home_from", "E000000002")
    assert gap.days == (
        (date(2024, 11, 1) - date(2022, 9, 30)).days,
        (date(2024, 11, 30) - date(2022, 9, 1)).days,
    )


def test_a_home_that_covers_a_gap_leaves_none() -> None:
    covering = {
        "home_city": "Lagos",
        "home_from": "2022-08-20",
        "home_still": "no",
        "home_until": "2024-11-02",
    }
    interview = case({"homes": [*HOMES, covering]})
    assert [one for one in between(interview, TODAY) if isinstance(one, Gap)] == []

"""Dates told in the Persian and the Islamic calendar: no more is said of them than was told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jdatetime import date as solar

from intake.dates import Calendar, Parts, Point, Quality, Shape, UncertainDate, compose, converted
from intake.dates.calendars import days_of
from intake.errors import DateError

PERSIAN, ISLAMIC = Calendar.PERSIAN, Calendar.ISLAMIC
DATE = Shape.DATE


def edtf(parts: Parts, calendar: Calendar) -> str:
    return compose(converted(parts, calendar)).edtf


@pytest.mark.parametrize(
    ("parts", "calendar", "wanted"),
    [
        (Parts(DATE, Point(1401, 7, 2)), PERSIAN, "2022-09-24"),
        (Parts(DATE, Point(1399, 12, 30)), PERSIAN, "2021-03-20"),
        (Parts(DATE, Point(1401, 7)), PERSIAN, "[2022-09-23..2022-10-22]"),
        (Parts(DATE, Point(1401)), PERSIAN, "[2022-03-21..2023-03-20]"),
        (Parts(DATE, Point(1401, 7, 2, quality=Quality.ABOUT)), PERSIAN, "2022-09-24~"),
        (Parts(DATE, Point(1401, 12)), PERSIAN, "[2023-02-20..2023-03-20]"),
        (Parts(DATE, Point(1444, 2, 28)), ISLAMIC, "[2022-09-23..2022-09-25]"),
        (Parts(DATE, Point(1443, 9)), ISLAMIC, "[2022-04-01..2022-05-02]"),
        (Parts(Shape.BEFORE, Point(1401, 7)), PERSIAN, "[..2022-10-22]"),
        (Parts(Shape.AFTER, Point(1401, 7)), PERSIAN, "[2022-09-23..]"),
        (Parts(Shape.BETWEEN, Point(1401, 7), Point(1401, 9)), PERSIAN, "[2022-09-23..2022-12-21]"),
        (Parts(Shape.FROM_TO, Point(1401, 7, 2), Point(1401, 9)), PERSIAN, "2022-09-24/2022-12-21~"),
        (Parts(Shape.SINCE, Point(1401)), PERSIAN, "2022-03-21~/.."),
        (Parts(Shape.FROM, Point(1401, 7, 2)), PERSIAN, "2022-09-24/"),
        (Parts(Shape.UNTIL, Point(1401, 7)), PERSIAN, "../2022-10-22~"),
        (Parts(DATE, Point(2022, 3)), Calendar.GREGORIAN, "2022-03"),
    ],
)
def test_a_date_is_said_in_our_calendar_no_more_precise_than_it_was_told(
    parts: Parts, calendar: Calendar, wanted: str
) -> None:
    assert edtf(parts, calendar) == wanted


@pytest.mark.parametrize(
    ("point", "calendar", "reason"),
    [
        (Point(None, 7, 2), PERSIAN, "calendar_needs_year"),
        (Point(1401, None, 2), PERSIAN, "calendar_needs_month"),
        (Point(84, 1, 1), PERSIAN, "year_short"),
        (Point(1400, 12, 30), PERSIAN, "no_such_day"),
        (Point(1444, 2, 31), ISLAMIC, "no_such_day"),
        (Point(1342, 1, 1), ISLAMIC, "calendar_year"),
        (Point(9999, 1, 1), PERSIAN, "year_out_of_range"),
    ],
)
def test_what_cannot_be_reckoned_says_why(point: Point, calendar: Calendar, reason: str) -> None:
    with pytest.raises(DateError) as refused:
        days_of(point, calendar)
    assert refused.value.facts["reason"] == reason


@given(st.dates(date(1700, 1, 1), date(2200, 1, 1)))
def test_any_persian_day_is_one_day_and_lies_in_its_month_and_year(day: date) -> None:
    told = solar.fromgregorian(date=day)
    exact = days_of(Point(told.year, told.month, told.day), PERSIAN)
    month = days_of(Point(told.year, told.month), PERSIAN)
    year = days_of(Point(told.year), PERSIAN)
    assert exact.first == exact.last == day
    assert year.first <= month.first <= day <= month.last <= year.last
    assert month.last - month.first < timedelta(days=31)
    assert year.last - year.first < timedelta(days=366)


@given(st.integers(1344, 1499), st.integers(1, 12), st.integers(1, 29))
def test_an_islamic_day_may_be_a_day_off_and_months_follow_each_other(
    year: int, month: int, day: int
) -> None:
    found = days_of(Point(year, month, day), ISLAMIC)
    whole = days_of(Point(year, month), ISLAMIC)
    assert found.last - found.first == timedelta(days=2)
    assert whole.first <= found.first
    assert found.last <= whole.last
    assert isinstance(compose(converted(Parts(DATE, Point(year, month)), ISLAMIC)), UncertainDate)

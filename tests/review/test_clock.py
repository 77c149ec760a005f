"""Counting days: anniversaries, lengths of time, and back from weekends and holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.review.clock import added, is_working_day, working_day_until, years_after


@pytest.mark.parametrize(
    ("day", "length", "then"),
    [
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2023-02-28", "P1Y", "2024-02-28"),
        ("2024-12-31", "P1Y", "2025-12-31"),
        ("2024-07-01", "P150D", "2024-11-28"),
        ("2024-07-15", "-P14D", "2024-07-01"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2024-01-01", "P1Y1D", "2025-01-02"),
    ],
)
def test_a_length_of_time_is_added_as_the_calendar_goes(day: str, length: str, then: str) -> None:
    assert added(date.fromisoformat(day), length) == date.fromisoformat(then)


@pytest.mark.parametrize("length", ["", "P", "1Y", "P1M", "PT1H", "P1W", "P1Y ", "-P", "100 USD", "P٣D"])
def test_what_is_no_length_of_time_is_refused(length: str) -> None:
    with pytest.raises(ValueError, match="no length"):
        added(date(2024, 1, 1), length)


def test_beyond_the_ends_of_the_calendar_there_is_no_day() -> None:
    assert added(date.max, "P1D") is None
    assert added(date.min, "-P1D") is None
    assert years_after(date.max, 5) == date.max
    assert years_after(date.min, -5) == date.min


@pytest.mark.parametrize(
    "holiday",
    [
        "2026-01-01",
        "2026-01-19",
        "2026-02-16",
        "2026-05-25",
        "2026-06-19",
        "2026-07-03",  # the fourth is a Saturday
        "2026-09-07",
        "2026-10-12",
        "2026-11-11",
        "2026-11-26",
        "2026-12-25",
        "2021-12-31",  # New Year's Day of 2022 is a Saturday
    ],
)
def test_a_federal_holiday_is_no_working_day(holiday: str) -> None:
    day = date.fromisoformat(holiday)
    assert not is_working_day(day)
    assert working_day_until(day) < day


def test_a_long_weekend_is_gone_back_over() -> None:
    assert working_day_until(date(2026, 7, 5)) == date(2026, 7, 2)
    assert working_day_until(date(2026, 11, 25)) == date(2026, 11, 25)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_day_never_moves_forward_and_at_most_a_few_days_back(day: date) -> None:
    moved = working_day_until(day)
    assert moved <= day < moved + timedelta(days=5)
    assert is_working_day(moved)
    assert not any(is_working_day(moved + timedelta(days=n)) for n in range(1, (day - moved).days + 1))


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9000, 1, 1)), st.integers(0, 500))
def test_an_anniversary_is_in_its_year_and_no_later_than_its_day(day: date, years: int) -> None:
    then = years_after(day, years)
    assert then.year == day.year + years
    assert (then.month, then.day) in {(day.month, day.day), (2, 28)}

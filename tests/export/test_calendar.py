"""The calendar file holds days and neutral titles, and nothing that others should not read."""

from datetime import date, timedelta
from pathlib import Path as FilePath

import pytest
from icalendar import Calendar

from intake.export.calendar import calendar_of
from intake.interview import Interview
from intake.review.deadlines import deadlines
from intake.review.reading import Reading
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.packs import NOON
from tests.support.shipped import case, sample

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
TODAY = date(2026, 11, 24)
PLACE = "San Ysidro"


def calendar(interview: Interview) -> bytes:
    return calendar_of(deadlines(interview), Reading(interview, ENGLISH, ENGLISH), TODAY, NOON)


def told(**more: str) -> Interview:
    arrival = {"arrival_when": "2026-03-14", "arrival_place": PLACE}
    court = {"court_date_given": "yes", "court_date": "2027-08-19", "court_city": "Reno"}
    return case({"been_to_us": "yes", "arrivals": [arrival], **court, **more})


def events(interview: Interview) -> list[tuple[date, str]]:
    return [
        (it.decoded("dtstart"), str(it["summary"])) for it in Calendar.from_ical(calendar(interview)).events
    ]


def test_each_day_is_a_whole_day_with_a_neutral_title() -> None:
    assert events(told()) == [
        (date(2027, 2, 26), "Last day to mail papers"),
        (date(2027, 3, 12), "Last day to hand in papers"),
        (date(2027, 8, 19), "Appointment"),
    ]


def test_no_name_no_place_and_nothing_of_what_it_is_about_is_in_the_file() -> None:
    for interview in (told(), sample("teacher_ru"), sample("couple_es"), sample("sparse_en")):
        text = calendar(interview).decode().lower()
        secrets = ("asylum", "court", "hearing", "ice", "judge", PLACE.lower(), "reno", "образцова", "case ")
        assert [word for word in secrets if word in text.replace("uid:", "").split()] == []
        assert "asylum" not in text


def test_days_that_are_over_or_done_are_left_out() -> None:
    filed = told(filed_already="yes", filed_when="2026-05-05")
    assert [title for _, title in events(filed)] == ["Appointment"]
    assert events(case({"been_to_us": "yes", "arrivals": [{"arrival_when": "2024-03-14"}]})) == []


def calendar_on(day: date, told_day: str) -> list[tuple[date, str, str]]:
    interview = case({"court_date_given": "yes", "court_date": told_day})
    data = calendar_of(deadlines(interview), Reading(interview, ENGLISH, ENGLISH), day, NOON)
    found = Calendar.from_ical(data).events
    return [(it.decoded("dtstart"), str(it["summary"]), str(it["uid"])) for it in found]


@pytest.mark.parametrize(
    ("told_day", "day", "bound"),
    [
        ("2027-08", date(2027, 8, 1), "earliest"),
        ("2026-11", date(2026, 11, 30), "last"),
        ("2026", date(2026, 12, 31), "last"),
        ("[2026-11..]", date(2026, 11, 1), "earliest"),
    ],
)
def test_an_uncertain_day_stands_at_a_bound_that_was_told_never_at_today(
    told_day: str, day: date, bound: str
) -> None:
    said = f"Appointment (the {bound} day it can be)"
    found = events(case({"court_date_given": "yes", "court_date": told_day}))
    assert found == [(day, said)]


def test_an_event_keeps_its_name_from_export_to_export_so_that_calendars_keep_one() -> None:
    days = (date(2026, 1, 1), TODAY - timedelta(days=1), TODAY, date(2026, 12, 31))
    exports = [calendar_on(day, "2026") for day in days]
    assert {uid for ((_, _, uid),) in exports} == {exports[0][0][2]}
    assert {at for ((at, _, _),) in exports} == {date(2026, 1, 1), date(2026, 12, 31)}
    assert calendar_on(date(2027, 1, 1), "2026") == []


def test_the_same_days_give_the_same_file_and_reminders_come_before() -> None:
    assert calendar(told()) == calendar(told())
    first = Calendar.from_ical(calendar(told())).events[0]
    assert [alarm.decoded("trigger").days for alarm in first.walk("VALARM")] == [-14, -2]


def test_the_last_day_of_the_calendar_is_no_trouble() -> None:
    late = case({"court_date_given": "yes", "court_date": "9999-12-31"})
    assert events(late) == [(date(9999, 12, 31), "Appointment")]

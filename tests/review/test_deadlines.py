"""Days to keep are counted cautiously, shown with what they rest on, and never move forward."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Path
from intake.dates import Certainty, UncertainDate
from intake.review.clock import is_working_day
from intake.review.deadlines import (
    Deadline,
    by,
    deadlines,
    neutral_title,
    next_deadline,
    seen_from,
    title,
    what_changes_it,
)
from intake.review.reading import Reading
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.shipped import case, shipped_form
from tests.support.uncertain_dates import uncertain_dates

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
TODAY = date(2026, 11, 24)


def of(term: str, told: Mapping[str, Any]) -> tuple[Deadline, ...]:
    return tuple(one for one in deadlines(case({"been_to_us": "yes", **told})) if one.term.name == term)


def arrived(*days: str, **more: Any) -> Mapping[str, Any]:
    return {"arrivals": [{"arrival_when": day} for day in days], **more}


def due(*days: str, **more: Any) -> list[str]:
    return [str(one.due) for one in of("one_year", arrived(*days, **more))]


@pytest.mark.parametrize(
    ("arrival", "by"),
    [
        ("2025-03-14", "2026-03-13"),
        ("2024-02-29", "2025-02-27"),  # the anniversary would be 28 February
        ("2025-07-06", "2026-07-02"),  # 5 July is a Sunday, 4 a Saturday, 3 the observed holiday
        ("2024-11-28", "2025-11-26"),  # 27 November 2025 is Thanksgiving
        ("2024-01-01", "2024-12-31"),
    ],
)
def test_the_year_ends_on_the_day_before_the_anniversary_or_the_working_day_before(
    arrival: str, by: str
) -> None:
    assert due(arrival) == [by]


def test_an_uncertain_arrival_counts_from_the_earliest_day_it_can_mean() -> None:
    (one,) = of("one_year", arrived("2025-07"))
    assert (str(one.due), str(one.latest), str(one.unmoved)) == ("2026-06-30", "2026-07-30", "2026-06-30")
    assert due("2025-07~") == ["2026-05-29"]  # 31 May and 30 May are a weekend


def test_an_arrival_that_nothing_bounds_gives_no_day_and_is_shown() -> None:
    (one,) = of("one_year", arrived("[..2025-07]"))
    assert (one.due, str(one.latest)) == (None, "2026-07-30")
    (unknown,) = of("one_year", {"arrivals": [{"arrival_place": "San Ysidro"}]})
    assert (unknown.due, unknown.latest, unknown.plausible, unknown.governs) == (None, None, True, False)


def test_of_several_arrivals_each_is_counted_and_the_last_governs() -> None:
    told = {"arrivals": [{"arrival_when": "2025-03-14"}, {"arrival_when": "2010-01-05"}]}
    gone = {"arrival_left_again": "yes", "arrival_left_when": "2010-02-01", "arrival_left_allowed": "no"}
    told["arrivals"][1] |= gone
    early, late = of("one_year", told)
    assert (early.plausible, early.governs) == (False, False)
    assert (str(late.due), late.plausible, late.governs) == ("2026-03-13", True, True)


@pytest.mark.parametrize(
    ("left", "allowed"), [("2025-02-10", "no"), ("2024-06-01", "yes"), ("2025", "no"), ("", "")]
)
def test_the_arrival_before_counts_too_after_an_absence_that_was_allowed_or_may_have_been_short(
    left: str, allowed: str
) -> None:
    gone = {"arrival_left_again": "yes", "arrival_left_when": left, "arrival_left_allowed": allowed}
    earlier = {"arrival_when": "2023-05-10", **{name: told for name, told in gone.items() if told}}
    early, late = of("one_year", {"arrivals": [{"arrival_when": "2025-03-14"}, earlier]})
    assert (str(early.due), early.plausible, early.governs) == ("2024-05-09", True, True)
    assert (late.plausible, late.governs) == (True, False)


def test_two_arrivals_that_may_each_be_the_last_are_both_plausible() -> None:
    found = of("one_year", arrived("2025-03", "2025"))
    assert [one.plausible for one in found] == [True, True]
    assert [one.governs for one in found] == [True, False]


def test_a_day_set_by_the_judge_stands_beside_and_the_earlier_governs() -> None:
    court = {"court_standing": "now", "court_filing_told": "yes"}
    sooner = case({"been_to_us": "yes", **arrived("2025-03-14"), **court, "court_filing_date": "2026-01-15"})
    later = case({"been_to_us": "yes", **arrived("2025-03-14"), **court, "court_filing_date": "2026-06-15"})
    for told, leading in ((sooner, "judge_date"), (later, "one_year")):
        filing = [one for one in deadlines(told) if one.term.matter == "filing"]
        assert {one.term.name for one in filing} == {"one_year", "judge_date"}
        assert [one.term.name for one in filing if one.governs] == [leading]


@pytest.mark.parametrize(
    ("filed", "kept"),
    [
        ("2026-03-13", Certainty.YES),
        ("2026-02", Certainty.YES),
        ("2026-03", Certainty.MAYBE),
        ("2026-03-16", Certainty.NO),
    ],
)
def test_a_filing_is_told_as_in_time_perhaps_or_not(filed: str, kept: Certainty) -> None:
    (one,) = of("one_year", arrived("2025-03-14", filed_already="yes", filed_when=filed))
    assert one.kept is kept
    assert Path("filed_when") in one.basis


def test_a_filing_without_its_day_leaves_the_day_open() -> None:
    (one,) = of("one_year", arrived("2025-03-14", filed_already="yes"))
    assert one.kept is None


def test_what_goes_by_mail_goes_two_weeks_before() -> None:
    (one,) = of("one_year_by_mail", arrived("2025-03-14"))
    assert str(one.due) == "2026-02-27"


def test_a_work_permit_may_be_asked_for_after_the_last_day_that_the_filing_can_mean() -> None:
    (one,) = of("work_permit_apply", {"filed_already": "yes", "filed_when": "2026-01"})
    assert (str(one.due), one.opens) == ("2026-06-30", True)
    assert of("work_permit_apply", {"filed_already": "yes", "filed_when": "[2026-01..]"}) == ()


def test_a_hearing_is_shown_as_told_and_does_not_move() -> None:
    (one,) = of("hearing", {"court_date_given": "yes", "court_date": "2027-07-04"})
    assert (str(one.due), one.moved) == ("2027-07-04", False)
    (month,) = of("hearing", {"court_date_given": "yes", "court_date": "2027-08"})
    assert (str(month.due), str(month.latest)) == ("2027-08-01", "2027-08-31")


def test_fingerprints_that_were_taken_are_kept() -> None:
    told = {"office_dates": ["biometrics"], "biometrics_when": "2026-12-08"}
    assert [one.kept for one in of("biometrics", told)] == [None]
    assert [one.kept for one in of("biometrics", {**told, "biometrics_done": "yes"})] == [Certainty.YES]


def test_fees_are_shown_without_a_day() -> None:
    before, after = case({}), case({"filed_already": "yes", "filed_when": "2026-01-05"})
    assert [one.term.name for one in deadlines(before)] == ["fee_filing"]
    fees = {one.term.name: one.amounts for one in deadlines(after) if one.due is None}
    assert fees == {"fee_yearly": ("102 USD",), "fee_work_permit": ("550 USD", "275 USD")}
    assert all(one.amounts == () for one in deadlines(after) if one.due is not None)


def test_each_day_says_by_which_rule_read_on_which_day_and_since_when_that_may_be_out_of_date() -> None:
    (one,) = of("one_year", arrived("2025-03-14"))
    assert {"one_year", "one_year_file_by", "one_year_exceptions"} <= {rule.rule for rule in one.rules}
    assert all(rule.source and rule.version and rule.checked_on for rule in one.rules)
    last = min(rule.fresh_until for rule in one.rules)
    assert one.outdated_since(last) is None
    assert one.outdated_since(last + timedelta(days=1)) == last


def test_the_next_day_is_the_soonest_that_may_count_and_is_not_done() -> None:
    told = arrived("2026-03-14", court_date_given="yes", court_date="2027-08-19")
    found = deadlines(case({"been_to_us": "yes", **told}))
    assert [
        soonest.term.name
        for day in ("2026-11-24", "2027-02-27", "2027-03-13")
        if (soonest := next_deadline(found, date.fromisoformat(day)))
    ] == ["one_year_by_mail", "one_year", "hearing"]
    filed = deadlines(case({"been_to_us": "yes", **told, "filed_already": "yes", "filed_when": "2026-05"}))
    soonest = next_deadline(filed, TODAY)
    assert soonest is not None
    assert soonest.term.name == "hearing"
    assert next_deadline(found, date(2030, 1, 1)) is None


def hearing(when: str) -> Deadline:
    (found,) = of("hearing", {"court_date_given": "yes", "court_date": when})
    return found


def test_a_day_that_may_still_be_meant_is_not_over_and_is_named_by_its_last() -> None:
    month = hearing("2026-11")
    assert month.ahead(date(2026, 10, 5)) == date(2026, 11, 1)
    assert month.ahead(TODAY) == date(2026, 11, 30)
    assert month.ahead(date(2026, 12, 1)) is None
    assert hearing("[2026-11..]").ahead(date(2030, 1, 1)) == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026", "some day until 31 December 2026; it may be over"),
        ("2026-12", "at the earliest 1 December 2026, in 7 days"),
        ("2026-11-24", "24 November 2026, in 0 days"),
        ("[2026-11..]", "some day, no last one was told; it may be over"),
    ],
)
def test_a_day_is_told_from_today_no_surer_than_it_was_said(when: str, said: str) -> None:
    assert seen_from(hearing(when), TODAY, ENGLISH) == said


@settings(max_examples=50, deadline=None)
@given(uncertain_dates(), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_the_day_named_for_a_hearing_is_always_a_bound_that_was_told(
    when: UncertainDate, today: date
) -> None:
    for one in of("hearing", {"court_date_given": "yes", "court_date": str(when)}):
        assert one.ahead(today) in {None, one.due, one.latest}


def test_texts_say_what_is_due_and_what_would_move_it_and_calendars_hear_neither() -> None:
    told = {"been_to_us": "yes", "arrivals": [{"arrival_when": "2025-03-14", "arrival_place": "San Ysidro"}]}
    interview = case(told)
    reading = Reading(interview, ENGLISH, ENGLISH)
    one = next(it for it in deadlines(interview) if it.term.name == "one_year")
    assert title(one, reading) == "File the application for asylum (arrival: San Ysidro)"
    assert what_changes_it(one, reading).startswith("Another last arrival")
    assert neutral_title(one, reading) == "Last day to hand in papers"


def test_a_day_is_said_with_what_it_is_for() -> None:
    told = {"been_to_us": "yes", "filed_already": "yes", "filed_when": "2026-01-05", **arrived("2025-03-14")}
    told["arrivals"] = [*told["arrivals"], {"arrival_place": "Calexico"}]
    said = {(one.term.name, one.entry): by(one, ENGLISH) for one in deadlines(case(told))}
    assert said["one_year", "E000000000"] == "13 March 2026"
    assert said["one_year", "E000000001"] == "Not known: the date it counts from was not told"
    assert said["work_permit_apply", None] == "from 4 June 2026 on"
    assert said["fee_work_permit", None] == "550 USD, 275 USD"


def test_no_neutral_title_says_what_it_is_about_or_has_a_gap_to_fill() -> None:
    telling = ("asylum", "court", "judge", "ice", "immigration", "hearing", "finger", "$")
    neutral = " ".join(term.neutral.lower() for term in shipped_form().data.terms).split()
    assert not {word for word in neutral if word in telling}


@settings(max_examples=50, deadline=None)
@given(uncertain_dates(), uncertain_dates())
def test_whatever_dates_were_told_the_days_are_working_days_no_later_than_the_day_counted(
    arrival: UncertainDate, filed: UncertainDate
) -> None:
    told = arrived(str(arrival), filed_already="yes", filed_when=str(filed))
    for one in deadlines(case({"been_to_us": "yes", **told})):
        if one.due is not None and one.unmoved is not None and one.term.clock == "anniversary":
            assert one.due <= one.unmoved
            assert is_working_day(one.due)
        if one.due is not None and one.latest is not None:
            assert one.due <= one.latest

"""A finding keeps its key while answers change, and what people said of it stays with it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path as FilePath

from intake.answers import Answer, Path
from intake.interview import Interview
from intake.record import FindingState, FindingWord
from intake.review.findings import Finding, findings, not_listed, question, quotes, standing, told_apart
from intake.review.reading import Reading
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import when
from tests.support.packs import NOON
from tests.support.shipped import case, sample

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
TODAY = NOON.date()
HOMES = {
    "homes": [
        {"home_city": "Bamenda", "home_from": "2015", "home_still": "no", "home_until": "2022-08"},
        {"home_city": "Baltimore", "home_from": "2024-11", "home_still": "yes"},
    ]
}
MISSED = {"missed_hearing": "yes"}


def the_one(interview: Interview, check: str) -> Finding:
    (found,) = (one for one in findings(interview, TODAY) if one.check.name == check)
    return found


def word(finding: Finding, state: FindingState, minute: int = 0, reason: str = "") -> FindingWord:
    at = datetime(2026, 11, 24, 12, minute, tzinfo=UTC)
    return FindingWord(f"W{minute}", at, "Reviewer", finding.key, state, reason, finding.digest)


def test_a_finding_names_the_answers_it_stands_on() -> None:
    found = the_one(case(HOMES), "homes_gap")
    assert found.sources == (Path("home_until", "E000000000"), Path("home_from", "E000000001"))
    assert found.key == "homes_gap/E000000000/E000000001"


def test_its_key_stays_and_its_digest_changes_when_one_of_its_answers_does() -> None:
    before = case(HOMES)
    after, _ = before.answer(Path("home_until", "E000000000"), when("2022-09"))
    one, other = the_one(before, "homes_gap"), the_one(after, "homes_gap")
    assert one.key == other.key
    assert one.digest != other.digest


def test_other_answers_and_who_typed_them_leave_its_digest_alone() -> None:
    before = case(HOMES)
    path = Path("home_until", "E000000000")
    other_city, _ = before.answer(Path("home_city", "E000000000"), Answer("Buea", kind="text"))
    retyped, _ = before.answer(path, replace(before.answers.by_path[path], by="Reviewer", at=NOON))
    digest = the_one(before, "homes_gap").digest
    assert [the_one(it, "homes_gap").digest for it in (other_city, retyped)] == [digest, digest]


def test_a_hidden_answer_raises_no_question() -> None:
    told = {"work_any": "no", "jobs": [{"job_from": "2015", "job_still": "no", "job_until": "2022-08"}]}
    told["jobs"] = [*told["jobs"], {"job_from": "2024-11", "job_still": "yes"}]  # type: ignore[misc]
    assert [one for one in findings(case(told), TODAY) if one.check.name == "jobs_gap"] == []


def test_a_finding_is_open_until_somebody_says_something_of_it() -> None:
    found = the_one(case(MISSED), "missed_hearing")
    other = replace(found, key="another")
    assert standing(found, ()).state is FindingState.OPEN
    assert standing(found, (word(other, FindingState.DISMISSED),)).state is FindingState.OPEN


def test_the_last_word_on_a_finding_counts() -> None:
    found = the_one(case(MISSED), "missed_hearing")
    words = (word(found, FindingState.ASKED), word(found, FindingState.EXPLAINED, 5, "The letter came late."))
    told = standing(found, words)
    assert (told.state, told.reopened) == (FindingState.EXPLAINED, False)
    assert told.word is not None
    assert told.word.reason == "The letter came late."


def test_a_finding_opens_again_with_its_explanation_when_its_answers_change() -> None:
    before = case(HOMES)
    explained = word(the_one(before, "homes_gap"), FindingState.EXPLAINED, reason="In hiding with an aunt.")
    after, _ = before.answer(Path("home_until", "E000000000"), when("2022-09"))
    told = standing(the_one(after, "homes_gap"), (explained,))
    assert (told.state, told.reopened, told.word) == (FindingState.OPEN, True, explained)
    back, _ = after.answer(Path("home_until", "E000000000"), when("2022-08"))
    assert standing(the_one(back, "homes_gap"), (explained,)).state is FindingState.EXPLAINED


def test_a_finding_that_was_opened_by_hand_is_not_said_to_be_opened_again() -> None:
    before = case(HOMES)
    opened = word(the_one(before, "homes_gap"), FindingState.OPEN)
    after, _ = before.answer(Path("home_until", "E000000000"), when("2022-09"))
    assert standing(the_one(after, "homes_gap"), (opened,)).reopened is False


def test_a_question_is_filled_with_the_answers_of_its_entry_and_says_when_it_is_only_possible() -> None:
    told = {"left_country_when": "2023", "fear_return": "yes", "fear_country": "CM", "harm_any": "yes"}
    incident = {"incident_name": "The house", "incident_country": "CM", "incident_when": "2023-09"}
    possible = case({**told, "incidents": [incident]})
    certain = case({**told, "left_country_when": "2023-05", "incidents": [incident]})
    asked = [
        question(the_one(it, "incident_after_leaving"), Reading(it, ENGLISH, ENGLISH))
        for it in (certain, possible)
    ]
    assert asked[0].startswith("The house is dated after the person left")
    assert asked[1] == f"Possible, as far as the dates were told: {asked[0]}"


def test_only_a_question_that_quotes_the_person_is_marked_as_theirs() -> None:
    interview = sample("teacher_ru")
    reading = Reading(interview, ENGLISH, ENGLISH)
    told = {one.check.name: quotes(one, reading) for one in findings(interview, TODAY)}
    assert told["jobs_gap"] is False
    assert told["leg_order"]


def test_every_finding_of_a_case_has_a_key_of_its_own() -> None:
    many = [{"incident_country": "CM", "incident_when": "2021"} for _ in range(5)]
    found = findings(case({"harm_any": "yes", "incidents": many, **HOMES}), TODAY)
    assert len({one.key for one in found}) == len(found) > 5


def test_the_key_of_an_overlap_stays_when_the_other_of_the_two_turns_out_to_have_begun_first() -> None:
    homes = [
        {"home_from": "2015", "home_still": "no", "home_until": "2022-08"},
        {"home_from": "2016", "home_still": "yes"},
    ]
    before = case({"homes": homes})
    after, _ = before.answer(Path("home_from", "E000000000"), when("2017"))
    assert the_one(before, "homes_overlap").key == the_one(after, "homes_overlap").key


def test_what_is_certain_stands_before_what_is_only_possible() -> None:
    order = [one.certain for one in findings(sample("couple_es"), TODAY)]
    assert order == sorted(order, reverse=True)
    assert {*order} == {True, False}


def test_what_is_possible_only_because_two_dates_name_the_same_month_comes_last_and_is_counted() -> None:
    told = {"incidents": [{"incident_when": "2022-09"}], "left_country_when": "2022-09", "harm_any": "yes"}
    legs = [
        {"leg_left": "2022-12", "leg_arrived": "2022-12"},
        {"leg_left": "2023-02", "leg_arrived": "2023-01"},
    ]
    found = findings(case({**told, "legs": legs}), TODAY)
    faint = [one for one in found if one.faint]
    assert {(one.check.name, one.certain) for one in faint} >= {("leg_order", False)}
    assert found[-len(faint) :] == tuple(faint)
    assert any(one.certain for one in found)
    listed, counted = told_apart(found, ())
    assert (set(counted), set(listed) & set(counted)) == (set(faint), set())
    assert not_listed(len(counted), ENGLISH).startswith(f"{len(counted)} more question")


def test_what_somebody_spoke_of_is_listed_however_faint() -> None:
    legs = [{"leg_left": "2022-12", "leg_arrived": "2022-12"}]
    found = findings(case({"legs": legs}), TODAY)
    (one,) = (one for one in found if one.faint)
    listed, counted = told_apart(found, (word(one, FindingState.ASKED),))
    assert (one in listed, counted) == (True, ())


def test_the_same_exact_day_is_not_faint() -> None:
    legs = [{"leg_left": "2022-12-10~", "leg_arrived": "2022-12-10~"}]
    assert [one for one in findings(case({"legs": legs}), TODAY) if one.faint] == []

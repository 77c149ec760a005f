"""What the asylum questionnaire asks when, and what it gently asks to look at again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path as FilePath
from random import Random

import pytest

from intake.answers import Answer, Answers, Entry, Path, Stored
from intake.form.loader import load_form
from intake.form.model import Form
from intake.interview import Interview

PACK = FilePath(__file__).resolve().parents[2] / "forms" / "asylum_us"
TODAY = datetime(2026, 11, 24, tzinfo=UTC)
ENTRY = {"legs": "LEG0000001", "arrivals": "ARR0000001", "incidents": "INC0000001"}

OFFICIAL_YES_NO = {
    "english_well": "A.I.24",
    "children_any": "A.II",
    "harm_any": "B.1.A",
    "fear_return": "B.1.B",
    "accused_any": "B.2",
    "groups_any": "B.3.A",
    "groups_still": "B.3.B",
    "fear_torture": "B.4",
    "us_applied_before": "C.1",
    "travelled_through": "C.2.A",
    "other_status_any": "C.2.B",
    "harm_others": "C.3",
    "returned_home": "C.4",
    "late_filing": "C.5",
    "us_arrest_any": "C.6",
    "form_family_helped": "D",
    "form_other_prepared": "D",
    "counsel_list_given": "D",
}
"""The questions of the form that are a Yes and a No, and where they stand on it."""


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(PACK)


@pytest.mark.parametrize(
    "number",
    ["A012345678", "012345678", "1234567", "A 012 345 678", "a-12-345-678", "А 12345678", " A123456789 "],
)
def test_an_a_number_is_fine_as_it_stands_on_the_paper(form: Form, number: str) -> None:
    assert _dislikes(form, {"a_number_given": "yes", "a_number": number}) == set()


@pytest.mark.parametrize("number", ["A12345", "A1234567890", "B12345678", "не знаю", "A12345678B"])
def test_another_a_number_is_kept_and_asked_about(form: Form, number: str) -> None:
    told = {"a_number_given": "yes", "a_number": number}
    assert _dislikes(form, told) == {"a_number"}
    assert _interview(form, told).answers.by_path[Path("a_number")].value == number


@pytest.mark.parametrize("name", ["KUZNETSOVA", "O’BRIEN", "Núñez-Ávila", "Nguyễn", "D'ARC", "Łukasz", "X"])
def test_a_latin_name_may_have_any_latin_letter(form: Form, name: str) -> None:
    assert _dislikes(form, {"family_name_latin": name, "given_names_latin": name}) == set()


@pytest.mark.parametrize("name", ["Кузнецова", "KУZNETSOVA", "Παπαδόπουλος", "محمد"])
def test_a_latin_name_in_other_letters_is_asked_about(form: Form, name: str) -> None:
    assert _dislikes(form, {"family_name_latin": name}) == {"family_name_latin"}


def test_every_box_for_latin_letters_asks_about_other_letters(form: Form) -> None:
    boxes = [question for question in form.questions.values() if "in Latin letters" in question.label]
    assert len(boxes) == 9
    own = form.questions["family_name_latin"]
    sources = {box.constraint.source if box.constraint else "" for box in boxes}
    assert own.constraint is not None
    assert sources == {own.constraint.source}
    assert {box.constraint_message for box in boxes} == {own.constraint_message}


@pytest.mark.parametrize("question", ["a_number", "partner_a_number", "child_a_number", "request_a_number"])
def test_every_a_number_is_asked_about_in_the_same_way(form: Form, question: str) -> None:
    one, own = form.questions[question].constraint, form.questions["a_number"].constraint
    assert one is not None
    assert own is not None
    assert one.source == own.source


def test_an_end_is_never_taken_before_its_beginning_unasked(form: Form) -> None:
    """Whatever ends is compared with what it began with, where both are asked in one place."""
    ends = [q for q in form.questions.values() if q.kind == "uncertain_date" and q.name.endswith("_until")]
    assert len(ends) > 10
    free = {end.name for end in ends if end.constraint is None}
    assert free == {"late_status_until"}  # what was lost may have ended long before the delay began


@pytest.mark.parametrize("date", ["2026-11-25", "2027", "[2026-12..2027-02]"])
def test_a_day_of_birth_or_harm_that_has_not_come_is_asked_about(form: Form, date: str) -> None:
    assert _dislikes(form, {"birth_date": _date(date)}) == {"birth_date"}
    assert _dislikes(form, {"harm_any": "yes", "incident_when": _date(date)}) == {"incident_when"}


@pytest.mark.parametrize("date", ["2026-11-24", "2026", "2026-11~", "XXXX-12-31", "1920?", "1906"])
def test_a_day_that_may_have_come_is_fine(form: Form, date: str) -> None:
    assert _dislikes(form, {"birth_date": _date(date)}) == set()


@pytest.mark.parametrize("date", ["1886-11-24", "1905", "[1880..1890]"])
def test_an_age_that_nobody_reaches_is_asked_about(form: Form, date: str) -> None:
    assert _dislikes(form, {"birth_date": _date(date)}) == {"birth_date"}


def test_an_end_before_its_beginning_is_asked_about(form: Form) -> None:
    journey = {"leg_left": _date("2022-12-20"), "leg_arrived": _date("2022-12-01")}
    harm = {"harm_any": "yes", "incident_lasted": "yes"}
    stretch = {"incident_when": _date("2022-05"), "incident_until": _date("2022-04")}
    assert _dislikes(form, journey) == {"leg_arrived"}
    assert _dislikes(form, {**harm, **stretch}) == {"incident_until"}


@pytest.mark.parametrize(
    ("left", "arrived"), [("2022-12", "2022-12"), ("2022-12~", "2022-11-28"), ("2022", "2022-03")]
)
def test_dates_that_may_be_in_order_are_fine(form: Form, left: str, arrived: str) -> None:
    assert _dislikes(form, {"leg_left": _date(left), "leg_arrived": _date(arrived)}) == set()


def test_no_papers_beside_a_paper_is_asked_about(form: Form) -> None:
    entered: Mapping[str, Stored] = {"been_to_us": "yes"}
    assert _dislikes(form, {**entered, "arrival_papers": ("none",)}) == set()
    assert _dislikes(form, {**entered, "arrival_papers": ("nta", "not_sure")}) == set()
    assert _dislikes(form, {**entered, "arrival_papers": ("nta", "none")}) == {"arrival_papers"}
    assert _dislikes(form, {"leg_papers": ("none", "passport")}) == {"leg_papers"}


def test_asylum_on_the_way_is_asked_about_every_country_but_the_united_states(form: Form) -> None:
    there = Path("leg_asylum_asked", ENTRY["legs"])
    assert _interview(form, {"leg_to_country": "TR"}).is_asked(there)
    assert not _interview(form, {"leg_to_country": "US"}).is_asked(there)


def test_a_part_of_the_way_at_home_asks_neither_for_asylum_nor_for_a_right_to_stay(form: Form) -> None:
    at_home = _interview(form, {"citizen_anywhere": "yes", "citizenship": "RU", "leg_to_country": "RU"})
    abroad = _interview(form, {"citizen_anywhere": "yes", "citizenship": "RU", "leg_to_country": "GE"})
    not_said = _interview(form, {"citizen_anywhere": "yes", "citizenship": "RU"})
    for question in ("leg_right", "leg_right_offered", "leg_asylum_asked", "leg_harmed", "leg_afraid"):
        there = Path(question, ENTRY["legs"])
        assert not at_home.is_asked(there)
        assert abroad.is_asked(there)
        assert not_said.is_asked(there)


def test_what_happened_is_asked_event_by_event_only_of_those_who_say_that_something_did(form: Form) -> None:
    event = Path("incident_what", ENTRY["incidents"])
    assert _interview(form, {"harm_any": "yes"}).is_asked(event)
    assert not _interview(form, {"harm_any": "no"}).is_asked(event)
    assert not _interview(form, {}).is_asked(event)


def test_the_rule_of_one_year_is_told_to_everyone_and_no_date_is_worked_out(form: Form) -> None:
    assert _interview(form, {}).is_asked(Path("one_year_note"))
    section = form.section("one_year")
    assert [q.name for page in section.pages() for q in page.questions if q.calculation] == []


def test_a_short_story_sees_few_questions(form: Form) -> None:
    """Someone alone who says no wherever one can, with one home, one way and one arrival."""
    told: dict[str, Stored] = {q.name: "no" for q in form.questions.values() if q.kind == "yes_no"}
    told = {name: value for name, value in told.items() if not form.questions[name].repeats}
    yes = ("citizen_anywhere", "in_us_now", "been_to_us", "fear_return")
    told |= {"relationship": "single", "typist": "alone"} | dict.fromkeys(yes, "yes")
    entries = {"homes": "HOM0000001", "legs": "LEG0000001", "arrivals": "ARR0000001"}
    assert len(_asked(_interview(form, told, entries))) <= 150
    assert len(_asked(_interview(form, {}, {}))) <= 120


def test_an_event_is_told_in_a_few_questions_unless_one_wants_to_say_more(form: Form) -> None:
    harm: dict[str, Stored] = {"harm_any": "yes", "incident_detained": "no", "incident_injured": "no"}
    few, many = (
        len([path for path in _asked(_interview(form, {**harm, "incident_more": more})) if path.entry])
        for more in ("no", "yes")
    )
    assert few + 8 <= many


@pytest.mark.parametrize("question", [*OFFICIAL_YES_NO])
def test_each_yes_or_no_of_the_official_form_is_asked_of_everyone_who_came_and_is_never_filled_in(
    form: Form, question: str
) -> None:
    asked = form.questions[question]
    assert (asked.kind, asked.calculation, asked.default) == ("yes_no", None, "")
    assert _interview(form, {"been_to_us": "yes"}).is_asked(Path(question))


def _date(edtf: str) -> Stored:
    return {"edtf": edtf, "words": "", "calendar": "gregorian"}


def _asked(interview: Interview) -> list[Path]:
    """Everything asked now; notes do not count."""
    return [
        path
        for section in interview.form.sections
        for spot in interview.spots(section.name)
        for path in interview.paths(spot)
        if interview.form.questions[path.question].kind != "note"
    ]


def _interview(form: Form, told: Mapping[str, Stored], entries: dict[str, str] = ENTRY) -> Interview:
    """An interview with these answers, and one entry of each repeat."""
    by_path = {}
    for name, value in told.items():
        question = form.questions[name]
        entry = entries[question.repeats[0]] if question.repeats else None
        by_path[Path(name, entry)] = Answer(value, kind=question.kind)
    by_entry = {found: Entry(found, repeat) for repeat, found in entries.items()}
    return Interview.begin(form, Answers(by_path, by_entry), now=lambda: TODAY, random=Random(0))


def _dislikes(form: Form, told: Mapping[str, Stored]) -> set[str]:
    """The questions whose answer is asked about, of those told."""
    interview = _interview(form, told)
    problems = (interview.problem(path) for path in interview.answers.by_path)
    return {problem.path.question for problem in problems if problem is not None}

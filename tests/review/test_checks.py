"""Every check of the shipped pack has answers for which it is certain, perhaps, and silent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answers, Path
from intake.dates import GREGORIAN, UncertainDate, beginning, ending, parse
from intake.interview import Interview
from intake.review.findings import Finding, findings
from tests.support.packs import NOON
from tests.support.shipped import PACK, case, sample, shipped_form, written

WRITTEN = written(FilePath(__file__).parent / "check_cases.yaml")
CASES: Mapping[str, Mapping[str, Any]] = WRITTEN["checks"]
TODAY = NOON.date()


def found(check: str, told: Mapping[str, Any]) -> tuple[Finding, ...]:
    return found_in(check, case({**WRITTEN["always"], **told}))


def found_in(check: str, interview: Interview) -> tuple[Finding, ...]:
    return tuple(one for one in findings(interview, TODAY) if one.check.name == check)


def test_every_check_has_its_cases() -> None:
    looks_at_dates = {it.name: bool(it.named or it.perhaps) for it in shipped_form().data.checks}
    assert {name: "possible" in cases for name, cases in CASES.items()} == looks_at_dates


@pytest.mark.parametrize("check", CASES)
def test_a_check_is_certain_where_no_date_leaves_it_open(check: str) -> None:
    assert [one.certain for one in found(check, CASES[check]["certain"])] == [True]


@pytest.mark.parametrize("check", [name for name, cases in CASES.items() if "possible" in cases])
def test_a_check_says_perhaps_where_dates_leave_it_open(check: str) -> None:
    assert {one.certain for one in found(check, CASES[check]["possible"])} == {False}


@pytest.mark.parametrize("check", CASES)
def test_a_check_is_silent_where_there_is_nothing_to_ask(check: str) -> None:
    assert found(check, CASES[check]["silent"]) == ()


@pytest.mark.parametrize("check", CASES)
def test_a_finding_stands_on_answers_of_its_case_and_on_every_answer_that_its_check_reads(check: str) -> None:
    told = case({**WRITTEN["always"], **CASES[check]["certain"]})
    (one,) = found_in(check, told)
    assert {path.question for path in one.sources} <= set(one.check.sources)
    if one.check.when is not None:
        read = {name for name in one.check.when.references if name in told.form.questions}
        assert read <= set(one.check.sources)


WITH_DATES = [name for name, cases in CASES.items() if "possible" in cases]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WITH_DATES), st.sampled_from(["certain", "possible"]), st.data())
def test_widening_a_date_never_turns_a_finding_into_none(check: str, way: str, data: st.DataObject) -> None:
    told = case({**WRITTEN["always"], **CASES[check][way]})
    dated = [path for path, answer in told.answers.by_path.items() if answer.kind == "uncertain_date"]
    path = data.draw(st.sampled_from(dated))
    wider = data.draw(widened(date_at(told, path)))
    assert found_in(check, with_date(told, path, wider))


def date_at(told: Interview, path: Path) -> UncertainDate:
    value = told.answers.by_path[path].value
    assert isinstance(value, Mapping)
    return parse(str(value["edtf"]))


@st.composite
def widened(draw: st.DrawFn, when: UncertainDate) -> str:
    """A date that can mean everything that this one can, and more."""
    (first, _), (_, last) = beginning(when), ending(when)
    before, after = draw(st.integers(0, 900)), draw(st.integers(0, 900))
    one, other = date.fromordinal(max(first - before, 1)), date.fromordinal(last + after)
    return draw(st.sampled_from([f"[{one}..{other}]", f"[..{other}]", f"[{one}..]"]))


def with_date(told: Interview, path: Path, edtf: str) -> Interview:
    answer = told.answers.by_path[path]
    stored = {"edtf": edtf, "words": "", "calendar": GREGORIAN}
    after, _ = told.answer(path, replace(answer, value=stored))
    return after


def test_the_sparse_case_gives_just_the_findings_written_beside_it_and_all_are_certain() -> None:
    wanted = written(PACK / "samples" / "sparse_en.yaml")["expected_findings"]
    there = findings(sample("sparse_en"), TODAY)
    assert {one.check.name for one in there} == {finding["check"] for finding in wanted}
    assert [one.key for one in there if not one.certain] == []


def test_an_empty_case_gives_no_findings() -> None:
    assert findings(case({}).with_answers(Answers()), TODAY) == ()


SURE = {
    "teacher_ru": {"jobs_gap", "earlier_filing", "partner_entry_open", "translation_missing"},
    "couple_es": {
        "jobs_gap",
        "other_country_status",
        "paper_after_harm",
        "statement_signed_unread",
        "statement_wrong",
        "help_to_armed_group",
        "court_address",
        "translation_unsigned",
    },
}
"""What is certain in the stories that hold together, each looked at by hand and true of what is told."""


@pytest.mark.parametrize("name", SURE)
def test_a_story_that_holds_together_gives_no_false_certain_finding(name: str) -> None:
    there = findings(sample(name), TODAY)
    assert {one.check.name for one in there if one.certain} == SURE[name]


def test_nothing_is_called_a_contradiction_and_nothing_is_scored() -> None:
    texts = " ".join(check.finding for check in shipped_form().data.checks).lower()
    assert not [word for word in ("contradict", "inconsist", "score", "credib", "lie ") if word in texts]
    assert [check.name for check in shipped_form().data.checks if "?" not in check.finding] == []

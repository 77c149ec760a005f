"""Every sample case answers questions that are there, with values they take, and nothing that is hidden."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import pytest

from intake.answers import Path, State
from intake.form.kinds.registry import KINDS
from intake.form.loader import load_form
from intake.form.model import Form, Question
from intake.interview import Interview
from intake.review.findings import findings
from tests.support.packs import NOON
from tests.support.shipped import ROOT, stored_of, told_in, written
from tests.support.shipped import sample as shipped_sample

SAMPLES = sorted(ROOT.glob("forms/*/samples/*.yaml"))


@dataclass(frozen=True)
class Given:
    """One answer of a sample, the repeats it stands in, and the question it answers."""

    name: str
    repeats: tuple[str, ...]
    value: Any

    @property
    def state(self) -> str | None:
        return self.value.get("state") if isinstance(self.value, Mapping) else None


@pytest.fixture(params=SAMPLES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> FilePath:
    found: FilePath = request.param
    return found


@pytest.fixture
def sample(file: FilePath) -> dict[str, Any]:
    """Read as the packs are: every scalar is text."""
    read: dict[str, Any] = written(file)
    return read


@pytest.fixture
def form(file: FilePath) -> Form:
    return load_form(file.parent.parent)


def test_there_is_a_sample_in_each_language() -> None:
    assert {file.stem[-3:] for file in SAMPLES} == {"_ru", "_es", "_en"}


def test_a_sample_says_that_it_is_fictional(file: FilePath, sample: dict[str, Any]) -> None:
    assert sample["fictional"] == "yes"
    assert "fictional" in file.read_text(encoding="utf-8").splitlines()[0]


def test_a_sample_is_in_a_language_of_its_pack(sample: dict[str, Any], form: Form) -> None:
    assert sample["language"] in form.languages


def test_every_answer_of_a_sample_stands_where_its_question_is_asked(
    sample: dict[str, Any], form: Form
) -> None:
    asked = {name: question.repeats for name, question in form.questions.items()}
    astray = [given for given in given_in(sample) if asked.get(given.name) != given.repeats]
    assert astray == []


def test_every_answer_of_a_sample_is_one_its_question_takes(sample: dict[str, Any], form: Form) -> None:
    faults = {
        given.name: fault
        for given in given_in(sample)
        if given.state is None and (fault := _fault(form, form.questions[given.name], given.value))
    }
    assert faults == {}


def test_every_state_of_a_sample_is_one_that_is_kept(sample: dict[str, Any]) -> None:
    states = [given.state for given in given_in(sample) if given.state is not None]
    assert {State(state) for state in states} >= {State.TELL_IN_PERSON, State.LATER, State.PREFER_NOT_TO_SAY}


def test_no_answer_of_a_sample_is_hidden_by_a_condition(sample: dict[str, Any], form: Form) -> None:
    assert [*told_in(sample, form).hidden_answers()] == []


def test_no_answer_of_a_sample_is_a_problem_unless_it_is_there_for_reviewers(
    sample: dict[str, Any], form: Form
) -> None:
    interview = told_in(sample, form)
    problems = [interview.problem(path) for path in interview.answers.by_path]
    found = [problem for problem in problems if problem is not None]
    assert bool(found) == ("expected_findings" in sample)


def test_the_findings_that_a_sample_expects_are_those_that_the_checks_have(
    sample: dict[str, Any], form: Form
) -> None:
    expected = sample.get("expected_findings", [])
    assert all(finding["says"].endswith(".") for finding in expected)
    wanted = {finding["check"] for finding in expected}
    assert wanted <= {check.name for check in form.data.checks}
    if expected:
        assert wanted == {found.check.name for found in findings(told_in(sample, form), NOON.date())}


@pytest.mark.parametrize(
    ("name", "different", "in_all"),
    [("couple_es", 450, 700), ("teacher_ru", 370, 500), ("sparse_en", 250, 290)],
)
def test_a_story_is_asked_no_more_than_a_person_can_bear(name: str, different: int, in_all: int) -> None:
    """The longest gets some four hundred different questions, those in repeats more than once."""
    asked = _asked(shipped_sample(name))
    assert different - 50 <= len({path.question for path in asked}) <= different
    assert in_all - 60 <= len(asked) <= in_all


def _asked(interview: Interview) -> list[Path]:
    return [
        path
        for section in interview.form.sections
        for spot in interview.spots(section.name)
        for path in interview.paths(spot)
        if interview.form.questions[path.question].kind != "note"
    ]


def given_in(sample: Mapping[str, Any], repeats: tuple[str, ...] = ()) -> Iterator[Given]:
    """Every answer of a sample, those of nested entries too."""
    for name, value in sample["answers"].items():
        yield Given(name, repeats, value)
    for entry in sample.get("entries", ()):
        yield from given_in(entry, (*repeats, entry["repeat"]))


def _fault(form: Form, question: Question, value: Any) -> str | None:
    found = form.choice_lists.get(question.choice_list)
    names = {choice.name for choice in found.choices} if found else None
    chosen: Sequence[str] = value if isinstance(value, list) else [value]
    if names is not None and not names.issuperset(chosen):
        return "no_such_choice"
    return KINDS[question.kind].check(stored_of(question.kind, value))

"""Every sample case answers questions that are there, with values they take, and nothing that is hidden."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path as FilePath
from random import Random
from typing import Any

import pytest
import yaml

from intake.answers import Answer, Answers, Entry, Path, State, Stored
from intake.form.kinds.registry import KINDS
from intake.form.loader import load_form
from intake.form.model import Form, Question
from intake.interview import Interview

ROOT = FilePath(__file__).resolve().parents[2]
TODAY = datetime(2026, 11, 24, tzinfo=UTC)
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
    read: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
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
    assert [*_interview(form, sample).hidden_answers()] == []


def test_no_answer_of_a_sample_is_a_problem_unless_it_is_there_for_reviewers(
    sample: dict[str, Any], form: Form
) -> None:
    interview = _interview(form, sample)
    problems = [interview.problem(path) for path in interview.answers.by_path]
    found = [problem for problem in problems if problem is not None]
    assert bool(found) == ("expected_findings" in sample)


def test_the_findings_that_a_sample_expects_are_those_that_the_checks_have(
    sample: dict[str, Any], form: Form
) -> None:
    expected = sample.get("expected_findings", [])
    assert all(finding["says"].endswith(".") for finding in expected)
    by_expression = {check.name for check in form.data.checks if check.when is not None}
    named = {check.name for check in form.data.checks} - by_expression
    wanted = {finding["check"] for finding in expected}
    assert wanted <= by_expression | named
    if expected:
        assert wanted & by_expression == _found(_interview(form, sample))


def test_an_empty_draft_gives_no_findings() -> None:
    form = load_form(ROOT / "forms" / "asylum_us")
    nothing = Interview.begin(form, Answers(), now=lambda: TODAY, random=Random(0))
    assert _found(nothing) == set()


@pytest.mark.parametrize(
    ("name", "different", "in_all"),
    [("couple_es", 450, 700), ("teacher_ru", 370, 500), ("sparse_en", 250, 290)],
)
def test_a_story_is_asked_no_more_than_a_person_can_bear(name: str, different: int, in_all: int) -> None:
    """The longest gets some four hundred different questions, those in repeats more than once."""
    form = load_form(ROOT / "forms" / "asylum_us")
    file = ROOT / "forms" / "asylum_us" / "samples" / f"{name}.yaml"
    asked = _asked(_interview(form, yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)))
    assert different - 50 <= len({path.question for path in asked}) <= different
    assert in_all - 60 <= len(asked) <= in_all


def _found(interview: Interview) -> set[str]:
    """The checks by expression that find something, in whichever entry."""
    found = set()
    for check in interview.form.data.checks:
        places = _entries(interview, check.each) if check.each else [None]
        if check.when and any(check.when.holds(interview._view, entry) for entry in places):
            found.add(check.name)
    return found


def _entries(interview: Interview, repeat: str) -> list[str | None]:
    return [entry.id for entry in interview.answers.by_entry.values() if entry.repeat == repeat]


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
    return KINDS[question.kind].check(_stored(question.kind, value))


def _interview(form: Form, sample: Mapping[str, Any]) -> Interview:
    return Interview.begin(form, _answers(form, sample), now=lambda: TODAY, random=Random(0))


def _answers(form: Form, sample: Mapping[str, Any]) -> Answers:
    by_path: dict[Path, Answer] = {}
    by_entry: dict[str, Entry] = {}

    def take(part: Mapping[str, Any], entry: str | None) -> None:
        for name, value in part["answers"].items():
            by_path[Path(name, entry)] = _answer(form.questions[name].kind, value)
        for rank, inner in enumerate(part.get("entries", ())):
            made = Entry(f"E{len(by_entry):09}", inner["repeat"], entry, rank)
            by_entry[made.id] = made
            take(inner, made.id)

    take(sample, None)
    return Answers(by_path, by_entry)


def _answer(kind: str, value: Any) -> Answer:
    if isinstance(value, Mapping) and "state" in value:
        return Answer(state=State(value["state"]), kind=kind)
    return Answer(_stored(kind, value), kind=kind)


def _stored(kind: str, value: Any) -> Stored:
    """A value of a sample as it is stored; every scalar was read as text."""
    if isinstance(value, list):
        return tuple(value)
    stored: Stored = int(value) if kind == "integer" else value
    return stored

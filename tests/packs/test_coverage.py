"""Nothing is forgotten: every item of the official form and every field of practice has its questions."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from intake.form.loader import load_form
from intake.form.model import Form, Page, Question, Repeat

HERE = Path(__file__).resolve().parent
PACK = HERE.parents[1] / "forms" / "asylum_us"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(PACK)


def test_every_item_of_the_official_form_says_what_answers_it(form: Form) -> None:
    assert [item.item for item in form.data.items if not item.answers and not item.not_asked] == []
    assert {item.item for item in form.data.items} == {*_items()}
    assert form.data.edition == "01/20/25"


def test_only_signatures_office_use_and_closed_boxes_are_not_asked(form: Form) -> None:
    unasked = {item.item: item.not_asked for item in form.data.items if item.not_asked}
    assert set(unasked.values()) == {"signature", "office use", "read-only"}
    assert len(unasked) == 10


def test_every_field_of_practice_has_a_question_or_a_written_reason(form: Form) -> None:
    known = form.questions.keys()
    lost = [
        (module, field, said)
        for module, fields in _practice().items()
        for field, said in fields.items()
        if not ((isinstance(said, str) and said.startswith("because ")) or (said and {*said} <= known))
    ]
    assert lost == []


def test_every_question_is_there_for_the_form_or_for_practice(form: Form) -> None:
    """A question that nobody can say the use of is one too many for a tired person.

    Questions that others wait for, and boxes for "another one", say their use themselves.
    """
    used = {name for item in form.data.items for name in item.answers}
    used |= {name for fields in _practice().values() for said in fields.values() for name in _named(said)}
    used |= {name for part in _parts(form) if part.relevant for name in part.relevant.references}
    asked = {question.name for question in form.questions.values() if question.kind != "note"}
    assert {name for name in asked - used if not name.endswith("_other")} == set()


def _named(said: str | list[str]) -> list[str]:
    return [] if isinstance(said, str) else said


def _parts(form: Form) -> Iterator[Question | Page | Repeat]:
    yield from form.questions.values()
    yield from form.repeats.values()
    for section in form.sections:
        yield from section.pages()


def test_every_date_that_is_asked_for_stands_in_the_chronology(form: Form) -> None:
    asked = {question.name for question in form.questions.values() if question.kind == "uncertain_date"}
    shown = {name for happening in form.chronology for name in (happening.when, happening.until) if name}
    assert asked == shown


def test_every_rule_of_law_says_where_it_is_from_and_when_it_was_read(form: Form) -> None:
    assert {rule.rule for rule in form.data.rules} >= {
        *("one_year", "one_year_exceptions", "judge_date", "work_permit_apply", "work_permit_grant"),
        *("fee_filing", "fee_yearly", "fee_work_permit"),
    }
    for rule in form.data.rules:
        assert rule.checked_on <= TODAY
        assert not rule.is_stale(rule.checked_on + timedelta(days=rule.stale_after))
        assert rule.is_stale(rule.checked_on + timedelta(days=rule.stale_after + 1))
        assert rule.confirm == "counsel must confirm"


def test_the_exceptions_to_the_one_year_rule_are_choices_of_the_question_about_them(form: Form) -> None:
    exceptions = next(rule.value for rule in form.data.rules if rule.rule == "one_year_exceptions")
    asked = {choice.name for choice in form.choice_lists["late_reasons"].choices}
    assert {*exceptions} < asked
    assert asked - {*exceptions} == {"did_not_know", "none", "other"}


def test_checks_read_no_stories(form: Form) -> None:
    """What a person tells is compared by people; a check may see at most that nothing is told."""
    told = {question.name for question in form.questions.values() if question.kind == "long_text"}
    for check in form.data.checks:
        read = {*check.sources} | (check.when.references if check.when else set())
        assert read & told == set()


def test_a_check_asks_politely_and_never_accuses(form: Form) -> None:
    for check in form.data.checks:
        assert check.finding.endswith((".", "?"))
        assert not {"contradict", "lie", "false statement", "wrong"} & {*check.finding.casefold().split()}


def _items() -> Iterator[str]:
    for line in (HERE / "i589_items.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "Supplement")) or " " not in line:
            if line and not line.startswith("#"):
                yield line
            continue
        part, *items = line.split()
        yield from (f"{part}.{item}" for item in items)


def _practice() -> dict[str, dict[str, str | list[str]]]:
    read: dict[str, dict[str, str | list[str]]] = yaml.safe_load(
        (HERE / "practice.yaml").read_text(encoding="utf-8")
    )
    return read

"""What is another between two states of a case."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Answers, Path, State
from intake.interview import Interview
from intake.review.compare import Kind, compare
from intake.review.digests import case_digest, section_digest
from tests.support.cases import answered, told
from tests.support.packs import NOON
from tests.support.shipped import sample


def kinds(before: Interview, after: Interview) -> list[tuple[Kind, str, str | None]]:
    return [(it.kind, it.path.question, it.path.entry) for it in compare(before, after)]


def test_the_same_case_has_no_differences_whoever_typed_it() -> None:
    here = answered({"full_name": told("Marina")}, {"leg_from": told("Tijuana")})
    retyped = {path: replace(it, by="Reviewer", at=NOON) for path, it in here.answers.by_path.items()}
    again = here.with_answers(replace(here.answers, by_path=retyped))
    assert compare(here, again) == ()
    assert case_digest(here) == case_digest(again)


def test_what_was_added_changed_and_withdrawn_is_told_in_the_order_of_the_form() -> None:
    before = answered(
        {"full_name": told("Marina"), "ways": told(("phone",), "select_multiple")},
        {"leg_from": told("Tijuana"), "leg_to": told("San Diego")},
    )
    after = answered(
        {"full_name": told("Marina S."), "partner": told("no", "yes_no")}, {"leg_from": told("Tijuana")}
    )
    assert kinds(before, after) == [
        (Kind.CHANGED, "full_name", None),
        (Kind.ADDED, "partner", None),
        (Kind.WITHDRAWN, "leg_to", "LEG0"),
        (Kind.WITHDRAWN, "ways", None),
    ]
    changed = compare(before, after)[0]
    assert changed.before == told("Marina")
    assert changed.after == told("Marina S.")
    assert changed.section == "main"


def test_a_state_in_the_place_of_a_value_is_a_change() -> None:
    before, after = answered({"full_name": told("M")}), answered({"full_name": told(State.LATER)})
    assert kinds(before, after) == [(Kind.CHANGED, "full_name", None)]


def test_an_entry_that_was_removed_is_withdrawn_with_all_it_held_after_what_it_stood_after() -> None:
    before = answered({}, {"leg_from": told("A")}, {"leg_from": told("B")}, {"leg_from": told("C")})
    after, _ = before.remove_entry("LEG1", NOON)
    assert kinds(before, after) == [(Kind.WITHDRAWN, "leg_from", "LEG1")]
    changed, _ = after.answer(Path("leg_from", "LEG2"), told("D"))
    assert [entry for _, _, entry in kinds(before, changed)] == ["LEG1", "LEG2"]


def test_an_answer_that_is_hidden_now_is_withdrawn() -> None:
    before = answered({"partner": told("yes", "yes_no"), "partner_name": told("Pavel")})
    after, _ = before.answer(Path("partner"), told("no", "yes_no"))
    assert kinds(before, after) == [(Kind.CHANGED, "partner", None), (Kind.WITHDRAWN, "partner_name", None)]


def test_everything_of_a_case_is_new_to_an_empty_one_and_withdrawn_the_other_way() -> None:
    full = sample("sparse_en")
    empty = full.with_answers(Answers())
    assert {it.kind for it in compare(empty, full)} == {Kind.ADDED}
    assert {it.kind for it in compare(full, empty)} == {Kind.WITHDRAWN}
    assert len(compare(empty, full)) == len(full.answers.by_path)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["full_name", "partner_name", "born"]), st.text(min_size=1), max_size=3)
)
def test_cases_have_one_digest_exactly_when_they_do_not_differ(found: dict[str, str]) -> None:
    one = answered({name: told(value) for name, value in found.items() if name != "born"})
    other = answered({"full_name": told("x")})
    assert (case_digest(one) == case_digest(other)) == (compare(one, other) == ())


def test_the_digest_of_a_section_is_its_own() -> None:
    before = sample("sparse_en")
    after, _ = before.answer(Path("given_names"), Answer("Amina B.", kind="text"))
    changed = [
        section.name
        for section in before.form.sections
        if section_digest(before, section.name) != section_digest(after, section.name)
    ]
    assert changed == ["about_you"]

"""The order in which relevance, counts and calculations are worked out, and the circles they may not form."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import FormError
from intake.form.loader import form_of
from intake.form.model import Form
from intake.form.plan import MOST_CYCLES, NO_PARENT, plan_of
from tests.support.packs import form, pack


def question(name: str, **columns: str) -> str:
    told = "".join(f", {column}: {text!r}" for column, text in columns.items())
    return f"- {{type: text, name: {name}, label: L, constraint_message: M{told}}}\n"


def circles(items: str) -> list[list[str]]:
    with pytest.raises(FormError) as caught:
        form_of(pack(items))
    assert {fault.code for fault in caught.value.faults} == {"cycle"}
    return [str(fault.facts["names"]).split(" → ") for fault in caught.value.faults]


def readers(made: Form, name: str) -> list[str]:
    plan = plan_of(made)
    return [plan.gates[read.by].name for read in plan.readers.get(name, ())]


def test_what_reads_an_answer_follows_it_and_what_judges_is_told_apart() -> None:
    made = form(
        question("total", calculation="${first} + ${second}")
        + question("first")
        + question("second", constraint=". < ${total}", required="${first} = 1")
        + question("door", relevant="${total} > 1")
    )
    assert readers(made, "first") == ["total"]
    assert readers(made, "total") == ["door"]
    assert readers(made, "nobody") == []
    plan = plan_of(made)
    assert [read.by for read in plan.lookers["total"]] == ["second"]
    places = {gate.name: at for at, gate in enumerate(plan.gates) if gate.level == "question"}
    assert places["first"] < places["total"] < places["door"]


def test_entries_that_are_counted_come_before_what_counts_them() -> None:
    made = form("""
        - {type: note, name: told, label: T, relevant: "count(${child}) > 1"}
        - {type: repeat, name: child, label: L, entry: E, add: A, repeat_count: "${many}",
           items: [{type: text, name: called, label: N}]}
        - {type: integer, name: many, label: M}
        """)
    names = [gate.name for gate in plan_of(made).gates if gate.level in ("repeat", "question")]
    assert names.index("many") < names.index("child") < names.index("told")


def test_what_reads_itself_is_a_circle_and_what_only_judges_itself_is_none() -> None:
    assert circles(question("a", relevant="${a} = 1")) == [["a", "a"]]
    assert form(question("b", constraint="${b} = 1", required="${b} = 1")).questions.keys() == {"b"}


def test_a_page_that_a_question_inside_it_hides_is_a_circle() -> None:
    (circle,) = circles(
        """- {type: group, name: page, label: P, relevant: "${inner} = 1",
             items: [{type: text, name: inner, label: I}]}"""
    )
    assert circle[0] == circle[-1]
    assert {*circle} == {"page", "inner"}


def test_circles_beside_each_other_are_all_told_each_from_name_to_name() -> None:
    pairs = [(f"{letter}{at}", f"{letter}{1 - at}") for letter in "pqr" for at in (0, 1)]
    found = circles("".join(question(name, relevant=f"${{{read}}} = 1") for name, read in pairs))
    assert sorted(sorted({*circle}) for circle in found) == [["p0", "p1"], ["q0", "q1"], ["r0", "r1"]]
    for circle in found:
        assert all((after, before) in pairs for before, after in pairwise(circle))


def test_no_more_circles_are_told_than_anybody_mends_at_once() -> None:
    many = "".join(question(f"q{at}", relevant=f"${{q{at}}} = 1") for at in range(MOST_CYCLES + 20))
    assert len(circles(many)) == MOST_CYCLES


def test_a_chain_of_two_thousand_that_reads_what_comes_later_is_no_trouble() -> None:
    chain = "".join(question(f"q{at}", relevant=f"${{q{at + 1}}} = 1") for at in range(2_000))
    plan = plan_of(form(chain + question("q2000")))
    asked = [gate.name for gate in plan.gates if gate.level == "question"]
    assert asked == [f"q{at}" for at in range(2_000, -1, -1)]


NAMES = "abcdef"
READS = st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(NAMES), max_size=3))


@settings(deadline=None)
@given(READS)
def test_every_gate_comes_after_all_it_reads_unless_there_are_circles(
    reads: dict[str, frozenset[str]],
) -> None:
    conditions = {
        name: " and ".join(f"${{{it}}} = 1" for it in sorted(reads.get(name, ()))) for name in NAMES
    }
    items = "".join(
        question(name, **({"relevant": said} if said else {})) for name, said in conditions.items()
    )
    try:
        plan = plan_of(form_of(pack(items)))
    except FormError as error:
        for fault in error.faults:
            assert all(
                before in reads[after] or before == after
                for before, after in pairwise(str(fault.facts["names"]).split(" → "))
            )
        return
    places = {(gate.level, gate.name): at for at, gate in enumerate(plan.gates)}
    for name, needed in reads.items():
        assert all(places["question", it] < places["question", name] for it in needed)
    assert all(gate.parent == NO_PARENT or gate.parent < at for at, gate in enumerate(plan.gates))

"""The order in which expressions are worked out again, and the circles they may not form."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.form.expressions import Graph, Rule, graph_of

MEMBERS = {"page": ["page_first", "page_second"]}


def rule(owner: str, column: str, *reads: str) -> Rule:
    return Rule(owner, column, frozenset(reads))


def spelt(rules: tuple[Rule, ...]) -> list[str]:
    return [f"{rule.owner} {rule.column}" for rule in rules]


def test_what_leans_on_an_answer_follows_it_and_what_judges_comes_last() -> None:
    graph = graph_of(
        [
            rule("limit", "constraint", "limit", "total"),
            rule("page", "relevant", "total"),
            rule("total", "calculation", "first", "second"),
            rule("page_second", "required", "page_first"),
            rule("other", "relevant", "elsewhere"),
        ],
        MEMBERS,
    )
    assert spelt(graph.dependents("first")) == [
        "total calculation",
        "page relevant",
        "limit constraint",
        "page_second required",
    ]
    assert spelt(graph.dependents("page_first")) == ["page_second required"]
    assert graph.dependents("nobody") == ()
    assert graph.cycles == ()


def test_a_hidden_page_makes_all_inside_read_as_empty() -> None:
    graph = graph_of([rule("page", "relevant", "door"), rule("out", "calculation", "page_first")], MEMBERS)
    assert spelt(graph.dependents("door")) == ["page relevant", "out calculation"]


def test_entries_that_are_counted_change_what_reads_the_repeat() -> None:
    graph = graph_of(
        [rule("child", "count", "how_many"), rule("note", "relevant", "child")], {"child": ["name"]}
    )
    assert spelt(graph.dependents("how_many")) == ["child count", "note relevant"]


def test_a_circle_is_spelt_out_from_rule_to_rule_and_back() -> None:
    graph = graph_of(
        [rule("a", "calculation", "b"), rule("b", "relevant", "c"), rule("c", "calculation", "a", "x")], {}
    )
    (cycle,) = graph.cycles
    assert cycle[0] == cycle[-1]
    assert sorted(spelt(cycle[:-1])) == ["a calculation", "b relevant", "c calculation"]
    for changes, reads in pairwise(cycle):
        assert changes.owner in reads.reads


def test_a_calculation_or_relevance_that_reads_itself_is_a_circle_and_a_constraint_is_none() -> None:
    graph = graph_of([rule("a", "relevant", "a"), rule("b", "constraint", "b")], {})
    assert [spelt(cycle) for cycle in graph.cycles] == [["a relevant", "a relevant"]]


def test_a_page_that_is_hidden_by_a_question_inside_it_is_a_circle() -> None:
    graph = graph_of([rule("page", "relevant", "page_first")], MEMBERS)
    assert [spelt(cycle) for cycle in graph.cycles] == [["page relevant", "page relevant"]]


def test_circles_beside_each_other_are_all_told() -> None:
    pairs = [rule(f"{letter}{at}", "relevant", f"{letter}{1 - at}") for letter in "pqr" for at in (0, 1)]
    assert len(graph_of(pairs, {}).cycles) == 3


def test_a_chain_of_thousands_is_no_trouble() -> None:
    graph = graph_of([rule(f"q{at}", "relevant", f"q{at - 1}") for at in range(1, 5_000)], {})
    assert len(graph.dependents("q0")) == 4_999


NAMES = st.sampled_from("abcdefgh")
RULES = st.lists(
    st.builds(
        Rule,
        NAMES,
        st.sampled_from(["calculation", "relevant", "required"]),
        st.frozensets(NAMES, max_size=3),
    ),
    max_size=12,
    unique_by=lambda rule: (rule.owner, rule.column),
)


@settings(deadline=None)
@given(RULES)
def test_every_rule_comes_after_all_it_leans_on_unless_there_are_circles(rules: list[Rule]) -> None:
    graph = graph_of(rules, {})
    assert sorted(spelt(graph.order)) == sorted(spelt(tuple(rules)))
    if not graph.cycles:
        assert_in_order(graph)


def assert_in_order(graph: Graph) -> None:
    for place, later in enumerate(graph.order):
        for changes in graph.order[place:]:
            assert changes.column == "required" or changes.owner not in later.reads


@settings(deadline=None)
@given(RULES, NAMES)
def test_dependents_are_exactly_what_can_be_reached(rules: list[Rule], name: str) -> None:
    changed: set[str] = {name}
    found: set[Rule] = set()
    while new := {r for r in rules if r.reads & changed} - found:
        found |= new
        changed |= {r.owner for r in new if r.column != "required"}
    assert set(graph_of(rules, {}).dependents(name)) == found

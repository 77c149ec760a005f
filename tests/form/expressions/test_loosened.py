"""An expression in which "certainly" is taken for "perhaps" holds wherever the strict one does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.form.expressions import Shape, compile_expression, compile_loosened
from intake.form.expressions.loosened import loosened
from intake.form.expressions.parser import parse
from tests.support.uncertain_dates import uncertain_dates

SHAPE = Shape("pair", "group", (Shape("a", "question"), Shape("b", "question")))


@pytest.mark.parametrize(
    ("strict", "loose"),
    [
        ("certainly-before(${a}, ${b})", "possibly-before(${a}, ${b})"),
        ("certainly-before(${a}, ${b}, 31)", "possibly-before(${a}, ${b}, 31)"),
        ("not(certainly-before(${a}, ${b}))", "not(certainly-before(${a}, ${b}))"),
        ("not(possibly-before(${a}, ${b}))", "not(certainly-before(${a}, ${b}))"),
        ("not(not(certainly-before(${a}, ${b})))", "not(not(possibly-before(${a}, ${b})))"),
        ("${a} = 'x' and certainly-before(${a}, ${b})", "${a} = 'x' and possibly-before(${a}, ${b})"),
        (
            "not(${a} = '' or possibly-before(${a}, ${b})) or certainly-before(${b}, ${a})",
            "not(${a} = '' or certainly-before(${a}, ${b})) or possibly-before(${b}, ${a})",
        ),
        ("count(${a}) > 1", "count(${a}) > 1"),
    ],
)
def test_comparisons_are_made_loose_and_strict_where_they_are_denied(strict: str, loose: str) -> None:
    assert _bare(str(loosened(parse(strict)))) == _bare(str(parse(loose)))


def test_an_expression_that_compares_no_dates_has_no_looser_form() -> None:
    assert compile_loosened("${a} = 'yes'", SHAPE, "a") is None


@given(uncertain_dates(), uncertain_dates(), st.sampled_from([0, 31, 366]))
def test_what_holds_strictly_holds_loosely(one: object, other: object, days: int) -> None:
    class Two:
        def text(self, question: str, entry: str | None) -> str:
            return str(one if question == "a" else other)

    for source in (
        f"certainly-before(${{a}}, ${{b}}, {days})",
        "certainly-before(${a}, ${b}) or certainly-before(${b}, ${a})",
        "not(possibly-before(${b}, ${a}))",
    ):
        strict, loose = compile_expression(source, SHAPE, "a"), compile_loosened(source, SHAPE, "a")
        assert loose is not None
        assert loose.holds(Two(), None) or not strict.holds(Two(), None)  # type: ignore[arg-type]


def _bare(tree: str) -> str:
    """A tree without the columns of its parts."""
    return re.sub(r"column=\d+", "", tree)

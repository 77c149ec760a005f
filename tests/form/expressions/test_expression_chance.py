"""Expressions made up by chance: whatever can be read gives a value or our own error, asked from anywhere."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import ExpressionError
from intake.form.expressions.functions import FUNCTIONS

Ask = Callable[..., Any]

LEAVES = st.sampled_from(
    [
        *(
            "1",
            "0",
            "-0.5",
            "2.5",
            "1000000000000",
            "1 div 0",
            "0 div 0",
            "'x'",
            "''",
            "' 3 '",
            "'2022-03-04'",
        ),
        *(
            "'2022-03'",
            "'2022-03-04T05:06:07Z'",
            "'9999-12-31'",
            "'0001-01-01'",
            "'0 0; 0 1; 1 1; 0 0'",
            "'[a-'",
        ),
        *("'\ud800'", "'a b c'", "'SHA-1'", "'languages'", "'${languages}'", "true()", "false()", "today()"),
        *(
            ".",
            "..",
            "/",
            "/*",
            "//*",
            "../*",
            "//child",
            "node()",
            "text()",
            "current()",
            "${age}",
            "${child}",
        ),
        *("${child_name}", "${teacher_years}", "${school}", "${languages}", "following::*", "preceding::*"),
    ]
)
OPERATORS = st.sampled_from(
    ["+", "-", "*", " div ", " mod ", "=", "!=", "<", "<=", ">", ">=", " and ", " or ", "|"]
)


CALLED = sorted(set(FUNCTIONS) - {"pulldata"})
SETS = ("count", "sum", "count-non-empty", "position", "randomize", "name", "local-name")


def called(name: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A call with as many arguments as the function takes."""
    function = FUNCTIONS[name]
    arguments = st.lists(inner, min_size=function.least, max_size=max(function.least, min(function.most, 5)))
    return arguments.map(lambda given: f"{name}({', '.join(given)})")


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Calls, operators, predicates, steps and unions around smaller expressions."""
    nodes = st.sampled_from(["//*", "../*", "//child", "${child_name}", "${school}", "current()/..", "."])
    return st.one_of(
        st.sampled_from(CALLED).flatmap(lambda name: called(name, inner)),
        st.builds("{}({})".format, st.sampled_from(SETS), nodes),
        st.builds("({}){}({})".format, inner, OPERATORS, inner),
        st.builds("{}[{}]".format, nodes, inner),
        st.builds(
            "({})/{}".format, nodes, st.sampled_from(["..", "*", "node()", "ancestor::*", "self::child"])
        ),
        st.builds("({} | {})[{}]".format, nodes, nodes, inner),
        st.builds("-({})".format, inner),
    )


EXPRESSIONS = st.recursive(LEAVES, grown, max_leaves=8)
ASKERS = st.sampled_from(
    [
        ("age", None),
        ("child_name", "c1"),
        ("school_name", "s3"),
        ("teacher_name", "t2"),
        ("child", None),
        ("family", None),
    ]
)


@settings(max_examples=200, deadline=None)
@given(EXPRESSIONS, ASKERS)
def test_what_can_be_read_can_be_run(ask: Ask, source: str, asker: tuple[str, str | None]) -> None:
    name, entry = asker
    with suppress(ExpressionError):
        asked = ask(source, name, entry)
        assert isinstance(asked.holds(), bool)
        assert isinstance(asked.text(), str)
        assert isinstance(asked.number(), float)

"""Reading expressions: tokens, precedence, faults with their column, and hostile texts."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import ExpressionError
from intake.form.expressions import Expression, Shape, compile_expression
from intake.form.expressions.lexer import LONGEST, tokens
from intake.form.expressions.parser import DEEPEST, parse

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("1and1", ["1", "and", "1"]),
        ("6div2", ["6", "div", "2"]),
        ("7mod 2", ["7", "mod", "2"]),
        ("a-b", ["a-b"]),
        ("a - b", ["a", "-", "b"]),
        ("${a}-1", ["a", "-", "1"]),
        ("div div div", ["div", "div", "div"]),
        ("* * *", ["*", "*", "*"]),
        ("'it''s'", ["it", "s"]),
        ("a::b", ["a", "::", "b"]),
        ("jr:choice-name(1)", ["jr:choice-name", "(", "1", ")"]),
        ("..//x", ["..", "//", "x"]),
        (".5+1.", [".5", "+", "1."]),
        ("${ name }", ["name"]),
        ("имя >= 1", ["имя", ">=", "1"]),
    ],
)
def test_a_text_falls_into_these_tokens(source: str, pieces: list[str]) -> None:
    assert [token.text for token in tokens(source)[:-1]] == pieces


def test_a_star_multiplies_after_an_operand_and_stands_for_any_name_elsewhere() -> None:
    assert [token.kind for token in tokens("* * *")[:-1]] == ["name", "sign", "name"]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 2 - 3", "5"),
        ("2 * 9 div 3 mod 4", "2"),
        ("1 + 1 = 2", "true"),
        ("1 < 2 = true()", "true"),
        ("true() or false() and false()", "true"),
        ("(true() or false()) and false()", "false"),
        ("- 2 + 3", "1"),
        ("--2", "2"),
        ("- - - 2 * 2", "-4"),
        ("5 - -2", "7"),
        ("3 > 2 > 1", "false"),
        ("'a' = 'a' != false()", "true"),
    ],
)
def test_operators_bind_as_xpath_says(ask: Ask, source: str, value: str) -> None:
    assert ask(source).text() == value


@pytest.mark.parametrize(
    ("source", "column", "reason"),
    [
        ("", 1, "empty"),
        ("  \t\n", 1, "empty"),
        ("1 +", 4, "ends_early"),
        ("(1", 3, "ends_early"),
        ("concat('a',", 12, "ends_early"),
        ("1 2", 3, "unexpected"),
        ("1 + )", 5, "unexpected"),
        ("concat(,)", 8, "unexpected"),
        (".[1", 4, "ends_early"),
        ("'open", 1, "open_text"),
        ('1 = "open', 5, "open_text"),
        ("${", 1, "bad_reference"),
        ("${a b}", 1, "bad_reference"),
        ("${} = 1", 1, "bad_reference"),
        ("${last-saved#age}", 1, "last_saved"),
        ("$age", 1, "variable"),
        ("1 & 2", 3, "unreadable"),
        ("a :: b", 1, "unknown_axis"),
        ("sideways::b", 1, "unknown_axis"),
        ("pulldata('a', 'b', 'c', 'd')", 1, "pulldata"),
        ("if(true(), 1, pulldata('a', 'b', 'c', 'd'))", 15, "pulldata"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(ask: Ask, source: str, column: int, reason: str) -> None:
    with pytest.raises(ExpressionError) as told:
        ask(source)
    assert (told.value.facts["column"], told.value.facts["reason"]) == (column, reason)


@pytest.mark.parametrize(
    "nesting", ["(", "-(", "not(", ".[", "if(1, 2, ", "1 + (", "1 or 1 = (", "concat(- "]
)
def test_ten_thousand_levels_are_too_deep_but_no_crash(nesting: str) -> None:
    with pytest.raises(ExpressionError) as told:
        parse(nesting * 10_000)
    assert told.value.facts["reason"] == "too_deep"


@pytest.mark.parametrize(
    "around",
    [
        *(
            "({})",
            "-({})",
            "not({})",
            "(1 + {})",
            "string(- - {})",
            ".[{}]",
            "count(../*[{}])",
            "if(1, {}, 1)",
        ),
        *(
            "-(.[{}] | .)",
            "1 = (1 or {})",
            "randomize(.)[{}]",
            "coalesce('', {})",
            "/family/about[{}]/..",
            "1 > {}",
        ),
        *(
            "instance({})",
            "indexed-repeat(., ${{child}}[{}], 1)",
            "if({}, ${{age}} | ., .)/..",
            "(.|.[{}])/..",
        ),
        *(
            "checklist(1, 1, {})",
            "join('', {}, 1)",
            "round({})",
            "once({})",
            "../*[{}][1]",
        ),
    ],
)
def test_the_deepest_that_is_read_also_compiles_and_runs(ask: Ask, around: str) -> None:
    asked, source = ask("1"), around.format("1")
    for _ in range(DEEPEST):
        try:
            asked = ask(source)
        except ExpressionError as told:
            if told.facts["reason"] != "too_deep":
                raise
            break
        source = around.format(source)
    try:
        asked.text()
    except ExpressionError as told:
        if told.facts["reason"] not in {"too_costly", "not_nodes"}:
            raise


@pytest.mark.parametrize("operator", [" or ", " + ", " and ", " = ", " | ", " * "])
def test_a_long_chain_is_not_deep(ask: Ask, operator: str) -> None:
    operand = "." if "|" in operator else "1"
    source = operator.join([operand] * 5_000)
    assert ask(source).text() != ""


def test_an_expression_of_a_megabyte_is_refused_at_once() -> None:
    with pytest.raises(ExpressionError) as told:
        parse("1" * 1_000_000)
    assert told.value.facts == {"column": LONGEST + 1, "reason": "too_long"}


def test_the_longest_expression_is_read(ask: Ask) -> None:
    assert ask("1" + "+1" * ((LONGEST - 1) // 2)).number() == LONGEST // 2


SHAPE = Shape("f", "group", (Shape("q", "question"), Shape("r", "repeat", (Shape("s", "question"),))))
PIECES = st.sampled_from(
    [
        *("(", ")", "[", "]", ",", "/", "//", ".", "..", "@", "*", "|", "+", "-", "=", "!=", "<", ">=", "::"),
        *(
            " ",
            "and",
            "or",
            "div",
            "mod",
            "1",
            ".5",
            "'x'",
            '"',
            "${q}",
            "${s}",
            "${r}",
            "${",
            "$q",
            "q",
            "f",
            "r",
        ),
        *(
            "count(",
            "if(",
            "position(",
            "instance('l')",
            "current()",
            "indexed-repeat(",
            "not(",
            "self::",
            "node()",
        ),
        *(
            "regex('a', '(')",
            "text()",
            "item",
            "root",
            "sum(",
            "randomize(",
            "date(",
            "once(",
            "name(",
            "\0",
            "é",
        ),
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_is_an_expression_or_a_fault_with_a_column_in_it(source: str) -> None:
    try:
        made = compile_expression(source, SHAPE, "s")
    except ExpressionError as told:
        column = told.facts["column"]
        assert isinstance(column, int)
        assert 1 <= column <= len(source) + 1
    else:
        assert isinstance(made, Expression)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=80).filter(lambda text: "'" not in text))
def test_a_text_in_quotation_marks_says_itself(text: str) -> None:
    class Nothing:
        def __getattr__(self, name: str) -> None:
            raise AssertionError(name)

    assert compile_expression(f"'{text}'", SHAPE, "q").text(Nothing(), None) == text  # type: ignore[arg-type]

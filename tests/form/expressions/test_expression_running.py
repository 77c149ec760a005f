"""Running expressions: coercions, laziness, paths, predicates, choices, limits."""

import math
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import ExpressionError
from intake.form.expressions import Shape, compile_choice_filter, compile_expression

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("'2021-03-04' > '2020-12-31'", "true"),
        ("'2021-03-04' > 16", "true"),
        ("'2021-03-04' = '2021-03-04T00:00:00.000+00:00'", "false"),
        ("date('2021-03-04') = '2021-03-04T00:00:00.000+00:00'", "true"),
        ("'2021-03-04' + 1 - '2021-03-04'", "1"),
        ("'10' > '9'", "true"),
        ("'10' = '10.0'", "false"),
        ("'10' = 10.0", "true"),
        ("'b' > 'a'", "false"),
        ("'' < 1", "false"),
        ("'' >= 0", "false"),
        ("'a' = true()", "true"),
        ("0 = false()", "true"),
        ("1 div 0", "Infinity"),
        ("-1 div 0", "-Infinity"),
        ("0 div 0", ""),
        ("-7 mod 3", "-1"),
        ("7 mod -3", "1"),
        ("1.5 mod 0.5", "0"),
        ("0.1 + 0.2", "0.30000000000000004"),
        ("1000000 * 1000000", "1000000000000"),
        ("1 div 3", "0.3333333333333333"),
        ("0.00001", "0.00001"),
        ("'  12  ' + 1", "13"),
        ("'1e3' + 1", ""),
        ("'+1' + 1", ""),
        ("'0x10' + 1", ""),
        ("'٣' + 1", ""),
        ("true() + true()", "2"),
        ("'2022-03' > 0", "false"),
        ("'2022-02-30' > 0", "false"),
    ],
)
def test_values_are_taken_for_each_other_as_odk_has_it(ask: Ask, source: str, value: str) -> None:
    assert ask(source).text() == value


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("${age}", True),
        ("${age} = '41'", True),
        ("${age} > 40 and ${full_name} = 'Ana'", True),
        ("${child_age} = 9", True),
        ("${child_age} != 9", True),
        ("${child_age} > 9", False),
        ("${pet_name} = ${child_name}", False),
        ("${child_age} = ${child_age}", True),
        ("${school_name} = 'East'", True),
        ("9 = ${child_age}", True),
        ("10 <= ${child_age}", False),
        ("${child_age} = true()", True),
        ("/family/relatives/child[child_name = 'Nobody'] = true()", False),
        ("/family/relatives/child[child_name = 'Nobody']/child_name = ''", False),
    ],
)
def test_of_many_nodes_any_may_make_it_hold(ask: Ask, source: str, holds: bool) -> None:
    assert ask(source).holds() is holds


@pytest.mark.parametrize(
    "source",
    [
        "if(true(), 1, nonsense())",
        "if(false(), nonsense(1, 2), 1)",
        "true() or nonsense()",
        "not(false() and nonsense())",
        "1 = 1 or substring()",
        "coalesce('1', nonsense())",
        "if(1 = 2, nonsense(nonsense()), if(2 = 2, 1, nonsense()))",
    ],
)
def test_a_branch_not_taken_may_hold_anything(ask: Ask, source: str) -> None:
    asked = ask(source)
    assert asked.holds()
    assert {doubt.reason for doubt in asked.expression.doubts} <= {"unknown_function", "arguments"}
    assert asked.expression.doubts


@pytest.mark.parametrize(
    ("source", "reason", "column"),
    [
        ("nonsense(1)", "unknown_function", 1),
        ("1 + nonsense(${age})", "unknown_function", 5),
        ("substring('a')", "arguments", 1),
        ("count(1)", "not_nodes", 1),
        ("1 | 2", "not_nodes", 1),
        ("'a'[1]", "not_nodes", 1),
        ("regex(., '(')", "bad_pattern", 1),
        ("jr:choice-name('x', '${age}')", "no_choices", 1),
        ("jr:itext('greeting')", "no_itext", 1),
        ("jr:itext(instance('languages')/root/item[1]/label)", "no_itext", 1),
        ("indexed-repeat(${child_name}, ${child}, 1, ${school})", "arguments", 1),
    ],
)
def test_what_cannot_run_is_a_doubt_and_raises_once_it_is_reached(
    ask: Ask, source: str, reason: str, column: int
) -> None:
    asked = ask(source)
    assert reason in [doubt.reason for doubt in asked.expression.doubts]
    with pytest.raises(ExpressionError) as told:
        asked.text()
    assert (told.value.facts["reason"], told.value.facts["column"]) == (reason, column)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("regex(., concat('(', ''))", "bad_pattern"),
        ("digest('a', 'CRC')", "unknown_digest"),
        ("count(if(true(), 'text', ${age}))", "not_nodes"),
    ],
)
def test_what_goes_wrong_only_while_running_is_told(ask: Ask, source: str, reason: str) -> None:
    asked = ask(source)
    assert asked.expression.doubts == ()
    with pytest.raises(ExpressionError) as told:
        asked.text()
    assert told.value.facts["reason"] == reason


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("count(//*)", "39"),
        ("name(/*)", "family"),
        ("join(' ', //teacher_name)", "Gleb Hana Ivan "),
        ("join(' ', //child[2]//school_name)", "East"),
        ("join(' ', //school[1]/school_name)", "North East"),
        ("join(' ', (//school)[2]/school_name)", "South"),
        ("join(' ', //child/school[last()]/school_name)", "South East"),
        ("join(' ', //school[position() > 1]/school_name)", "South"),
        ("join(' ', //teacher[teacher_years > 1][1]/teacher_years)", "2 4 8"),
        ("join(' ', //school[teacher/teacher_years = 1]/school_name)", "North"),
        ("join(' ', //school[../child_name = 'Clara']/school_name)", "East"),
        ("join(' ', //teacher[../../child_name = current()/../full_name]/teacher_name)", ""),
        ("join(' ', //child[child_page/child_age < ${age}]/child_name)", "Boris Clara"),
        ("join(' ', ${child_name} | ${full_name} | ${child_name})", "Ana Boris Clara"),
        ("name(ancestor::*[1])", "about"),
        ("name(ancestor::*[last()])", "family"),
        ("name(ancestor-or-self::*[1])", "age"),
        ("name(following-sibling::*[1])", "full_name"),
        ("count(preceding-sibling::*)", "0"),
        ("count(following::child)", "2"),
        ("name(following::*[last()])", "visitor_name"),
        ("count(//pet/preceding::school)", "3"),
        ("name(//pet/preceding::*[1])", "teacher_years"),
        ("count(self::age)", "1"),
        ("count(parent::*/child::*)", "4"),
        ("string(text())", "41"),
        ("count(descendant::text())", "1"),
        ("count(//child/descendant::text())", "15"),
        ("string(/family/about)", "41Anaru frno"),
        ("name(..)", "about"),
        ("name(../..)", "family"),
        ("count(/)", "1"),
        ("count(/..)", "0"),
        ("count(../*[. = ''])", "0"),
        ("count(../node())", "4"),
        ("namespace-uri(..)", ""),
        ("count(@*)", "0"),
        ("count(namespace::*)", "0"),
        ("count(comment())", "0"),
        ("count(processing-instruction('x'))", "0"),
    ],
)
def test_paths_walk_the_answers_as_xpath_walks_a_document(ask: Ask, source: str, value: str) -> None:
    assert ask(source).text() == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("join(' ', instance('languages')/root/item/name)", "ru fr uk"),
        ("join(' ', instance('languages')/root/item[script = 'Cyrillic']/label)", "Russian Ukrainian"),
        ("instance('languages')/root/item[name = 'fr']/script", "Latin"),
        ("count(instance('languages')/root/item[selected(${languages}, name)])", "2"),
        ("count(instance('languages')/root/item[2]/preceding-sibling::item)", "1"),
        ("position(instance('languages')/root/item[name = 'uk'])", "3"),
        ("name(instance('languages')/root/item[1]/..)", "root"),
        ("string(instance('languages')/root/item[2])", "frFrenchLatin"),
        ("count(instance('nowhere')/root/item)", "0"),
        ("instance(concat('langu', 'ages'))/root/item[1]/name", "ru"),
        ("jr:choice-name(selected-at(${languages}, 1), '${languages}')", "French"),
        ("jr:choice-name('uk', ' /family/about/languages ')", "Ukrainian"),
        ("jr:choice-name('xx', '${languages}')", ""),
        ("jr:itext(instance('languages')/root/item[name = 'fr']/itextId)", "French"),
        ("jr:itext(instance('languages')/root/item[name = 'xx']/itextId)", ""),
    ],
)
def test_choices_are_nodes_too(ask: Ask, source: str, value: str) -> None:
    assert ask(source).text() == value


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("script = 'Cyrillic'", ["ru", "uk"]),
        ("selected(${languages}, name)", ["ru", "fr"]),
        ("name != 'ru' and label != 'French'", ["uk"]),
        ("./script = 'Latin' or ${age} < 3", ["fr"]),
        ("contains(current(), 'fr')", ["ru", "fr", "uk"]),
        ("current()/../age > 50", []),
        ("true()", ["ru", "fr", "uk"]),
    ],
)
def test_a_choice_filter_sees_the_columns_of_each_choice(
    family_shape: Shape, family: Any, source: str, kept: list[str]
) -> None:
    made = compile_choice_filter(source, family_shape, "languages", ["script"])
    assert [row[0] for row in family.choices("languages") if made.keeps(family, None, row)] == kept


def test_a_choice_filter_that_names_no_column_is_told(family_shape: Shape) -> None:
    with pytest.raises(ExpressionError) as told:
        compile_choice_filter("region = 'x'", family_shape, "languages", ["script"])
    assert told.value.facts == {"column": 1, "reason": "unknown_name", "name": "region"}


def test_a_shuffle_with_a_seed_is_always_the_same_and_loses_nothing(ask: Ask) -> None:
    shuffled = ask("join(' ', randomize(//teacher_years, 42))").text()
    assert shuffled == ask("join(' ', randomize(//teacher_years, '42'))").text()
    assert sorted(shuffled.split()) == ["1", "2", "4", "8"]
    assert {ask(f"join(' ', randomize(//teacher_years, {seed}))").text() for seed in range(40)} > {shuffled}


def test_volatile_functions_draw_on_what_they_are_given(ask: Ask, family: Any) -> None:
    first, second = replace(family, random=Random(1)), replace(family, random=Random(1))
    for source in (
        "random()",
        "uuid()",
        "uuid(12)",
        "join(' ', randomize(//teacher_years))",
        "once(random())",
    ):
        assert ask(source, answers=first).text() == ask(source, answers=second).text()
    assert ask("today()").text() == "2026-11-24"
    assert ask("now()").text() == "2026-11-24T14:30:00.000+00:00"


def test_once_keeps_what_is_there(ask: Ask, family: Any) -> None:
    assert ask("once(1 + 1)").text() == "41"
    assert ask("once(1 + 1)", answers=replace(family, texts={})).text() == "2"


def test_a_pattern_that_would_hang_other_engines_does_not_hang(ask: Ask, family: Any) -> None:
    evil = replace(family, texts={("age", None): "a" * 100_000 + "!"})
    assert not ask("regex(., '^(a+)+$')", answers=evil).holds()


def test_an_expression_that_looks_at_everything_for_everything_is_stopped(ask: Ask, family: Any) -> None:
    crowd = replace(family, rows={("visitor", None): tuple(f"v{at}" for at in range(1_000))})
    with pytest.raises(ExpressionError) as told:
        ask("count(//*[count(//*[count(//*) > 0]) > 0])", answers=crowd).text()
    assert told.value.facts["reason"] == "too_costly"
    with pytest.raises(ExpressionError):
        ask("count(//visitor[count(${visitor_name}) > 0])", answers=crowd).text()


def test_two_expressions_that_say_the_same_are_equal(family_shape: Shape) -> None:
    first, second = (compile_expression("${age} > 1", family_shape, "alone") for _ in range(2))
    assert first == second
    assert first != compile_expression("${age} > 2", family_shape, "alone")


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_out_reads_as_itself_unless_it_needs_an_exponent(number: float) -> None:
    shape = Shape("f", "group", (Shape("q", "question"),))

    class One:
        def text(self, question: str, entry: str | None) -> str:
            return repr(number) if "e" not in repr(number) else "0"

    made = compile_expression("${q} * 1", shape, "q")
    expected = number if "e" not in repr(number) else 0.0
    assert made.number(One(), None) == expected  # type: ignore[arg-type]
    if not 0 < abs(expected) < 1e-6:
        assert float(made.text(One(), None)) == expected  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.floats(), st.floats())
def test_arithmetic_never_raises(left: float, right: float) -> None:
    shape = Shape("f", "group", (Shape("a", "question"), Shape("b", "question")))

    class Two:
        def text(self, question: str, entry: str | None) -> str:
            return f"{left:.30f}" if question == "a" else f"{right:.30f}"

    functions = (
        "pow({}, {})",
        "round({}, {})",
        "atan2({}, {})",
        "{} div {}",
        "{} mod {}",
        "substr('abc', {}, {})",
    )
    for pattern in (*functions, "substring('abc', {}, {})", "log({}) + exp10({})", "sqrt({}) + exp({})"):
        made = compile_expression(pattern.format("number(${a})", "number(${b})"), shape, "a")
        assert isinstance(made.number(Two(), None), float)  # type: ignore[arg-type]
    assert math.isnan(compile_expression("sqrt(-1)", shape, "a").number(Two(), None))  # type: ignore[arg-type]

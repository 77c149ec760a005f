"""Every function, after the ODK XForms specification and XPath 1.0."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.form.expressions import Shape, compile_expression
from intake.form.expressions.functions import FUNCTIONS

Ask = Callable[..., Any]

TEXTS = [
    ("string(1.50)", "1.5"),
    ("string(false())", "false"),
    ("string()", "41"),
    ("string-length('четыре')", "6"),
    ("string-length()", "2"),
    ("normalize-space('  a \t b\n')", "a b"),
    ("concat('a', 1, true())", "a1true"),
    ("concat(${child_name}, '!')", "BorisClara!"),
    ("concat()", ""),
    ("join(', ', 'a', ${child_name}, 2)", "a, Boris, Clara, 2"),
    ("join('-')", ""),
    ("contains('asylum', 'syl')", "true"),
    ("contains('asylum', '')", "true"),
    ("starts-with('asylum', 'as')", "true"),
    ("starts-with('asylum', 'sa')", "false"),
    ("ends-with('asylum', 'um')", "true"),
    ("substring-before('2022-03-04', '-')", "2022"),
    ("substring-before('2022', '-')", ""),
    ("substring-before('2022', '')", ""),
    ("substring-after('2022-03-04', '-')", "03-04"),
    ("substring-after('2022', '-')", ""),
    ("substring('abcdef', 3)", "cdef"),
    ("substring('abcdef', 2, 3)", "bcd"),
    ("substring('abcdef', 0, 3)", "ab"),
    ("substring('abcdef', 1.5, 1.5)", "bc"),
    ("substring('abcdef', -42, 1 div 0)", "abcdef"),
    ("substring('abcdef', 0 div 0, 3)", ""),
    ("substr('abcdef', 2)", "cdef"),
    ("substr('abcdef', 1, 3)", "bc"),
    ("substr('abcdef', -2)", "ef"),
    ("substr('abcdef', 0, -2)", "abcd"),
    ("substr('abcdef', 4, 2)", ""),
    ("translate('bar', 'abc', 'AB')", "BAr"),
    ("translate('a-b-c', '-', '')", "abc"),
    ("translate('aa', 'aa', 'xy')", "xx"),
    ("regex('A12', '^[A-Z][0-9]+$')", "true"),
    ("regex('x A12', '[0-9]')", "true"),
    ("regex('дата', '^\\w+$')", "false"),
    ("digest('', 'MD5', 'hex')", "d41d8cd98f00b204e9800998ecf8427e"),
    ("digest('', 'SHA-1', 'hex')", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("digest('', 'SHA-256')", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("base64-decode('0LTQsA==')", "да"),
    ("base64-decode('?')", ""),
    ("string-length(uuid())", "36"),
    ("string-length(uuid(20))", "20"),
    ("uuid(-1)", ""),
    ("string-length(uuid(1000000000))", "1000"),
]
FLAGS = [
    ("not('')", "true"),
    ("boolean('false')", "true"),
    ("boolean(0)", "false"),
    ("boolean(${child})", "true"),
    ("boolean-from-string('true')", "true"),
    ("boolean-from-string('false')", "false"),
    ("boolean-from-string('TRUE')", "false"),
    ("if(${age} > 40, 'over', 'under')", "over"),
    ("if('', 'over', 'under')", "under"),
    ("coalesce('', ${full_name})", "Ana"),
    ("coalesce(${full_name}, 'nobody')", "Ana"),
    ("checklist(2, 2, true(), false(), 1 = 1)", "true"),
    ("checklist(-1, 1, true(), true())", "false"),
    ("checklist(-1, -1)", "true"),
    ("checklist(4, -1, ${teacher_years})", "true"),
    ("weighted-checklist(3, 5, true(), 3, false(), 9)", "true"),
    ("weighted-checklist(4, -1, true(), 3, false(), 9)", "false"),
    ("selected('a b c', 'b')", "true"),
    ("selected('abc', 'b')", "false"),
    ("selected(${languages}, 'fr')", "true"),
    ("selected-at('a b c', 0)", "a"),
    ("selected-at('a b c', 3)", ""),
    ("selected-at('a b c', -1)", ""),
    ("selected-at('a b c', 'x')", ""),
    ("count-selected('  a  b ')", "2"),
]
NUMBERS = [
    ("number('12.50')", "12.5"),
    ("number(true())", "1"),
    ("number()", "41"),
    ("number('2020-01-02')", "18263"),
    ("number('2020-01-02T12:00:00.000Z') + 0", "18263.5"),
    ("int(-2.7)", "-2"),
    ("floor(-2.1)", "-3"),
    ("ceiling(-2.7)", "-2"),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-3"),
    ("round(2.345, 2)", "2.35"),
    ("round(1234, -2)", "1200"),
    ("round(1.5, 1000)", "1.5"),
    ("round(1 div 0)", "Infinity"),
    ("abs(-3)", "3"),
    ("pow(2, -1)", "0.5"),
    ("pow(0, -1)", "Infinity"),
    ("pow(-8, 1 div 3)", ""),
    ("pow(10, 1000)", "Infinity"),
    ("pow(-10, 1001)", "-Infinity"),
    ("pow(1, 'x')", ""),
    ("pow('x', 0)", "1"),
    ("min(3, 1, 2)", "1"),
    ("max(${child_age})", "9"),
    ("max(1, '')", ""),
    ("min()", ""),
    ("sqrt(9)", "3"),
    ("exp(0)", "1"),
    ("exp10(3)", "1000"),
    ("log(0)", "-Infinity"),
    ("log(-1)", ""),
    ("round(log10(1000), 9)", "3"),
    ("round(sin(pi() div 2), 9)", "1"),
    ("cos(0)", "1"),
    ("tan(0)", "0"),
    ("asin(2)", ""),
    ("acos(1)", "0"),
    ("atan(0)", "0"),
    ("round(atan2(1, 1) * 4, 9) = round(pi(), 9)", "true"),
    ("random() >= 0 and random() < 1", "true"),
    ("count(${child_name})", "2"),
    ("count-non-empty(${teacher_name})", "3"),
    ("sum(${child_age})", "16"),
    ("sum(${teacher_name})", ""),
    ("sum(${pet_name}[. = 'none'])", "0"),
    ("position()", "1"),
    ("last()", "1"),
    ("position(//school[school_name = 'South'])", "2"),
    ("local-name(..)", "about"),
]
PLACES = [
    ("distance('0 0; 0 1')", "111318.85"),
    ("distance('0 0 0 0', '0 1 0 0')", "111318.85"),
    ("distance('0 0')", ""),
    ("distance('91 0; 0 0')", ""),
    ("area('0 0; 0 1; 1 1; 1 0; 0 0') > 12000000000", "true"),
    ("area('0 0; 0 1; 1 1; 1 0; 0 0') = area('0 0; 0 1; 1 1; 1 0')", "true"),
    ("area('0 0; 0 1')", "0"),
    ("geofence('0.5 0.5', '0 0; 0 1; 1 1; 1 0; 0 0')", "true"),
    ("geofence('1.5 0.5', '0 0; 0 1; 1 1; 1 0; 0 0')", "false"),
    ("geofence('0.5 0.5', '0 0; 0 1; 1 1; 1 0')", "false"),
    ("geofence('', '')", "false"),
]
DATES = [
    ("today()", "2026-11-24"),
    ("today() - 1", "20780"),
    ("today() > '2026-11-23'", "true"),
    ("date('2020-1-2')", "2020-01-02"),
    ("date('2020-01-02T10:30:00Z')", "2020-01-02T10:30:00.000+00:00"),
    ("date(0)", "1970-01-01"),
    ("date(today() + 7)", "2026-12-01"),
    ("date('')", ""),
    ("date(true())", ""),
    ("date('yesterday')", "Invalid Date"),
    ("date('2021-02-29')", "Invalid Date"),
    ("date(1 div 0)", "Invalid Date"),
    ("date-time('2020-01-02') = date('2020-01-02')", "true"),
    ("decimal-date-time('1970-01-02T12:00:00Z')", "1.5"),
    ("decimal-date-time('no')", ""),
    ("decimal-time('18:00:00.000+00:00')", "0.75"),
    ("decimal-time('06:00')", "0.25"),
    ("decimal-time('06:00:00+03')", "0.125"),
    ("decimal-time('06:00:00+0300')", "0.125"),
    ("decimal-time('25:00')", ""),
    ("decimal-time('06:00:00+99:99')", ""),
    ("format-date('2020-03-04', '%Y/%m/%d %y %n %e %b %a')", "2020/03/04 20 3 4 Mar Wed"),
    ("format-date-time('2020-03-04T05:06:07.089Z', '%H %h %M %S %3')", "05 5 06 07 089"),
    ("format-date('2020-03-08', '%a')", "Sun"),
    ("format-date('', '%Y')", ""),
    ("format-date(today(), '%e.%n.%Y')", "24.11.2026"),
]
UNCERTAIN = [
    ("earliest('2022-03')", "2022-03-01"),
    ("latest('2022-03')", "2022-03-31"),
    ("latest('2022-03') - earliest('2022-03')", "30"),
    ("earliest('2022-03-14')", "2022-03-14"),
    ("earliest('[..2022-05]')", ""),
    ("latest('2021-05/..')", ""),
    ("earliest('')", ""),
    ("earliest('spring')", ""),
    ("latest('2022') < '2023-01-01'", "true"),
    ("certainly-before('2021', '2022-03')", "true"),
    ("certainly-before('2022', '2022-03')", "false"),
    ("possibly-before('2022', '2022-03')", "true"),
    ("possibly-before('2023', '2022-03')", "false"),
    ("certainly-before('2022-03-14', today())", "true"),
    ("possibly-before('2022-03-14', now())", "true"),
    ("certainly-before('', '2022')", "false"),
    ("certainly-before('2022-03', '2022-05', 30)", "true"),
    ("certainly-before('2022-03', '2022-05', 31)", "false"),
    ("possibly-before('2022-03', '2022-05', 90)", "true"),
    ("possibly-before('2022-03', '2022-05', 91)", "false"),
    ("possibly-before('2022', '')", "false"),
]


@pytest.mark.parametrize(("source", "value"), TEXTS + FLAGS + NUMBERS + PLACES + DATES + UNCERTAIN)
def test_a_function_gives_what_the_specification_says(ask: Ask, source: str, value: str) -> None:
    asked = ask(source)
    assert asked.text() == value
    assert asked.expression.doubts == ()


TRIED = "".join(source for source, _ in TEXTS + FLAGS + NUMBERS + PLACES + DATES + UNCERTAIN)
TRIED_ELSEWHERE = {
    *("current", "once", "instance", "indexed-repeat", "randomize", "jr:choice-name", "jr:itext", "pulldata"),
}
TRIED_ELSEWHERE |= {"namespace-uri", "name", "true", "false"}


def test_every_function_is_tried_here_or_with_the_paths() -> None:
    assert set(FUNCTIONS) <= set(re.findall(r"[a-z][a-z0-9:-]*(?=\()", TRIED)) | TRIED_ELSEWHERE


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_function_with_one_argument_too_many_or_too_few_is_a_doubt(family_shape: Shape, name: str) -> None:
    function = FUNCTIONS[name]
    for count in {function.least - 1, function.most + 1} & set(range(12)):
        made = compile_expression(f"{name}({', '.join(['1'] * count)})", family_shape, "age")
        assert [doubt.reason for doubt in made.doubts] == ["arguments"]


PHOENIX = ZoneInfo("America/Phoenix")


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("date('2020-01-01T00:00:00Z')", "2019-12-31T17:00:00.000-07:00"),
        ("number('1970-01-01') * 24", "7"),
        ("'1970-01-01' = date('1970-01-01T00:00:00.000-07:00')", "true"),
        ("date('1970-01-01') = '1970-01-01T07:00:00Z'", "true"),
        ("decimal-time('00:00:00Z') * 24", "17"),
        ("earliest('2022-03')", "2022-03-01"),
        ("now()", "2026-11-24T07:30:00.000-07:00"),
        ("today()", "2026-11-24"),
    ],
)
def test_dates_without_an_offset_are_at_home_where_the_clock_is(
    ask: Ask, family: Any, source: str, value: str
) -> None:
    there = replace(family, now=datetime(2026, 11, 24, 14, 30, tzinfo=UTC).astimezone(PHOENIX))
    assert ask(source, answers=there).text() == value


ISO_DAYS = st.dates(min_value=datetime(1000, 1, 1, tzinfo=UTC).date()).map(str)


@settings(deadline=None)
@given(ISO_DAYS, ISO_DAYS)
def test_full_dates_compare_as_texts_days_and_uncertain_dates_alike(one: str, other: str) -> None:
    shape = Shape("f", "group", (Shape("a", "question"), Shape("b", "question")))

    class Two:
        now = datetime(2026, 11, 24, tzinfo=UTC)

        def text(self, question: str, entry: str | None) -> str:
            return one if question == "a" else other

    for source in (
        "${a} < ${b}",
        "date(${a}) < date(${b})",
        "latest(${a}) < earliest(${b})",
        "certainly-before(${a}, ${b})",
    ):
        made = compile_expression(source, shape, "a")
        assert made.holds(Two(), None) is (one < other)  # type: ignore[arg-type]

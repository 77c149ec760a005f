"""What `${name}` and paths mean, from outside and from inside one, two and three repeats."""

from collections.abc import Callable
from typing import Any

import pytest

from intake.errors import ExpressionError

Ask = Callable[..., Any]

WAYS = [
    # asked outside repeats
    ("age", None, "${full_name}", "Ana"),
    ("age", None, ".", "41"),
    ("age", None, "../full_name", "Ana"),
    ("age", None, "/family/about/full_name", "Ana"),
    ("age", None, "join(' ', ${child_name})", "Boris Clara"),
    ("age", None, "join(' ', ${school_name})", "North South East"),
    ("age", None, "sum(${teacher_years})", "15"),
    ("age", None, "sum(/family/relatives/child/school/teacher/teacher_years)", "15"),
    ("age", None, "count(${child})", "2"),
    ("age", None, "count(${school})", "3"),
    ("age", None, "count(${teacher})", "4"),
    ("age", None, "${child_name}", "Boris"),
    ("age", None, "join(' ', ../../relatives/child/child_name)", "Boris Clara"),
    # inside one repeat
    ("child_name", "c2", ".", "Clara"),
    ("child_name", "c2", "${child_age}", "9"),
    ("child_name", "c2", "../child_page/child_age", "9"),
    ("child_name", "c2", "/family/relatives/child/child_page/child_age", "9"),
    ("child_name", "c2", "${full_name}", "Ana"),
    ("child_name", "c2", "../../../about/full_name", "Ana"),
    ("child_name", "c1", "join(' ', ${school_name})", "North South"),
    ("child_name", "c1", "sum(${teacher_years})", "7"),
    ("child_name", "c1", "sum(/family/relatives/child/school/teacher/teacher_years)", "7"),
    ("child_name", "c1", "count(${child})", "2"),
    ("child_name", "c1", "count(/family/relatives/child)", "2"),
    ("child_name", "c1", "join(' ', ../../child/child_name)", "Boris Clara"),
    ("child_name", "c1", "join(' ', ${visitor_name})", "Olga Pavel"),
    ("child_name", "c2", "position(..)", "2"),
    ("child_age", "c2", "position(../..)", "2"),
    # inside two
    ("school_name", "s2", ".", "South"),
    ("school_name", "s3", "${child_name}", "Clara"),
    ("school_name", "s3", "../../child_name", "Clara"),
    ("school_name", "s3", "/family/relatives/child/child_name", "Clara"),
    ("school_name", "s3", "${full_name}", "Ana"),
    ("school_name", "s1", "sum(${teacher_years})", "3"),
    ("school_name", "s1", "join(' ', /family/relatives/child/school/teacher/teacher_name)", "Gleb Hana"),
    ("school_name", "s3", "${pet_name}", "Rex"),
    ("school_name", "s1", "count(${pet})", "0"),
    ("school_name", "s1", "count(${school})", "2"),
    ("school_name", "s2", "position(..)", "2"),
    ("school_name", "s3", "position(../..)", "2"),
    # inside three
    ("teacher_name", "t3", ".", "Ivan"),
    ("teacher_name", "t3", "${teacher_years}", "4"),
    ("teacher_name", "t3", "../teacher_years", "4"),
    ("teacher_name", "t3", "${school_name}", "South"),
    ("teacher_name", "t3", "../../school_name", "South"),
    ("teacher_name", "t4", "${child_name}", "Clara"),
    ("teacher_name", "t4", "../../../child_page/child_age", "9"),
    ("teacher_name", "t4", "/family/relatives/child/school/school_name", "East"),
    ("teacher_name", "t3", "${full_name}", "Ana"),
    ("teacher_name", "t1", "count(${teacher})", "2"),
    ("teacher_name", "t1", "count(../../../school)", "2"),
    ("teacher_name", "t4", "join(' ', ${pet_name})", "Rex"),
    ("teacher_name", "t2", "position(..)", "2"),
    ("teacher_name", "t3", "concat(position(../../..), position(../..), position(..))", "121"),
    ("teacher_name", "t2", "join(' ', ${visitor_name})", "Olga Pavel"),
    # asked by a repeat itself, from the entry around it
    ("child", None, "sum(${child_age})", "16"),
    ("child", None, "${age}", "41"),
    ("child", None, "count(../child)", "2"),
    ("child", None, "join(' ', child_name)", "Boris Clara"),
    ("school", "c2", "${child_name}", "Clara"),
    ("school", "c1", "count(${teacher})", "3"),
    ("school", "c1", "../child_name", "Boris"),
    # asked by a page and by the root
    ("child_page", "c2", "../child_name", "Clara"),
    ("child_page", "c2", "child_age", "9"),
    ("about", None, "age", "41"),
    ("family", None, "about/age", "41"),
]


@pytest.mark.parametrize(("asker", "entry", "source", "expected"), WAYS)
def test_a_name_means_the_own_entrys_answer_or_those_of_all_entries_inside(
    ask: Ask, asker: str, entry: str | None, source: str, expected: str
) -> None:
    assert ask(source, asker, entry).text() == expected


INDEXED = [
    ("age", None, "indexed-repeat(${child_name}, ${child}, 2)", "Clara"),
    ("child_name", "c2", "indexed-repeat(${child_name}, ${child}, position(..) - 1)", "Boris"),
    ("child_name", "c1", "indexed-repeat(${child_name}, ${child}, 0)", ""),
    ("child_name", "c1", "indexed-repeat(${child_name}, ${child}, 'x')", ""),
    ("child_name", "c1", "indexed-repeat(${school_name}, ${school}, 2)", "South"),
    ("age", None, "indexed-repeat(${school_name}, ${child}, 1, ${school}, 2)", "South"),
    ("school_name", "s1", "indexed-repeat(${school_name}, ${child}, 2, ${school}, 1)", "East"),
    ("age", None, "indexed-repeat(${school_name}, ${school}, 1, ${child}, 2)", "East"),
    ("age", None, "indexed-repeat(${teacher_name}, ${child}, 1, ${school}, 1, ${teacher}, 2)", "Hana"),
    (
        "teacher_name",
        "t4",
        "indexed-repeat(${teacher_name}, ${child}, 1, ${school}, 2, ${teacher}, 1)",
        "Ivan",
    ),
    ("teacher_name", "t2", "indexed-repeat(${teacher_name}, ${teacher}, position(..) - 1)", "Gleb"),
    (
        "age",
        None,
        "indexed-repeat(//school/school_name, /family/relatives/child, 1, /family/relatives/child/school, 1)",
        "North",
    ),
]


@pytest.mark.parametrize(("asker", "entry", "source", "expected"), INDEXED)
def test_indexed_repeat_finds_one_entry_from_wherever_it_is_asked(
    ask: Ask, asker: str, entry: str | None, source: str, expected: str
) -> None:
    assert ask(source, asker, entry).text() == expected


def test_a_page_that_is_one_question_is_no_step_of_a_path(ask: Ask) -> None:
    assert ask("/family/about/alone").text() == "no"
    assert ask("../age", "alone").text() == "41"


@pytest.mark.parametrize(
    ("source", "asker", "read"),
    [
        ("${full_name} = 'x'", "age", {"full_name"}),
        (". > 3 and ../full_name = ''", "age", {"age", "full_name"}),
        ("sum(${teacher_years})", "age", {"child", "school", "teacher", "teacher_years"}),
        ("sum(${teacher_years})", "school_name", {"teacher", "teacher_years"}),
        ("position(..)", "child_name", {"child"}),
        ("count(${child})", "child_name", {"child"}),
        (
            "/family/relatives/child[child_page/child_age > 3]/child_name",
            "age",
            {"child", "child_age", "child_name"},
        ),
        ("indexed-repeat(${child_name}, ${child}, 1)", "child_age", {"child", "child_name"}),
        ("if(${alone} = 'yes', ${age}, 0)", "full_name", {"alone", "age"}),
        ("once(random())", "age", set()),
        ("instance('languages')/root/item[name = ${full_name}]/label", "age", {"full_name"}),
        ("string(..)", "child_age", {"child_age"}),
    ],
)
def test_an_expression_tells_all_it_reads(ask: Ask, source: str, asker: str, read: set[str]) -> None:
    assert ask(source, asker).expression.references == read


def test_an_expression_tells_the_lists_it_reads(ask: Ask) -> None:
    asked = ask("concat(instance('languages')/root/item[1]/label, jr:choice-name('ru', '${languages}'))")
    assert asked.expression.lists == {"languages"}
    assert asked.text() == "RussianRussian"


@pytest.mark.parametrize(
    ("source", "asker", "column", "name"),
    [
        ("${nobody} = 1", "age", 1, "nobody"),
        ("1 + ${nobody}", "age", 5, "nobody"),
        ("/family/nobody", "age", 9, "nobody"),
        ("../nobody", "age", 4, "nobody"),
        ("full_name", "age", 1, "full_name"),
        ("//nobody", "age", 3, "nobody"),
        ("count(/family/relatives/child[nobody = 1])", "age", 31, "nobody"),
        ("@id", "age", 1, "id"),
    ],
)
def test_a_name_that_is_nowhere_is_told_with_its_column(
    ask: Ask, source: str, asker: str, column: int, name: str
) -> None:
    with pytest.raises(ExpressionError) as told:
        ask(source, asker)
    assert told.value.facts == {"column": column, "reason": "unknown_name", "name": name}


def test_an_asker_that_is_nowhere_is_told(ask: Ask) -> None:
    with pytest.raises(ExpressionError) as told:
        ask("1", "nobody")
    assert told.value.facts["reason"] == "unknown_asker"

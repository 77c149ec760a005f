"""Paths compared with lxml's XPath 1.0 over the same answers as XML. Outside repeats both must agree."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from intake.errors import ExpressionError
from intake.form.expressions import Shape

Ask = Callable[..., Any]


def filled(shape: Shape, parent: Any, entry: str | None, answers: Any) -> None:
    """The answers of a shape as elements inside `parent`."""
    match shape.children:
        case (only,) if only.name == shape.name:
            return filled(only, parent, entry, answers)
    for own in answers.entries(shape.name, entry) if shape.kind == "repeat" else (entry,):
        made = etree.SubElement(parent, shape.name)
        if shape.kind == "question":
            made.text = answers.text(shape.name, own) or None
        for child in shape.children:
            filled(child, made, own, answers)
    return None


@pytest.fixture(scope="session")
def document(family_shape: Shape, family: Any) -> Any:
    above = etree.Element("above")
    filled(family_shape, above, None, family)
    return deepcopy(above[0])


NAMES = [
    "family",
    "about",
    "age",
    "relatives",
    "child",
    "child_name",
    "school",
    "teacher",
    "teacher_years",
    "pet",
]
AXES = [
    *("child", "parent", "self", "descendant", "descendant-or-self", "ancestor", "ancestor-or-self"),
    *("following", "following-sibling", "preceding", "preceding-sibling"),
]
TESTS = st.sampled_from(["*", "*", "node()", "text()", *NAMES])
PREDICATES = st.sampled_from(
    [
        "",
        "",
        "[1]",
        "[last()]",
        "[position() > 1]",
        "[. = 2]",
        "[*]",
        "[../child_name]",
        "[count(*) = 2][1]",
        "[.//teacher]",
    ]
)
STEPS = st.one_of(
    st.builds("{}::{}{}".format, st.sampled_from(AXES), TESTS, PREDICATES),
    st.builds("{}{}".format, TESTS, PREDICATES),
    st.sampled_from(["..", "."]),
)
RELATIVE = st.lists(st.tuples(STEPS, st.sampled_from(["/", "/", "//"])), min_size=1, max_size=4).map(
    lambda steps: "".join(f"{step}{slash}" for step, slash in steps).rstrip("/")
)
PATHS = st.one_of(RELATIVE, st.builds("{}{}".format, st.sampled_from(["/", "//"]), RELATIVE))


@settings(deadline=None)
@given(PATHS, PATHS)
def test_paths_and_unions_find_the_nodes_that_lxml_finds(
    ask: Ask, document: Any, first: str, second: str
) -> None:
    for path in (first, f"{first} | {second}", f"({first})[2]"):
        asked = compiled(ask, f"join('|', {path})")
        expected = here(document).xpath(path)
        if asked is not None and len(expected) == here(document).xpath(f"count({path})"):
            assert asked.text() == "|".join(text_of(node) for node in expected), path


@settings(deadline=None)
@given(
    PATHS, st.sampled_from(["count({})", "string({})", "name({})", "{} = 2", "{} < 3", "not({})", "{} != ''"])
)
def test_what_is_made_of_paths_is_what_lxml_makes(ask: Ask, document: Any, path: str, pattern: str) -> None:
    source = pattern.format(path)
    asked = compiled(ask, source)
    if asked is not None:
        expected = here(document).xpath(source)
        assert {bool: asked.holds, float: asked.number}.get(type(expected), asked.text)() == expected


def compiled(ask: Ask, source: str) -> Any:
    """The expression asked at `age`; None for a name that can stand nowhere there, where lxml finds none."""
    try:
        return ask(source)
    except ExpressionError as told:
        if told.facts["reason"] != "unknown_name":
            raise
        return None


def here(document: Any) -> Any:
    return document.xpath("//age")[0]


def text_of(node: Any) -> str:
    """lxml gives text nodes as texts. It gives no document nodes at all, only counts them."""
    return str(node) if isinstance(node, str) else str(node.xpath("string()"))

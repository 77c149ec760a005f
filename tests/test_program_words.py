"""The program's own words: every text of the code is said in each language, completely and politely."""

import ast
import re
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "script"))

from words import KEYWORDS, SOURCES, program_texts  # noqa: E402  (found on the path set above)

CATALOGUES = ROOT / "resources" / "translations"
PLURAL_FORMS = {"ru": 3, "es": 2}

FAMILIAR = {
    "ru": re.compile(r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои)\b", re.IGNORECASE),
    "es": re.compile(r"\b(tú|tu|tus|ti|contigo|vos|vosotros)\b", re.IGNORECASE),
}

DAY_AND_MONTH_AGREE = {"{month} {year}", "{month} (year not known)"}
"""Where a language may need the month as it stands after a preposition instead."""


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return program_texts(ROOT)


@pytest.fixture(scope="module", params=["ru", "es"])
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    with (CATALOGUES / f"{request.param}.po").open("rb") as lines:
        return read_po(lines, locale=request.param, abort_invalid=True)


def test_no_text_hides_where_the_extractor_does_not_look() -> None:
    """Inside an f-string, or put together from pieces, a text would never reach the catalogues."""
    assert [place for file in _sources() for place in _hidden(file)] == []


def test_every_text_of_the_program_is_said_and_none_that_is_gone(texts: Catalog, catalogue: Catalog) -> None:
    wanted, said = _keys(texts), _keys(catalogue)
    assert (wanted - said, said - wanted) == (set(), set())


def test_no_text_stands_empty_or_as_a_guess(catalogue: Catalog) -> None:
    assert [_english(message) for message in _messages(catalogue) if not all(_forms(message))] == []
    assert [_english(message) for message in _messages(catalogue) if message.fuzzy] == []


def test_every_plural_has_all_its_forms(catalogue: Catalog) -> None:
    wanted = PLURAL_FORMS[str(catalogue.locale)]
    plurals = [message for message in _messages(catalogue) if isinstance(message.id, tuple)]
    assert plurals
    assert [_english(message) for message in plurals if len(_forms(message)) != wanted] == []


def test_the_gaps_of_a_text_are_filled_with_the_same_facts(catalogue: Catalog) -> None:
    differing = [
        (message.id, form)
        for message in _messages(catalogue)
        if _english(message) not in DAY_AND_MONTH_AGREE
        for form in _forms(message)
        if _gaps(form) != _gaps(_english(message))
    ]
    assert differing == []


def test_the_program_speaks_politely(catalogue: Catalog) -> None:
    familiar = FAMILIAR[str(catalogue.locale)]
    said = [form for message in _messages(catalogue) for form in _forms(message)]
    assert [form for form in said if familiar.search(form)] == []
    assert [form for form in said if re.search(r"\w!", form)] == []


def _sources() -> list[Path]:
    return [file for room in SOURCES for file in sorted((ROOT / room).rglob("*.py"))]


def _hidden(file: Path) -> list[str]:
    """Where a text is said inside an f-string, or as something that is neither one text nor a name."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    framed = [call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in _said(node)]
    pieced = [call for call in _said(tree) if any(map(_has_text, _messages_of(call)))]
    return [f"{file.relative_to(ROOT)}:{call.lineno}" for call in framed + pieced]


def _said(tree: ast.AST) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if _called(call.func) in KEYWORDS]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _messages_of(call: ast.Call) -> list[ast.expr]:
    """The arguments that are texts to say; a context before them may be put together."""
    return call.args[1:] if _called(call.func) == "say_in" else call.args


def _has_text(argument: ast.expr) -> bool:
    """Whether a text lies deeper in an argument that is no plain text itself."""
    inside = [node for node in ast.walk(argument) if isinstance(node, ast.Constant)]
    return not isinstance(argument, ast.Constant) and any(isinstance(node.value, str) for node in inside)


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, _english(message)) for message in _messages(catalogue)}


def _english(message: Message) -> str:
    """The English text, of a plural the one for many."""
    return str(message.id[-1] if isinstance(message.id, tuple) else message.id)


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple | list) else (str(message.string),)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

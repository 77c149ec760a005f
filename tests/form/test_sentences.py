"""Every code has a sentence, every sentence its facts, and none of them fails for want of one."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from intake import dates, errors
from intake.errors import DateError, ExpressionError, Fault, FormError, IntakeError, NotSaved, WrongPassphrase
from intake.form.advice import EXPRESSIONS, FAULTS, SPREADSHEETS
from intake.sentences import DATES, ERRORS, PROBLEMS, UNKNOWN, sentence
from intake.words import Words

WORDS = Words.load("en", Path("nowhere"))
ROOT = Path(__file__).resolve().parents[2]
UNSAID = {"date", "expression"}
"""Branches of the tree that have their sentences by reason."""


def tree(error: type[IntakeError]) -> Iterator[type[IntakeError]]:
    yield error
    for below in error.__subclasses__():
        yield from tree(below)


@pytest.mark.parametrize("code", sorted({error.code for error in tree(IntakeError)} - UNSAID))
def test_every_error_has_a_sentence(code: str) -> None:
    assert code in {**ERRORS, **SPREADSHEETS}
    assert sentence(code, WORDS) != sentence("no-such-code", WORDS)


@pytest.mark.parametrize("reason", dates.Reason)
def test_every_reason_of_a_date_has_a_sentence(reason: dates.Reason) -> None:
    assert sentence(DateError(reason=reason), WORDS) == sentence(str(reason), WORDS) == DATES[reason]


def texts_in(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: itself, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        yield from (*texts_in(node.body), *texts_in(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def calls(*folders: str) -> Iterator[tuple[str, ast.Call]]:
    for folder in folders:
        for file in (ROOT / "intake" / "form").glob(folder):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield ast.unparse(node.func), node


def fault_codes() -> set[str]:
    """Every code that the loader and the linter give."""
    places = {"faults.add": 1, "self._faults.add": 1, "self.faults.add": 1, "_Refused": 1, "notes.add": 2}
    found = [
        text
        for name, call in calls("*.py")
        for argument in call.args[places.get(name.removeprefix("raise "), 99) :][:1]
        for text in texts_in(argument)
    ]
    of_file = [
        text
        for name, call in calls("*.py")
        if name.startswith("faults.of(") and name.endswith(".add")
        for text in texts_in(call.args[1])
    ]
    return {*found, *of_file}


def expression_reasons() -> set[str]:
    every = list(calls("expressions/*.py", "expressions/functions/*.py"))
    raised = [
        text
        for name, call in every
        if name == "ExpressionError"
        for keyword in call.keywords
        if keyword.arg == "reason"
        for text in texts_in(keyword.value)
    ]
    doubted = [text for name, call in every if name.endswith("doubt") for text in texts_in(call.args[0])]
    return {*raised, *doubted}


def test_the_faults_that_are_given_and_those_that_have_a_sentence_are_the_same() -> None:
    assert fault_codes() == FAULTS.keys()


def test_every_reason_of_an_expression_has_a_sentence() -> None:
    assert expression_reasons() - EXPRESSIONS.keys() == set()


@pytest.mark.parametrize("code", sorted({**FAULTS, **SPREADSHEETS, **ERRORS, **DATES, **PROBLEMS}))
def test_no_sentence_fails_when_its_facts_are_missing(code: str) -> None:
    said = sentence(code, WORDS)
    assert said
    assert "{" not in said


@pytest.mark.parametrize(
    "text", [*FAULTS.values(), *EXPRESSIONS.values(), *ERRORS.values(), *PROBLEMS.values()]
)
def test_a_sentence_ends_and_never_shouts(text: str) -> None:
    assert text.endswith((".", "}"))
    assert "!" not in text.replace("with !", "")
    assert all(name and name.isidentifier() for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_facts_fill_a_sentence_and_are_taken_as_they_are() -> None:
    fault = Fault("form.yaml", 3, "unknown_key", {"key": "{label} ${x} %s"})
    assert (
        sentence(fault, WORDS)
        == "The word “{label} ${x} %s” is not known here. Look for a slip of the pen, or delete it."
    )


def test_the_reason_chooses_the_sentence() -> None:
    for reason in ("disk-full", "gone", "read-only", "memory", "fault", "damaged"):
        assert sentence(NotSaved(reason=reason), WORDS) != sentence(NotSaved(), WORDS)
    assert sentence(NotSaved(reason="no such reason"), WORDS) == sentence(NotSaved(), WORDS)


def test_an_expression_tells_where_and_why() -> None:
    error = ExpressionError(column=5, reason="unknown_name", name="town")
    assert sentence(error, WORDS) == (
        "An expression cannot be worked out at column 5: There is no question, repeat or group “town”."
    )
    doubt = Fault(
        "a",
        1,
        "doubtful_expression",
        {"key": "relevant", "name": "q", "reason": "unknown_function", "wanted": "f"},
    )
    assert sentence(doubt, WORDS) == "“relevant” of “q” cannot be worked out: There is no function “f”."


def test_a_wrong_passphrase_is_told_with_what_to_look_at() -> None:
    assert sentence(WrongPassphrase(), WORDS) == (
        "This passphrase does not open this vault. Check the keyboard layout and capital letters. "
        "Nothing was changed."
    )


def test_a_form_error_counts_its_faults() -> None:
    assert "2 faults" in sentence(FormError((Fault("a", 1, "alias"), Fault("b", 1, "tag"))), WORDS)


def test_a_code_without_a_sentence_is_still_said() -> None:
    assert sentence("new-code", WORDS) == UNKNOWN.format(code="new-code")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = [line.strip("│├└─ ").split()[0] for line in (errors.__doc__ or "").splitlines() if "──" in line]
    assert sorted(drawn) == sorted(error.__name__ for error in tree(IntakeError) if error is not IntakeError)

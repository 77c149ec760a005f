"""What can never be, found by trying every answer that questions with few choices can have."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, combinations, product
from random import Random

from intake.errors import ExpressionError
from intake.form.expressions import ChoiceRow, Expression
from intake.form.kinds.choosing import AGREED, NO, OTHER_CHOICE, YES
from intake.form.model import Form, Question

MOST_TRIED = 4_096
"""Combinations of answers. More are not tried, and what needs them is taken for possible."""

MOST_TICKED = 6
"""Choices of which every selection is tried."""


class _Unknown(Exception):
    """An expression asked for something that may be anything."""


class Possible:
    """Tries expressions over all answers. Questions in `never` are never asked, so they read as empty."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.never: set[str] = set()

    def holds_ever(self, expression: Expression, fixed: Mapping[str, Collection[str]] | None = None) -> bool:
        """Whether it can hold, with some questions `fixed` to a few texts; True when that cannot be told."""
        fixed = fixed or {}
        names = sorted(expression.references)
        texts = [fixed.get(name) or self.texts_of(name) for name in names]
        known = {name: found for name, found in zip(names, texts, strict=True) if found is not None}
        tries = 1
        for found in known.values():
            tries *= len(found)
        if tries > MOST_TRIED:
            return True
        return any(
            self._holds(expression, dict(zip(known, given, strict=True)))
            for given in product(*known.values())
        )

    def _holds(self, expression: Expression, texts: Mapping[str, str]) -> bool:
        try:
            return expression.holds(_Tried(self._form, texts), None)
        except (_Unknown, ExpressionError):
            return True

    def texts_of(self, name: str) -> tuple[str, ...] | None:
        """Every text that expressions can see of a question; None when there are too many to tell."""
        question = self._form.questions.get(name)
        if name in self.never:
            return ("",)
        if question is None or question.calculation is not None:
            return None
        choices = choices_of(question, self._form)
        if not choices or question.kind == "rank":
            return None
        if question.kind == "select_multiple":
            return tuple(_selections(choices)) if len(choices) <= MOST_TICKED else None
        return ("", *choices)

    def texts_with(self, question: Question, choice: str) -> tuple[str, ...]:
        """The texts of a question among whose choices is this one; none when there are too many to tell."""
        if question.kind == "select_multiple":
            return tuple(text for text in self.texts_of(question.name) or () if choice in text.split())
        return (choice,)


def choices_of(question: Question, form: Form) -> tuple[str, ...]:
    """The names a question offers, `other` among them when it may be said; none for one without choices."""
    if question.kind == "yes_no":
        return (YES, NO)
    if question.kind == "acknowledge":
        return (AGREED,)
    found = form.choice_lists.get(question.choice_list)
    listed = tuple(choice.name for choice in found.choices) if found else ()
    return (*listed, OTHER_CHOICE) if question.or_other else listed


def _selections(choices: Sequence[str]) -> Iterator[str]:
    sizes = range(len(choices) + 1)
    return map(" ".join, chain.from_iterable(combinations(choices, size) for size in sizes))


class _Tried:
    """Answers that are tried: texts of some questions, the same in every entry, and nothing else."""

    def __init__(self, form: Form, texts: Mapping[str, str]) -> None:
        self._form = form
        self._texts = texts

    def text(self, question: str, entry: str | None) -> str:
        if question not in self._texts:
            raise _Unknown(question)
        return self._texts[question]

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        raise _Unknown(repeat)

    def parent(self, entry: str) -> str | None:
        raise _Unknown(entry)

    def choices(self, list_name: str) -> Sequence[ChoiceRow]:
        found = self._form.choice_lists.get(list_name)
        return [(choice.name, choice.label, choice.columns) for choice in found.choices] if found else ()

    @property
    def now(self) -> datetime:
        raise _Unknown

    @property
    def random(self) -> Random:
        raise _Unknown

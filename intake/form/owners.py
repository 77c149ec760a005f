"""What expressions stand at: every section, page, repeat and question of a form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from intake.form.expressions import Expression
from intake.form.model import Form, Item, Page, Question, Repeat, Section

Owner: TypeAlias = Section | Page | Repeat | Question

COLUMNS: Mapping[str, str] = {
    "calculation": "calculation",
    "choice_filter": "choice_filter",
    "constraint": "constraint",
    "count": "repeat_count",
    "relevant": "relevant",
    "required": "required",
    "worked_default": "default",
}
"""Where an expression is kept, and the column that a pack writes it in."""


def owners_of(form: Form) -> Iterator[Owner]:
    """Everything in the order of the pages, what lies inside after what it lies in."""
    for section in form.sections:
        yield section
        yield from owners_in(section.items)


def owners_in(items: Iterable[Item]) -> Iterator[Owner]:
    for item in items:
        yield item
        yield from item.questions if isinstance(item, Page) else owners_in(item.items)


def expressions_at(owner: Owner) -> Iterator[tuple[str, Expression]]:
    """The columns of an owner that hold an expression, each with it."""
    for kept, column in COLUMNS.items():
        expression = getattr(owner, kept, None)
        if isinstance(expression, Expression):
            yield column, expression


def expressions_of(form: Form) -> Iterator[tuple[str, str, Expression]]:
    """Every expression of a form with the name of what it stands at, and its column."""
    for owner in owners_of(form):
        yield from ((owner.name, column, expression) for column, expression in expressions_at(owner))

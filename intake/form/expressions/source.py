"""What an expression reads: the shape of a form, and the answers in it as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from random import Random
from typing import Literal, Protocol, TypeAlias

from intake.form.expressions.layout import Layout, Place

ChoiceRow: TypeAlias = tuple[str, str, Mapping[str, str]]
"""A choice as expressions see it: name, label in the reader's language, further columns."""


@dataclass(frozen=True)
class Shape:
    """The tree of a form's names, as paths see it: the root, sections and pages (groups), repeats, questions.

    A page that holds one question of its own name stands for that question and is no step of a path.
    `choice_list` names the list of a choosing question, for `jr:choice-name()`.
    """

    name: str
    kind: Literal["group", "repeat", "question"]
    children: tuple["Shape", ...] = ()
    choice_list: str = ""

    @cached_property
    def layout(self) -> Layout:
        """The same tree with ways up, worked out once for all expressions of a form."""
        return Layout(_place(self, None))


class Source(Protocol):
    """The answers an expression runs over. Hidden answers, states and gaps read as empty text."""

    def text(self, question: str, entry: str | None) -> str:
        """The answer as XPath sees it (choices joined by spaces, dates as EDTF), or empty text."""

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        """The ids of the entries of a repeat inside a parent entry (None outside repeats), in order."""

    def parent(self, entry: str) -> str | None:
        """The entry that this one lies in."""

    def choices(self, list_name: str) -> Sequence[ChoiceRow]:
        """The choices of a list, for `instance()` and `jr:choice-name()`; none when there is no such list."""

    @property
    def now(self) -> datetime:
        """The moment that `now()` and `today()` give, with its time zone."""

    @property
    def random(self) -> Random:
        """What `random()`, `uuid()` and `once(...)` draw from."""


def _place(shape: Shape, parent: Place | None) -> Place:
    match shape.children:
        case (only,) if shape.kind == "group" and only.kind == "question" and only.name == shape.name:
            return _place(only, parent)
    place = Place(shape.name, shape.kind, parent, shape.choice_list)
    place.children = tuple(_place(child, place) for child in shape.children)
    return place

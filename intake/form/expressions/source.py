"""What an expression reads: the shape of a form, and the answers in it as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Shape:
    """The tree of a form's names, as paths see it: the root, its sections and pages (groups), repeats and questions."""

    name: str
    kind: Literal["group", "repeat", "question"]
    children: tuple["Shape", ...] = ()


class Source(Protocol):
    """The answers an expression runs over. Hidden answers, states and gaps read as empty text."""

    def text(self, question: str, entry: str | None) -> str:
        """The answer as XPath sees it (choices joined by spaces, dates as EDTF), or empty text."""

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        """The ids of the entries of a repeat inside a parent entry (None outside repeats), in order."""

    def parent(self, entry: str) -> str | None:
        """The entry that this one lies in."""

    def choices(self, list_name: str) -> Sequence[tuple[str, str, dict[str, str]]]:
        """Name, label and further columns of each choice of a list, for `instance()` and `jr:choice-name()`."""

    @property
    def now(self) -> datetime:
        """The moment that `now()` and `today()` give, with its time zone."""

    @property
    def random(self) -> Random:
        """What `random()`, `uuid()` and `once(...)` draw from."""

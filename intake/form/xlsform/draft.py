"""A questionnaire on its way from rows to pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from intake.form.xlsform.tables import Texts

EXPRESSIONS = (
    *("relevant", "required", "constraint", "calculation", "choice_filter", "repeat_count"),
    "default",
)
"""The cells that hold expressions; a default may be one."""

What = Literal["question", "group", "repeat", "section"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question, group, repeat or section: the row it stands in (0 when it was made up), its name, its cells
    by column, its texts by column and language, and what lies in it.
    """

    what: What
    row: int
    name: str
    cells: Mapping[str, str] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    items: tuple["Draft", ...] = ()

    def get(self, column: str) -> str:
        """A cell, empty when there is none."""
        return self.cells.get(column, "")

    def but(self, **cells: str) -> "Draft":
        """The same with other cells; empty ones go."""
        kept = {**self.cells, **cells}
        return replace(self, cells={column: text for column, text in kept.items() if text})

    def all(self) -> Iterator["Draft"]:
        """This and everything in it, in the order of the rows."""
        yield self
        for item in self.items:
            yield from item.all()


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """One choice: its row, its name, its label by language, its further columns."""

    row: int
    name: str
    labels: Mapping[str, str]
    columns: Mapping[str, str] = field(default_factory=dict)


Lists = Mapping[str, tuple[ChoiceDraft, ...]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a questionnaire says about itself. `titles` and `case_titles` go by language."""

    name: str
    version: str
    titles: Mapping[str, str]
    case_titles: Mapping[str, str]
    language: str = ""
    """The default language as the spreadsheet calls it."""


@dataclass(frozen=True, slots=True)
class HappeningDraft:
    """A line of the chronology: its cells by column, its title by language."""

    cells: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Whole:
    """A questionnaire that is ready to become files."""

    heading: Heading
    sections: tuple[Draft, ...]
    lists: Lists
    filed: frozenset[str] = frozenset()
    chronology: tuple[HappeningDraft, ...] = ()
    renames: Mapping[str, str] = field(default_factory=dict)
    untranslated: tuple[str, ...] = ()
    data: Mapping[str, bytes] = field(default_factory=dict)
    """Files that say something beside the questions."""
    data_texts: Texts = field(default_factory=dict)


def any_text(texts: Mapping[str, str]) -> str:
    """Some language's text, the first there is."""
    return next(iter(texts.values()), "")

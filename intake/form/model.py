"""A questionnaire as frozen values. Names are XLSForm's; texts are English, the source of every translation.

A form has sections; a section has pages and repeats in the order they are asked; a repeat has pages and
repeats of its own, asked once for each entry. A page holds the questions that stand together on one screen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from intake.form.expressions import Expression
from intake.form.packdata import NO_DATA, PackData


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list; `columns` are its further columns, which a `choice_filter` may ask for.

    One from a file is shown `as_it_is` in every language: such lists hold names of places and the like.
    """

    name: str
    label: str
    columns: Mapping[str, str] = field(default_factory=dict)
    as_it_is: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """A list of choices, shared by the questions that name it."""

    name: str
    choices: tuple[Choice, ...]

    def get(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `kind` is the XLSForm type without its list; `repeats` names the repeats it lies in, outermost first.

    `why` says why we ask; `sensitive` questions may be left and told in person; an `optional` one may stay
    empty, and once seen it is not open any more. `role` says what it is on the board of grounds; `summary`
    what it is called on the first page of a summary. With `or_other`, a person may say what is not on the
    list. `default` is a text as written, and `worked_default` the same where it is an expression.
    `stands_in_for` is the type that the pack asks for where this program has nothing better than a text or a
    file.
    """

    name: str
    kind: str
    label: str
    hint: str = ""
    why: str = ""
    example: str = ""
    choice_list: str = ""
    repeats: tuple[str, ...] = ()
    relevant: Expression | None = None
    required: Expression | None = None
    constraint: Expression | None = None
    constraint_message: str = ""
    calculation: Expression | None = None
    choice_filter: Expression | None = None
    default: str = ""
    worked_default: Expression | None = None
    or_other: bool = False
    read_only: bool = False
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    sensitive: bool = False
    role: str = ""
    summary: str = ""
    optional: bool = False
    stands_in_for: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one screen: an XLSForm group, or a question that stands alone and lends its name."""

    name: str
    label: str
    questions: tuple[Question, ...]
    hint: str = ""
    relevant: Expression | None = None
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """Pages asked once an entry.

    `label` heads the list of entries, `entry` names one of them (`From ${leg_from}`), `add` is the button.
    """

    name: str
    label: str
    entry: str
    add: str
    items: tuple["Item", ...]
    hint: str = ""
    relevant: Expression | None = None
    count: Expression | None = None
    repeats: tuple[str, ...] = ()
    """The repeats around this one, outermost first, itself not included."""


Item: TypeAlias = Page | Repeat


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the interview that can be taken in any order.

    `minutes` is an honest guess; a `heavy` one has quiet pages around it. `at_hand` says what is good to have
    there; `support` whom one can call, each on a line of its own.
    """

    name: str
    label: str
    items: tuple[Item, ...]
    hint: str = ""
    minutes: int = 5
    heavy: bool = False
    relevant: Expression | None = None
    at_hand: str = ""
    support: str = ""

    def pages(self) -> Iterator[Page]:
        """Every page, those in repeats too, in the order they are asked."""
        yield from _pages(self.items)


@dataclass(frozen=True, slots=True)
class Happening:
    """What the chronology takes from answers: a moment (`when`) or a stretch (`when` to `until`), with a
    title to fill (`Left ${leg_from}`). It still goes on where the question `still` says yes.
    """

    name: str
    title: str
    when: str
    until: str = ""
    still: str = ""
    place: str = ""
    lane: str = "life"


@dataclass(frozen=True)
class Form:
    """A whole questionnaire.

    `hash` is the SHA-256 of its files; `languages` are those it has catalogues for, English first.
    """

    name: str
    version: str
    title: str
    hash: str
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    choice_lists: Mapping[str, ChoiceList]
    chronology: tuple[Happening, ...] = ()
    case_title: str = ""
    """What a draft is called in lists, to fill from its answers (`${family_name} ${given_names}`)."""
    renames: Mapping[str, str] = field(default_factory=dict)
    untranslated: tuple[str, ...] = ()
    """Texts that are the same in every language: numbers of papers, names."""
    data: PackData = NO_DATA

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by name, in the order they are asked."""
        return {q.name: q for section in self.sections for page in section.pages() for q in page.questions}

    @cached_property
    def repeats(self) -> Mapping[str, Repeat]:
        """Every repeat by name."""
        return {r.name: r for section in self.sections for r in _repeats(section.items)}

    def section(self, name: str) -> Section:
        """The section of this name; KeyError when there is none."""
        return self._sections[name]

    def section_asking(self, question: str) -> Section:
        """The section in which a question stands; KeyError when there is none."""
        return self._sections[self._asking[question]]

    @cached_property
    def _asking(self) -> Mapping[str, str]:
        return {
            q.name: section.name
            for section in self.sections
            for page in section.pages()
            for q in page.questions
        }

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return {section.name: section for section in self.sections}


def _pages(items: tuple[Item, ...]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        else:
            yield from _pages(item.items)


def _repeats(items: tuple[Item, ...]) -> Iterator[Repeat]:
    for item in items:
        if isinstance(item, Repeat):
            yield item
            yield from _repeats(item.items)

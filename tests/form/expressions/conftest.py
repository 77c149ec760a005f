"""A form with repeats three deep and its answers, as expressions see them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

import pytest

from intake.form.expressions import ChoiceRow, Expression, Shape, compile_expression

SHAPE = Shape(
    "family",
    "group",
    (
        Shape(
            "about",
            "group",
            (
                Shape("age", "question"),
                Shape("full_name", "question"),
                Shape("languages", "question", choice_list="languages"),
                Shape("alone", "group", (Shape("alone", "question"),)),
            ),
        ),
        Shape(
            "relatives",
            "group",
            (
                Shape(
                    "child",
                    "repeat",
                    (
                        Shape("child_name", "question"),
                        Shape("child_page", "group", (Shape("child_age", "question"),)),
                        Shape(
                            "school",
                            "repeat",
                            (
                                Shape("school_name", "question"),
                                Shape(
                                    "teacher",
                                    "repeat",
                                    (Shape("teacher_name", "question"), Shape("teacher_years", "question")),
                                ),
                            ),
                        ),
                        Shape("pet", "repeat", (Shape("pet_name", "question"),)),
                    ),
                ),
                Shape("visitor", "repeat", (Shape("visitor_name", "question"),)),
            ),
        ),
    ),
)


@dataclass
class Answers:
    """Answers by question and entry; entries by repeat and parent."""

    texts: Mapping[tuple[str, str | None], str] = field(default_factory=dict)
    rows: Mapping[tuple[str, str | None], Sequence[str]] = field(default_factory=dict)
    lists: Mapping[str, Sequence[ChoiceRow]] = field(default_factory=dict)
    now: datetime = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    random: Random = field(default_factory=lambda: Random(7))

    def text(self, question: str, entry: str | None) -> str:
        return self.texts.get((question, entry), "")

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        return self.rows.get((repeat, parent), ())

    def parent(self, entry: str) -> str | None:
        return next(parent for (_, parent), entries in self.rows.items() if entry in entries)

    def choices(self, list_name: str) -> Sequence[ChoiceRow]:
        return self.lists.get(list_name, ())


FAMILY = Answers(
    texts={
        ("age", None): "41",
        ("full_name", None): "Ana",
        ("languages", None): "ru fr",
        ("alone", None): "no",
        ("child_name", "c1"): "Boris",
        ("child_name", "c2"): "Clara",
        ("child_age", "c1"): "7",
        ("child_age", "c2"): "9",
        ("school_name", "s1"): "North",
        ("school_name", "s2"): "South",
        ("school_name", "s3"): "East",
        ("teacher_name", "t1"): "Gleb",
        ("teacher_name", "t2"): "Hana",
        ("teacher_name", "t3"): "Ivan",
        ("teacher_years", "t1"): "1",
        ("teacher_years", "t2"): "2",
        ("teacher_years", "t3"): "4",
        ("teacher_years", "t4"): "8",
        ("pet_name", "p1"): "Rex",
        ("visitor_name", "v1"): "Olga",
        ("visitor_name", "v2"): "Pavel",
    },
    rows={
        ("child", None): ("c1", "c2"),
        ("school", "c1"): ("s1", "s2"),
        ("school", "c2"): ("s3",),
        ("teacher", "s1"): ("t1", "t2"),
        ("teacher", "s2"): ("t3",),
        ("teacher", "s3"): ("t4",),
        ("pet", "c2"): ("p1",),
        ("visitor", None): ("v1", "v2"),
    },
    lists={
        "languages": (
            ("ru", "Russian", {"script": "Cyrillic"}),
            ("fr", "French", {"script": "Latin"}),
            ("uk", "Ukrainian", {"script": "Cyrillic"}),
        )
    },
)
"""A fictional family: two children, their schools and teachers, a pet, two visitors."""


@dataclass(frozen=True)
class Asked:
    """An expression with answers to run over, asked from a question in an entry."""

    expression: Expression
    answers: Answers
    entry: str | None

    def text(self) -> str:
        return self.expression.text(self.answers, self.entry)

    def number(self) -> float:
        return self.expression.number(self.answers, self.entry)

    def holds(self) -> bool:
        return self.expression.holds(self.answers, self.entry)


Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def family_shape() -> Shape:
    return SHAPE


@pytest.fixture(scope="session")
def family() -> Answers:
    return FAMILY


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Compile an expression; it stands at `age`, outside all repeats, unless said otherwise."""

    def compiled(
        source: str, asker: str = "age", entry: str | None = None, answers: Answers = FAMILY
    ) -> Asked:
        return Asked(compile_expression(source, SHAPE, asker), answers, entry)

    return compiled

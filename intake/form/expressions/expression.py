"""A compiled expression: the door that forms and interviews use."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from intake.errors import ExpressionError
from intake.form.expressions.code import Frame, Sort
from intake.form.expressions.compiler import Compiler, Doubt
from intake.form.expressions.layout import CHOICES, Place
from intake.form.expressions.loosened import loosened
from intake.form.expressions.nodes import ChoiceNode
from intake.form.expressions.parser import parse
from intake.form.expressions.source import ChoiceRow, Shape, Source
from intake.form.expressions.syntax import Node


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. Two are equal when they say the same from the same place.

    `references` names the questions and repeats it reads, for the dependency graph; `lists` the lists of
    choices. `doubts` would raise if they were ever reached: a linter tells of them. `sort` is what it gives;
    a condition of sort `nodes` holds as long as there is such a node, whatever was answered (XPath 1.0, 4.3).
    A `loose` one takes "certainly" for "perhaps".

    Running it raises ExpressionError only where it has a doubt, or where a pattern, an algorithm or a set of
    nodes is made up on the way.
    """

    source: str
    references: frozenset[str]
    lists: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()
    sort: Sort = "any"
    loose: bool = False
    _flag: Callable[[Frame], bool] = field(kw_only=True, compare=False, repr=False)
    _text: Callable[[Frame], str] = field(kw_only=True, compare=False, repr=False)
    _number: Callable[[Frame], float] = field(kw_only=True, compare=False, repr=False)

    def holds(self, answers: Source, entry: str | None) -> bool:
        """Its value as a condition, asked from inside `entry` (None outside repeats)."""
        return self._flag(Frame(answers, entry))

    def text(self, answers: Source, entry: str | None) -> str:
        """Its value as text."""
        return self._text(Frame(answers, entry))

    def number(self, answers: Source, entry: str | None) -> float:
        """Its value as a number; NaN when it is none."""
        return self._number(Frame(answers, entry))

    def keeps(self, answers: Source, entry: str | None, choice: ChoiceRow) -> bool:
        """Whether a choice passes, for one compiled with `compile_choice_filter`."""
        return self._flag(Frame(answers, entry, ChoiceNode("", (choice,), (0, 0))))


def compile_expression(source: str, shape: Shape, asker: str) -> Expression:
    """Compile an expression that stands at the question (or repeat, page, section) named `asker`.

    A repeat asks from the entry around it. Raises ExpressionError with facts `column` (from 1), `reason` and
    sometimes `name` or `found`, when it cannot be read or names what is not there.
    """
    return _compiled(source, parse(source), Compiler(shape.layout, _asker(shape, asker)))


def compile_loosened(source: str, shape: Shape, asker: str) -> Expression | None:
    """The same, with "certainly" taken for "perhaps" where uncertain dates are compared; None when nothing in
    it is. Raises as `compile_expression` does.
    """
    tree = parse(source)
    loose = loosened(tree)
    if loose == tree:
        return None
    return replace(_compiled(source, loose, Compiler(shape.layout, _asker(shape, asker))), loose=True)


def compile_choice_filter(source: str, shape: Shape, asker: str, columns: Collection[str]) -> Expression:
    """Compile a `choice_filter`, where a bare name is a column of the choice looked at: `region = ${region}`.

    `columns` are the list's further columns. Raises as `compile_expression` does.
    """
    seen, named = frozenset({CHOICES}), frozenset({"name", "label", *columns})
    compiler = Compiler(shape.layout, _asker(shape, asker), looked_at=seen, columns=named)
    return _compiled(source, parse(source), compiler)


def _asker(shape: Shape, name: str) -> Place:
    place = shape.layout.find(name)
    if place is None:
        raise ExpressionError(column=1, reason="unknown_asker", name=name)
    return place


def _compiled(source: str, tree: Node, compiler: Compiler) -> Expression:
    code = compiler.code(tree)
    flag, text, number = compiler.flag(code), compiler.text(code), compiler.number(code)
    notes = compiler.notes
    return Expression(
        source,
        frozenset(notes.references),
        frozenset(notes.lists),
        tuple(notes.doubts),
        code.sort,
        _flag=flag,
        _text=text,
        _number=number,
    )

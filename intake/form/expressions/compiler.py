"""From a parsed expression to closures over answers, with all that it reads."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import nan

from intake.errors import ExpressionError
from intake.form.expressions.calls import call_code
from intake.form.expressions.code import Code, Frame, Run
from intake.form.expressions.layout import CHOICES, Layout, Place
from intake.form.expressions.nodes import Node
from intake.form.expressions.operators import operator_code
from intake.form.expressions.paths import filter_code, path_code
from intake.form.expressions.reach import Target, around, reach, target_of
from intake.form.expressions.syntax import Call, Filter, Literal, Path, Reference
from intake.form.expressions.syntax import Node as Tree
from intake.form.expressions.values import Nodes, Value, flag_of, number_of, text_number, text_of


@dataclass(frozen=True, slots=True)
class Doubt:
    """A part that raises as soon as it is reached: `unknown_function`, `arguments`, `not_nodes`, `no_choices`
    or `bad_pattern`. Forms may hold it in a branch never taken, so only the linter complains.
    """

    reason: str
    column: int
    name: str


@dataclass(slots=True)
class Notes:
    """What is found out on the way: names read, lists read, doubts."""

    references: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles the parts of one expression; in a predicate, a copy that looks at other nodes.

    `columns` are the columns of the choices that a choice filter looks at, where known.
    """

    layout: Layout
    asker: Place
    notes: Notes = field(default_factory=Notes)
    open_repeats: frozenset[Place] = frozenset()
    looked_at: frozenset[Place] | None = None
    columns: Collection[str] | None = None

    def code(self, tree: Tree) -> Code:
        match tree:
            case Literal():
                return _literal(tree.value)
            case Reference():
                return self._reference(tree)
            case Path():
                self._check_column(tree)
                return path_code(self, tree)
            case Filter():
                return filter_code(self, tree)
            case Call():
                return call_code(self, tree)
            case _:
                return operator_code(self, tree)

    def text(self, code: Code) -> Callable[[Frame], str]:
        self._read(code)
        if code.text:
            return code.text
        run = code.run
        return lambda frame: text_of(run(frame))

    def number(self, code: Code) -> Callable[[Frame], float]:
        self._read(code)
        run = code.run
        if code.text:
            text = code.text
            return lambda frame: text_number(found, frame) if (found := text(frame)) else nan
        if code.sort == "number":
            return run  # type: ignore[return-value]  # its sort says so
        return lambda frame: number_of(run(frame), frame)

    def flag(self, code: Code) -> Callable[[Frame], bool]:
        run = code.run
        if code.sort == "flag":
            return run  # type: ignore[return-value]  # its sort says so
        return lambda frame: flag_of(run(frame))

    def value(self, code: Code) -> Run:
        self._read(code)
        return code.run

    def texts(self, code: Code, column: int) -> Callable[[Frame], Sequence[str]]:
        self._read(code)
        if code.texts:
            return code.texts
        nodes = self.nodes(code, column)
        return lambda frame: [node.text() for node in nodes(frame)]

    def nodes(self, code: Code, column: int) -> Callable[[Frame], Nodes]:
        self.enter(code.places)
        if code.sort not in {"nodes", "any"}:
            code = self.doubt("not_nodes", column, "")
        run = code.run

        def nodes(frame: Frame) -> Nodes:
            found = run(frame)
            if not isinstance(found, tuple):
                raise ExpressionError(column=column, reason="not_nodes")
            return found

        return nodes

    def here(self) -> Callable[[Frame], Node]:
        if self.looked_at is not None:
            return _looked_at
        asking = reach(Target(self.asker, len(around(self.asker))), self.asker).run
        return lambda frame: asking(frame)[0]  # type: ignore[index,return-value]  # always the one node

    def opened(self, repeats: frozenset[Place]) -> "Compiler":
        return replace(self, open_repeats=self.open_repeats | repeats)

    def inside(self, places: frozenset[Place]) -> "Compiler":
        return replace(self, looked_at=places, columns=None)

    def enter(self, places: Iterable[Place]) -> None:
        self.notes.references.update(place.name for place in places if place.kind == "repeat")

    def read_list(self, name: str) -> None:
        self.notes.lists.add(name)

    def doubt(self, reason: str, column: int, name: str) -> Code:
        self.notes.doubts.append(Doubt(reason, column, name))

        def run(frame: Frame) -> Value:
            raise ExpressionError(column=column, reason=reason, name=name)

        return Code("any", run)

    def _reference(self, tree: Reference) -> Code:
        place = self.layout.find(tree.name)
        if place is None:
            raise ExpressionError(column=tree.column, reason="unknown_name", name=tree.name)
        target = target_of(place, self.asker, self.open_repeats)
        self.enter(target.entered)
        return reach(target, self.asker)

    def _read(self, code: Code) -> None:
        for place in code.places:
            self.notes.references.update(
                inner.name for inner in place.below() if inner.kind in {"question", "repeat"}
            )

    def _check_column(self, path: Path) -> None:
        """A bare name in a choice filter must be a column of the list."""
        if (
            self.columns is None
            or self.looked_at != frozenset({CHOICES})
            or path.start != "here"
            or not path.steps
        ):
            return
        step = path.steps[0]
        if step.axis == "child" and not step.test.endswith(")") and step.test not in {*self.columns, "*"}:
            raise ExpressionError(column=step.column, reason="unknown_name", name=step.test)


def _literal(value: float | str) -> Code:
    if isinstance(value, str):
        text = value
        return Code("text", lambda frame: text, text=lambda frame: text)
    return Code("number", lambda frame: value)


def _looked_at(frame: Frame) -> Node:
    if frame.node is None:
        raise ExpressionError(column=1, reason="no_choice")
    return frame.node

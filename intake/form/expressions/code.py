"""What the compiler makes of a part of an expression: a closure, the sort of its value, and what it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal, Protocol, TypeAlias

from intake.errors import ExpressionError
from intake.form.expressions.layout import Layout, Place
from intake.form.expressions.nodes import Node
from intake.form.expressions.source import Source
from intake.form.expressions.syntax import Node as Tree
from intake.form.expressions.values import Nodes, Value

Sort = Literal["text", "number", "flag", "nodes", "any"]
"""What a closure gives. `any` is known only when it runs, as with `if()`."""


MOST_NODES = 300_000
"""Nodes that one evaluation may look at, about a second of work. A repeat of 30 times 30 entries with ten
questions has 9,000. Only what looks at everything for everything comes here, and it must not hang us.
"""


class Meter:
    """What is left of the nodes that one evaluation may look at."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST_NODES


class Frame:
    """What a closure runs over: the answers, the entry that asks, and in predicates the node looked at."""

    __slots__ = ("_meter", "entry", "node", "position", "size", "source")

    def __init__(self, source: Source, entry: str | None, node: Node | None = None) -> None:
        self.source = source
        self.entry = entry
        self.node = node
        self.position = 1
        self.size = 1
        self._meter: Meter | None = None

    @property
    def zone(self) -> tzinfo | None:
        """Where dates without an offset are at home."""
        return self.source.now.tzinfo

    def at(self, node: Node, position: int, size: int) -> "Frame":
        """The frame of a predicate, which draws on the same meter."""
        frame = Frame(self.source, self.entry, node)
        frame.position, frame.size = position, size
        frame._meter = self._metered()
        return frame

    def spend(self, nodes: int) -> None:
        """Count nodes looked at. Raises ExpressionError `too_costly` when it is enough."""
        meter = self._metered()
        meter.left -= nodes
        if meter.left < 0:
            raise ExpressionError(column=1, reason="too_costly")

    def _metered(self) -> Meter:
        if self._meter is None:
            self._meter = Meter()
        return self._meter


Run: TypeAlias = Callable[[Frame], Value]


@dataclass(frozen=True, slots=True)
class Code:
    """A compiled part of an expression.

    `places` are where its nodes may stand. `texts` gives the texts of its nodes without making nodes first,
    `text` that of the only one; they are there when the compiler knows a straight way.
    """

    sort: Sort
    run: Run
    places: frozenset[Place] = frozenset()
    text: Callable[[Frame], str] | None = None
    texts: Callable[[Frame], Sequence[str]] | None = None


class Scope(Protocol):
    """What a function that compiles its own arguments may ask of the compiler."""

    @property
    def layout(self) -> Layout: ...

    @property
    def asker(self) -> Place: ...

    def code(self, tree: Tree) -> Code: ...

    def opened(self, repeats: frozenset[Place]) -> "Scope":
        """The same, but paths do not keep to the asker's own entries of these repeats."""

    def text(self, code: Code) -> Callable[[Frame], str]: ...

    def texts(self, code: Code, column: int) -> Callable[[Frame], Sequence[str]]: ...

    def number(self, code: Code) -> Callable[[Frame], float]: ...

    def flag(self, code: Code) -> Callable[[Frame], bool]: ...

    def nodes(self, code: Code, column: int) -> Callable[[Frame], Nodes]: ...

    def value(self, code: Code) -> Run:
        """Its value as it is; the texts of nodes count as read."""

    def here(self) -> Callable[[Frame], Node]:
        """The node the asker stands at, or in a predicate the one looked at."""

    def doubt(self, reason: str, column: int, name: str) -> Code:
        """Note what cannot run, and give code that raises it when it is reached."""

    def read_list(self, name: str) -> None:
        """Note that a list of choices is read."""

"""An expression as a tree of frozen values, before it knows any form. Columns count from 1.

Operators of one rank stand side by side in a `Chain` and not inside each other, so that a thousand terms
joined by `or` are no deeper than two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text as written."""

    value: float | str
    column: int


@dataclass(frozen=True, slots=True)
class Reference:
    """`${name}`: a question, repeat or group by its name."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Term:
    """One operator of a chain and what stands right of it."""

    operator: str
    operand: "Node"
    column: int


@dataclass(frozen=True, slots=True)
class Chain:
    """`first` and the terms that follow it, all of one rank, from left to right."""

    first: "Node"
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus before an operand; two of them cancel out but still make a number."""

    operand: "Node"
    odd: bool


@dataclass(frozen=True, slots=True)
class Call:
    """`name(argument, ...)`."""

    name: str
    arguments: tuple["Node", ...]
    column: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path. `test` is a name, `*`, or a kind of node such as `node()`."""

    axis: str
    test: str
    predicates: tuple["Node", ...]
    column: int


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root (`/`), from here, or from what an expression gives."""

    start: "OneOf['root', 'here'] | Node"
    steps: tuple[Step, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Filter:
    """`base[predicate]...` where the base is no step."""

    base: "Node"
    predicates: tuple["Node", ...]
    column: int


@dataclass(frozen=True, slots=True)
class Union:
    """`a | b | c`."""

    members: tuple["Node", ...]
    column: int


Node: TypeAlias = Literal | Reference | Chain | Negation | Call | Path | Filter | Union


def parts_of(node: Node) -> Iterator[Node]:
    """What a node is made of, one level down."""
    match node:
        case Chain():
            yield node.first
            yield from (term.operand for term in node.terms)
        case Negation():
            yield node.operand
        case Call():
            yield from node.arguments
        case Union():
            yield from node.members
        case Filter():
            yield node.base
            yield from node.predicates
        case Path():
            if not isinstance(node.start, str):
                yield node.start
            yield from (predicate for step in node.steps for predicate in step.predicates)


def height(node: Node) -> int:
    """How many nodes lie inside one another at most."""
    tallest, waiting = 0, [(node, 1)]
    while waiting:
        inner, depth = waiting.pop()
        tallest = max(tallest, depth)
        waiting.extend((part, depth + 1) for part in parts_of(inner))
    return tallest

"""What an expression says that can hardly be meant, though it can be worked out."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from intake.form.expressions.parser import parse
from intake.form.expressions.syntax import Call, Chain, Literal, Node, Path, Reference, parts_of

_ORDER = frozenset({"<", "<=", ">", ">="})
_PARTIAL = re.compile(r"\d{4}-(?:\d{2}|XX)(?:-XX)?[~?%]?|\d{4}(?:-\d{2}){0,2}[~?%]", re.ASCII)
"""Dates without a day, or that are doubtful: `2022-03`, `2022-03-14~`. A year alone is a number."""


@dataclass(frozen=True, slots=True)
class Hint:
    """`partial_date`, `uncertain_order` or `position_outside`, its column, and what it is about."""

    reason: str
    column: int
    about: str


def hints_of(source: str, uncertain: Collection[str], *, in_repeat: bool) -> Iterator[Hint]:
    """The hints about an expression that compiles; `uncertain` are the names of questions for uncertain
    dates, and `in_repeat` says whether it is asked in the entries of a repeat.
    """
    waiting: list[Node] = [parse(source)]
    while waiting:
        node = waiting.pop()
        waiting.extend(parts_of(node))
        if isinstance(node, Chain):
            yield from _of_order(node, uncertain)
        elif isinstance(node, Call) and node.name == "position" and not in_repeat and _is_up(node):
            yield Hint("position_outside", node.column, node.name)


def _of_order(chain: Chain, uncertain: Collection[str]) -> Iterator[Hint]:
    """Both sides of `<` are numbers: full days are, and anything less makes the outcome false."""
    if chain.terms[0].operator not in _ORDER:
        return
    for operand in parts_of(chain):
        match operand:
            case Literal(value=str(text)) if _PARTIAL.fullmatch(text):
                yield Hint("partial_date", operand.column, text)
            case Reference(name=name) if name in uncertain:
                yield Hint("uncertain_order", operand.column, name)


def _is_up(call: Call) -> bool:
    """Whether it is `position(..)`."""
    match call.arguments:
        case (Path(start="here", steps=(step,)),):
            return step.axis == "parent"
    return False

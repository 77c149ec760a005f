"""How a function is declared: what it takes, how many, what it gives, and its body."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from intake.form.expressions.code import Code, Scope, Sort
from intake.form.expressions.syntax import Call
from intake.form.expressions.values import Value

Taken = Literal["text", "number", "flag", "value", "values", "texts", "nodes"]
"""How an argument reaches the body: taken for a text, number or flag; as it is; its values one by one (the
texts of nodes, else the value); the texts of what must be nodes; or the nodes, whose texts are not read."""

ANY = 1_000
"""Arguments of a function that takes any number. More than any form has."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A function whose arguments are worked out first. The last of `takes` serves further arguments too.

    With `framed` the body gets the frame before its arguments: the clock, the random source, the position.
    With `here` the node asked from stands in when there is no argument.
    """

    gives: Sort
    takes: tuple[Taken, ...]
    body: Callable[..., Value]
    least: int
    most: int
    framed: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Special:
    """A function that compiles its own arguments, because it is lazy or looks at the paths themselves."""

    build: Callable[[Scope, Call], Code]
    least: int
    most: int


Function: TypeAlias = Plain | Special
Functions: TypeAlias = Mapping[str, Function]


def taking(
    gives: Sort, body: Callable[..., Any], *takes: Taken, least: int | None = None, most: int | None = None
) -> Plain:
    """A function of just these arguments, unless `least` and `most` say otherwise."""
    return Plain(
        gives, takes, body, len(takes) if least is None else least, len(takes) if most is None else most
    )


def framed(
    gives: Sort, body: Callable[..., Any], *takes: Taken, least: int | None = None, most: int | None = None
) -> Plain:
    """The same for a body that needs the frame."""
    return replace(taking(gives, body, *takes, least=least, most=most), framed=True)


def of_here(gives: Sort, body: Callable[..., Any], taken: Taken) -> Plain:
    """A function of one argument, or of the node asked from."""
    return Plain(gives, (taken,), body, 0, 1, here=True)

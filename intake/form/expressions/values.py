"""What expressions give, and how one sort of value is taken for another (XPath 1.0; ODK's dates besides)."""

import re
from collections.abc import Callable
from datetime import tzinfo
from decimal import Decimal
from math import floor, inf, isnan, nan
from typing import Protocol, TypeAlias

from intake.form.expressions.moments import Moment, days_of, is_dated, read_moment
from intake.form.expressions.nodes import Node

Nodes: TypeAlias = tuple[Node, ...]
Value: TypeAlias = str | float | bool | Nodes
"""A `Moment` is a float. A set of nodes is a tuple in document order."""


class Clock(Protocol):
    """Tells where dates without an offset are at home; asked only when there is such a date."""

    @property
    def zone(self) -> tzinfo | None: ...


_NUMBER = re.compile(r"[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*", re.ASCII)
_PLAIN_FROM, _PLAIN_TO = 1e-6, 1e21
"""Sizes that are written without an exponent, as web-forms (JavaScript) does."""


def text_of(value: Value) -> str:
    """The value as text; of nodes, the first one's. What is no number reads as empty, as web-forms has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return value[0].text() if value else ""
    return value.shown if isinstance(value, Moment) else number_text(value)


def number_of(value: Value, clock: Clock) -> float:
    """The value as a number; of nodes, the first one's text. NaN when it is none."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return float(value)
    return text_number(text_of(value), clock)


def flag_of(value: Value) -> bool:
    """The value as a condition: whether there are nodes, any text, a number that is neither zero nor NaN."""
    if isinstance(value, float):
        return value != 0 and not isnan(value)
    return bool(value)


def text_number(text: str, clock: Clock) -> float:
    """The number a text spells; for an ISO date or date and time, its days since the epoch."""
    if text.isdecimal() and text.isascii():
        return float(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    moment = read_moment(text, clock.zone) if is_dated(text) else None
    return nan if moment is None else days_of(moment)


def number_text(number: float) -> str:
    if isnan(number):
        return ""
    if abs(number) == inf:
        return "Infinity" if number > 0 else "-Infinity"
    size = abs(number)
    if size == 0:
        return "0"
    if size < _PLAIN_FROM or size >= _PLAIN_TO:
        digits, power = repr(number).split("e")
        return f"{digits}e{int(power):+d}"
    if size == floor(size):
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def alike(left: Value, right: Value, clock: Clock) -> bool:
    """`left = right`: of nodes, whether any is (XPath 1.0, 3.4)."""
    return _compared(left, right, lambda one, other: _same(one, other, clock))


def unlike(left: Value, right: Value, clock: Clock) -> bool:
    """`left != right`: of nodes, whether any differs, which is not the opposite of `=`."""
    return _compared(left, right, lambda one, other: not _same(one, other, clock))


def ordered(left: Value, right: Value, clock: Clock, holds: Callable[[float, float], bool]) -> bool:
    """`<` and its kin: both sides as numbers, dates included; of nodes, whether it holds for any."""
    return _compared(left, right, lambda one, other: holds(number_of(one, clock), number_of(other, clock)))


def _compared(left: Value, right: Value, holds: Callable[[Value, Value], bool]) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return holds(_unless_nodes(left), _unless_nodes(right))
    lefts: tuple[Value, ...] = tuple(n.text() for n in left) if isinstance(left, tuple) else (left,)
    rights: tuple[Value, ...] = tuple(n.text() for n in right) if isinstance(right, tuple) else (right,)
    return any(holds(one, other) for one in lefts for other in rights)


def _unless_nodes(value: Value) -> Value:
    return bool(value) if isinstance(value, tuple) else value


def _same(left: Value, right: Value, clock: Clock) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return flag_of(left) == flag_of(right)
    if isinstance(left, float) or isinstance(right, float):
        return number_of(left, clock) == number_of(right, clock)
    return text_of(left) == text_of(right)

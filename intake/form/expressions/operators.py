"""Operators: chains of one rank from left to right, negation, and unions of nodes."""

import operator
from collections.abc import Callable, Mapping
from math import copysign, fmod, inf, isinf, isnan, nan
from typing import Any

from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.paths import in_order
from intake.form.expressions.syntax import Chain, Negation, Term, Union
from intake.form.expressions.values import Value, alike, flag_of, ordered, unlike

Flag = Callable[[Frame], bool]


def operator_code(scope: Scope, tree: Chain | Negation | Union) -> Code:
    if isinstance(tree, Chain):
        return _chain(scope, tree)
    return _negation(scope, tree) if isinstance(tree, Negation) else _union(scope, tree)


def _chain(scope: Scope, chain: Chain) -> Code:
    """Operators of one rank. `and` and `or` stop at the first operand that decides."""
    sign = chain.terms[0].operator
    if sign in {"and", "or"}:
        return _junction(scope, chain, decides=sign == "or")
    if sign in _ARITHMETIC:
        return _sum(scope, chain)
    if len(chain.terms) == 1:
        return Code("flag", _comparison(scope, scope.code(chain.first), chain.terms[0]))
    return Code("flag", _comparisons(scope, chain))


def _negation(scope: Scope, negation: Negation) -> Code:
    number = scope.number(scope.code(negation.operand))
    return Code("number", (lambda frame: -number(frame)) if negation.odd else number)


def _union(scope: Scope, union: Union) -> Code:
    """The nodes of all members, each once, in document order."""
    codes = [scope.code(member) for member in union.members]
    members = [scope.nodes(code, union.column) for code in codes]
    places = frozenset(place for code in codes for place in code.places)
    return Code("nodes", lambda frame: in_order(node for member in members for node in member(frame)), places)


def _junction(scope: Scope, chain: Chain, *, decides: bool) -> Code:
    operands = (chain.first, *(term.operand for term in chain.terms))
    flags = [scope.flag(scope.code(operand)) for operand in operands]
    if len(flags) == 2:
        first, second = flags
        if decides:
            return Code("flag", lambda frame: first(frame) or second(frame))
        return Code("flag", lambda frame: first(frame) and second(frame))

    def run(frame: Frame) -> bool:
        for flag in flags:
            if flag(frame) is decides:
                return decides
        return not decides

    return Code("flag", run)


def _sum(scope: Scope, chain: Chain) -> Code:
    first = scope.number(scope.code(chain.first))
    terms = [(_ARITHMETIC[term.operator], scope.number(scope.code(term.operand))) for term in chain.terms]

    def run(frame: Frame) -> float:
        total = first(frame)
        for apply, number in terms:
            total = apply(total, number(frame))
        return total

    return Code("number", run)


def _comparison(scope: Scope, left: Code, term: Term) -> Flag:
    right = scope.code(term.operand)
    if not (_is_single(left) and _is_single(right)):
        one, other = scope.value(left), scope.value(right)
        return lambda frame: _compared(term.operator, one(frame), other(frame), frame)
    if term.operator in _EQUAL and "number" not in {left.sort, right.sort}:
        return _both(_EQUAL[term.operator], scope.text(left), scope.text(right))
    return _both({**_EQUAL, **_ORDER}[term.operator], scope.number(left), scope.number(right))


def _is_single(code: Code) -> bool:
    """Whether it is one text or number for sure, so that neither flags nor many nodes need a thought."""
    return code.text is not None or code.sort in {"text", "number"}


def _both(
    holds: Callable[[Any, Any], bool], left: Callable[[Frame], Any], right: Callable[[Frame], Any]
) -> Flag:
    return lambda frame: holds(left(frame), right(frame))


def _comparisons(scope: Scope, chain: Chain) -> Flag:
    """`3 > 2 > 1`: what the first comparison gives is compared with the next operand."""
    first = scope.value(scope.code(chain.first))
    terms = [(term.operator, scope.value(scope.code(term.operand))) for term in chain.terms]

    def run(frame: Frame) -> bool:
        value = first(frame)
        for sign, operand in terms:
            value = _compared(sign, value, operand(frame), frame)
        return flag_of(value)

    return run


def _compared(sign: str, left: Value, right: Value, frame: Frame) -> bool:
    if sign in _ORDER:
        return ordered(left, right, frame, _ORDER[sign])
    return alike(left, right, frame) if sign == "=" else unlike(left, right, frame)


def _divided(dividend: float, divisor: float) -> float:
    if divisor == 0:
        return nan if dividend == 0 or isnan(dividend) else copysign(inf, dividend) * copysign(1, divisor)
    return dividend / divisor


def _remainder(dividend: float, divisor: float) -> float:
    """What is left after whole divisions, with the sign of the dividend (XPath 1.0, 3.5)."""
    if divisor == 0 or isinf(dividend) or isnan(dividend) or isnan(divisor):
        return nan
    return fmod(dividend, divisor)


_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divided,
    "mod": _remainder,
}
_EQUAL: Mapping[str, Callable[[Any, Any], bool]] = {"=": operator.eq, "!=": operator.ne}
_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

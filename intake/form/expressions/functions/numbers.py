"""Functions on numbers."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import floor, inf, isfinite, isinf, isnan, nan, pi

from intake.form.expressions.code import Frame
from intake.form.expressions.functions.table import ANY, Functions, Plain, framed, of_here, taking
from intake.form.expressions.moments import Moment, is_dated
from intake.form.expressions.values import Value, number_of, text_of

_FINEST = 300
"""Digits beyond which rounding changes nothing, and before which powers of ten overflow."""


def _number(frame: Frame, value: Value) -> float:
    """A date becomes its days since the epoch; as a text, the whole days (ODK XForms, `number`)."""
    number = number_of(value, frame)
    if isinstance(value, str | tuple) and isfinite(number) and is_dated(text_of(value)):
        return Moment(number, str(floor(number)))
    return number


def _round(number: float, digits: float = 0.0) -> float:
    """Halves go away from zero, as in ODK and unlike XPath 1.0; digits below zero round tens and hundreds."""
    if isnan(number) or isnan(digits):
        return nan
    if not isfinite(number) or digits > _FINEST:
        return number
    scale = 10.0 ** max(int(digits), -_FINEST)
    shifted = abs(number) * scale
    return math.copysign(floor(shifted + 0.5) / scale, number) if isfinite(shifted) else number


def _whole(rounded: Callable[[float], float]) -> Callable[[float], float]:
    """A rounding that leaves NaN and infinities, and keeps the sign of zero."""
    return lambda number: math.copysign(rounded(number), number) if isfinite(number) else number


def _floor(number: float) -> float:
    return float(floor(number)) if isfinite(number) and number else number


def _power(base: float, exponent: float) -> float:
    if isnan(exponent) or (abs(base) == 1 and isinf(exponent)):  # where C says 1
        return nan
    if base == 0 and exponent < 0:
        return inf
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -inf if base < 0 and exponent % 2 == 1 else inf
    except ValueError:
        return nan


def _logarithm(logarithm: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -inf if number == 0 else _calculated(logarithm)(number)


def _calculated(function: Callable[..., float]) -> Callable[..., float]:
    """A function of the standard library that answers NaN or infinity where that would raise."""

    def calculate(*numbers: float) -> float:
        try:
            return function(*numbers)
        except ValueError:
            return nan
        except OverflowError:
            return inf

    return calculate


def _extreme(choose: Callable[[Sequence[float]], float]) -> Plain:
    def body(frame: Frame, *given: Sequence[Value]) -> float:
        numbers = [number_of(value, frame) for values in given for value in values]
        return nan if not numbers or any(map(isnan, numbers)) else choose(numbers)

    return framed("number", body, "values", least=0, most=ANY)


FUNCTIONS: Functions = {
    "number": replace(of_here("number", _number, "value"), framed=True),
    "int": taking("number", _whole(math.trunc), "number"),
    "floor": taking("number", _floor, "number"),
    "ceiling": taking("number", _whole(math.ceil), "number"),
    "round": taking("number", _round, "number", "number", least=1),
    "abs": taking("number", abs, "number"),
    "pow": taking("number", _power, "number", "number"),
    "min": _extreme(min),
    "max": _extreme(max),
    "pi": taking("number", lambda: pi),
    "random": framed("number", lambda frame: frame.source.random.random()),
    "log": taking("number", _logarithm(math.log), "number"),
    "log10": taking("number", _logarithm(math.log10), "number"),
    "exp10": taking("number", lambda number: _power(10.0, number), "number"),
    "atan2": taking("number", math.atan2, "number", "number"),
    **{
        name: taking("number", _calculated(getattr(math, name)), "number")
        for name in ("sqrt", "exp", "sin", "cos", "tan", "asin", "acos", "atan")
    },
}

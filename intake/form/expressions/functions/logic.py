"""Functions that decide: `if`, `not`, checklists and their kin."""

from collections.abc import Sequence
from math import inf

from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.functions.table import ANY, Functions, Special, framed, taking
from intake.form.expressions.syntax import Call
from intake.form.expressions.values import Value, flag_of, number_of, text_number


def _if(scope: Scope, call: Call) -> Code:
    """Only the branch that is taken is worked out."""
    condition, *branches = (scope.code(argument) for argument in call.arguments)
    flag = scope.flag(condition)
    then, otherwise = (scope.value(branch) for branch in branches)
    sorts = {branch.sort for branch in branches}
    places = branches[0].places | branches[1].places
    sort = sorts.pop() if len(sorts) == 1 else "any"
    return Code(sort, lambda frame: then(frame) if flag(frame) else otherwise(frame), places)


def _coalesce(scope: Scope, call: Call) -> Code:
    """The first argument that is not empty; the second is worked out only when it is wanted."""
    first, second = (scope.text(scope.code(argument)) for argument in call.arguments)
    return Code("text", lambda frame: first(frame) or second(frame))


def _boolean_from_string(text: str) -> bool:
    return text in {"1", "true"}


def _checklist(frame: Frame, least: float, most: float, *given: Value) -> bool:
    """Whether at least and at most so many arguments hold; -1 is no bound (ODK XForms, `checklist`)."""
    return _within(least, most, sum(flag for value in given for flag in _flags(value, frame)))


def _weighted_checklist(frame: Frame, least: float, most: float, *given: Value) -> bool:
    """The same, each argument counting with the weight that follows it."""
    total = 0.0
    for flags, weights in zip(given[::2], given[1::2], strict=False):
        pairs = zip(_flags(flags, frame), _weights(weights, frame), strict=False)
        total += sum(weight for flag, weight in pairs if flag)
    return _within(least, most, total)


def _flags(value: Value, frame: Frame) -> Sequence[bool]:
    """Whether a value holds; of nodes, for each, whether its number is above zero."""
    if isinstance(value, tuple):
        return [text_number(node.text(), frame) > 0 for node in value]
    return (flag_of(value),)


def _weights(value: Value, frame: Frame) -> Sequence[float]:
    if isinstance(value, tuple):
        return [text_number(node.text(), frame) for node in value]
    return (number_of(value, frame),)


def _within(least: float, most: float, reached: float) -> bool:
    return (least < 0 or reached >= least) and reached <= (inf if most < 0 else most)


FUNCTIONS: Functions = {
    "true": taking("flag", lambda: True),
    "false": taking("flag", lambda: False),
    "not": taking("flag", lambda flag: not flag, "flag"),
    "boolean": taking("flag", bool, "flag"),
    "boolean-from-string": taking("flag", _boolean_from_string, "text"),
    "if": Special(_if, 3, 3),
    "coalesce": Special(_coalesce, 2, 2),
    "checklist": framed("flag", _checklist, "number", "number", "value", least=2, most=ANY),
    "weighted-checklist": framed("flag", _weighted_checklist, "number", "number", "value", least=2, most=ANY),
}

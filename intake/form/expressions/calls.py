"""Calls of functions: arguments brought to what the function takes, and what to do about unknown ones."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

from intake.form.expressions.code import Code, Frame, Run, Scope
from intake.form.expressions.functions import FUNCTIONS
from intake.form.expressions.functions.table import Plain, Taken
from intake.form.expressions.syntax import Call, Path, Step
from intake.form.expressions.syntax import Node as Tree
from intake.form.expressions.values import Value

Argument = Callable[[Frame], Any]


def call_code(scope: Scope, call: Call) -> Code:
    """A call. Unknown functions and wrong numbers of arguments are doubts: they raise only when they are
    reached, as in ODK, where a branch that is never taken may hold anything.
    """
    function = FUNCTIONS.get(call.name)
    if function is None:
        for argument in call.arguments:
            scope.value(scope.code(argument))
        return scope.doubt("unknown_function", call.column, call.name)
    if not function.least <= len(call.arguments) <= function.most:
        return scope.doubt("arguments", call.column, call.name)
    if not isinstance(function, Plain):
        return function.build(scope, call)
    trees: Sequence[Tree] = call.arguments
    if function.here and not trees:
        trees = (Path("here", (Step("self", "node()", (), call.column),), call.column),)
    last = function.takes[-1:]
    takes = chain(function.takes, repeat(*last)) if last else ()
    arguments = [
        _argument(scope, tree, taken, call.column) for tree, taken in zip(trees, takes, strict=False)
    ]
    return Code(function.gives, _run(function, arguments))


def _argument(scope: Scope, tree: Tree, taken: Taken, column: int) -> Argument:
    code = scope.code(tree)
    ways: Mapping[Taken, Callable[[], Argument]] = {
        "text": lambda: scope.text(code),
        "number": lambda: scope.number(code),
        "flag": lambda: scope.flag(code),
        "value": lambda: scope.value(code),
        "values": lambda: _values(scope, code, column),
        "texts": lambda: scope.texts(code, column),
        "nodes": lambda: scope.nodes(code, column),
    }
    return ways[taken]()


def _values(scope: Scope, code: Code, column: int) -> Argument:
    if code.sort == "nodes":
        return scope.texts(code, column)
    run = scope.value(code)

    def values(frame: Frame) -> Sequence[Value]:
        value = run(frame)
        return [node.text() for node in value] if isinstance(value, tuple) else (value,)

    return values


def _run(function: Plain, arguments: Sequence[Argument]) -> Run:
    body = function.body
    match arguments:
        case _ if function.framed:
            return lambda frame: body(frame, *[argument(frame) for argument in arguments])
        case [only]:
            return lambda frame: body(only(frame))
        case [first, second]:
            return lambda frame: body(first(frame), second(frame))
    return lambda frame: body(*[argument(frame) for argument in arguments])

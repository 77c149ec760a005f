"""Functions on what was chosen from lists."""

from collections.abc import Callable
from dataclasses import replace
from math import isfinite

from intake.errors import ExpressionError
from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.functions.table import Functions, Special, taking
from intake.form.expressions.layout import Place
from intake.form.expressions.syntax import Call, Literal, Path, Reference, Step
from intake.form.expressions.syntax import Node as Tree


def _selected(chosen: str, name: str) -> bool:
    return name.strip() in chosen.split()


def _selected_at(chosen: str, index: float) -> str:
    """The name at a place that counts from 0; empty where there is none."""
    names = chosen.split()
    return names[int(index)] if isfinite(index) and 0 <= index < len(names) else ""


def _choice_name(scope: Scope, call: Call) -> Code:
    """The label of a choice, from its name and the question in quotation marks:
    `jr:choice-name(${city}, '${city}')`.
    """
    name = scope.text(scope.code(call.arguments[0]))
    place = _question(scope, call.arguments[1])
    if place is None or not place.choice_list:
        return scope.doubt("no_choices", call.column, call.name)
    scope.read_list(place.choice_list)
    return Code("text", _label(name, place.choice_list))


def _label(name: Callable[[Frame], str], list_name: str) -> Callable[[Frame], str]:
    def run(frame: Frame) -> str:
        wanted = name(frame)
        return next((label for at, label, _ in frame.source.choices(list_name) if at == wanted), "")

    return run


def _question(scope: Scope, tree: Tree) -> Place | None:
    if isinstance(tree, Literal) and isinstance(tree.value, str):
        written = tree.value.strip().removeprefix("${").removesuffix("}")
        return scope.layout.find(written.rpartition("/")[2].strip())
    if isinstance(tree, Reference):
        return scope.layout.find(tree.name)
    return None


def _itext(scope: Scope, call: Call) -> Code:
    """The label of a choice, from the `itextId` that ODK gives choices with translations:
    `jr:itext(instance('sizes')/root/item[name = ${size}]/itextId)`.
    """
    match call.arguments:
        case (Path(steps=(*above, Step(test="itextId") as last)) as path,):
            label = replace(path, steps=(*above, replace(last, test="label")))
            return Code("text", scope.text(scope.code(label)))
    return scope.doubt("no_itext", call.column, call.name)


def _pulldata(scope: Scope, call: Call) -> Code:
    """Refused: there is no data here but the form's own. Choices from a file are `instance()`'s."""
    raise ExpressionError(column=call.column, reason="pulldata")


FUNCTIONS: Functions = {
    "selected": taking("flag", _selected, "text", "text"),
    "selected-at": taking("text", _selected_at, "text", "number"),
    "count-selected": taking("number", lambda chosen: float(len(chosen.split())), "text"),
    "jr:choice-name": Special(_choice_name, 2, 2),
    "jr:itext": Special(_itext, 1, 1),
    "pulldata": Special(_pulldata, 0, 10),
}

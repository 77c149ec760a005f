"""Functions on nodes: counting, repeats, choice lists."""

import hashlib
from collections.abc import Callable, Sequence
from math import isinf, isnan, nan

from intake.form.expressions.axes import AXES
from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.functions.table import Functions, Special, framed, of_here, taking
from intake.form.expressions.layout import CHOICES, Place
from intake.form.expressions.nodes import AnswerNode, ChoiceNode, Node
from intake.form.expressions.reach import Target, around, reach
from intake.form.expressions.syntax import Call, Literal, Path, Reference, Step
from intake.form.expressions.syntax import Node as Tree
from intake.form.expressions.values import Nodes, Value, text_number, text_of

_PARK_MILLER = 2_147_483_647
_PARK_MILLER_STEP = 16_807


def _sum(frame: Frame, texts: Sequence[str]) -> float:
    return sum((text_number(text, frame) for text in texts), 0.0)


def _position(frame: Frame, nodes: Nodes | None = None) -> float:
    """Where the frame stands among its nodes; with an argument, where a node stands among its likes."""
    if nodes is None:
        return float(frame.position)
    if not nodes:
        return nan
    node = nodes[0]
    if isinstance(node, AnswerNode) and node.place.kind == "repeat" and node.entry is not None:
        entries = node.source.entries(node.name, node.source.parent(node.entry))
        return float(list(entries).index(node.entry) + 1)
    before = 0
    for sibling in AXES["preceding-sibling"](node):
        if sibling.name != node.name:
            break
        before += 1
    return float(before + 1)


def _name(nodes: Nodes) -> str:
    return nodes[0].name if nodes else ""


def _current(scope: Scope, call: Call) -> Code:
    """Where the whole expression is asked from, also inside predicates."""
    return reach(Target(scope.asker, len(around(scope.asker))), scope.asker)


def _once(scope: Scope, call: Call) -> Code:
    """What the question holds already, else the argument: a calculation that keeps its first outcome."""
    asker, text = _current(scope, call), scope.text(scope.code(call.arguments[0]))

    def run(frame: Frame) -> str:
        return text_of(asker.run(frame)) or text(frame)

    return Code("text", run)


def _instance(scope: Scope, call: Call) -> Code:
    """The choices of a list as nodes: `instance('list')/root/item[...]`."""
    argument = call.arguments[0]
    if isinstance(argument, Literal):
        scope.read_list(text_of(argument.value))
    name = scope.text(scope.code(argument))

    def run(frame: Frame) -> Nodes:
        wanted = name(frame)
        return (ChoiceNode(wanted, frame.source.choices(wanted)),)

    return Code("nodes", run, frozenset({CHOICES}))


def _indexed_repeat(scope: Scope, call: Call) -> Code:
    """`indexed-repeat(target, repeat, index, ...)`: the target's nodes in these entries, counted from 1.

    Repeats that are given an index are looked at whole, also from inside; those around them keep to the
    asker's entry.
    """
    target, *rest = call.arguments
    if len(rest) % 2:
        return scope.doubt("arguments", call.column, call.name)
    opened = scope.opened(frozenset(place for tree in rest[::2] for place in _repeats_named(scope, tree)))
    goal = opened.code(target)
    targets = scope.nodes(goal, call.column)
    pairs = [
        (scope.nodes(opened.code(repeat), call.column), scope.number(scope.code(index)))
        for repeat, index in zip(rest[::2], rest[1::2], strict=True)
    ]

    def run(frame: Frame) -> Nodes:
        found = sorted(((nodes(frame), index(frame)) for nodes, index in pairs), key=_depth)
        chosen: Node | None = None
        for nodes, index in found:
            inner = [node for node in nodes if chosen is None or _lies_in(node, chosen)]
            if isnan(index) or not 1 <= index <= len(inner):
                return ()
            chosen = inner[int(index) - 1]
        return tuple(node for node in targets(frame) if chosen is not None and _lies_in(node, chosen))

    return Code("nodes", run, goal.places)


def _repeats_named(scope: Scope, tree: Tree) -> Sequence[Place]:
    """The repeat that a name or a path names at its end, told without compiling it twice."""
    match tree:
        case Reference(name=name) | Path(steps=(*_, Step(axis="child", test=name))):
            place = scope.layout.find(name)
            return (place,) if place is not None and place.kind == "repeat" else ()
    return ()


def _depth(pair: tuple[Nodes, float]) -> int:
    return len(list(AXES["ancestor"](pair[0][0]))) if pair[0] else 0


def _lies_in(node: Node, outer: Node) -> bool:
    return any(above == outer for above in AXES["ancestor"](node))


def _randomize(scope: Scope, call: Call) -> Code:
    """The nodes shuffled; with a seed always alike, as every ODK engine does it (Park-Miller, ODK XForms)."""
    code = scope.code(call.arguments[0])
    nodes = scope.nodes(code, call.column)
    seeds = [scope.value(scope.code(seed)) for seed in call.arguments[1:]]

    def run(frame: Frame) -> Nodes:
        draw = _seeded(_seed(seeds[0](frame), frame)) if seeds else frame.source.random.random
        return _shuffled(nodes(frame), draw)

    return Code("nodes", run, code.places)


def _shuffled(nodes: Nodes, draw: Callable[[], float]) -> Nodes:
    result: list[Node] = []
    for at, node in enumerate(nodes):
        other = int(draw() * (at + 1))
        result.append(node)
        result[at], result[other] = result[other], node
    return tuple(result)


def _seed(value: Value, frame: Frame) -> int:
    """The whole number a seed stands for. A text that is none is hashed, an empty one is 0."""
    text = text_of(value)
    number = value if isinstance(value, float) else text_number(text, frame)
    if not isnan(number):
        return int(number) if not isinf(number) else (2**63 - 1 if number > 0 else -(2**63))
    return (
        int.from_bytes(hashlib.sha256(text.encode(errors="replace")).digest()[:8], "big", signed=True)
        if text
        else 0
    )


def _seeded(seed: int) -> Callable[[], float]:
    state = abs(seed) % _PARK_MILLER * (1 if seed > 0 else -1)  # the remainder keeps the sign, as in Java
    state = state if state > 0 else state + _PARK_MILLER - 1

    def draw() -> float:
        nonlocal state
        state = state * _PARK_MILLER_STEP % _PARK_MILLER
        return (state - 1) / (_PARK_MILLER - 1)

    return draw


FUNCTIONS: Functions = {
    "count": taking("number", lambda nodes: float(len(nodes)), "nodes"),
    "count-non-empty": taking("number", lambda texts: float(sum(map(bool, texts))), "texts"),
    "sum": framed("number", _sum, "texts"),
    "position": framed("number", _position, "nodes", least=0),
    "last": framed("number", lambda frame: float(frame.size)),
    "name": of_here("text", _name, "nodes"),
    "local-name": of_here("text", _name, "nodes"),
    "namespace-uri": of_here("text", lambda nodes: "", "nodes"),
    "current": Special(_current, 0, 0),
    "once": Special(_once, 1, 1),
    "instance": Special(_instance, 1, 1),
    "indexed-repeat": Special(_indexed_repeat, 3, 7),
    "randomize": Special(_randomize, 1, 2),
}

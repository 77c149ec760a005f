"""Paths with steps and predicates: a straight way as far as it goes, then node by node."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from intake.errors import ExpressionError
from intake.form.expressions.axes import AXES, REVERSE, is_meant
from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.layout import CHOICES, Layout, Place
from intake.form.expressions.nodes import Node
from intake.form.expressions.reach import Target, around, reach
from intake.form.expressions.syntax import Filter, Path, Step
from intake.form.expressions.syntax import Node as Tree
from intake.form.expressions.values import Nodes, flag_of

_KINDS = frozenset({"node()", "text()", "comment()", "processing-instruction()"})


class PathScope(Scope, Protocol):
    """What paths need of the compiler besides."""

    @property
    def open_repeats(self) -> frozenset[Place]: ...

    @property
    def looked_at(self) -> frozenset[Place] | None:
        """In a predicate, where its nodes may stand; None where the asker itself is the context."""

    def inside(self, places: frozenset[Place]) -> "PathScope":
        """The scope of a predicate over nodes at these places."""

    def enter(self, places: Iterable[Place]) -> None:
        """Note that the entries of repeats among these places are gone through."""


_APART = frozenset({"child", "self", "attribute", "namespace"})
"""Axes that lead from nodes beside each other to such nodes again, in document order."""

Stage = Callable[[Frame, Nodes], Nodes]


def path_code(scope: PathScope, path: Path) -> Code:
    """The nodes a path leads to. Raises ExpressionError `unknown_name` where a step can never find one."""
    base, rest = _start(scope, path)
    places, stages, apart = base.places, [], isinstance(path.start, str)
    for step in rest:
        places = _places(scope, places, step)
        stages.append(_stage(scope, step, places, apart=apart))
        apart = apart and step.axis in _APART
    if not stages:
        return base
    nodes = scope.nodes(base, path.column)

    def run(frame: Frame) -> Nodes:
        found = nodes(frame)
        for stage in stages:
            found = stage(frame, found)
        return found

    return Code("nodes", run, places)


def filter_code(scope: PathScope, filtered: Filter) -> Code:
    """The nodes of an expression that pass its predicates, which count in document order."""
    base = scope.code(filtered.base)
    nodes = scope.nodes(base, filtered.column)
    keep = _keep(scope.inside(base.places), filtered.predicates)
    return Code("nodes", lambda frame: keep(frame, nodes(frame)), base.places)


def in_order(nodes: Iterable[Node]) -> Nodes:
    """Each node once, in document order."""
    return tuple(sorted(dict.fromkeys(nodes), key=lambda node: node.order()))


def _start(scope: PathScope, path: Path) -> tuple[Code, tuple[Step, ...]]:
    """The nodes that the path begins with, and the steps that are left to go."""
    if not isinstance(path.start, str):
        return scope.code(path.start), path.steps
    if path.start == "here" and scope.looked_at is not None:
        here = scope.here()
        return Code("nodes", lambda frame: (here(frame),), scope.looked_at), path.steps
    walk = _Walk.begin(scope, absolute=path.start == "root")
    gone = 0
    for step in path.steps:
        if not walk.takes(step):
            break
        gone += 1
        walk.go(step, last=gone == len(path.steps))
    scope.enter(walk.target.entered)
    return reach(walk.target, scope.asker), path.steps[gone:]


class _Walk:
    """A walk along plain steps over places alone, and the entries met on it."""

    def __init__(self, scope: PathScope, target: Target, *, absolute: bool) -> None:
        self._own = around(scope.asker)
        self._open = scope.open_repeats
        self._absolute = absolute
        self.target = target

    @classmethod
    def begin(cls, scope: PathScope, *, absolute: bool) -> "_Walk":
        held = 0 if absolute else len(around(scope.asker))
        return cls(scope, Target(scope.layout.document if absolute else scope.asker, held), absolute=absolute)

    def takes(self, step: Step) -> bool:
        """Whether a step is plain: a child by its name, `.`, or `..` (not out of entries just entered)."""
        if step.predicates:
            return False
        if step.axis == "child":
            return step.test not in _KINDS and step.test != "*"
        up = step.axis == "parent" and not self.target.entered and self.target.place.parent is not None
        return step.test == "node()" and (up or step.axis == "self")

    def go(self, step: Step, *, last: bool) -> None:
        if step.axis == "parent":
            self._up()
        elif step.axis == "child":
            self._down(step, last=last)

    def _up(self) -> None:
        place, held = self.target.place, self.target.held
        leaves = held > 0 and self._own[held - 1] is place
        above = place.parent or place
        self.target = Target(above, held - leaves)

    def _down(self, step: Step, *, last: bool) -> None:
        place, held, entered = self.target.place, self.target.held, self.target.entered
        child = next((child for child in place.children if child.name == step.test), None)
        if child is None:
            raise ExpressionError(column=step.column, reason="unknown_name", name=step.test)
        if place.kind == "repeat" and not entered and place not in self._own:
            entered = (place,)  # a repeat that asks for itself looks into all its entries
        if child.kind == "repeat":
            if self._absolute and not last and not entered and self._keeps_to(child):
                held += 1
            else:
                entered = (*entered, child)
        self.target = Target(child, held, entered)

    def _keeps_to(self, repeat: Place) -> bool:
        """An absolute path through a repeat around the asker means the asker's own entry (ODK XForms)."""
        held = self.target.held
        return held < len(self._own) and self._own[held] is repeat and repeat not in self._open


def _stage(scope: PathScope, step: Step, places: frozenset[Place], *, apart: bool) -> Stage:
    """A step from all nodes found so far; with `apart` none of them lies in another."""
    axis, test = AXES[step.axis], step.test
    keep = _keep(scope.inside(places), step.predicates)
    sorts = step.axis in REVERSE
    sorted_already = apart and step.axis in _APART

    def meant(frame: Frame, node: Node) -> Nodes:
        met = tuple(axis(node))
        frame.spend(len(met) + 1)
        return keep(frame, tuple(n for n in met if is_meant(test, n)))

    def stage(frame: Frame, nodes: Nodes) -> Nodes:
        if len(nodes) == 1:
            return in_order(meant(frame, nodes[0])) if sorts else meant(frame, nodes[0])
        found = [n for node in nodes for n in meant(frame, node)]
        return tuple(found) if sorted_already else in_order(found)

    return stage


def _keep(scope: PathScope, predicates: tuple[Tree, ...]) -> Callable[[Frame, Nodes], Nodes]:
    passes = [_passes(scope, predicate) for predicate in predicates]

    def keep(frame: Frame, nodes: Nodes) -> Nodes:
        for passed in passes:
            size = len(nodes)
            frame.spend(size)
            nodes = tuple(node for at, node in enumerate(nodes, 1) if passed(frame.at(node, at, size)))
        return nodes

    return keep


def _passes(scope: PathScope, predicate: Tree) -> Callable[[Frame], bool]:
    code = scope.code(predicate)
    if code.sort not in {"number", "any"}:
        return scope.flag(code)
    run = code.run

    def passes(frame: Frame) -> bool:
        value = run(frame)
        at_place = isinstance(value, float) and not isinstance(value, bool)
        return value == frame.position if at_place else flag_of(value)

    return passes


def _places(scope: PathScope, places: frozenset[Place], step: Step) -> frozenset[Place]:
    """Where the nodes of a step may stand; an error when its name is found in none of these places."""
    if CHOICES in places:
        return frozenset({CHOICES})
    met = {place for start in places for place in _met(scope.layout, start, step)}
    if step.test in _KINDS or step.test == "*":
        found = frozenset(met)
    else:
        found = frozenset(place for place in met if place.name == step.test and place.kind != "document")
        if not found:
            raise ExpressionError(column=step.column, reason="unknown_name", name=step.test)
    if step.axis not in {"self", "parent", "ancestor", "ancestor-or-self"}:
        scope.enter(found)
    return found


def _met(layout: Layout, place: Place, step: Step) -> Iterable[Place]:
    if place.kind == "question" and step.test in _KINDS and step.axis in {"child", "descendant"}:
        return (place,)  # its text is a node inside it
    around = place.parent.children if place.parent else ()
    ways: Mapping[str, Callable[[], Iterable[Place]]] = {
        "self": lambda: (place,),
        "child": lambda: place.children,
        "parent": lambda: (place.parent,) if place.parent else (),
        "ancestor": place.above,
        "ancestor-or-self": lambda: (place, *place.above()),
        "descendant": lambda: (inner for inner in place.below() if inner is not place),
        "descendant-or-self": place.below,
        "following-sibling": lambda: around,
        "preceding-sibling": lambda: around,
        "following": layout.document.below,
        "preceding": layout.document.below,
        "attribute": tuple,
        "namespace": tuple,
    }
    return ways[step.axis]()

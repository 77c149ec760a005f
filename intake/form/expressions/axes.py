"""The thirteen ways of XPath to go on from a node, nearest first, and which nodes met there a step means."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from intake.form.expressions.nodes import Node, TextNode

REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
"""Axes that count positions against document order."""


def is_meant(test: str, node: Node) -> bool:
    """Whether a node passes the test of a step: a name, `*`, or a kind. No name here has a namespace."""
    if test == "node()":
        return True
    if test == "text()":
        return isinstance(node, TextNode)
    return node.is_element and test in {"*", node.name}


def _children(node: Node) -> Iterable[Node]:
    return node.children()


def _parent(node: Node) -> Iterable[Node]:
    above = node.parent()
    return () if above is None else (above,)


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent()
    while above is not None:
        yield above
        above = above.parent()


def _descendants(node: Node) -> Iterator[Node]:
    for child in node.children():
        yield child
        yield from _descendants(child)


def _descendants_backwards(node: Node) -> Iterator[Node]:
    for child in reversed(node.children()):
        yield from _descendants_backwards(child)
        yield child


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    above = node.parent()
    around = [] if above is None else list(above.children())
    at = around.index(node) if node in around else len(around)
    return around[:at], around[at + 1 :]


def _preceding_siblings(node: Node) -> Iterable[Node]:
    return reversed(_siblings(node)[0])


def _following_siblings(node: Node) -> Iterable[Node]:
    return _siblings(node)[1]


def _following(node: Node) -> Iterator[Node]:
    for place in chain((node,), _ancestors(node)):
        for sibling in _following_siblings(place):
            yield sibling
            yield from _descendants(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    for place in chain((node,), _ancestors(node)):
        for sibling in _preceding_siblings(place):
            yield from _descendants_backwards(sibling)
            yield sibling


AXES: Mapping[str, Callable[[Node], Iterable[Node]]] = {
    "child": _children,
    "parent": _parent,
    "self": lambda node: (node,),
    "ancestor": _ancestors,
    "ancestor-or-self": lambda node: chain((node,), _ancestors(node)),
    "descendant": _descendants,
    "descendant-or-self": lambda node: chain((node,), _descendants(node)),
    "following-sibling": _following_siblings,
    "preceding-sibling": _preceding_siblings,
    "following": _following,
    "preceding": _preceding,
    "attribute": lambda node: (),
    "namespace": lambda node: (),
}
"""Answers have neither attributes nor namespaces."""

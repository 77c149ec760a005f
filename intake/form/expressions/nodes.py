"""Nodes that paths walk over: places filled with entries, their texts, and the choices of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from intake.form.expressions.layout import Place
from intake.form.expressions.source import ChoiceRow, Source

Order: TypeAlias = tuple[int, ...]


class Node(Protocol):
    """What steps need of a node. Equal nodes are one; `order` sorts the nodes of a tree as they stand."""

    @property
    def name(self) -> str: ...

    @property
    def is_element(self) -> bool: ...

    def parent(self) -> "Node | None": ...

    def children(self) -> "Sequence[Node]": ...

    def text(self) -> str: ...

    def order(self) -> Order: ...


@dataclass(frozen=True, slots=True)
class AnswerNode:
    """A place of the form in one entry (None outside repeats); a repeat's node is one of its entries."""

    place: Place
    entry: str | None
    source: Source = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def is_element(self) -> bool:
        return self.place.kind != "document"

    def parent(self) -> Node | None:
        above = self.place.parent
        if above is None:
            return None
        entry = self.entry
        if self.place.kind == "repeat" and entry is not None:
            entry = self.source.parent(entry)
        return AnswerNode(above, entry, self.source)

    def children(self) -> Sequence[Node]:
        if self.place.kind == "question":
            return (TextNode(self),) if self.text() else ()
        return [
            AnswerNode(child, entry, self.source)
            for child in self.place.children
            for entry in self._entries(child)
        ]

    def text(self) -> str:
        if self.place.kind == "question":
            return self.source.text(self.place.name, self.entry)
        return "".join(child.text() for child in self.children())

    def order(self) -> Order:
        above = self.parent()
        return (*above.order(), *_rank(self, above)) if above else ()

    def _entries(self, child: Place) -> Sequence[str | None]:
        return self.source.entries(child.name, self.entry) if child.kind == "repeat" else (self.entry,)


@dataclass(frozen=True, slots=True)
class RangeNode:
    """Where a repeat asks for itself (its relevance, its count): all its entries at once, so none of them."""

    place: Place
    entry: str | None
    """The entry around the repeat."""
    source: Source = field(compare=False, repr=False)
    is_element: bool = True

    @property
    def name(self) -> str:
        return self.place.name

    def parent(self) -> Node | None:
        return AnswerNode(self.place.parent, self.entry, self.source) if self.place.parent else None

    def children(self) -> Sequence[Node]:
        return ()

    def text(self) -> str:
        return ""

    def order(self) -> Order:
        above = self.parent()
        return (*above.order(), 0, 0) if above else ()


@dataclass(frozen=True, slots=True)
class TextNode:
    """The text inside an element, as `text()` finds it."""

    owner: Node
    name: str = ""
    is_element: bool = False

    def parent(self) -> Node:
        return self.owner

    def children(self) -> Sequence[Node]:
        return ()

    def text(self) -> str:
        return self.owner.text()

    def order(self) -> Order:
        return (*self.owner.order(), 0)


@dataclass(frozen=True, slots=True)
class ChoiceNode:
    """A node of `instance('list')`: the instance, its root, an item, or a column of an item."""

    list_name: str
    rows: Sequence[ChoiceRow] = field(compare=False, repr=False)
    steps: Order = ()
    """The way down from the instance: `(0,)` the root, `(0, row)` an item, `(0, row, column)` a column."""
    is_element: bool = True

    @property
    def name(self) -> str:
        match self.steps:
            case (_, row, column):
                return tuple(columns_of(self.rows[row]))[column]
        return ("instance", "root", "item")[len(self.steps)]

    def parent(self) -> Node | None:
        return ChoiceNode(self.list_name, self.rows, self.steps[:-1]) if self.steps else None

    def children(self) -> Sequence[Node]:
        match self.steps:
            case (_, _, _):
                return (TextNode(self),) if self.text() else ()
            case (_, row):
                width = len(columns_of(self.rows[row]))
            case (_,):
                width = len(self.rows)
            case _:
                width = 1
        return [ChoiceNode(self.list_name, self.rows, (*self.steps, at)) for at in range(width)]

    def text(self) -> str:
        match self.steps:
            case (_, row, column):
                return tuple(columns_of(self.rows[row]).values())[column]
        return "".join(child.text() for child in self.children())

    def order(self) -> Order:
        return self.steps


def columns_of(row: ChoiceRow) -> dict[str, str]:
    """The columns of a choice by name, `name` and `label` first."""
    name, label, more = row
    return {"name": name, "label": label, **more}


def _rank(node: AnswerNode, above: Node) -> Order:
    if not isinstance(above, AnswerNode):
        return ()
    place = above.place.children.index(node.place)
    if node.place.kind != "repeat":
        return place, 0
    return place, list(node.source.entries(node.place.name, above.entry)).index(node.entry or "")

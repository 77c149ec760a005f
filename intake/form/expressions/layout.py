"""Where the names of a form stand: its tree with ways up, and every place by its name."""

from collections.abc import Iterator
from typing import Literal

PlaceKind = Literal["document", "group", "repeat", "question", "choices"]


class Place:
    """A name in the tree of a form. Places are told apart by identity; building fills in `children` once."""

    __slots__ = ("children", "choice_list", "kind", "name", "parent", "repeats")

    def __init__(
        self, name: str, kind: PlaceKind, parent: "Place | None" = None, choice_list: str = ""
    ) -> None:
        self.name = name
        self.kind = kind
        self.parent = parent
        self.choice_list = choice_list
        self.children: tuple[Place, ...] = ()
        around = parent.repeats if parent else ()
        self.repeats: tuple[Place, ...] = (*around, self) if kind == "repeat" else around
        """The repeats it lies in, outermost first; a repeat lies in itself."""

    def __repr__(self) -> str:
        return f"Place({self.name!r}, {self.kind!r})"

    def below(self) -> "Iterator[Place]":
        """The place itself and everything inside, in order."""
        yield self
        for child in self.children:
            yield from child.below()

    def above(self) -> "Iterator[Place]":
        """What it lies in, nearest first."""
        place = self.parent
        while place is not None:
            yield place
            place = place.parent


CHOICES = Place("instance", "choices")
"""Stands for all nodes of choice lists, whose names are known only when they are read."""


class Layout:
    """The places of one form under a document node, as XPath wants it."""

    def __init__(self, root: Place) -> None:
        self.root = root
        self.document = Place("", "document")
        self.document.children = (root,)
        root.parent = self.document
        self._by_name: dict[str, Place] = {}
        for kind in ("group", "repeat", "question"):  # a question wins over a group of its name
            self._by_name.update({place.name: place for place in root.below() if place.kind == kind})

    def find(self, name: str) -> Place | None:
        """The question, repeat or group of this name."""
        return self._by_name.get(name)

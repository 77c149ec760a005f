"""One table of a form pack, read key by key; what is wrong with it goes to the faults and a plain value comes
back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.form.cleaning import clean_text
from intake.form.faults import Faults
from intake.form.nodes import Items, Node, Scalar, Table

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""A name that an expression can say as `${name}`; XLSForm's rule without its further alphabets."""

LONGEST_NAME = 100
_MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Keys:
    """What a table may hold: the keys it must have, and those it may have; `free` lets any other key pass."""

    needed: frozenset[str]
    allowed: frozenset[str] = frozenset()
    free: bool = False


class Fields:
    """A table with known keys. Texts come trimmed at both ends, since block scalars end with a line break."""

    def __init__(self, table: Table, keys: Keys, faults: Faults) -> None:
        self.line = table.line
        self._faults = faults
        self._nodes: dict[str, Node] = {}
        for key, value in table.pairs:
            name = key.text
            if name in self._nodes:
                faults.add(key.line, "duplicate_key", key=name)
            elif name in keys.needed or name in keys.allowed or keys.free:
                self._nodes[name] = value
            else:
                faults.add(key.line, "unknown_key", key=name)
        for missing in sorted(keys.needed - self._nodes.keys()):
            faults.add(table.line, "missing_key", key=missing)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def line_of(self, key: str) -> int:
        return self._nodes[key].line if key in self._nodes else self.line

    def text(self, key: str, default: str = "") -> str:
        node = self._nodes.get(key)
        if node is None:
            return default
        return self.text_of(node, key)

    def needed_text(self, key: str) -> str:
        """A text that may not be empty."""
        text = self.text(key)
        if not text and isinstance(self._nodes.get(key), Scalar):
            self._faults.add(self.line_of(key), "empty_text", key=key)
        return text

    def name(self, key: str) -> str:
        """A name, empty when it is none."""
        return checked_name(self.text(key), self.line_of(key), self._faults) if key in self._nodes else ""

    def names(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of names, each with its line."""
        found = ((node, self.text_of(node, key)) for node in self.items(key))
        named = ((checked_name(text, node.line, self._faults), node.line) for node, text in found)
        return tuple((name, line) for name, line in named if name)

    def text_of(self, node: Node, key: str) -> str:
        """The text of a node inside the list or table under this key."""
        if isinstance(node, Scalar):
            return clean_text(node.text).strip()
        self._faults.add(node.line, "not_a_text", key=key)
        return ""

    def yes_no(self, key: str) -> bool:
        text = self.text(key, "no")
        if text not in ("yes", "no"):
            self._faults.add(self.line_of(key), "not_yes_or_no", key=key)
        return text == "yes"

    def minutes(self, key: str, default: int) -> int:
        text = self.text(key, str(default))
        if not (text.isascii() and text.isdigit() and 0 < len(text) <= 4 and 0 < int(text) <= _MOST_MINUTES):
            self._faults.add(self.line_of(key), "not_minutes", key=key)
            return default
        return int(text)

    def is_list(self, key: str) -> bool:
        return isinstance(self._nodes.get(key), Items)

    def items(self, key: str) -> tuple[Node, ...]:
        node = self._nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self._faults.add(node.line, "not_a_list", key=key)
            return ()
        if not node.items:
            self._faults.add(node.line, "empty_list", key=key)
        return node.items

    def pairs(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """The pairs of a table inside this one."""
        node = self._nodes.get(key)
        if node is None:
            return ()
        if not isinstance(node, Table):
            self._faults.add(node.line, "not_a_table", key=key)
            return ()
        return node.pairs


def checked_name(text: str, line: int, faults: Faults) -> str:
    """The name, or an empty text with a fault told when expressions could not say it."""
    if not NAME.fullmatch(text) or len(text) > LONGEST_NAME:
        faults.add(line, "bad_name", name=text[:LONGEST_NAME])
        return ""
    return text

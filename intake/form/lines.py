"""Where in the files of a pack a name and its keys stand, for faults found after building."""

from collections.abc import Iterator, Mapping

from intake.form.data_files import CHECKS_FILE, RULES_FILE, TERMS_FILE
from intake.form.external import SUFFIX, list_of_file
from intake.form.faults import Faults
from intake.form.loader import CHOICES_FILE, CHRONOLOGY_FILE, FORM_FILE
from intake.form.nodes import Items, Node, Scalar, Table, read_yaml

Spot = tuple[str, int]
"""A file and a line."""

_LISTED = {
    CHRONOLOGY_FILE: ("chronology", "name"),
    RULES_FILE: ("rules", "rule"),
    TERMS_FILE: ("terms", "term"),
    CHECKS_FILE: ("checks", "name"),
}
"""Files that are a list of tables: what their names begin with, and the key of the name."""


class Lines:
    """Finds a thing by the name its texts have in catalogues: `town`, `LIST/choice`, `chronology/birth`,
    `checks/order`, `form`.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._spots: dict[tuple[str, str], Spot] = {}
        for file, data in files.items():
            node = read_yaml(data, Faults(file)) if file.endswith(".yaml") else None
            if node is not None:
                self._take(file, node)
            elif file.endswith(SUFFIX):
                self._spots.setdefault((list_of_file(file), ""), (file, 1))

    def find(self, owner: str, key: str = "") -> Spot:
        """The line of a key, else of the thing itself, else of the form."""
        spots = self._spots
        return spots.get((owner, key)) or spots.get((owner, "")) or (FORM_FILE, 0)

    def _take(self, file: str, node: Node) -> None:
        for owner, table in _named(file, node):
            self._spots.setdefault((owner, ""), (file, table.line))
            for key, value in table.pairs:
                self._spots.setdefault((owner, key.text), (file, value.line))


def _named(file: str, node: Node) -> Iterator[tuple[str, Table]]:
    """Every table of a file that has a name of its own."""
    if file == CHOICES_FILE and isinstance(node, Table):
        for key, value in node.pairs:
            yield key.text, Table((), key.line)
            yield from ((f"{key.text}/{_text(table, 'name')}", table) for table in _tables(value))
    elif file in _LISTED:
        kind, name_key = _LISTED[file]
        yield from ((f"{kind}/{_text(table, name_key)}", table) for table in _tables(node))
    elif file == FORM_FILE and isinstance(node, Table):
        yield "form", node
    elif isinstance(node, Table):
        yield _text(node, "section"), node
        yield from _items(node)


def _items(table: Table) -> Iterator[tuple[str, Table]]:
    for key, value in table.pairs:
        if key.text == "items":
            for inner in _tables(value):
                yield _text(inner, "name"), inner
                yield from _items(inner)


def _tables(node: Node) -> Iterator[Table]:
    if isinstance(node, Items):
        yield from (item for item in node.items if isinstance(item, Table))


def _text(table: Table, key: str) -> str:
    return next((v.text.strip() for k, v in table.pairs if k.text == key and isinstance(v, Scalar)), "")

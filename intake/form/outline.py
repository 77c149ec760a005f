"""The tree of names of a pack, taken before anything is compiled, since expressions may name what comes
later.
"""

from collections.abc import Iterable, Iterator, Mapping

from intake.form.expressions import Shape
from intake.form.external import list_named_in
from intake.form.fields import NAME
from intake.form.nodes import Items, Node, Scalar, Table


def outline(form_name: str, sections: Iterable[tuple[str, Node]]) -> Shape:
    """The shape of the whole form: sections, groups, repeats, questions.

    What is wrong in the files is passed over here, and told when they are built. Of two things with one name
    the first counts.
    """
    taken: set[str] = set()
    children = []
    for name, node in sections:
        if name not in taken:
            taken.add(name)
            children.append(Shape(name, "group", tuple(_shapes(node, taken))))
    return Shape(form_name, "group", tuple(children))


def _shapes(node: Node, taken: set[str]) -> Iterator[Shape]:
    """Recursion is bounded by the depth of the tree (`nodes.DEEPEST`)."""
    for item in _items(node):
        keys = _texts(item)
        name, kind = keys.get("name", ""), keys.get("type", "")
        if name in taken or not NAME.fullmatch(name):
            continue
        taken.add(name)
        if kind == "repeat":
            yield Shape(name, "repeat", tuple(_shapes(item, taken)))
        elif kind == "group":
            yield Shape(name, "group", tuple(_shapes(item, taken)))
        else:
            yield Shape(name, "question", choice_list=list_named_in(kind))


def _items(node: Node) -> Iterator[Table]:
    if not isinstance(node, Table):
        return
    for key, value in node.pairs:
        if key.text == "items" and isinstance(value, Items):
            yield from (item for item in value.items if isinstance(item, Table))


def _texts(table: Table) -> Mapping[str, str]:
    return {key.text: value.text.strip() for key, value in table.pairs if isinstance(value, Scalar)}

"""YAML as plain trees with line marks: tables, lists, texts, and nothing else YAML can do.

Aliases, anchors and tags are refused, every scalar is text, and size and depth are limited, so that no file
can make the reader hang, overflow or turn "no" into false.
"""

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from intake.form.faults import Faults

LARGEST_FILE = 2_000_000
"""Bytes. The largest file of a real questionnaire is about a tenth of it; one of it is read in a second."""

DEEPEST = 40
"""Levels of tables and lists. Repeats three deep inside a section need about a dozen."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, whatever it looks like."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping. Its pairs stand in their order, a key as often as it was written."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node: TypeAlias = Scalar | Items | Table


class _Refused(Exception):
    """The file is refused at this line."""

    def __init__(self, line: int, code: str) -> None:
        super().__init__(code)
        self.line, self.code = line, code


def read_yaml(data: bytes, faults: Faults) -> Node | None:
    """The tree of one YAML file; None, with a fault told, when it cannot be read.

    A byte order mark is let pass.
    """
    if len(data) > LARGEST_FILE:
        faults.add(0, "file_too_large", most=LARGEST_FILE)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(data.count(b"\n", 0, error.start) + 1, "not_utf8")
        return None
    try:
        tree = _tree(text)
    except _Refused as refused:
        faults.add(refused.line, refused.code)
    except yaml.reader.ReaderError as error:
        found = error.character if isinstance(error.character, str) else chr(error.character)
        line = text.count("\n", 0, text.index(found)) + 1
        faults.add(line, "control_character", character=f"U+{ord(found):04X}")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(mark.line + 1 if mark else 0, "not_yaml", problem=error.problem or error.context or "")
    else:
        if tree is None:
            faults.add(0, "file_empty")
        return tree
    return None


def _tree(text: str) -> Node | None:
    """Built from events rather than by composing: no recursion, and an alias is seen as what it is."""
    open_nodes: list[tuple[int, bool, list[Node]]] = []
    roots: list[Node] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        _refuse_what_is_not_plain(event, line)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) == DEEPEST:
                raise _Refused(line, "too_deep")
            open_nodes.append((line, isinstance(event, yaml.SequenceStartEvent), []))
            continue
        if isinstance(event, yaml.ScalarEvent):
            node: Node = Scalar(event.value, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = _closed(*open_nodes.pop())
        else:
            continue
        (open_nodes[-1][2] if open_nodes else roots).append(node)
    if len(roots) > 1:
        raise _Refused(roots[1].line, "many_documents")
    return roots[0] if roots else None


def _refuse_what_is_not_plain(event: yaml.Event, line: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(line, "alias")
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        raise _Refused(line, "anchor")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise _Refused(line, "tag")


def _closed(line: int, is_list: bool, nodes: list[Node]) -> Node:
    if is_list:
        return Items(tuple(nodes), line)
    pairs: list[tuple[Scalar, Node]] = []
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Refused(key.line, "key_not_text")
        pairs.append((key, value))
    return Table(tuple(pairs), line)

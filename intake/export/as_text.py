"""A document as plain text: for programs that read no PDF, and for copying what a PDF cannot copy well."""

from collections.abc import Iterator

from intake.export.document import (
    Block,
    Document,
    Figure,
    Heading,
    Notice,
    Pair,
    Picture,
    Pointer,
    Prose,
    Space,
    Table,
)
from intake.export.plain import Text
from intake.export.text.clean import own_words, program_words

_UNDER = {0: "=", 1: "=", 2: "-"}


def as_text(document: Document) -> str:
    """Every text of the document in reading order, own words as they were typed but for controls."""
    lines = [document.label, document.foot, ""]
    for block in document.blocks:
        lines += _lines(block)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            said = _said(block.text)
            yield from ("", said)
            if block.level in _UNDER:
                yield _UNDER[block.level] * len(said)
        case Prose():
            yield from (_said(block.text), "")
        case Pair():
            yield _said(block.question)
            yield from (f"    {line}" for text in block.answer for line in _said(text).split("\n"))
        case Pointer():
            yield _said(block.text)
        case Table():
            yield from _table(block)
        case Notice():
            yield from ("", *map(_said, block.texts), "")
        case Figure() | Picture():
            yield f"[{own_words(block.told)}]"
        case Space():
            yield ""


def _table(table: Table) -> Iterator[str]:
    """A row as its cells under one another, each after the head of its column."""
    heads = [_said(head) for head in table.head]
    for row in table.rows:
        yield ""
        for head, cell in zip(heads, row, strict=True):
            said = " / ".join(_said(text) for text in cell if not text.paged)  # there are no pages here
            if said:
                yield f"{head}: {said}" if head else said
    yield ""


def _said(text: Text) -> str:
    return own_words(text.words) if text.own else program_words(text.words)

"""What is searched and what is found, as values; folding words for it, and showing where they stand. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake.answers import Path, Stored
from intake.translit import fold, loosened

EXCERPT = 160
"""Letters of a passage that are shown around what was found."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of an answer; empty when there are none to be found any more."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where what was searched stands: an answer (`item` is empty) or an item of the record.

    `kind` is "answers", or the field of a Record that holds the item. `text` are the words around it.
    """

    case_id: str
    kind: str
    text: str
    path: Path | None = None
    item: str = ""


def texts_in(value: Stored | None) -> Iterator[str]:
    """Every text that a stored value holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)


def words_of(text: str) -> tuple[str, ...]:
    """The words that a search for this text looks for."""
    return tuple(dict.fromkeys(fold(text).split()))


def searched(text: str) -> str:
    """The words of a passage as they are searched: folded, and once more as they are usually misspelled."""
    folded = fold(text).split()
    loose = (loosened(word) for word in folded)
    return " ".join([*folded, *(it for it, word in zip(loose, folded, strict=True) if it != word)])


def excerpt(text: str, words: Iterable[str]) -> str:
    """The part of a passage around the first of the words, on one line."""
    flat = " ".join(text.split())
    if len(flat) <= EXCERPT:
        return flat
    wanted = tuple({it for word in words for it in (word, loosened(word)) if it})
    place = 0
    for piece in flat.split(" "):
        if any(it.startswith(wanted) for it in searched(piece).split()):
            break
        place += len(piece) + 1
    start = max(0, min(place, len(flat)) - EXCERPT // 3)
    start = flat.rfind(" ", 0, start) + 1
    end = flat.find(" ", start + EXCERPT)
    return f"{'…' if start else ''}{flat[start : end if end > 0 else None]}{'…' if end > 0 else ''}"

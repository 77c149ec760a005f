"""From the asker to a place named by `${name}` or a plain path: whose entries are meant, and the way there.

A place inside the repeats around the asker is its own entry's or an ancestor entry's, a single node. Repeats
entered from outside give the nodes of all their entries (ODK XForms; pyxform writes such paths for names).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from intake.form.expressions.code import Code, Frame
from intake.form.expressions.layout import Place
from intake.form.expressions.nodes import AnswerNode, RangeNode
from intake.form.expressions.values import Nodes

Climb: TypeAlias = Callable[[Frame], str | None]


@dataclass(frozen=True, slots=True)
class Target:
    """A place, how many of the asker's repeats hold it (outermost first), and the repeats entered beyond."""

    place: Place
    held: int
    entered: tuple[Place, ...] = ()


def around(asker: Place) -> tuple[Place, ...]:
    """The repeats of whose entries the asker has one; a repeat that asks for itself has none of its own."""
    return asker.repeats[:-1] if asker.kind == "repeat" else asker.repeats


def target_of(place: Place, asker: Place, opened: frozenset[Place]) -> Target:
    """Where `${name}` leads. Repeats in `opened` are entered anew even where the asker stands in them."""
    own, way = around(asker), place.repeats[:-1] if place.kind == "repeat" else place.repeats
    held = 0
    while held < min(len(own), len(way)) and own[held] is way[held] and way[held] not in opened:
        held += 1
    return Target(place, held, place.repeats[held:])


def reach(target: Target, asker: Place) -> Code:
    """The nodes at a target, as seen from an entry of the asker."""
    climb = _climb(len(around(asker)) - target.held, outside=target.held == 0)
    place, name, places = target.place, target.place.name, frozenset({target.place})
    if place is asker and place.kind == "repeat" and not target.entered:
        return Code("nodes", lambda frame: (RangeNode(place, frame.entry, frame.source),), places)
    if not target.entered:

        def one(frame: Frame) -> Nodes:
            return (AnswerNode(place, climb(frame), frame.source),)

        return Code("nodes", one, places, _text(name, climb) if place.kind == "question" else None)
    entries = _entries(climb, tuple(repeat.name for repeat in target.entered))

    def many(frame: Frame) -> Nodes:
        return tuple(AnswerNode(place, entry, frame.source) for entry in entries(frame))

    def texts(frame: Frame) -> Sequence[str]:
        read = frame.source.text
        return [read(name, entry) for entry in entries(frame)]

    return Code("nodes", many, places, texts=texts if place.kind == "question" else None)


def _climb(levels: int, *, outside: bool) -> Climb:
    if outside:
        return lambda frame: None
    if levels == 0:
        return lambda frame: frame.entry

    def climb(frame: Frame) -> str | None:
        entry = frame.entry
        for _ in range(levels):
            entry = frame.source.parent(entry) if entry is not None else None
        return entry

    return climb


def _text(name: str, climb: Climb) -> Callable[[Frame], str]:
    return lambda frame: frame.source.text(name, climb(frame))


def _entries(climb: Climb, repeats: tuple[str, ...]) -> Callable[[Frame], Sequence[str | None]]:
    def entries(frame: Frame) -> Sequence[str | None]:
        found: Sequence[str | None] = (climb(frame),)
        for repeat in repeats:
            found = [entry for parent in found for entry in frame.source.entries(repeat, parent)]
            frame.spend(len(found))
        return found

    return entries

"""The way a person came, leg by leg, as a drawing: what is not known of it is dashed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.dates import say
from intake.export.document import Block, Figure, Heading, Prose
from intake.export.drawing import COLUMN, Dot, Drawing, Label, Shape, Side, Stroke, Tone
from intake.export.plain import Text
from intake.export.source import Source
from intake.form.model import Happening
from intake.review.chronology import Moment, Row
from intake.words import Words

_LANE = "journey"
_STEP = 34.0
_TOP = 8.0
_LINE_AT = 210.0
_TEXT_AT = _LINE_AT + 14.0
_MOST = 14
"""Stops of one drawing; more go on in the next."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the way: when and where it began and ended, as far as it was told."""

    left: Row
    arrived: Row


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place on the way; `way_known` of the line that leads on from it."""

    name: str
    arrived: str
    left: str
    way_known: bool


def legs(source: Source, rows: Sequence[Row]) -> tuple[Leg, ...]:
    """The legs in the order in which they were told.

    They are the entries of the repeat in which a pack has two happenings with places on the journey: leaving
    a place, and arriving at the next.
    """
    form = source.interview.form
    by_repeat: dict[str, list[Happening]] = {}
    for happening in form.chronology:
        around = form.questions[happening.when].repeats
        if happening.lane == _LANE and happening.place and around:
            by_repeat.setdefault(around[-1], []).append(happening)
    pair = next((found for found in by_repeat.values() if len(found) > 1), None)
    if pair is None:
        return ()
    told = {(row.source.question, row.source.entry): row for row in rows}
    both = (
        (told.get((pair[0].when, path.entry)), told.get((pair[1].when, path.entry)))
        for path in source.reading.places(form.questions[pair[0].when])
    )
    return tuple(Leg(left, arrived) for left, arrived in both if left and arrived)


def journey_blocks(source: Source, found: Sequence[Leg]) -> Iterator[Block]:
    """The drawing under its heading; nothing when no leg was told."""
    words = source.reading.words
    if not found:
        return
    yield Heading(1, Text(words.say("The way, as it was told")))
    note = words.say("A dashed line stands for a part of the way whose dates or places were not told.")
    yield Prose(Text(note, soft=True), keep=True)
    stops = [*_stops(found, words)]
    for begin in range(0, max(1, len(stops) - 1), _MOST):
        part = stops[begin : begin + _MOST + 1]
        yield Figure(_drawing(part), _in_words(part))


def _stops(found: Sequence[Leg], words: Words) -> Iterator[_Stop]:
    arrived, before = "", ""
    for leg in found:
        unknown = words.say("place not told")
        if before and leg.left.place != before:
            yield _Stop(before, arrived, "", way_known=False)
            arrived = ""
        known = bool(leg.left.place and leg.arrived.place and leg.left.when.date and leg.arrived.when.date)
        left = _said(words.say("left: {date}"), leg.left.when, words)
        yield _Stop(leg.left.place or unknown, arrived, left, way_known=known)
        before = leg.arrived.place or unknown
        arrived = _said(words.say("arrived: {date}"), leg.arrived.when, words)
    yield _Stop(before, arrived, "", way_known=True)


def _said(text: str, moment: Moment, words: Words) -> str:
    """A date in a text; empty when none was told."""
    said = say(moment.date, words) if moment.date else moment.words
    return text.format(date=said) if said else ""


def _drawing(stops: Sequence[_Stop]) -> Drawing:
    shapes: list[Shape] = []
    for at, stop in enumerate(stops):
        y = _TOP + at * _STEP
        if at < len(stops) - 1:
            tone = Tone.ACCENT if stop.way_known else Tone.SOFT
            shapes.append(Stroke(_LINE_AT, y, _LINE_AT, y + _STEP, 1.5, not stop.way_known, tone))
    for at, stop in enumerate(stops):
        y = _TOP + at * _STEP
        shapes.append(Dot(_LINE_AT, y, 3.5, hollow=not stop.arrived and not stop.left, tone=Tone.ACCENT))
        shapes.append(Label(_TEXT_AT, y + 3.5, Text(stop.name, own=True), COLUMN - _TEXT_AT, 9.5, bold=True))
        shapes += _dates(stop, y)
    return Drawing(_TOP * 2 + (len(stops) - 1) * _STEP, tuple(shapes))


def _dates(stop: _Stop, y: float) -> Iterator[Shape]:
    """At the other side of the line: when the person came to a place, and when they left it."""
    told = [text for text in (stop.arrived, stop.left) if text]
    for at, text in enumerate(told):
        down = 3.0 + (at - (len(told) - 1) / 2) * 10
        yield Label(_LINE_AT - 12, y + down, Text(text, soft=True), _LINE_AT - 12, 8.0, Side.BEFORE)


def _in_words(stops: Sequence[_Stop]) -> str:
    """The drawing for whoever does not see it."""
    return "; ".join(" ".join(filter(None, (stop.name, stop.arrived, stop.left))) for stop in stops)

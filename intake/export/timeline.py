"""The chronology drawn over the years: what is certain as full bars, what is only possible as open ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from intake.export.drawing import COLUMN, Bar, Dot, Drawing, Label, Shape, Side, Stroke, Tone
from intake.export.plain import Text
from intake.review.chronology import Row
from intake.review.lanes import LANES
from intake.review.scale import Scale
from intake.review.timeline import BAR, DOT, Lane, Timeline, draw, story_span
from intake.review.timeline import Bar as Drawn
from intake.words import Words

_NAMES = 84.0
_FLAT, _FLATTEST, _TALLEST = 0.68, 0.6, 420.0
"""Numbers take less room above a bar than the titles that a window has there; and a page is only so high."""
_DIGIT = 4.6
_SMALL = 7.0
_HAIR = 1.0
"""The least width of the certain part of a bar."""


@dataclass(frozen=True, slots=True)
class DrawnRows:
    """A drawing of the rows, and the numbers of those that are not in it: `beyond` its ends, or `undated`."""

    drawing: Drawing
    beyond: tuple[int, ...]
    undated: tuple[int, ...]


def timeline_of(rows: Sequence[Row], today: date, words: Words) -> DrawnRows | None:
    """The rows by their numbers; None when too little has a date to be drawn."""
    span = story_span(rows, today)
    if span is None or span[0] == span[1]:
        return None
    numbered = [replace(row, title=str(number)) for number, row in enumerate(rows, 1)]
    drawn = draw(numbered, Scale(*span, COLUMN - _NAMES), today, _width, words)
    flat = max(_FLATTEST, min(_FLAT, _TALLEST / drawn.height))
    return DrawnRows(
        Drawing(drawn.height * flat, tuple(_shapes(drawn, flat, words))),
        beyond=_numbers((*drawn.before, *drawn.after)),
        undated=_numbers(drawn.undated),
    )


def _numbers(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(sorted(int(row.title) for row in rows))


def _width(label: str) -> float:
    """About: the labels are numbers, whose figures have one width, and names of months."""
    return len(label) * _DIGIT


def _shapes(drawn: Timeline, flat: float, words: Words) -> Iterator[Shape]:
    for tick in drawn.ticks:
        x = _NAMES + tick.x
        yield Stroke(x, 10, x, drawn.height * flat, 0.5)
        yield Label(x + 2, 8, Text(tick.label, soft=True), 60, _SMALL)
    for lane in drawn.lanes:
        yield from _lane(lane, flat, words)
    for bar in drawn.bars:
        yield from _bar(bar, flat)


def _lane(lane: Lane, flat: float, words: Words) -> Iterator[Shape]:
    top = lane.y * flat
    yield Stroke(0, top, COLUMN, top, 0.5)
    yield Label(0, top + 12, Text(words.say(LANES[lane.name])), _NAMES - 6, _SMALL + 1, bold=True)


def _bar(bar: Drawn, flat: float) -> Iterator[Shape]:
    left, right = bar.possible
    top, high = bar.y * flat, BAR * flat
    if bar.dot is not None:
        radius = min(DOT, high) / 2
        yield Dot(_NAMES + bar.dot, top + high / 2, radius, hollow=bar.certain is None, tone=Tone.ACCENT)
    else:
        yield Bar(_NAMES + left, top, right - left, high, hollow=True, tone=Tone.ACCENT)
        if bar.certain:
            begin, end = bar.certain
            yield Bar(_NAMES + begin, top, max(end - begin, _HAIR), high, tone=Tone.ACCENT)
    for x, is_open in ((_NAMES + left, bar.open_left), (_NAMES + right, bar.open_right)):
        if is_open:
            yield from _break(x, top, high)
    yield Label(_NAMES + bar.label_x, top - 2, Text(bar.label), 40, _SMALL, Side.AFTER)


def _break(x: float, top: float, high: float) -> Iterator[Shape]:
    """Two slanted lines over the end of a bar that is broken off."""
    for at in (x - 2, x + 1):
        yield Stroke(at, top + high + 2, at + 3, top - 2, 1.0, tone=Tone.INK)

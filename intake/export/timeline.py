"""The chronology drawn over the years: what is certain as full bars, what is only possible as open ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from intake.export.drawing import COLUMN, Bar, Drawing, Label, Shape, Side, Stroke, Tone
from intake.export.plain import Text
from intake.review.chronology import Row
from intake.review.lanes import LANES
from intake.review.scale import Scale
from intake.review.timeline import BAR, Lane, Timeline, draw, story_span
from intake.review.timeline import Bar as Drawn
from intake.words import Words

_NAMES = 84.0
_FLAT, _FLATTEST, _TALLEST = 0.68, 0.6, 420.0
"""Numbers take less room above a bar than the titles that a window has there; and a page is only so high."""
_DIGIT = 4.6
_SMALL = 7.0


def timeline_of(rows: Sequence[Row], today: date, words: Words) -> Drawing | None:
    """The rows by their numbers; None when too little has a date to be drawn."""
    span = story_span(rows, today)
    if span is None or span[0] == span[1]:
        return None
    numbered = [replace(row, title=str(number)) for number, row in enumerate(rows, 1)]
    drawn = draw(numbered, Scale(*span, COLUMN - _NAMES), today, _width, words)
    flat = max(_FLATTEST, min(_FLAT, _TALLEST / drawn.height))
    return Drawing(drawn.height * flat, tuple(_shapes(drawn, flat, words)))


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
    yield Bar(_NAMES + left, top, right - left, high, hollow=True, tone=Tone.ACCENT)
    if bar.certain:
        begin, end = bar.certain
        yield Bar(_NAMES + begin, top, end - begin, high, tone=Tone.ACCENT)
    yield Label(_NAMES + bar.label_x, top - 2, Text(bar.label), 40, _SMALL, Side.AFTER)

"""The chronology as a drawing: rows to bars in lanes over a scale. Pure geometry, for windows and paper.

All lengths are points, x from the left, y from the top. A bar has a part that is certain and a part that is
only possible: a moment from the first to the last day it can mean, a stretch from the first day it can have
begun to the last on which it can have ended.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from intake.dates import beginning, ending
from intake.form.lists import LANES
from intake.review.chronology import Row
from intake.review.scale import Scale, Tick, ticks
from intake.words import Words

Measure = Callable[[str], float]
"""How wide a text is, in points."""

TRACK, BAR, AXIS, BETWEEN = 22.0, 8.0, 16.0, 6.0
"""Heights: of a line of bars with labels, of a bar, of the scale above, of the space between two lanes."""

DOT = 6.0
"""Width of the dot that stands for what is too short for a bar: a wider bar would say more than was told."""

_BROKEN = 8.0
"""Points that a label leaves free at an end that is broken off."""
_THINNEST = 3.0
"""Points below which a bar cannot be seen as one."""

_APART = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row as drawn. `possible` and `certain` are its parts as (left, right); `certain` is None where no
    day of it is sure. `dot` is the middle of the dot that is drawn in place of what is too short for a bar,
    full where it is certain. `open_left`, `open_right`: it goes on beyond the drawing, or nobody knows how
    far, and is broken off there. The label begins at `label_x`, right above the bar.
    """

    row: Row
    lane: str
    y: float
    possible: tuple[float, float]
    certain: tuple[float, float] | None
    dot: float | None
    label: str
    label_x: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane, with the lines of bars it needs."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing. Lanes without a bar are left out.

    `before` and `after` are the rows that lie wholly beyond its ends, `undated` those that no day bounds.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    before: tuple[Row, ...] = ()
    after: tuple[Row, ...] = ()
    undated: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _Extent:
    """When a row was: first and last day of its beginning and of its end, as ordinals."""

    row: Row
    start: tuple[int, int]
    end: tuple[int, int]


def span_of(rows: Iterable[Row], today: date) -> tuple[date, date] | None:
    """The days from the first to the last that the rows tell of; None when none has a date.

    What is open at one side, or has no year, reaches as far as the others do.
    """
    days = [day for one in _extents(rows, today) for day in (*one.start, *one.end)]
    in_calendar = [day for day in days if date.min.toordinal() <= day <= date.max.toordinal()]
    told = [day for day in map(date.fromordinal, in_calendar) if day.year not in {MINYEAR, MAXYEAR}]
    return (min(told), max(told)) if told else None


def story_span(rows: Sequence[Row], today: date) -> tuple[date, date] | None:
    """The same without the lane of daily life, which goes back to a birth, unless there is nothing else."""
    return span_of((row for row in rows if row.lane != LANES[0]), today) or span_of(rows, today)


def draw(rows: Sequence[Row], scale: Scale, today: date, measure: Measure, words: Words) -> Timeline:
    """The rows that fall into the scale; the others are told of, and stand in the list alone."""
    every = [*_extents(rows, today)]
    inside = [one for one in every if scale.touches(one.start[0], one.end[1])]
    dated = {one.row.source for one in every}
    lanes: list[Lane] = []
    bars: list[Bar] = []
    top = AXIS
    for name in LANES:
        drawn = list(_bars([one for one in inside if one.row.lane == name], scale, top, measure))
        if drawn:
            height = max(bar.y for bar in drawn) + BAR - top + BETWEEN
            lanes.append(Lane(name, top, height))
            bars.extend(drawn)
            top += height + BETWEEN
    return Timeline(
        width=scale.width,
        height=top,
        lanes=tuple(lanes),
        bars=tuple(bars),
        ticks=tuple(ticks(scale, measure, words)),
        before=tuple(one.row for one in every if one.end[1] < scale.first.toordinal()),
        after=tuple(one.row for one in every if one.start[0] > scale.last.toordinal()),
        undated=tuple(row for row in rows if row.source not in dated),
    )


def _extents(rows: Iterable[Row], today: date) -> Iterator[_Extent]:
    for row in rows:
        if row.when.date is None or not (row.when.date.earliest or row.when.date.latest):
            continue
        start, end = beginning(row.when.date), ending(row.when.date)
        if row.until is not None and row.until.date is not None:
            end = ending(row.until.date)
        elif row.goes_on:
            end = (max(today.toordinal(), start[1]),) * 2
        yield _Extent(row, start, (max(end[0], start[0]), max(end[1], start[1])))


def _bars(extents: Iterable[_Extent], scale: Scale, top: float, measure: Measure) -> Iterator[Bar]:
    """Each on the first line where it has room beside those before it."""
    filled: list[float] = []
    for one in sorted(extents, key=lambda extent: extent.start):
        left, right = _drawn(scale, one.start[0], one.end[1])
        dot = _dot(scale, left, right)
        seen = (left, right) if dot is None else (dot - DOT / 2, dot + DOT / 2)
        wide = measure(one.row.title)
        broken = one.start[0] < scale.first.toordinal()
        label_x = max(0.0, min(seen[0] + (_BROKEN if broken else 0), scale.width - wide))
        begin, finish = min(seen[0], label_x), max(seen[1], label_x + wide) + _APART
        line = next((at for at, taken in enumerate(filled) if taken <= begin), len(filled))
        filled[line : line + 1] = [finish]
        yield Bar(
            row=one.row,
            lane=one.row.lane,
            y=top + line * TRACK + TRACK - BAR,
            possible=(left, right),
            certain=_certain(one, scale),
            dot=dot,
            label=one.row.title,
            label_x=label_x,
            open_left=broken,
            open_right=one.end[1] > scale.last.toordinal(),
        )


def _certain(one: _Extent, scale: Scale) -> tuple[float, float] | None:
    """From the last day it can have begun to the first on which it can have ended, where that is one."""
    if one.start[1] > one.end[0] or not scale.touches(one.start[1], one.end[0]):
        return None
    return _drawn(scale, one.start[1], one.end[0])


def _drawn(scale: Scale, first: int, last: int) -> tuple[float, float]:
    """From the first to the last day, no wider than they are."""
    return scale.x(first), scale.x(last + 1)


def _dot(scale: Scale, left: float, right: float) -> float | None:
    """The middle of what is too short for a bar, where a dot has room."""
    if right - left >= _THINNEST:
        return None
    return max(DOT / 2, min((left + right) / 2, scale.width - DOT / 2))

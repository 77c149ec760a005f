"""Functions on places as ODK writes them: `latitude longitude altitude accuracy`, joined by semicolons."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, cos, floor, isfinite, nan, radians, sin
from typing import TypeAlias

from intake.form.expressions.functions.table import ANY, Functions, taking
from intake.form.expressions.values import Value, text_of

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees."""

EARTH_RADIUS = 6_378_100
"""Metres at the equator; ODK's engines take the earth for a ball of this size."""


def _area(values: Sequence[Value]) -> float:
    """Square metres inside a closed line, to the centimetre squared; an open line is closed first."""
    points = _points(values)
    if points is None or len(points) < 3:
        return 0.0
    twice = sum(
        radians(end[1] - start[1]) * (2 + sin(radians(start[0])) + sin(radians(end[0])))
        for start, end in pairwise([*points, points[0]])
    )
    return _hundredths(abs(twice * EARTH_RADIUS * EARTH_RADIUS / 2))


def _distance(*given: Sequence[Value]) -> float:
    """Metres along a line, over the ground."""
    points = _points([value for values in given for value in values])
    if points is None or len(points) < 2:
        return nan
    return _hundredths(sum(_apart(start, end) for start, end in pairwise(points)))


def _geofence(place: str, fence: str) -> bool:
    """Whether a point lies inside a closed line (whose last point is its first)."""
    inside, corners = _points([place]), _points([fence])
    if not inside or len(inside) != 1 or not corners or corners[0] != corners[-1]:
        return False
    north, east = inside[0]
    crossed = 0
    for (from_north, from_east), (to_north, to_east) in pairwise(corners):
        if (from_east > east) != (to_east > east):
            at = (to_north - from_north) * (east - from_east) / (to_east - from_east) + from_north
            crossed += north < at
    return crossed % 2 == 1


def _apart(start: Point, end: Point) -> float:
    north, other = radians(start[0]), radians(end[0])
    east = radians(start[1] - end[1])
    return acos(min(1.0, sin(north) * sin(other) + cos(north) * cos(other) * cos(east))) * EARTH_RADIUS


def _points(values: Sequence[Value]) -> list[Point] | None:
    """The points of all values; None when one of them is none on earth."""
    points = [_point(part) for value in values for part in text_of(value).strip().split(";") if part.strip()]
    found = [point for point in points if point is not None]
    return found if len(found) == len(points) else None


def _point(text: str) -> Point | None:
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    try:
        north, east = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    on_earth = isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180
    return (north, east) if on_earth else None


def _hundredths(number: float) -> float:
    return floor(number * 100 + 0.5) / 100


FUNCTIONS: Functions = {
    "area": taking("number", _area, "values"),
    "distance": taking("number", _distance, "values", least=1, most=ANY),
    "geofence": taking("flag", _geofence, "text", "text"),
}

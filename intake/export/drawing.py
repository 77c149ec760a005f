"""Drawings as plain values: lines, dots and bars with texts, that a page shows as they are.

Points are PDF points from the upper left of the drawing, which is as wide as the column of text.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from intake.export.plain import Text

COLUMN = 468.0
"""The width of the column of text, and of every drawing."""


class Tone(StrEnum):
    """What a shape is drawn in."""

    INK = "ink"
    SOFT = "soft"
    LINE = "line"
    ACCENT = "accent"


class Side(StrEnum):
    """At which side of its point a label stands."""

    AFTER = "after"
    BEFORE = "before"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; a `dashed` one stands for what is not known."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 1.0
    dashed: bool = False
    tone: Tone = Tone.LINE


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc, or with `hollow` a ring."""

    x: float
    y: float
    radius: float
    hollow: bool = False
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle by its upper left; a `hollow` one has an outline alone."""

    x: float
    y: float
    width: float
    height: float
    hollow: bool = False
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text at a point of its baseline; what is wider than `width` is cut with an ellipsis."""

    x: float
    y: float
    text: Text
    width: float
    size: float = 8.0
    side: Side = Side.AFTER
    bold: bool = False


Shape: TypeAlias = Stroke | Dot | Bar | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of this height. What is drawn later lies over what was drawn before."""

    height: float
    shapes: tuple[Shape, ...]

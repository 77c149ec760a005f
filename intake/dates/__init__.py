"""Dates as people remember them: stored as said, compared on their bounds, never made more certain."""

from intake.dates.calendars import Calendar, converted
from intake.dates.compare import (
    PADDING,
    Certainty,
    Padding,
    before,
    beginning,
    cautious,
    chronological,
    ending,
    overlap,
    within,
)
from intake.dates.parse import from_stored, parse
from intake.dates.parts import compose, decompose, read_number
from intake.dates.point import Hemisphere, Point, Quality, Reason, Season, TimeOfYear
from intake.dates.say import say
from intake.dates.value import GREGORIAN, Parts, Shape, UncertainDate

__all__ = [
    "GREGORIAN",
    "PADDING",
    "Calendar",
    "Certainty",
    "Hemisphere",
    "Padding",
    "Parts",
    "Point",
    "Quality",
    "Reason",
    "Season",
    "Shape",
    "TimeOfYear",
    "UncertainDate",
    "before",
    "beginning",
    "cautious",
    "chronological",
    "compose",
    "converted",
    "decompose",
    "ending",
    "from_stored",
    "overlap",
    "parse",
    "read_number",
    "say",
    "within",
]

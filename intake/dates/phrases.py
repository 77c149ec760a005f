"""The phrases that uncertain dates are said in, by their place in a sentence.

Each place is a context of the catalogue, because languages bend words there: Russian has "зима" alone,
"с зимы" at the start of a stretch, "по зиму" at its end. Months come as `{month}` (as it stands alone) and
`{of_month}` (as after a day); each language takes the one it needs.
"""

from collections.abc import Mapping
from enum import StrEnum

from intake.dates.point import Point, Quality, TimeOfYear
from intake.words import Words


class Place(StrEnum):
    """Where a point stands: alone, or at the start or the end of a stretch."""

    ALONE = "alone"
    START = "start"
    END = "end"


class Known(StrEnum):
    """What is known of a point, which chooses its phrase."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DAY_IN_YEAR = "day_in_year"
    DAY_AND_MONTH = "day_and_month"
    MONTH_ONLY = "month_only"
    DAY_ONLY = "day_only"
    SEASON = "season"
    SEASON_ACROSS = "season_across"
    SEASON_ONLY = "season_only"


Phrases = Mapping[str, str]


def known_of(point: Point) -> Known:
    """Which phrase a point takes."""
    parts = (point.year is not None, point.month is not None, point.day is not None)
    if point.season is None:
        return _KNOWN[parts]
    if point.year is None:
        return Known.SEASON_ONLY
    return Known.SEASON_ACROSS if point.season.over_new_year else Known.SEASON


_KNOWN = {
    (True, True, True): Known.DAY,
    (True, True, False): Known.MONTH,
    (True, False, False): Known.YEAR,
    (True, False, True): Known.DAY_IN_YEAR,
    (False, True, True): Known.DAY_AND_MONTH,
    (False, True, False): Known.MONTH_ONLY,
    (False, False, True): Known.DAY_ONLY,
}


def phrases(words: Words, place: Place) -> Phrases:
    """The unfilled phrases of a place, by Known, TimeOfYear and Quality."""
    said = {known: words.say_in(CONTEXTS[place], phrase) for known, phrase in _PHRASES.items()}
    return {**said, Quality.PLAIN: "{date}"}


def _dated(phrase: str) -> str:
    """A phrase of every place; `script/words` looks for this name."""
    return phrase


CONTEXTS: Mapping[Place, str] = {
    Place.ALONE: "date",
    Place.START: "date at the start",
    Place.END: "date at the end",
}
"""What tells the phrases of a place from the same ones of another in a catalogue."""

_PHRASES: Phrases = {
    Known.DAY: _dated("{day} {of_month} {year}"),
    Known.MONTH: _dated("{month} {year}"),
    Known.YEAR: _dated("{year}"),
    Known.DAY_IN_YEAR: _dated("day {day} of an unknown month of {year}"),
    Known.DAY_AND_MONTH: _dated("{day} {of_month} (year not known)"),
    Known.MONTH_ONLY: _dated("{month} (year not known)"),
    Known.DAY_ONLY: _dated("day {day} of an unknown month and year"),
    Known.SEASON: _dated("{season} {year}"),
    Known.SEASON_ACROSS: _dated("{season} {year}–{next_year}"),
    Known.SEASON_ONLY: _dated("{season}, year not known"),
    TimeOfYear.SPRING: _dated("spring"),
    TimeOfYear.SUMMER: _dated("summer"),
    TimeOfYear.AUTUMN: _dated("autumn"),
    TimeOfYear.WINTER: _dated("winter"),
    Quality.ABOUT: _dated("about {date}"),
    Quality.PERHAPS: _dated("perhaps {date}"),
    Quality.PERHAPS_ABOUT: _dated("perhaps about {date}"),
}

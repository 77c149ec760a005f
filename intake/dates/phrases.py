"""The phrases that uncertain dates are said in, by their place in a sentence.

Each place is a context of the catalogue, because languages bend words there: Russian has "зима" alone,
"с зимы" at the start of a stretch, "по зиму" at its end. Months come as `{month}` (as it stands alone) and
`{of_month}` (as after a day); each language takes the one it needs.
"""

from collections.abc import Callable, Mapping
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
    return _PLACES[place](words)


def _alone(words: Words) -> Phrases:
    return {
        Known.DAY: words.say_in("date", "{day} {of_month} {year}"),
        Known.MONTH: words.say_in("date", "{month} {year}"),
        Known.YEAR: words.say_in("date", "{year}"),
        Known.DAY_IN_YEAR: words.say_in("date", "day {day} of an unknown month of {year}"),
        Known.DAY_AND_MONTH: words.say_in("date", "{day} {of_month} (year not known)"),
        Known.MONTH_ONLY: words.say_in("date", "{month} (year not known)"),
        Known.DAY_ONLY: words.say_in("date", "day {day} of an unknown month and year"),
        Known.SEASON: words.say_in("date", "{season} {year}"),
        Known.SEASON_ACROSS: words.say_in("date", "{season} {year}–{next_year}"),
        Known.SEASON_ONLY: words.say_in("date", "{season}, year not known"),
        TimeOfYear.SPRING: words.say_in("date", "spring"),
        TimeOfYear.SUMMER: words.say_in("date", "summer"),
        TimeOfYear.AUTUMN: words.say_in("date", "autumn"),
        TimeOfYear.WINTER: words.say_in("date", "winter"),
        Quality.ABOUT: words.say_in("date", "about {date}"),
        Quality.PERHAPS: words.say_in("date", "perhaps {date}"),
        Quality.PERHAPS_ABOUT: words.say_in("date", "perhaps about {date}"),
        Quality.PLAIN: "{date}",
    }


def _start(words: Words) -> Phrases:
    return {
        Known.DAY: words.say_in("date at the start", "{day} {of_month} {year}"),
        Known.MONTH: words.say_in("date at the start", "{month} {year}"),
        Known.YEAR: words.say_in("date at the start", "{year}"),
        Known.DAY_IN_YEAR: words.say_in("date at the start", "day {day} of an unknown month of {year}"),
        Known.DAY_AND_MONTH: words.say_in("date at the start", "{day} {of_month} (year not known)"),
        Known.MONTH_ONLY: words.say_in("date at the start", "{month} (year not known)"),
        Known.DAY_ONLY: words.say_in("date at the start", "day {day} of an unknown month and year"),
        Known.SEASON: words.say_in("date at the start", "{season} {year}"),
        Known.SEASON_ACROSS: words.say_in("date at the start", "{season} {year}–{next_year}"),
        Known.SEASON_ONLY: words.say_in("date at the start", "{season}, year not known"),
        TimeOfYear.SPRING: words.say_in("date at the start", "spring"),
        TimeOfYear.SUMMER: words.say_in("date at the start", "summer"),
        TimeOfYear.AUTUMN: words.say_in("date at the start", "autumn"),
        TimeOfYear.WINTER: words.say_in("date at the start", "winter"),
        Quality.ABOUT: words.say_in("date at the start", "about {date}"),
        Quality.PERHAPS: words.say_in("date at the start", "perhaps {date}"),
        Quality.PERHAPS_ABOUT: words.say_in("date at the start", "perhaps about {date}"),
        Quality.PLAIN: "{date}",
    }


def _end(words: Words) -> Phrases:
    return {
        Known.DAY: words.say_in("date at the end", "{day} {of_month} {year}"),
        Known.MONTH: words.say_in("date at the end", "{month} {year}"),
        Known.YEAR: words.say_in("date at the end", "{year}"),
        Known.DAY_IN_YEAR: words.say_in("date at the end", "day {day} of an unknown month of {year}"),
        Known.DAY_AND_MONTH: words.say_in("date at the end", "{day} {of_month} (year not known)"),
        Known.MONTH_ONLY: words.say_in("date at the end", "{month} (year not known)"),
        Known.DAY_ONLY: words.say_in("date at the end", "day {day} of an unknown month and year"),
        Known.SEASON: words.say_in("date at the end", "{season} {year}"),
        Known.SEASON_ACROSS: words.say_in("date at the end", "{season} {year}–{next_year}"),
        Known.SEASON_ONLY: words.say_in("date at the end", "{season}, year not known"),
        TimeOfYear.SPRING: words.say_in("date at the end", "spring"),
        TimeOfYear.SUMMER: words.say_in("date at the end", "summer"),
        TimeOfYear.AUTUMN: words.say_in("date at the end", "autumn"),
        TimeOfYear.WINTER: words.say_in("date at the end", "winter"),
        Quality.ABOUT: words.say_in("date at the end", "about {date}"),
        Quality.PERHAPS: words.say_in("date at the end", "perhaps {date}"),
        Quality.PERHAPS_ABOUT: words.say_in("date at the end", "perhaps about {date}"),
        Quality.PLAIN: "{date}",
    }


_PLACES: Mapping[Place, Callable[[Words], Phrases]] = {
    Place.ALONE: _alone,
    Place.START: _start,
    Place.END: _end,
}

"""Saying an uncertain date in a sentence's words: what was told, and never more."""

from intake.dates.phrases import Place, known_of, phrases
from intake.dates.point import Hemisphere, Point, Season
from intake.dates.value import Shape, UncertainDate
from intake.words import Words


def say(when: UncertainDate, words: Words) -> str:
    """The date as a phrase in the reader's language ("about March 2022"), to stand alone or in a table."""
    first, second = when.parts.first, when.parts.second or when.parts.first
    match when.parts.shape:
        case Shape.DATE:
            return _point(first, Place.ALONE, words)
        case Shape.BEFORE:
            return words.say_in("date", "{date} or earlier", date=_point(first, Place.ALONE, words))
        case Shape.AFTER:
            return words.say_in("date", "{date} or later", date=_point(first, Place.ALONE, words))
    start, end = _point(first, Place.START, words), _point(second, Place.END, words)
    return _stretches(words)[when.parts.shape].format(start=start, end=end)


def _stretches(words: Words) -> dict[Shape, str]:
    return {
        Shape.BETWEEN: words.say_in("date", "between {start} and {end}"),
        Shape.FROM_TO: words.say_in("date", "from {start} to {end}"),
        Shape.SINCE: words.say_in("date", "since {start}"),
        Shape.FROM: words.say_in("date", "from {start}, end not known"),
        Shape.UNTIL: words.say_in("date", "until {end}, beginning not known"),
    }


def _point(point: Point, place: Place, words: Words) -> str:
    known = phrases(words, place)
    gaps: dict[str, object] = {}
    if point.year is not None:
        gaps |= {"year": f"{point.year:04d}", "next_year": f"{point.year + 1:04d}"}
    if point.month is not None:
        gaps |= {"month": words.months[point.month - 1], "of_month": words.months_in_date[point.month - 1]}
    if point.day is not None:
        gaps["day"] = point.day
    if point.season:
        gaps["season"] = known[point.season.time]
    said = known[known_of(point)].format_map(gaps)
    if point.season:
        said = _with_months(said, point.season, words)
    return known[point.quality].format(date=said)


def _with_months(said: str, season: Season, words: Words) -> str:
    """The season with the months it stands for, so that the reader sees which winter was meant."""
    if season.hemisphere is Hemisphere.UNCONFIRMED:
        return words.say_in("date", "{season} (months not confirmed)", season=said)
    first = season.first_months[0]
    return words.say_in(
        "date",
        "{season} ({first_month} to {last_month})",
        season=said,
        first_month=words.months[first - 1],
        last_month=words.months[(first + 1) % 12],
    )

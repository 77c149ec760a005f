"""What is typed into the fields of a date, whether it makes one yet or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from intake import dates
from intake.answers import Stored
from intake.dates import (
    GREGORIAN,
    Calendar,
    Hemisphere,
    Parts,
    Point,
    Quality,
    Season,
    Shape,
    TimeOfYear,
    UncertainDate,
)
from intake.dates.phrases import Place, phrases
from intake.form.cleaning import clean_text, shown_text
from intake.form.kinds.month_names import in_calendar, months_of
from intake.words import Words, mark

SEASONS = tuple(TimeOfYear)
_MONTHS = 12
_YES, _NO = "yes", "no"


class Way(StrEnum):
    """The ways of saying a date that are offered."""

    DATE = "date"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM_TO = "from_to"
    SINCE = "since"

    @property
    def has_second(self) -> bool:
        return self in (Way.BETWEEN, Way.FROM_TO)


WAYS: Mapping[Way, str] = {
    Way.DATE: mark("A day, a month, a season or a year"),
    Way.BEFORE: mark("This date or earlier"),
    Way.AFTER: mark("This date or later"),
    Way.BETWEEN: mark("Once, between two dates"),
    Way.FROM_TO: mark("It lasted from one date to another"),
    Way.SINCE: mark("It began then and still goes on"),
}
"""How each way of saying a date is offered."""


def names_of_parts(words: Words, calendar: str = GREGORIAN) -> tuple[str, ...]:
    """The twelve months and the four seasons, as the list of months shows them; in another calendar than ours
    only the months.
    """
    if calendar != GREGORIAN:
        return months_of(Calendar(calendar), words)
    seasons = (words.say("Spring"), words.say("Summer"), words.say("Autumn"), words.say("Winter"))
    return (*(month[:1].upper() + month[1:] for month in words.months), *seasons)


@dataclass(frozen=True, slots=True)
class TypedPoint:
    """The fields of one point. `month` is 1 to 12, or 0 for "not sure"; a season stands in its place.

    `ended_in_year` tells of a season over New Year whether `year` is the one that it ended in; None while
    nobody has said so, and then its months are not confirmed. `about`: near it, but not exactly; `perhaps`:
    it may be another one altogether.
    """

    day: str = ""
    month: int = 0
    year: str = ""
    season: TimeOfYear | None = None
    hemisphere: Hemisphere = Hemisphere.UNCONFIRMED
    ended_in_year: bool | None = None
    about: bool = False
    perhaps: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.day.strip() or self.month or self.year.strip() or self.season)

    @property
    def quality(self) -> Quality:
        return _QUALITIES[self.about, self.perhaps]

    def point(self) -> Point:
        """DateError when a field holds no number. A day beside a season is no part of it."""
        year = dates.read_number(self.year)
        if self.season is None:
            return Point(year, self.month or None, dates.read_number(self.day), quality=self.quality)
        season = Season(self.season, self.hemisphere)
        if year is not None and season.over_new_year:
            if self.ended_in_year is None:
                season = Season(self.season)
            elif self.ended_in_year:
                year -= 1
        return Point(year, season=season, quality=self.quality)

    def said(self, words: Words, calendar: str = GREGORIAN) -> str:
        """What stands in the fields, side by side."""
        names = names_of_parts(words, calendar)
        at = _MONTHS + SEASONS.index(self.season) if self.season else self.month - 1
        parts = (self.day.strip(), names[at] if at >= 0 else "", self.year.strip())
        shown = " / ".join(shown_text(part) for part in parts if part)
        return phrases(words, Place.ALONE)[self.quality].format(date=shown)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """All fields, and the person's own words."""

    way: Way = Way.DATE
    first: TypedPoint = TypedPoint()
    second: TypedPoint = TypedPoint()
    words: str = ""
    calendar: str = GREGORIAN

    @property
    def points(self) -> tuple[TypedPoint, ...]:
        """Those that this way of saying it asks for."""
        return (self.first, self.second) if self.way.has_second else (self.first,)

    def date(self) -> UncertainDate | None:
        """The date it makes; None while nothing of a date is typed. DateError when it makes none yet."""
        if all(point.is_empty for point in self.points):
            return None
        parts = dates.converted(self._parts(), Calendar(self.calendar))
        return dates.compose(parts, clean_text(self.words.strip()), self.calendar)

    def said(self, words: Words) -> str:
        """What stands in the fields, in the reader's words; it need not be a date."""
        said = " – ".join(point.said(words, self.calendar) for point in self.points if not point.is_empty)
        if self.way is not Way.DATE:
            said = words.say("{way}: {dates}", way=words.say(WAYS[self.way]), dates=said)
        return in_calendar(said, Calendar(self.calendar), words)

    def _parts(self) -> Parts:
        if self.way is Way.FROM_TO and self.second.is_empty:
            return Parts(Shape.FROM, self.first.point())
        if self.way is Way.FROM_TO and self.first.is_empty:
            return Parts(Shape.UNTIL, self.second.point())
        second = self.second.point() if self.way.has_second else None
        return Parts(Shape(self.way.value), self.first.point(), second)


_QUALITIES = {
    (False, False): Quality.PLAIN,
    (True, False): Quality.ABOUT,
    (False, True): Quality.PERHAPS,
    (True, True): Quality.PERHAPS_ABOUT,
}
_WAYS = {shape: Way(shape.value) for shape in Shape if shape.value in set(Way)} | {
    Shape.FROM: Way.FROM_TO,
    Shape.UNTIL: Way.FROM_TO,
}


def typed_of_date(date: UncertainDate) -> TypedDate:
    """The fields for a date."""
    parts = date.parts
    first, second = _typed_point(parts.first), _typed_point(parts.second)
    if parts.shape is Shape.UNTIL:
        first, second = second, first
    return TypedDate(_WAYS[parts.shape], first, second, date.words, date.calendar)


def _typed_point(point: Point | None) -> TypedPoint:
    if point is None:
        return TypedPoint()
    about, perhaps = point.quality.approximate, point.quality.uncertain
    year = "" if point.year is None else str(point.year)
    if point.season:
        begun = False if point.year is not None and point.season.over_new_year else None
        time, half = point.season.time, point.season.hemisphere
        return TypedPoint("", 0, year, time, half, begun, about, perhaps)
    day = "" if point.day is None else str(point.day)
    return TypedPoint(day, point.month or 0, year, about=about, perhaps=perhaps)


def kept(typed: TypedDate) -> Mapping[str, Stored]:
    """What stands in the fields, as it is stored while it makes no date; `unkept` reads it back."""
    points = zip(("first", "second"), typed.points, strict=False)
    return {"way": typed.way.value, **{name: _kept_point(point) for name, point in points}}


def _kept_point(point: TypedPoint) -> Mapping[str, Stored]:
    """Only the fields that are filled, and no season beside a month."""
    ended = {None: "", True: _YES, False: _NO}[point.ended_in_year]
    fields = {
        "day": clean_text(point.day.strip()),
        "month": str(point.month) if point.month and not point.season else "",
        "year": clean_text(point.year.strip()),
        "season": point.season.value if point.season else "",
        "half": point.hemisphere.value if point.season else "",
        "ended": ended if point.season else "",
        "quality": point.quality.value,
    }
    return {name: text for name, text in fields.items() if text}


def unkept(value: Stored | None) -> TypedDate:
    """The fields from what is stored of them; whatever is not as `kept` makes it is left out."""
    found = value if isinstance(value, Mapping) else {}
    way = found.get("way")
    return TypedDate(
        Way(way) if isinstance(way, str) and way in set(Way) else Way.DATE,
        _unkept_point(found.get("first")),
        _unkept_point(found.get("second")),
    )


def _unkept_point(value: Stored | None) -> TypedPoint:
    found = value if isinstance(value, Mapping) else {}
    fields = {name: text for name, text in found.items() if isinstance(text, str)}
    month, season, half = fields.get("month", ""), fields.get("season", ""), fields.get("half", "")
    quality = fields.get("quality", "")
    marked = Quality(quality) if quality in set(Quality) else Quality.PLAIN
    return TypedPoint(
        fields.get("day", ""),
        int(month) if month in _MONTH_NUMBERS else 0,
        fields.get("year", ""),
        TimeOfYear(season) if season in set(TimeOfYear) else None,
        Hemisphere(half) if half in set(Hemisphere) else Hemisphere.UNCONFIRMED,
        {_YES: True, _NO: False}.get(fields.get("ended", "")),
        marked.approximate,
        marked.uncertain,
    )


_MONTH_NUMBERS = frozenset(str(number) for number in range(1, _MONTHS + 1))

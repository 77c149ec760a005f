"""What is typed into the fields of a date, whether it makes one yet or not. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from intake import dates
from intake.answers import Stored
from intake.dates import GREGORIAN, Hemisphere, Parts, Point, Quality, Shape, TimeOfYear, UncertainDate
from intake.errors import DateError
from intake.form.cleaning import clean_text
from intake.form.kinds.when import date_of, own_words

SEASONS = tuple(TimeOfYear)


class Way(StrEnum):
    """The ways of saying a date that the editor offers."""

    DATE = "date"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM_TO = "from_to"
    SINCE = "since"

    @property
    def has_second(self) -> bool:
        return self in (Way.BETWEEN, Way.FROM_TO)


@dataclass(frozen=True, slots=True)
class TypedPoint:
    """The fields of one point. `month` is 1 to 12, or 0 for "not sure"; a season stands in its place."""

    day: str = ""
    month: int = 0
    year: str = ""
    season: TimeOfYear | None = None
    hemisphere: Hemisphere = Hemisphere.UNCONFIRMED

    @property
    def is_empty(self) -> bool:
        return not (self.day.strip() or self.month or self.year.strip() or self.season)

    def point(self, quality: Quality) -> Point:
        """DateError when a field holds no number."""
        year = dates.read_number(self.year)
        if self.season:
            return Point(year, season=dates.Season(self.season, self.hemisphere), quality=quality)
        return Point(year, self.month or None, dates.read_number(self.day), quality=quality)

    def as_typed(self, names: Sequence[str]) -> str:
        """What was typed, in words; `names` are those of the twelve months and four seasons."""
        at = 12 + SEASONS.index(self.season) if self.season else self.month - 1
        middle = names[at] if at >= 0 else ""
        return " ".join(filter(None, (self.day.strip(), middle, self.year.strip())))


@dataclass(frozen=True, slots=True)
class TypedDate:
    """All fields. `about`: near it, but not exactly; `perhaps`: it may be another one altogether."""

    way: Way = Way.DATE
    first: TypedPoint = TypedPoint()
    second: TypedPoint = TypedPoint()
    about: bool = False
    perhaps: bool = False
    words: str = ""
    calendar: str = GREGORIAN

    def date(self) -> UncertainDate | None:
        """The date it makes; None while nothing of a date is typed. DateError when it makes none yet."""
        if self.first.is_empty and (self.second.is_empty or not self.way.has_second):
            return None
        return dates.compose(self._parts(), clean_text(self.words.strip()), self.calendar)

    def stored(self, names: Sequence[str]) -> Stored | None:
        """What is stored. What makes no date yet is kept among the words, so that nothing typed is lost."""
        try:
            date = self.date()
        except DateError:
            return _unread(_beside(self.words, self._as_typed(names)), self.calendar)
        if date is not None:
            return date.stored()
        return _unread(self.words, self.calendar) if self.words.strip() else None

    def _parts(self) -> Parts:
        quality = Quality(_QUALITIES[self.about, self.perhaps])
        if self.way is Way.FROM_TO and self.second.is_empty:
            return Parts(Shape.FROM, self.first.point(quality))
        if self.way is Way.FROM_TO and self.first.is_empty:
            return Parts(Shape.UNTIL, self.second.point(quality))
        second = self.second.point(quality) if self.way.has_second else None
        return Parts(Shape(self.way.value), self.first.point(quality), second)

    def _as_typed(self, names: Sequence[str]) -> str:
        points = (self.first, self.second) if self.way.has_second else (self.first,)
        return " – ".join(filter(None, (point.as_typed(names) for point in points)))


_QUALITIES = {
    (False, False): Quality.PLAIN,
    (True, False): Quality.ABOUT,
    (False, True): Quality.PERHAPS,
    (True, True): Quality.PERHAPS_ABOUT,
}


def typed_of(value: Stored | None) -> TypedDate:
    """The fields for a stored value; what is no date comes back as the person's own words."""
    if value is None:
        return TypedDate()
    words, date = own_words(value), date_of(value)
    calendar = value.get("calendar") if isinstance(value, Mapping) else None
    typed = TypedDate(words=words, calendar=calendar if isinstance(calendar, str) else GREGORIAN)
    if date is None:
        return typed
    first, second = _typed_point(date.parts.first), _typed_point(date.parts.second)
    way = _WAYS[date.parts.shape]
    if date.parts.shape is Shape.UNTIL:
        first, second = second, first
    return replace(typed, way=way, first=first, second=second, about=date.approximate, perhaps=date.uncertain)


_WAYS = {shape: Way(shape.value) for shape in Shape if shape.value in set(Way)} | {
    Shape.FROM: Way.FROM_TO,
    Shape.UNTIL: Way.FROM_TO,
}


def _typed_point(point: Point | None) -> TypedPoint:
    if point is None:
        return TypedPoint()
    year = "" if point.year is None else str(point.year)
    if point.season:
        return TypedPoint(year=year, season=point.season.time, hemisphere=point.season.hemisphere)
    return TypedPoint("" if point.day is None else str(point.day), point.month or 0, year)


def _unread(words: str, calendar: str) -> Stored:
    return {"edtf": "", "words": clean_text(words.strip()), "calendar": calendar}


def _beside(words: str, typed: str) -> str:
    return f"{words.strip()} ({typed})" if words.strip() else typed

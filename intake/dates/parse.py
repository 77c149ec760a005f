"""Reading uncertain dates from the EDTF subset that is stored.

Source of the forms: the Extended Date/Time Format, levels 0 to 2 (Library of Congress, 2019). A day or month
left open at the end (`2022-03-XX`, `2022-XX`) is read as the month or the year that it means.
"""

import re
from collections.abc import Mapping

from intake.dates.point import SEASON_CODES, Point, Quality, Reason, Season
from intake.dates.value import GREGORIAN, Parts, Shape, UncertainDate
from intake.errors import DateError

_POINT = re.compile(r"([0-9]{1,4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
_LONGEST = len("[2022-03-14%..2022-05-14%]")


def parse(text: str, words: str = "", calendar: str = GREGORIAN) -> UncertainDate:
    """The date that an EDTF text says. DateError with a `reason` (see Reason) when it says none we keep."""
    if len(text) > _LONGEST:
        raise DateError(reason=Reason.UNREADABLE)
    return UncertainDate(_read(text), words, calendar)


def from_stored(value: object) -> UncertainDate:
    """The date of a stored answer; its words and calendar may be missing. DateError when it holds no date."""
    if not isinstance(value, Mapping):
        raise DateError(reason=Reason.UNREADABLE)
    edtf, words, calendar = value.get("edtf"), value.get("words", ""), value.get("calendar", GREGORIAN)
    if not (isinstance(edtf, str) and isinstance(words, str) and isinstance(calendar, str)):
        raise DateError(reason=Reason.UNREADABLE)
    return parse(edtf, words, calendar)


def _read(text: str) -> Parts:
    if text.startswith("[") and text.endswith("]"):
        first, dots, second = text[1:-1].partition("..")
        if not dots:
            raise DateError(reason=Reason.UNREADABLE)
        return _moment_between(first, second)
    first, slash, second = text.partition("/")
    return _stretch(first, second) if slash else Parts(Shape.DATE, _point(first))


def _moment_between(first: str, second: str) -> Parts:
    if first and second:
        return Parts(Shape.BETWEEN, _point(first), _point(second))
    if second:
        return Parts(Shape.BEFORE, _point(second))
    return Parts(Shape.AFTER, _point(first))


def _stretch(first: str, second: str) -> Parts:
    """A beginning left open or left out says the same: it was not told."""
    if first in {"", ".."}:
        return Parts(Shape.UNTIL, _point("" if second == ".." else second))
    if second == "..":
        return Parts(Shape.SINCE, _point(first))
    if not second:
        return Parts(Shape.FROM, _point(first))
    return Parts(Shape.FROM_TO, _point(first), _point(second))


def _point(text: str) -> Point:
    if not text:
        raise DateError(reason=Reason.EMPTY)
    found = _POINT.fullmatch(text)
    if not found:
        raise DateError(reason=Reason.UNREADABLE)
    year_text, month_text, day_text, mark = found.groups()
    if len(year_text) < len("YYYY"):
        raise DateError(reason=Reason.YEAR_SHORT)
    year, month, day = _known(year_text), _known(month_text), _known(day_text)
    if month is None or month not in SEASON_CODES:
        return Point(year, month, day, quality=Quality(mark))
    if day_text:
        raise DateError(reason=Reason.UNREADABLE)
    return Point(year, season=Season.from_code(month), quality=Quality(mark))


def _known(digits: str | None) -> int | None:
    return None if digits is None or digits.startswith("X") else int(digits)

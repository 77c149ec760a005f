"""Strategies for uncertain dates: every shape, every degree of knowing, the edges of the calendar."""

from contextlib import suppress

from hypothesis import strategies as st

from intake.dates import Hemisphere, Parts, Point, Quality, Season, Shape, TimeOfYear, UncertainDate
from intake.errors import DateError

SHORT_YEARS = st.sampled_from([1, 2, 99, 999])
YEARS = st.integers(2018, 2026) | st.integers(1000, 9999) | st.sampled_from([1000, 1900, 2000, 9998, 9999])
QUALITIES = st.sampled_from(Quality)


def _or_none(values: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    return st.none() | values


def _holds(point: Point) -> bool:
    with suppress(DateError):
        UncertainDate(Parts(Shape.DATE, point))
        return True
    return False


def points(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Point]:
    days = st.builds(
        Point,
        year=_or_none(years),
        month=_or_none(st.integers(1, 12)),
        day=_or_none(st.integers(1, 31)),
        quality=QUALITIES,
    )
    seasons = st.builds(
        Point,
        year=_or_none(years),
        season=st.builds(Season, st.sampled_from(TimeOfYear), st.sampled_from(Hemisphere)),
        quality=QUALITIES,
    )
    return (days | seasons).filter(_holds)


@st.composite
def uncertain_dates(draw: st.DrawFn, years: st.SearchStrategy[int] = YEARS) -> UncertainDate:
    shape = draw(st.sampled_from(Shape))
    first = draw(points(years))
    if shape not in {Shape.BETWEEN, Shape.FROM_TO}:
        return UncertainDate(Parts(shape, first))
    second = draw(points(years))
    try:
        return UncertainDate(Parts(shape, first, second))
    except DateError:
        return UncertainDate(Parts(shape, second, first))

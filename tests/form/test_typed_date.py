"""What is typed of a date: it becomes one as far as it goes, and nothing of it is lost."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import dates
from intake.dates import Calendar, Hemisphere, TimeOfYear
from intake.errors import DateError
from intake.form.cleaning import clean_text
from intake.form.kinds import Reader
from intake.form.kinds.registry import KINDS
from intake.form.kinds.typed_date import TypedDate, TypedPoint, Way
from intake.form.kinds.when import own_words, stored_of, typed_of, undated
from intake.words import Words
from tests.support.uncertain_dates import uncertain_dates

ENGLISH = Words.load("en", Path("nowhere"))
WINTER = TypedPoint(year="2022", season=TimeOfYear.WINTER)


def edtf(typed: TypedDate) -> str:
    stored = stored_of(typed)
    assert isinstance(stored, Mapping)
    return str(stored["edtf"])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (TypedDate(first=TypedPoint("14", 3, "2022")), "2022-03-14"),
        (TypedDate(first=TypedPoint("", 12, "2022", about=True)), "2022-12~"),
        (TypedDate(first=TypedPoint("", 0, "2019")), "2019"),
        (TypedDate(first=TypedPoint("7", 1, "")), "XXXX-01-07"),
        (TypedDate(first=TypedPoint("٣", 5, "٢٠٢١")), "2021-05-03"),
        (TypedDate(Way.BEFORE, TypedPoint("", 5, "2022")), "[..2022-05]"),
        (TypedDate(Way.AFTER, TypedPoint("", 5, "2022")), "[2022-05..]"),
        (TypedDate(Way.BETWEEN, TypedPoint("", 3, "2022"), TypedPoint("", 5, "2022")), "[2022-03..2022-05]"),
        (TypedDate(Way.FROM_TO, TypedPoint("", 5, "2021"), TypedPoint("", 1, "2022")), "2021-05/2022-01"),
        (TypedDate(Way.FROM_TO, TypedPoint("", 5, "2021")), "2021-05/"),
        (TypedDate(Way.FROM_TO, TypedPoint(), TypedPoint("", 5, "2021")), "../2021-05"),
        (TypedDate(Way.SINCE, TypedPoint("", 5, "2021")), "2021-05/.."),
        (TypedDate(first=TypedPoint(year="2019", season=TimeOfYear.WINTER)), "2019-24"),
        (TypedDate(first=replace(WINTER, hemisphere=Hemisphere.NORTH, ended_in_year=False)), "2022-28"),
        (TypedDate(first=replace(WINTER, hemisphere=Hemisphere.NORTH, ended_in_year=True)), "2021-28"),
        (TypedDate(first=replace(WINTER, hemisphere=Hemisphere.NORTH)), "2022-24"),
        (TypedDate(first=replace(WINTER, hemisphere=Hemisphere.SOUTH)), "2022-32"),
        (TypedDate(first=replace(WINTER, day="14")), "2022-24"),
        (
            TypedDate(Way.FROM_TO, TypedPoint("", 5, "2021", about=True), TypedPoint("", 1, "2022")),
            "2021-05~/2022-01",
        ),
        (
            TypedDate(Way.BETWEEN, TypedPoint(year="2021"), TypedPoint(year="2022", perhaps=True)),
            "[2021..2022?]",
        ),
    ],
)
def test_filled_fields_make_a_date_and_come_back_from_it(typed: TypedDate, wanted: str) -> None:
    assert edtf(typed) == wanted
    assert edtf(typed_of(stored_of(typed))) == wanted


@pytest.mark.parametrize(
    ("typed", "reason", "said"),
    [
        (TypedDate(first=TypedPoint("31", 2, "2022")), "no_such_day", "31 / February / 2022"),
        (TypedDate(first=TypedPoint("", 2, "22", about=True)), "year_short", "about February / 22"),
        (TypedDate(first=TypedPoint("first", 2, "2022")), "not_a_number", "first / February / 2022"),
        (TypedDate(first=TypedPoint("1", 1, "0")), "year_zero", "1 / January / 0"),
        (TypedDate(first=replace(WINTER, year="22")), "year_short", "Winter / 22"),
        (
            TypedDate(Way.BETWEEN, TypedPoint(year="2022")),
            "empty",
            "Once, between two dates: 2022",
        ),
        (
            TypedDate(Way.FROM_TO, TypedPoint(year="2022"), TypedPoint("7", 3, "2021", perhaps=True)),
            "wrong_order",
            "It lasted from one date to another: 2022 – perhaps 7 / March / 2021",
        ),
        (
            TypedDate(first=TypedPoint("31", 2, "2022"), words="зимой"),
            "no_such_day",
            "31 / February / 2022",
        ),
    ],
)
def test_what_makes_no_date_is_kept_in_its_fields_and_apart_from_the_words(
    typed: TypedDate, reason: str, said: str
) -> None:
    with pytest.raises(DateError) as refused:
        typed.date()
    assert refused.value.facts["reason"] == reason
    stored = stored_of(typed)
    assert stored is not None
    assert own_words(stored) == typed.words
    assert typed_of(stored) == typed
    assert KINDS["uncertain_date"].check(stored) == reason
    assert undated(stored, ENGLISH) == f"Typed into the date fields, makes no date: {said}"


@pytest.mark.parametrize(
    ("typed", "wanted", "told"),
    [
        (
            TypedDate(first=TypedPoint("۲", 7, "۱۴۰۱"), calendar=Calendar.PERSIAN),
            "2022-09-24",
            ("24 September 2022", "Told as: ۲ / Mehr (Mizan) / ۱۴۰۱ (Persian calendar)"),
        ),
        (
            TypedDate(first=TypedPoint("", 9, "1443"), words="в Рамадан", calendar=Calendar.ISLAMIC),
            "[2022-04-01..2022-05-02]",
            (
                "between 1 April 2022 and 2 May 2022",
                "Told as: Ramadan / 1443 (Islamic calendar)",
                "в Рамадан",
            ),
        ),
    ],
)
def test_a_date_of_another_calendar_is_kept_as_it_was_told_beside_ours(
    typed: TypedDate, wanted: str, told: tuple[str, ...]
) -> None:
    stored = stored_of(typed)
    assert edtf(typed) == wanted
    assert stored is not None
    assert typed_of(stored) == typed
    kind = KINDS["uncertain_date"]
    assert kind.check(stored) is None
    assert kind.show(stored, Reader(ENGLISH, ENGLISH, {}, "")) == told


def test_words_alone_are_an_answer_and_empty_fields_are_none() -> None:
    stored = stored_of(TypedDate(words=" после Пасхи "))
    assert stored == {"edtf": "", "words": "после Пасхи", "calendar": "gregorian"}
    assert KINDS["uncertain_date"].check(stored) is None
    assert undated(stored, ENGLISH) == ""
    assert stored_of(TypedDate()) is None
    assert stored_of(TypedDate(Way.BETWEEN, TypedPoint(about=True))) is None
    assert typed_of(None) == TypedDate()


@given(uncertain_dates())
def test_any_date_comes_back_from_the_fields_as_it_was(when: dates.UncertainDate) -> None:
    assert typed_of(when.stored()).date() == when


anything = st.text(max_size=12)
points = st.builds(
    TypedPoint,
    anything,
    st.integers(0, 12),
    anything,
    st.none() | st.sampled_from(TimeOfYear),
    st.sampled_from(Hemisphere),
    st.none() | st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.builds(TypedDate, st.sampled_from(Way), points, points, anything))
def test_whatever_is_typed_is_stored_and_read_again_without_a_fault(typed: TypedDate) -> None:
    stored = stored_of(typed)
    if stored is None:
        return
    assert isinstance(stored, Mapping)
    again = typed_of(stored)
    assert stored_of(again) == stored
    assert stored["words"] == clean_text(typed.words.strip())
    if stored["edtf"] or "typed" not in stored:
        return
    for before, after in zip(typed.points, again.points, strict=True):
        assert (after.day, after.year) == (clean_text(before.day.strip()), clean_text(before.year.strip()))
        assert (after.season, after.quality) == (before.season, before.quality)


PARTS = st.none() | st.text() | st.integers() | st.sampled_from(["13", "²", "winter", "north", "~", "yes"])
FIELDS = st.sampled_from(["day", "month", "year", "season", "half", "ended", "quality"])
POINTS = PARTS | st.dictionaries(FIELDS, PARTS)
KEPT = PARTS | st.dictionaries(st.sampled_from(["way", "first", "second"]), POINTS)


@given(KEPT)
def test_fields_stored_in_any_other_shape_are_read_as_far_as_they_go(kept: object) -> None:
    stored = {"edtf": "", "words": "", "typed": kept}
    assert isinstance(typed_of(stored), TypedDate)
    assert isinstance(undated(stored, ENGLISH), str)
    KINDS["uncertain_date"].check(stored)

"""What is typed of a date: it becomes one as far as it goes, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import dates
from intake.dates import Hemisphere, TimeOfYear
from intake.errors import DateError
from tests.support.uncertain_dates import uncertain_dates
from ui.editors.typed_date import TypedDate, TypedPoint, Way, typed_of

MONTHS = "January February March April May June July August September October November December"
NAMES = [*MONTHS.split(), "Spring", "Summer", "Autumn", "Winter"]


def edtf(typed: TypedDate) -> str:
    stored = typed.stored(NAMES)
    assert isinstance(stored, dict)
    return str(stored["edtf"])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (TypedDate(first=TypedPoint("14", 3, "2022")), "2022-03-14"),
        (TypedDate(first=TypedPoint("", 12, "2022"), about=True), "2022-12~"),
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
        (
            TypedDate(first=TypedPoint(year="2019", season=TimeOfYear.WINTER, hemisphere=Hemisphere.NORTH)),
            "2019-28",
        ),
    ],
)
def test_filled_fields_make_a_date_and_come_back_from_it(typed: TypedDate, wanted: str) -> None:
    assert edtf(typed) == wanted
    again = typed_of(typed.stored(NAMES))
    assert edtf(again) == wanted


@pytest.mark.parametrize(
    ("typed", "reason", "kept"),
    [
        (TypedDate(first=TypedPoint("31", 2, "2022")), "no_such_day", "31 February 2022"),
        (TypedDate(first=TypedPoint("", 2, "22")), "year_short", "February 22"),
        (TypedDate(first=TypedPoint("first", 2, "2022")), "not_a_number", "first February 2022"),
        (TypedDate(first=TypedPoint("1", 1, "0")), "year_zero", "1 January 0"),
        (TypedDate(Way.BETWEEN, TypedPoint(year="2022")), "empty", "2022"),
        (
            TypedDate(Way.BETWEEN, TypedPoint(year="2022"), TypedPoint(year="2021")),
            "wrong_order",
            "2022 – 2021",
        ),
        (
            TypedDate(first=TypedPoint("31", 2, "2022"), words="зимой"),
            "no_such_day",
            "зимой (31 February 2022)",
        ),
    ],
)
def test_what_makes_no_date_yet_is_kept_among_the_words(typed: TypedDate, reason: str, kept: str) -> None:
    with pytest.raises(DateError) as refused:
        typed.date()
    assert refused.value.facts["reason"] == reason
    assert typed.stored(NAMES) == {"edtf": "", "words": kept, "calendar": "gregorian"}
    assert typed_of(typed.stored(NAMES)).words == kept


def test_words_alone_are_an_answer_and_empty_fields_are_none() -> None:
    assert TypedDate(words=" после Пасхи ").stored(NAMES) == {
        "edtf": "",
        "words": "после Пасхи",
        "calendar": "gregorian",
    }
    assert TypedDate().stored(NAMES) is None
    assert TypedDate(Way.BETWEEN, about=True).stored(NAMES) is None
    assert typed_of(None) == TypedDate()


@given(uncertain_dates())
def test_any_date_comes_back_from_the_fields_no_more_certain_than_it_was(when: dates.UncertainDate) -> None:
    again = typed_of(when.stored()).date()
    assert again is not None
    assert (again.earliest, again.latest, again.period) == (when.earliest, when.latest, when.period)
    assert again.approximate == when.approximate
    assert again.uncertain == when.uncertain


anything = st.text(max_size=12)
points = st.builds(
    TypedPoint,
    anything,
    st.integers(0, 12),
    anything,
    st.none() | st.sampled_from(TimeOfYear),
    st.sampled_from(Hemisphere),
)


@given(st.builds(TypedDate, st.sampled_from(Way), points, points, st.booleans(), st.booleans(), anything))
def test_whatever_is_typed_is_stored_and_read_again_without_a_fault(typed: TypedDate) -> None:
    stored = typed.stored(NAMES)
    if stored is None:
        return
    assert isinstance(stored, dict)
    again = typed_of(stored)
    assert again.stored(NAMES) == stored
    if not stored["edtf"]:
        for letters in (typed.words, typed.first.year, "" if typed.first.season else typed.first.day):
            assert (
                letters.strip() in stored["words"]
                or "\x00" in letters
                or any("\ud800" <= c <= "\udfff" for c in letters)
            )

"""Reading and printing: each form of the EDTF subset means what its specification says."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.dates import Reason, UncertainDate, from_stored, parse
from intake.errors import DateError
from tests.support.uncertain_dates import SHORT_YEARS, YEARS, uncertain_dates

FORMS = [
    ("2022-03-14", "2022-03-14", "2022-03-14"),
    ("2022-03", "2022-03-01", "2022-03-31"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2022-XX-14", "2022-01-14", "2022-12-14"),
    ("2022-XX-31", "2022-01-31", "2022-12-31"),
    ("XXXX-03-14", None, None),
    ("XXXX-02-29", None, None),
    ("XXXX-03", None, None),
    ("XXXX-XX-14", None, None),
    ("XXXX-28", None, None),
    ("[2022-03..2022-05]", "2022-03-01", "2022-05-31"),
    ("[2021-05-03..2021-06]", "2021-05-03", "2021-06-30"),
    ("[..2022-05]", None, "2022-05-31"),
    ("[2022-05..]", "2022-05-01", None),
    ("[XXXX-03..2022-05]", None, "2022-05-31"),
    ("2021-05/2022-01", "2021-05-01", "2022-01-31"),
    ("2022/2022-03", "2022-01-01", "2022-03-31"),
    ("2021-05/..", "2021-05-01", None),
    ("2021-05/", "2021-05-01", None),
    ("../2021-05", None, "2021-05-31"),
]
SEASONS = [
    ("2019-21", "2019-03-01", "2019-11-30"),
    ("2019-22", "2018-12-01", "2020-02-29"),
    ("2019-23", "2019-03-01", "2019-11-30"),
    ("2019-24", "2018-12-01", "2020-02-29"),
    ("2019-25", "2019-03-01", "2019-05-31"),
    ("2019-26", "2019-06-01", "2019-08-31"),
    ("2019-27", "2019-09-01", "2019-11-30"),
    ("2019-28", "2019-12-01", "2020-02-29"),
    ("2020-28", "2020-12-01", "2021-02-28"),
    ("2019-29", "2019-09-01", "2019-11-30"),
    ("2019-30", "2019-12-01", "2020-02-29"),
    ("2019-31", "2019-03-01", "2019-05-31"),
    ("2019-32", "2019-06-01", "2019-08-31"),
]


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(("text", "earliest", "latest"), FORMS)
def test_a_form_has_the_bounds_of_what_it_says(text: str, earliest: str | None, latest: str | None) -> None:
    when = parse(text)
    assert (when.earliest, when.latest) == (_day(earliest), _day(latest))
    assert str(when) == text


@pytest.mark.parametrize(("text", "earliest", "latest"), SEASONS)
def test_a_season_belongs_to_the_year_it_begins_in(text: str, earliest: str, latest: str) -> None:
    when = parse(text)
    assert (when.earliest, when.latest) == (_day(earliest), _day(latest))
    assert str(when) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2022-22", ["2022-26", "2022-30", "2021-30"]),
        ("2022-24", ["2022-28", "2021-28", "2022-32"]),
        ("2022-21", ["2022-25", "2022-29"]),
        ("2022-23", ["2022-27", "2022-31"]),
    ],
)
def test_a_season_not_confirmed_has_room_for_all_that_people_call_so(said: str, meant: list[str]) -> None:
    whole = _bounds(said)
    assert whole[0] == min(_bounds(text)[0] for text in meant)
    assert whole[1] == max(_bounds(text)[1] for text in meant)


def _bounds(text: str) -> tuple[date, date]:
    when = parse(text)
    assert when.earliest
    assert when.latest
    return when.earliest, when.latest


def test_the_first_winter_begins_with_the_calendar() -> None:
    assert parse("0001-24").earliest == date(1, 6, 1)


def test_the_last_winter_ends_with_the_calendar() -> None:
    assert parse("9999-28").latest == date.max


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2022-03", False, False),
        ("2022-03~", True, False),
        ("2022?", False, True),
        ("2022-03-14%", True, True),
        ("2022-28~", True, False),
        ("XXXX-03?", False, True),
        ("2022-XX-14~", True, False),
        ("[2022-03..2022-05~]", True, False),
        ("2021?/2022~", True, True),
        ("../2021?", False, True),
    ],
)
def test_about_and_perhaps_are_kept_without_moving_the_bounds(
    text: str, approximate: bool, uncertain: bool
) -> None:
    when, plain = parse(text), parse(text.translate({ord(mark): None for mark in "~?%"}))
    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert (when.earliest, when.latest) == (plain.earliest, plain.latest)
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        *((text, False) for text in ("2021", "[2021..2022]", "[..2021]", "[2021..]")),
        *((text, True) for text in ("2021/2022", "2021/..", "2021/", "../2021")),
    ],
)
def test_a_stretch_is_told_from_one_moment_in_a_range(text: str, period: bool) -> None:
    assert parse(text).period is period


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2022-XX", "2022"),
        ("2022-XX-XX", "2022"),
        ("2022-03-XX", "2022-03"),
        ("XXXX-03-XX~", "XXXX-03~"),
        ("/2021-05", "../2021-05"),
        ("2021-XX/2022-XX-XX", "2021/2022"),
    ],
)
def test_what_is_left_open_is_printed_in_one_way(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical
    assert parse(text) == parse(canonical)


REFUSED = {
    Reason.EMPTY: "XXXX XXXX-XX XXXX-XX-XX [..] / ../.. /.. ../ [XXXX..2022]",
    Reason.YEAR_ZERO: "0000 0000-01-01 0000-28 2021/0000",
    Reason.YEAR_SHORT: "22 22-03 1 999-01 22-03-14 [22..2023]",
    Reason.NO_SUCH_MONTH: "2022-00 2022-13 2022-20 2022-33 2022-41 XXXX-99",
    Reason.NO_SUCH_DAY: "2022-02-29 1900-02-29 2022-04-31 2022-03-00 2022-03-32 XXXX-02-30 2022-XX-32",
    Reason.WRONG_ORDER: "2022-05/2022-03 [2022-05..2022-03] 2022-05-02/2022-05-01 2021-28/2021-25 2022/2021~",
    Reason.UNREADABLE: (
        "yesterday 2022-3 2022-03-4 20220314 14.03.2022 14-03-2022 2022-03-14T10:00 -2022 +2022 Y20000 12022 "
        "202X 20XX xxxx-03 2022-X1 ~2022 2022~-03 2022~~ 2022-28-01 2022-28-XX [2022] [2022,2023] "
        "{2022..2023} [2022..2023 2022..2023] 2022..2023 [2022...2023] [2021..2022..2023] 2021/2022/2023 "
        "[2021/2022] [2021..2022]/2023 2022-03-14-15 2022--03 ２０２２ ٢٠٢٢-٠٣ [[2021..2022]] ../../.. [....]"
    ),
}
WITH_MARKS = [" 2022", "2022 ", "2022\n", "2022\u201103", "2022-03\u200f", "\u202e2022", "\ud800", "2022\x00"]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason.EMPTY, ""),
        *((reason, text) for reason, texts in REFUSED.items() for text in texts.split(" ")),
        *((Reason.UNREADABLE, text) for text in WITH_MARKS),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(reason: Reason, text: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert refusal.value.facts == {"reason": reason}


@pytest.mark.parametrize(
    "text", ["9" * 1_000_000, "[" * 1_000_000, "2022-03-14/" * 100_000, "\udfff" * 1_000_000]
)
def test_a_megabyte_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


@given(st.text() | st.text(alphabet="0123456789X-~?%[]./") | st.text(alphabet="٠١۲９²½-\ud800\u202e"))
def test_hostile_text_is_a_date_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert parse(str(parse(text))) == parse(text)


@given(uncertain_dates(YEARS | SHORT_YEARS))
def test_what_is_printed_is_read_back_as_the_same_date(when: UncertainDate) -> None:
    assert parse(str(when)) == when


@given(uncertain_dates(YEARS | SHORT_YEARS))
def test_the_earliest_day_is_never_after_the_latest(when: UncertainDate) -> None:
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(uncertain_dates(), st.text(), st.sampled_from(["gregorian", "persian"]))
def test_what_is_stored_comes_back_with_the_own_words(when: UncertainDate, words: str, calendar: str) -> None:
    told = UncertainDate(when.parts, words, calendar)
    assert set(told.stored()) == {"edtf", "words", "calendar"}
    assert from_stored(told.stored()) == told


def test_a_stored_date_without_words_is_gregorian() -> None:
    assert from_stored({"edtf": "2022-03~"}) == parse("2022-03~", words="", calendar="gregorian")


@pytest.mark.parametrize(
    "value",
    [
        *(None, "2022", 2022, ("2022",), {}),
        *({"edtf": 2022}, {"edtf": None}, {"edtf": "tomorrow"}),
        *({"edtf": "2022", "words": 1}, {"edtf": "2022", "calendar": None}),
    ],
)
def test_a_stored_value_that_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(DateError):
        from_stored(value)


def test_the_own_words_and_the_calendar_are_part_of_the_date() -> None:
    assert parse("2022-03", words="весной, кажется") != parse("2022-03")
    assert parse("2022-03", calendar="persian") != parse("2022-03")

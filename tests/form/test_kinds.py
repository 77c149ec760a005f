"""Each kind checks, gives to expressions, and shows what it stores, and stumbles over nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Stored
from intake.form.kinds import Kind, Reader
from intake.form.kinds.named import COUNTRIES
from intake.form.kinds.numbers import read_decimal, read_integer
from intake.form.kinds.registry import ASKING_NOTHING, KINDS, WITH_CHOICES
from intake.form.kinds.texts import LONGEST_TEXT
from intake.form.kinds.when import date_of, own_words
from intake.form.model import Choice
from intake.words import Words

NO_WORDS = Path("nowhere")
ENGLISH = Words.load("en", NO_WORDS)
READER = Reader(ENGLISH, ENGLISH, {"bus": Choice("bus", "A bus"), "foot": Choice("foot", "On foot")}, "means")
DECEMBER: Stored = {"edtf": "2022-12~", "words": "где-то в декабре", "calendar": "gregorian"}
IN_WORDS: Stored = {"edtf": "", "words": "после Пасхи", "calendar": "gregorian"}
UNCLEAR: Stored = {
    "edtf": "",
    "words": "зимой",
    "calendar": "gregorian",
    "typed": {"way": "date", "first": {"day": "31", "month": "2", "year": "2022"}},
}
NO_DATE = "Typed into the date fields, makes no date: 31 / February / 2022"


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("text", "anything", None),
        ("text", 5, "not_a_text"),
        ("long_text", "x" * 200_000, None),
        ("long_text", "x" * LONGEST_TEXT, None),
        ("long_text", "x" * (LONGEST_TEXT + 1), "too_long"),
        ("integer", 0, None),
        ("integer", -7, None),
        ("integer", True, "not_a_number"),
        ("integer", "about five", "not_a_number"),
        ("integer", 2.5, "not_a_whole_number"),
        ("decimal", 2.5, None),
        ("decimal", float("nan"), "not_a_number"),
        ("decimal", float("inf"), "not_a_number"),
        ("select_one", "bus", None),
        ("select_one", ("bus",), "no_such_choice"),
        ("select_multiple", ("bus", "foot"), None),
        ("select_multiple", (), "no_such_choice"),
        ("select_multiple", ("bus", "bus"), "no_such_choice"),
        ("select_multiple", "bus", "no_such_choice"),
        ("yes_no", "yes", None),
        ("yes_no", "no", None),
        ("yes_no", True, "no_such_choice"),
        ("country", "MX", None),
        ("country", "other:Yugoslavia", None),
        ("country", "other: ", "no_such_country"),
        ("country", "mx", "no_such_country"),
        ("country", "ZZ", "no_such_country"),
        ("language", "ru", None),
        ("language", "other:Mam of Todos Santos", None),
        ("language", "RU", "no_such_language"),
        ("language", "Russian", "no_such_language"),
        ("uncertain_date", DECEMBER, None),
        ("uncertain_date", IN_WORDS, None),
        ("uncertain_date", UNCLEAR, "no_such_day"),
        ("uncertain_date", {"edtf": "", "words": ""}, "unreadable"),
        ("uncertain_date", {"edtf": "2022-02-31"}, "no_such_day"),
        ("uncertain_date", {"edtf": "0000"}, "year_zero"),
        ("uncertain_date", {"edtf": "2022-05/2021-05"}, "wrong_order"),
        ("uncertain_date", 2022, "unreadable"),
    ],
)
def test_a_kind_tells_what_is_wrong_with_a_value(kind: str, value: Stored, code: str | None) -> None:
    assert KINDS[kind].check(value) == code


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("text", "  as typed ", "  as typed "),
        ("integer", 7, "7"),
        ("decimal", 2.5, "2.5"),
        ("decimal", 3.0, "3"),
        ("select_multiple", ("bus", "foot"), "bus foot"),
        ("yes_no", "yes", "yes"),
        ("country", "MX", "MX"),
        ("uncertain_date", DECEMBER, "2022-12~"),
        ("uncertain_date", UNCLEAR, ""),
        ("note", "anything", ""),
    ],
)
def test_expressions_see_a_value_as_text(kind: str, value: Stored, text: str) -> None:
    assert KINDS[kind].xpath(value) == text


@pytest.mark.parametrize(
    ("kind", "value", "lines"),
    [
        ("text", "one\r\ntwo", ("one\ntwo",)),
        ("text", "a\u202eb\u2066c\x07d\te", ("abcd\te",)),
        ("text", "\ud83dx\x00", ("\ufffdx\ufffd",)),
        ("integer", 7, ("7",)),
        ("select_one", "bus", ("A bus",)),
        ("select_one", "horse", ("horse",)),
        ("select_multiple", ("foot", "bus"), ("On foot", "A bus")),
        ("yes_no", "no", ("No",)),
        ("country", "MX", ("Mexico",)),
        ("country", "other:Yugoslavia", ("Yugoslavia",)),
        ("language", "ru", ("Russian",)),
        ("uncertain_date", DECEMBER, ("about December 2022", "где-то в декабре")),
        ("uncertain_date", {"edtf": "2022-12"}, ("December 2022",)),
        ("uncertain_date", IN_WORDS, ("после Пасхи",)),
        ("uncertain_date", UNCLEAR, (NO_DATE, "зимой")),
        ("note", "anything", ()),
    ],
)
def test_a_value_is_shown_in_lines(kind: str, value: Stored, lines: tuple[str, ...]) -> None:
    assert KINDS[kind].show(value, READER) == lines


def test_in_a_sentence_several_choices_are_joined_and_a_date_stands_without_its_words() -> None:
    assert KINDS["select_multiple"].brief(("foot", "bus"), READER) == "On foot, A bus"
    assert KINDS["uncertain_date"].brief(DECEMBER, READER) == "about December 2022"
    assert KINDS["uncertain_date"].brief(UNCLEAR, READER) == "зимой"


def test_every_country_has_a_name_in_every_language_of_the_program() -> None:
    for language in ("en", "ru", "es"):
        assert Words.load(language, NO_WORDS).countries.keys() >= COUNTRIES


def test_every_language_that_has_a_name_may_be_stored() -> None:
    assert [code for code in ENGLISH.languages if KINDS["language"].check(code)] == []


def test_a_date_gives_its_value_and_its_words() -> None:
    assert str(date_of(DECEMBER)) == "2022-12~"
    assert (own_words(DECEMBER), own_words("2022"), own_words({"words": 5})) == ("где-то в декабре", "", "")
    assert date_of(UNCLEAR) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("42", 42),
        ("-42", -42),
        ("−42", -42),
        ("7 000", 7000),
        ("7\u00a0000", 7000),
        ("٤٢", 42),
        ("۴۲", 42),
        ("042", 42),
        ("4.2", None),
        ("1,000", None),
        ("about 5", None),
        ("", None),
        ("-", None),
        ("²", None),
        ("9" * 10_000, None),
    ],
)
def test_a_whole_number_is_read_as_people_type_it(typed: str, number: int | None) -> None:
    assert read_integer(typed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("-2,50", -2.5),
        ("7 000,25", 7000.25),
        ("٢.٥", 2.5),
        ("0,125", 0.125),
        ("1,000", None),
        ("1.000.000", None),
        ("1e5", None),
        ("nan", None),
        ("inf", None),
        ("1_000", None),
        ("", None),
    ],
)
def test_a_number_with_a_fraction_is_read_and_never_guessed(typed: str, number: float | None) -> None:
    assert read_decimal(typed) == number


PARTS = st.text() | st.integers() | st.booleans() | st.floats()
VALUES = st.recursive(
    PARTS,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(
    st.sampled_from(sorted(KINDS)),
    VALUES | st.dictionaries(st.sampled_from(["edtf", "words", "typed"]), VALUES),
)
def test_no_kind_stumbles_over_any_value(name: str, value: Stored) -> None:
    kind: Kind = KINDS[name]
    assert kind.check(value) is None or kind.check(value)
    assert isinstance(kind.xpath(value), str)
    shown = (*kind.show(value, READER), kind.brief(value, READER))
    assert not any(letter in line for line in shown for letter in "\x00\x1b\u202e\u2066\ud800")


@given(st.sampled_from(sorted(KINDS.keys() - ASKING_NOTHING)), st.text())
def test_a_text_is_what_expressions_see_whatever_the_kind(name: str, value: str) -> None:
    assert KINDS[name].xpath(value) == value


def test_the_kinds_with_choices_are_kinds() -> None:
    assert KINDS.keys() > WITH_CHOICES | ASKING_NOTHING

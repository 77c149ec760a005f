"""Texts of a pack are filled with answers as plain words, once, in the reader's language."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, State
from intake.form.cleaning import clean_text, runs_right_to_left, shown_text
from intake.form.texts import fill, names_in, pack_text
from intake.words import Words
from tests.support.packs import form

WORDS = Words.load("en", Path("nowhere"))
FORM = form(
    """
    - {type: text, name: town, label: Town}
    - {type: country, name: land, label: Land}
    - {type: select_multiple means, name: by, label: By}
    - {type: uncertain_date, name: left, label: Left}
    """,
    choices="means: [{name: bus, label: A bus}, {name: foot, label: On foot}]",
)


def filled(text: str, **values: object) -> str:
    answers = {name: value if isinstance(value, Answer) else Answer(value) for name, value in values.items()}  # type: ignore[arg-type]
    return fill(text, answers, FORM, WORDS, WORDS)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("When did you leave ${town}?", {"town": "Cancún"}, "When did you leave Cancún?"),
        ("From ${town} to ${ land }", {"town": "Cancún", "land": "TR"}, "From Cancún to Türkiye"),
        ("By ${by}", {"by": ("bus", "foot")}, "By A bus, On foot"),
        ("Left ${left}", {"left": {"edtf": "2022-03~", "words": "весной"}}, "Left about March 2022"),
        ("To ${town}", {}, "To …"),
        ("To ${town}", {"town": Answer(state=State.DONT_KNOW)}, "To …"),
        ("To ${town}", {"town": "  \x07 "}, "To …"),
        ("To ${nobody}", {"nobody": "x"}, "To …"),
        ("{braces} $town ${} 100 %", {"town": "x"}, "{braces} $town ${} 100 %"),
    ],
)
def test_names_are_filled_with_what_was_answered(text: str, values: dict[str, object], expected: str) -> None:
    assert filled(text, **values) == expected


def test_an_answer_that_looks_like_a_name_is_not_filled_again() -> None:
    assert filled("To ${town}", town="${land}", land="TR") == "To ${land}"


def test_an_answer_of_the_other_direction_is_isolated() -> None:
    assert filled("To ${town}!", town="حلب") == "To \u2068حلب\u2069!"
    assert filled("To ${town}!", town="Алеппо") == "To Алеппо!"


@given(st.text())
def test_any_answer_stands_between_what_was_around_it(words: str) -> None:
    shown = filled("<${town}>", town=words)
    assert shown.startswith("<")
    assert shown.endswith(">")
    assert "\u202e" not in shown


def test_names_in_a_text_are_found() -> None:
    assert names_in("${a} $b ${c-d.e} ${ f } {g}") == {"a", "c-d.e", "f"}


def test_an_empty_text_of_a_pack_stays_empty_in_every_language() -> None:
    assert pack_text(Words.load("ru", Path("nowhere")), "town:hint", "") == ""


@given(st.text())
def test_cleaning_at_the_door_keeps_all_that_can_be_kept(typed: str) -> None:
    cleaned = clean_text(typed)
    cleaned.encode("utf-8")
    assert len(cleaned) == len(typed)
    assert "\x00" not in cleaned
    assert clean_text(cleaned) == cleaned
    assert all(kept == letter or kept == "\ufffd" for kept, letter in zip(cleaned, typed, strict=True))


def test_direction_controls_are_stored_and_not_shown() -> None:
    hostile = "abc\u202edef\u2066ghi"
    assert clean_text(hostile) == hostile
    assert shown_text(hostile) == "abcdefghi"
    assert shown_text("a\u200db\u200ec") == "a\u200db\u200ec"


def test_the_direction_of_a_text_is_seen() -> None:
    assert [runs_right_to_left(text) for text in ("abc", "где", "سلام", "שלום", "a ب")] == [
        False,
        False,
        True,
        True,
        True,
    ]

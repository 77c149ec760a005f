"""What of people's words reaches a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.export.text.clean import is_ignorable, isolated, own_words, program_words
from intake.form.cleaning import shown_text, without_isolates

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_a_direction_override_cannot_turn_a_year_around() -> None:
    assert own_words("born \u202e2202-11-21\u202c") == "born 2202-11-21"


def test_no_control_of_direction_is_left_in_own_words() -> None:
    assert own_words(f"a{BIDI_CONTROLS}b") == "ab"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert own_words("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_one_line_end(end: str) -> None:
    assert own_words(f"one{end}two") == "one\ntwo"


def test_marks_of_direction_and_joiners_that_languages_need_stay() -> None:
    words = "می\u200cخواهم \u200fשלום\u200e \u061cسلام क्\u200dष"
    assert own_words(words) == words


def test_markup_stays_as_it_was_typed() -> None:
    words = '<img src="/etc/passwd"> &amp; <b>stop <a href="javascript:alert(1)">'
    assert own_words(words) == words


@given(st.text())
def test_own_words_keep_no_control_but_the_line_end(words: str) -> None:
    cleaned = own_words(words)
    assert not set(cleaned) & set(BIDI_CONTROLS)
    assert all(ord(character) >= 0x20 or character == "\n" for character in cleaned)
    cleaned.encode("utf-8")


@given(st.text(st.characters() | st.sampled_from("\x00\t\x0b\x85\u2028\u202e\u2066\u2069\ufeff\ufffa")))
def test_paper_and_screen_leave_out_the_same(words: str) -> None:
    assert own_words(words) == shown_text(words).replace("\t", "    ")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    assert own_words(own_words(words)) == own_words(words)


@given(st.text())
def test_an_isolated_value_cannot_close_its_isolate(words: str) -> None:
    inside = isolated(words)
    assert (inside[0], inside[-1]) == ("\u2068", "\u2069")
    assert not set(inside[1:-1]) & set(BIDI_CONTROLS)
    assert without_isolates(inside) == own_words(words)


def test_words_of_the_program_keep_isolates_but_no_overrides() -> None:
    assert program_words("From \u2068א\u2069 \u202eto") == "From \u2068א\u2069 to"


def test_what_has_no_look_of_its_own_is_not_missed_in_a_font() -> None:
    assert all(is_ignorable(character) for character in "\u200b\u200d\ufe0f\u00ad\u3000")
    assert not any(is_ignorable(character) for character in "a1م漢😀")

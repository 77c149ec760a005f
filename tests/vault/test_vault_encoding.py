"""Values come back from their columns as they were, the strangest texts included."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Entry, State, Stored
from intake.vault import encoding
from intake.written import moment, stored, text_of
from tests.support.vaults import NOW

TEXTS = st.text(st.characters(codec=None), max_size=30)
"""With control characters, direction overrides, and lone surrogates as a clipboard may hold them."""
VALUES: st.SearchStrategy[Stored] = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda parts: st.lists(parts, max_size=4).map(tuple) | st.dictionaries(TEXTS, parts, max_size=4),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_reads_back_as_it_was_written(value: Stored) -> None:
    again = stored(text_of(value))
    assert again == value
    assert type(again) is type(value)


@given(VALUES)
def test_what_is_written_can_always_be_stored(value: Stored) -> None:
    text_of(value).encode()


def test_words_are_written_as_they_are_not_as_escapes() -> None:
    assert text_of("Тихуана") == '"Тихуана"'


@given(TEXTS)
def test_plain_text_can_be_stored_and_is_changed_only_at_lone_surrogates(text: str) -> None:
    plain = encoding.plain(text)
    plain.encode()
    assert len(plain) == len(text)
    assert all(
        a == b or ("\ud800" <= a <= "\udfff" and b == "\ufffd") for a, b in zip(text, plain, strict=True)
    )


@given(VALUES, st.none() | st.datetimes(timezones=st.just(UTC)))
def test_an_answer_reads_back_whole(value: Stored, at: datetime | None) -> None:
    answer = Answer(value, kind="text", language="ru", by="М. Пример (вымышлена)", at=at)
    columns = encoding.answer_columns(answer)
    assert encoding.answer_of([columns[name] for name in ANSWER_COLUMNS]) == answer


@pytest.mark.parametrize("state", State)
def test_a_state_reads_back_as_a_state(state: State) -> None:
    columns = encoding.answer_columns(Answer(state=state))
    assert encoding.answer_of([columns[name] for name in ANSWER_COLUMNS]) == Answer(state=state)


def test_moments_are_kept_in_universal_time() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=-8)))
    assert moment(there) == moment(NOW) == "2026-11-24T07:30:15.250000+00:00"


def test_a_moment_without_a_zone_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment(NOW.replace(tzinfo=None))


def test_an_entry_outside_others_has_no_parent_again() -> None:
    assert encoding.entry_columns(Entry("7FQ2000000", "incidents"))["parent"] == ""


ANSWER_COLUMNS = ("value", "state", "kind", "language", "by", "at")

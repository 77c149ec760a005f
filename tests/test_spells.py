"""When a change to an answer begins an editing spell, and what changed since a moment."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Path, State
from intake.spells import PAUSE, Changed, Edit, begins, since, takes_away
from tests.support.vaults import NOW

PLACE = Path("story")
LONG = "что было потом " * 20
MINUTE = timedelta(minutes=1)


def told(words: str, *, by: str = "", minutes: float = 0) -> Answer:
    return Answer(words, by=by, at=NOW + minutes * MINUTE)


def edit(before: Answer | None, *, by: str = "", minutes: float = 0) -> Edit:
    return Edit(PLACE, before, by, NOW + minutes * MINUTE)


def test_typing_on_goes_on_the_same_spell() -> None:
    assert not begins(edit(told("Мы"), minutes=1), told("Мы вышли", minutes=1), None, None)


@pytest.mark.parametrize("minutes", [15, 16, 60, -15, -60])
def test_after_a_pause_a_new_spell_begins_also_when_the_clock_was_set_back(minutes: int) -> None:
    assert begins(edit(told("Мы"), minutes=minutes), told("Мы вышли", minutes=minutes), None, None)


def test_another_person_begins_a_new_spell() -> None:
    assert begins(edit(told("Мы"), by="A. Example (fictional)"), told("Мы вышли"), None, None)


def test_the_same_words_again_begin_nothing() -> None:
    assert not begins(edit(told("Мы"), by="another", minutes=60), told("Мы", minutes=60), None, None)


@pytest.mark.parametrize("after", [None, told("а"), told(LONG[: len(LONG) // 3])])
def test_a_slip_of_the_hand_within_a_spell_loses_nothing_before_sharing(after: Answer | None) -> None:
    assert begins(edit(told(LONG), minutes=1), after, None, None)


def test_a_state_takes_nothing_away_as_it_keeps_what_it_replaces() -> None:
    assert not takes_away(told(LONG), Answer(state=State.LATER, kept=LONG))


def test_after_sharing_a_spell_is_one_row_whatever_is_taken_away() -> None:
    shared = NOW - MINUTE
    assert not begins(edit(told(LONG), minutes=1), None, shared, None)
    began = edit(told(LONG))
    assert not begins(edit(None, minutes=2), told("снова", minutes=2), shared, began)
    assert begins(edit(None, minutes=20), told("снова", minutes=20), shared, began)


def test_sharing_ends_every_spell() -> None:
    assert begins(edit(told("Мы"), minutes=2), told("Мы вышли", minutes=2), NOW + MINUTE, None)


def test_a_first_answer_is_history_only_after_sharing() -> None:
    assert not begins(edit(None), told("Мы"), None, None)
    assert begins(edit(None), told("Мы"), NOW, None)


@given(st.lists(st.integers(0, 14), max_size=20))
def test_one_person_typing_without_a_pause_is_one_spell(gaps: list[int]) -> None:
    at, before, begun = 0, told("a" * 30), 0
    for number, gap in enumerate(gaps):
        at += gap
        after = told("a" * (31 + number), minutes=at)
        begun += begins(edit(before, minutes=at), after, None, None)
        before = after
    assert begun == 0
    assert PAUSE == 15 * MINUTE


def test_what_changed_since_a_moment_is_told_with_what_stood_there_then() -> None:
    first, second, now = told("раз"), told("два", minutes=30), told("три", by="me", minutes=60)
    spells = (edit(first, by="me", minutes=30), edit(second, by="me", minutes=60))
    assert since(spells, now, NOW + 45 * MINUTE) == Changed(PLACE, second, now, "me", NOW + 60 * MINUTE)
    assert since(spells, now, NOW) == Changed(PLACE, first, now, "me", NOW + 60 * MINUTE)
    assert since(spells, now, NOW + 61 * MINUTE) is None
    assert since((), now, NOW) is None


def test_a_spell_that_went_on_after_the_moment_counts_as_a_change() -> None:
    now = told("три", by="me", minutes=70)
    spell = edit(told("два"), by="me", minutes=60)
    assert since((spell,), now, NOW + 65 * MINUTE) == Changed(
        PLACE, spell.before, now, "me", NOW + 70 * MINUTE
    )


def test_a_cleared_answer_is_a_change_by_whoever_cleared_it() -> None:
    spell = edit(told("два"), by="me", minutes=60)
    assert since((spell,), None, NOW) == Changed(PLACE, spell.before, None, "me", NOW + 60 * MINUTE)

"""The words that search knows of a case are those of what is asked now and answered."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Path, State
from intake.interview import Interview
from intake.passages import Tongues, all_passages, passages_after
from intake.searching import EXCERPT, Passage, excerpt, searched, words_of
from intake.words import Words
from tests.support.cases import NOON, little_form, told
from tests.support.packs import interview

WORDS = Words.read("en", None)
TONGUES = Tongues({"en": WORDS}, "ru")
PARTNER, NAME, WAYS = Path("partner"), Path("partner_name"), Path("ways")


def asked() -> Interview:
    begun = interview(little_form())
    begun, _ = begun.answer(PARTNER, told("yes", "yes_no"))
    begun, _ = begun.answer(NAME, told("Юлия"))
    begun, _ = begun.answer(WAYS, told(("phone", "letter"), "select_multiple"))
    begun, _ = begun.answer(Path("full_name"), told(State.PREFER_NOT_TO_SAY))
    return begun


def test_choices_are_found_by_their_labels_and_states_not_at_all() -> None:
    found = {passage.path: passage.text for passage in all_passages(asked(), TONGUES)}
    assert found[NAME] == "Юлия"
    assert found[WAYS] == "By telephone\nBy letter"
    assert Path("full_name") not in found


def test_an_answer_that_is_hidden_has_no_words_until_it_is_asked_again() -> None:
    hidden, delta = asked().answer(PARTNER, told("no", "yes_no"))
    assert Passage(NAME, "") in passages_after(hidden, delta, TONGUES)
    assert NAME not in {passage.path for passage in all_passages(hidden, TONGUES)}
    again, delta = hidden.answer(PARTNER, told("yes", "yes_no"))
    assert Passage(NAME, "Юлия") in passages_after(again, delta, TONGUES)


def test_a_removed_entry_takes_its_words_along_and_brings_them_back() -> None:
    begun, _ = asked().add_entry("legs", None, "7FQ2ABCDEF")
    place = Path("leg_from", "7FQ2ABCDEF")
    begun, _ = begun.answer(place, told("Матаморос"))
    removed, delta = begun.remove_entry("7FQ2ABCDEF", NOON + timedelta(hours=1))
    assert passages_after(removed, delta, TONGUES) == (Passage(place, ""),)
    back, delta = removed.restore_entry("7FQ2ABCDEF")
    assert passages_after(back, delta, TONGUES) == (Passage(place, "Матаморос"),)


@given(
    st.lists(
        st.sampled_from([("partner", "yes"), ("partner", "no"), ("partner_name", "Анна"), ("full_name", "")])
    )
)
def test_step_by_step_the_same_words_are_known_as_all_at_once(steps: list[tuple[str, str]]) -> None:
    now, known = interview(little_form()), dict[Path, str]()
    for question, value in steps:
        now, delta = now.answer(Path(question), told(value) if value else None)
        known |= {passage.path: passage.text for passage in passages_after(now, delta, TONGUES)}
    kept = {path: text for path, text in known.items() if text}
    assert kept == {passage.path: passage.text for passage in all_passages(now, TONGUES)}


def test_a_value_of_another_shape_has_words_all_the_same() -> None:
    odd = replace(asked().answers.by_path[NAME], value={"a": ("б", 1)})
    now, delta = asked().answer(NAME, odd)
    assert len(passages_after(now, delta, TONGUES)) == 1


@given(st.text(max_size=60))
def test_a_word_is_found_among_the_words_of_a_text_that_holds_it(text: str) -> None:
    assert set(words_of(text)) <= set(searched(text).split())


def test_an_excerpt_shows_the_words_around_what_was_found() -> None:
    long = "дорога " * 80 + "Хабаровск " + "дальше " * 80
    shown = excerpt(long, words_of("habar"))
    assert "Хабаровск" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < EXCERPT + 20
    assert excerpt("короткий\nтекст", ["x"]) == "короткий текст"


@given(st.text(max_size=400), st.text(min_size=1, max_size=5))
def test_an_excerpt_is_of_the_text(text: str, word: str) -> None:
    assert excerpt(text, words_of(word)).strip("…") in " ".join(text.split()) or "…" in text


def test_an_answer_without_a_value_is_never_shown() -> None:
    now, delta = asked().answer(NAME, Answer(state=State.TELL_IN_PERSON, kept="Юлия"))
    assert passages_after(now, delta, TONGUES) == (Passage(NAME, ""),)

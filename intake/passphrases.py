"""Passphrases made by chance: of words in the person's language, or of syllables for any language."""

from importlib.resources import files
from random import Random
from types import MappingProxyType
from unicodedata import normalize

WORDS = 6
CHOICES = 2048
"""Words in each list. Each word of a passphrase adds eleven bits to what has to be guessed."""
BITS = WORDS * (CHOICES.bit_length() - 1)

_LISTS = MappingProxyType({"en": "english", "ru": "russian", "es": "spanish"})
"""The word lists of BIP-39 in the package `mnemonic`: common words that are not taken for each other."""
_OTHER_LANGUAGES = "en"
_SPOILT, _MEANT = "сно\ufffd\ufffdа", "снова"
"""One Russian word lost a letter on its way into the package."""

_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
_SYLLABLES = 2
"""Six words of two syllables: 70 ** 12 of them, about 73 bits. Letters that look alike are left out."""


def word_list(language: str) -> tuple[str, ...]:
    """The words for a language; the English ones where there are none."""
    name = _LISTS.get(language, _LISTS[_OTHER_LANGUAGES])
    text = files("mnemonic").joinpath("wordlist", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(
        normalize("NFC", text.replace(_SPOILT, _MEANT)).split()
    )  # as keyboards write them: the lists have accents apart


def suggest_words(random: Random, language: str) -> str:
    """Words with spaces between. Outside tests `random` is the system's own (`secrets.SystemRandom`)."""
    words = word_list(language)
    return " ".join(random.choice(words) for _ in range(WORDS))


def suggest_passphrase(random: Random) -> str:
    """Small words joined by hyphens, easy to say aloud and to copy by hand in any language."""
    return "-".join(_word(random) for _ in range(WORDS))


def _word(random: Random) -> str:
    return "".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(_SYLLABLES))

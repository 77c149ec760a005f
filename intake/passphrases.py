"""Passphrases to suggest: of syllables that are easy to say aloud and to copy by hand in any language."""

from random import Random

CONSONANTS = "bdfgklmnprstvz"
VOWELS = "aeiou"
WORDS = 6
SYLLABLES = 2
"""Six words of two syllables: 70 ** 12 of them, about 73 bits. Letters that look alike are left out."""


def suggest_passphrase(random: Random) -> str:
    """Small words joined by hyphens. Outside tests `random` is the system's own (`secrets.SystemRandom`)."""
    return "-".join(_word(random) for _ in range(WORDS))


def _word(random: Random) -> str:
    return "".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in range(SYLLABLES))

"""Whether a passphrase is among those that are guessed first. Of any other, nothing good is said either.

The judgement is zxcvbn's, which knows English words, names, dates and the ways of the hand over a keyboard.
What it lacks for the people who use this program is added: common Russian and Spanish words, and words typed
on the other keyboard layout, which look random and are not.
"""

import unicodedata

from intake.passphrases_common import COMMON

LEAST_SCORE = 3
"""zxcvbn's: fewer than 10 ** 8 guesses are below it, which are days even at a second for each."""
_JUDGED = 72
"""Letters that are looked at: as many as zxcvbn takes. The rest can only add to what has to be guessed."""

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_TO_CYRILLIC = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_TO_LATIN = str.maketrans(_CYRILLIC + _CYRILLIC.upper(), _LATIN + _LATIN.upper())


def easily_guessed(passphrase: str) -> bool:
    """Whether those who guess would come to it soon: as it stands, without accents, or on another layout."""
    from zxcvbn import zxcvbn  # its word lists are wanted only where a passphrase is chosen

    composed = unicodedata.normalize("NFKC", passphrase)[:_JUDGED]
    readings = {composed, _plain(composed), composed.translate(_TO_CYRILLIC), composed.translate(_TO_LATIN)}
    known = list(COMMON)
    return not composed or any(
        zxcvbn(reading, user_inputs=known)["score"] < LEAST_SCORE for reading in readings
    )


def _plain(text: str) -> str:
    """The letters without their accents, but for й and ё, which are letters of their own."""
    kept = (letter if letter in "йЙёЁ" else unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(sign for letter in kept for sign in letter if not unicodedata.combining(sign))

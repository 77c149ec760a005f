"""What of people's words reaches a page: every character, but for controls that reorder or hide others."""

import re
import unicodedata

from intake.form.cleaning import with_isolates, without_isolates

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
TAB = "    "
"""A page has no stops to go to."""

_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def own_words(words: str) -> str:
    """Words of a person, literal: no embedding, override or isolate, no control character but the line end.

    Whoever types U+202E would otherwise print `2202-11-21` as `12-11-2022`.
    """
    return without_isolates(program_words(words))


def program_words(words: str) -> str:
    """Words of the program, which may hold isolates around values; the rest as in `own_words`."""
    return with_isolates(words).replace("\t", TAB)


def isolated(words: str) -> str:
    """A value to stand inside another text; neither reorders the other (UAX #9, FSI..PDI)."""
    return f"{FIRST_STRONG_ISOLATE}{own_words(words)}{POP_ISOLATE}"


def is_ignorable(character: str) -> bool:
    """Whether a character has no look of its own, so that a font without it lacks nothing."""
    return unicodedata.category(character) in {"Cf", "Cc", "Zs"} or bool(_IGNORABLE.match(character))


def is_mark(character: str) -> bool:
    """Whether a character stands on the one before it."""
    return unicodedata.category(character).startswith("M")

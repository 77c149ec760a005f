"""What of people's words reaches a page: every character, but for controls that reorder or hide others."""

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb]")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def own_words(words: str) -> str:
    """Words of a person, literal: no embedding, override or isolate, no control character but the line end.

    Whoever types U+202E would otherwise print `2202-11-21` as `12-11-2022`.
    """
    return _ISOLATES.sub("", program_words(words))


def program_words(words: str) -> str:
    """Words of the program, which may hold isolates around values; the rest as in `own_words`."""
    if words.isascii() and words.isprintable():
        return words
    words = _SURROGATES.sub("\ufffd", _LINE_ENDS.sub("\n", words)).replace("\t", "    ")
    return _OVERRIDES.sub("", _CONTROLS.sub("", words))


def isolated(words: str) -> str:
    """A value to stand inside another text; neither reorders the other (UAX #9, FSI..PDI)."""
    return f"{FIRST_STRONG_ISOLATE}{own_words(words)}{POP_ISOLATE}"


def is_ignorable(character: str) -> bool:
    """Whether a character has no look of its own, so that a font without it lacks nothing."""
    return unicodedata.category(character) in {"Cf", "Cc", "Zs"} or bool(_IGNORABLE.match(character))


def is_mark(character: str) -> bool:
    """Whether a character stands on the one before it."""
    return unicodedata.category(character).startswith("M")


def isolates_removed(words: str) -> str:
    """The words without isolates, for places that set direction themselves."""
    return _ISOLATES.sub("", words)

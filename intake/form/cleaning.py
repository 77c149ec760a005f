"""The two doors of text: what is cleaned when it comes in, and what is left out when it is shown."""

import re
import unicodedata

UNREADABLE = "\N{REPLACEMENT CHARACTER}"

_BROKEN = re.compile("[\x00\ud800-\udfff]")
_UNSEEN = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


def clean_text(text: str) -> str:
    """What is stored of a typed or pasted text: all of it, as typed.

    Only NUL and lone surrogates, which no store and no PDF can hold, become U+FFFD. Direction controls stay:
    they are part of what the person wrote, and are left out where the text is shown (`shown_text`).
    """
    return _BROKEN.sub(UNREADABLE, text)


def shown_text(text: str) -> str:
    """A text as it is shown or printed: without control characters and direction overrides, which could make
    it read as something else.

    Line breaks and tabs stay, and so do the plain marks U+200E and U+200F, the joiners and all letters.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", clean_text(lines))


def runs_right_to_left(text: str) -> bool:
    """Whether anything in the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)

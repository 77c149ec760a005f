"""The two doors of text: what is cleaned when it comes in, and what is left out when it is shown.

Screen, paper and terminal leave out the same characters: the tables here are the only ones.
"""

import re
import unicodedata

UNREADABLE = "\N{REPLACEMENT CHARACTER}"

_BROKEN = re.compile("[\x00\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


def clean_text(text: str) -> str:
    """What is stored of a typed or pasted text: all of it, as typed.

    Only NUL and lone surrogates, which no store and no PDF can hold, become U+FFFD. Direction controls stay:
    they are part of what the person wrote, and are left out where the text is shown (`shown_text`).
    """
    return _BROKEN.sub(UNREADABLE, text)


def shown_text(text: str) -> str:
    """A text as it is shown or printed: without control characters, and without embeddings, overrides and
    isolates, which could make it read as something else.

    Every line end becomes a line feed. Tabs stay, and so do the plain marks U+200E, U+200F and U+061C, the
    joiners and all letters.
    """
    return without_isolates(with_isolates(text))


def with_isolates(text: str) -> str:
    """The words of the program, which may hold isolates around values; the rest as in `shown_text`."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", clean_text(text)))


def without_isolates(text: str) -> str:
    """The text without isolates, for places that set direction themselves."""
    return _ISOLATES.sub("", text)


def runs_right_to_left(text: str) -> bool:
    """Whether anything in the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)

"""Languages that nobody speaks, made from the English texts: a long one, and one from right to left.

Whatever fits in them fits in any language people speak. Gaps such as `{name}` and `${name}` stay as they are.
"""

import gettext
import re
from collections.abc import Callable

from intake.words import Words
from ui.pages.voice import Voice

_GAP = re.compile(r"(\$?\{[^{}]*\})")
_ACCENTED = str.maketrans("aeiouyAEIOUYcnsz", "áéïöûýÀÈÎÕÜÝçñšž")
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבצדהופגחיטכלמנסעפקרשתזץםן")


def stretched(text: str) -> str:
    """Two fifths longer, as translations of short English texts are, with higher and lower letters."""
    words = _outside_gaps(text, lambda part: part.translate(_ACCENTED))
    return f"{words} {'ľőņĝ ' * (1 + len(text) // 12)}".rstrip()


def turned(text: str) -> str:
    """The same letters as Hebrew ones: as long, from right to left."""
    return _outside_gaps(text, lambda part: part.lower().translate(_HEBREW))


def _outside_gaps(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if _GAP.fullmatch(part) else change(part) for part in _GAP.split(text))


class _Made(gettext.NullTranslations):
    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def gettext(self, message: str) -> str:
        return self._make(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._make(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self._make(message)


def long_voice() -> Voice:
    """Countries and months are said in German, which has long ones."""
    words = Words("de", _Made(stretched))
    return Voice(words, words)


def mirrored_voice() -> Voice:
    """Countries and months are said in Hebrew."""
    words = Words("he", _Made(turned))
    return Voice(words, words)

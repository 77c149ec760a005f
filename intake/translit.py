"""Cyrillic in Latin letters as travel documents spell it, and a fold under which spellings of a name meet.

The letters are those of ICAO Doc 9303 (8th edition), part 3, section 6, table B. A person's own spelling
always counts for more: what this gives is a guess, to be marked as one.
"""

import re
import unicodedata
from collections.abc import Mapping

_PAIRS = (
    "аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъie ыy ь эe "
    "юiu яia ђd ѓg єie ѕdz іi їi јj љlj њnj ћc ќk ўu џdz ѫu ѵy ґg ғg"
)
"""Each Cyrillic letter, followed by what stands for it."""
_LATIN = {pair[0]: pair[1:] for pair in _PAIRS.split()}
_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "be": {"г": "h", "ё": "io"},
    "bg": {"щ": "sht"},
    "mk": {"ѓ": "gj", "ќ": "kj", "х": "h", "ц": "c", "џ": "dj"},
    "sr": {"г": "h", "ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"},
    "uk": {"г": "h", "и": "y"},
}
"""Where a language differs."""
_FIRST: Mapping[str, Mapping[str, str]] = {"uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}}
"""What a language writes otherwise at the start of a word."""
_FOREIGN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Latin letters that no decomposition takes apart."""

_WORD = re.compile(r"[^\W_]+")
_SOUNDS = (
    (re.compile("[iyj]+(?=[aeou])"), ""),
    (re.compile("[iyj]+"), "i"),
    (re.compile("kh"), "h"),
    (re.compile("x"), "ks"),
    (re.compile("tz"), "ts"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("ck"), "k"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
"""Where the usual spellings of one name part ways: Юлия is Iuliia, Yulia and Julia."""


def to_latin(text: str, language: str = "ru") -> str:
    """The text with its Cyrillic letters in Latin ones, as ICAO spells this language; all else stays."""
    table, first = {**_LATIN, **_OTHERWISE.get(language, {})}, _FIRST.get(language, {})
    made: list[str] = []
    text = unicodedata.normalize("NFC", text)
    for place, letter in enumerate(text):
        small = letter.lower()
        starts = place == 0 or not text[place - 1].isalpha()
        latin = first.get(small) if starts else None
        latin = table.get(small) if latin is None else latin
        made.append(letter if latin is None else _as_large(latin, text, place))
    return "".join(made)


def fold(text: str) -> str:
    """The words of a text in small Latin letters without marks, one blank between them; other scripts stay.

    A part of a word from its start folds to a part of the folded word from its start.
    """
    spelled = to_latin(unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(it for it in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(it))
    return " ".join(_WORD.findall(bare.translate(_FOREIGN)))


def loosened(word: str) -> str:
    """A folded word without what the usual spellings of a name differ in."""
    for sound, plain in _SOUNDS:
        word = sound.sub(plain, word)
    return word


def _as_large(latin: str, text: str, place: int) -> str:
    """As large as the letter it stands for: one capital at the start of a word, all within capitals."""
    if not text[place].isupper():
        return latin
    beside = text[place + 1 : place + 2] or text[max(0, place - 1) : place]
    return latin.upper() if beside.isupper() else latin.capitalize()

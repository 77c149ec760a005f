"""Finding one of many by a part of any of its names, in whatever script and with or without accents."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.form.kinds.named import COUNTRIES
from intake.words import SOURCE_LANGUAGE, Words
from ui.editors.native import NATIVE_COUNTRIES, NATIVE_LANGUAGES


@dataclass(frozen=True, slots=True)
class Findable:
    """What is stored, how it is shown, and other names it may be looked for by."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()

    def folded_names(self) -> Iterator[str]:
        """Its names as they are compared, the shown one first."""
        return map(folded, (self.label, *self.aliases))


def folded(text: str) -> str:
    """The text without accents, case and doubled spaces."""
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(bare).casefold().split())


def find(among: Sequence[Findable], typed: str) -> list[Findable]:
    """Those with `typed` in one of their names; first where a name begins with it, then where a word does."""
    sought = folded(typed)
    ranked = [(rank, it) for it in among if (rank := _rank(it, sought)) is not None]
    return [it for _, it in sorted(ranked, key=lambda pair: pair[0])]


def find_exactly(among: Sequence[Findable], typed: str) -> Findable | None:
    """The one that has `typed` for a name, the shown names looked at before the others."""
    sought = folded(typed)
    by_label = (it for it in among if folded(it.label) == sought)
    return next(by_label, None) or next((it for it in among if sought in it.folded_names()), None)


def countries(words: Words) -> list[Findable]:
    """All countries by name, to be found in the reader's language, in English and in their own."""
    named = {code: name for code, name in words.countries.items() if code in COUNTRIES}
    return _named(named, _english().countries, NATIVE_COUNTRIES)


def languages(words: Words) -> list[Findable]:
    """All languages by name, to be found in the reader's language, in English and in their own."""
    return _named(words.languages, _english().languages, NATIVE_LANGUAGES)


def _english() -> Words:
    return Words.load(SOURCE_LANGUAGE, Path())  # English needs no catalogue


def _named(
    names: Mapping[str, str], english: Mapping[str, str], native: Mapping[str, tuple[str, ...]]
) -> list[Findable]:
    made = (
        Findable(code, name, tuple(filter(None, (english.get(code, ""), *native.get(code, ())))))
        for code, name in names.items()
    )
    return sorted(made, key=lambda it: folded(it.label))


def _rank(it: Findable, sought: str) -> int | None:
    """0 where a name begins with it, 1 where a word in one does, 2 for anywhere else, None for nowhere."""
    names = [name for name in it.folded_names() if sought in name]
    ranks = (0 if name.startswith(sought) else 1 if f" {sought}" in name else 2 for name in names)
    return min(ranks, default=None)

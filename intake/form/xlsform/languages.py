"""What a header of a column calls a language, as the code that catalogues are named by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from intake.words import SOURCE_LANGUAGE

_CODE = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8}){0,3})")
_IN_BRACKETS = re.compile(r"\(\s*([A-Za-z0-9_-]+)\s*\)\s*$")


@dataclass(frozen=True, slots=True)
class Tongues:
    """The language that the pack's own texts are in, and the one of columns that name none."""

    source: str
    plain: str


def language_code(said: str) -> str | None:
    """The code of a language: `English (en)`, `en`, `eng`, `English`, `Français`. None for no language."""
    bracketed = _IN_BRACKETS.search(said)
    if bracketed and (found := _CODE.fullmatch(bracketed[1])):
        return _tidy(found)
    word = said.strip()
    found = _CODE.fullmatch(word)
    if found and _tidy(found).split("_")[0] in _english():
        return _tidy(found)
    name = word.casefold()
    return _names().get(name) or _own_names().get(name)


def language_header(code: str) -> str:
    """How our spreadsheets call a language: `Русский (ru)`; twice the code when it has no name."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return f"{code} ({code})"
    name = locale.get_display_name() or code
    return f"{name[:1].upper()}{name[1:]} ({code})"


def choose_tongues(in_headers: Iterable[str], default: str) -> Tongues:
    """English is the source where the spreadsheet speaks it; else its default language, else its first one.

    A column without a language is in the default language, as XLSForm has it, or in the source.
    """
    spoken = [code for code in in_headers if code]
    named = language_code(default) if default else None
    if SOURCE_LANGUAGE in spoken or (not spoken and named is None):
        source = SOURCE_LANGUAGE
    else:
        source = named or spoken[0]
    return Tongues(source, named or source)


def _tidy(found: re.Match[str]) -> str:
    """`pt-br` -> `pt_BR`, `eng` -> `en`, `zh-hans` -> `zh_Hans`."""
    base = found[1].lower()
    aliases: Mapping[str, str] = get_global("language_aliases")
    parts = [part for part in re.split("[-_]", found[2]) if part]
    return "_".join([aliases.get(base, base), *(p.title() if len(p) == 4 else p.upper() for p in parts)])


@lru_cache(maxsize=1)
def _english() -> Mapping[str, str]:
    return dict(Locale(SOURCE_LANGUAGE).languages)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {name.casefold(): code for code, name in _english().items()}


@lru_cache(maxsize=1)
def _own_names() -> Mapping[str, str]:
    """What each language calls itself."""
    own: dict[str, str] = {}
    for code in sorted(code for code in locale_identifiers() if "_" not in code):
        own.setdefault((Locale.parse(code).get_language_name() or code).casefold(), code)
    return own

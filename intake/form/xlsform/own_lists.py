"""The lists of choices that kinds of ours become in a spreadsheet: yes and no, countries, languages."""

import re
from collections.abc import Iterable, Iterator, Mapping

from babel import Locale, UnknownLocaleError

from intake.form.kinds.named import COUNTRIES
from intake.form.xlsform.choices import OUR_LISTS
from intake.words import SOURCE_LANGUAGE

_LANGUAGE = re.compile("[a-z]{2,3}")

Choice = tuple[str, str, Mapping[str, str]]
"""List, name, label by language."""


def own_choices(kinds: Iterable[str], languages: tuple[str, ...]) -> Iterator[Choice]:
    """The choices of the lists that questions of these kinds are exported with, countries and languages by
    their English names.
    """
    used = frozenset(kinds)
    if "yes_no" in used:
        for name, label in (("yes", "Yes"), ("no", "No")):
            yield f"{OUR_LISTS}yes_no", name, dict.fromkeys(languages, label)
    locales = {language: locale for language in languages if (locale := _locale(language))}
    for kind, table in (("country", "territories"), ("language", "languages")):
        if kind in used:
            names = {language: getattr(locale, table) for language, locale in locales.items()}
            yield from _named(f"{OUR_LISTS}{kind}", kind, names)


def _named(list_name: str, kind: str, names: Mapping[str, Mapping[str, str]]) -> Iterator[Choice]:
    english = names[SOURCE_LANGUAGE]
    codes = COUNTRIES if kind == "country" else frozenset(filter(_LANGUAGE.fullmatch, english))
    for code in sorted(codes & english.keys(), key=lambda code: (english[code], code)):
        yield list_name, code, {language: known.get(code, english[code]) for language, known in names.items()}


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None

"""Words in one language: catalogue texts and CLDR names, handed about as a value.

Texts are read with the standard library's gettext from compiled catalogues. Babel, which is slow to import,
is reached only when a name of a country, language or month is first asked for. Moments are said by
`intake.moments`.
"""

import gettext
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

SOURCE_LANGUAGE = "en"
UNWRITTEN_MARK = "[en]"


def mark(message: str) -> str:
    """Mark a text for extraction where it stands as data; it is said later, with `Words.say`."""
    return message


class _Unwritten(gettext.NullTranslations):
    """The last fallback: the English text, visibly marked, so that a gap is never taken for a translation."""

    def gettext(self, message: str) -> str:
        return f"{message} {UNWRITTEN_MARK}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


class Words:
    """The texts of one catalogue in one language.

    Gaps in a text are written `{name}` and filled by keyword; a text without keywords is taken as it stands.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    @classmethod
    def load(cls, language: str, folder: Path) -> "Words":
        """Read `folder/LANGUAGE.mo`. English needs no file; gaps of another show as marked English."""
        try:
            with (folder / f"{language}.mo").open("rb") as compiled:
                return cls.read(language, compiled)
        except FileNotFoundError:
            return cls.read(language, None)

    @classmethod
    def read(cls, language: str, compiled: BinaryIO | None) -> "Words":
        """As `load`, from a compiled catalogue that is open already; None where there is none."""
        if language == SOURCE_LANGUAGE:
            return cls(language, gettext.NullTranslations())
        if compiled is None:
            return cls(language, _Unwritten())
        catalogue = gettext.GNUTranslations(compiled)
        catalogue.add_fallback(_Unwritten())
        return cls(language, catalogue)

    def say(self, message: str, /, **facts: object) -> str:
        """The text in this language."""
        return _fill(self._catalogue.gettext(message), facts)

    def say_in(self, context: str, message: str, /, **facts: object) -> str:
        """The text in this language, told apart by `context` (for form packs, `question:column`)."""
        return _fill(self._catalogue.pgettext(context, message), facts)

    def say_many(self, one: str, many: str, count: int, /, **facts: object) -> str:
        """The text for `count` things; the catalogue knows the plural forms. `{count}` is filled too."""
        return _fill(self._catalogue.ngettext(one, many, count), {"count": count, **facts})

    @cached_property
    def _locale(self) -> Any:
        from babel import Locale  # not before the first window

        return Locale.parse(self.language)

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """ISO 3166 codes in capitals -> names (CLDR)."""
        names = self._locale.territories
        return {code: name for code, name in names.items() if _COUNTRY(code) and code not in _NO_COUNTRY}

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """ISO 639 codes -> names (CLDR), without regional variants."""
        names = self._locale.languages
        return {code: name for code, name in names.items() if code.isalpha() and code not in _NO_LANGUAGE}

    @cached_property
    def currencies(self) -> Mapping[str, str]:
        """ISO 4217 codes -> names (CLDR)."""
        names: Mapping[str, str] = self._locale.currencies
        return names

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Twelve month names as they stand alone ("март")."""
        return tuple(self._locale.months["stand-alone"]["wide"][number] for number in range(1, 13))

    @cached_property
    def months_in_date(self) -> tuple[str, ...]:
        """Twelve month names as they stand after a day ("марта")."""
        return tuple(self._locale.months["format"]["wide"][number] for number in range(1, 13))


_COUNTRY = re.compile(r"[A-Z]{2}").fullmatch
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_NO_LANGUAGE = frozenset({"mul", "und", "zxx", "root"})


def _fill(text: str, facts: Mapping[str, object]) -> str:
    return text.format_map(facts) if facts else text

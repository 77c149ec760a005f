"""The texts of a questionnaire: one language for the pack itself, a catalogue for each other one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from intake.form.loader import TRANSLATIONS
from intake.form.xlsform.draft import any_text
from intake.form.xlsform.headers import UNKNOWN_LANGUAGE
from intake.form.xlsform.languages import Tongues
from intake.form.xlsform.tables import Texts
from intake.words import SOURCE_LANGUAGE

_TEXT_WIDTH = 100


@dataclass(slots=True)
class Catalogues:
    """Translations as the pack is written: language -> context -> (text of the pack, translation)."""

    tongues: Tongues
    _said: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def text(self, context: str, said: Mapping[str, str]) -> tuple[str, bool]:
        """The pack's own text out of one that stands in several languages, and whether it had to be taken
        from another language. The rest goes to the catalogues. Empty when nothing is said at all.
        """
        known = self.by_language(said)
        if not known:
            return "", False
        own = self.own(said)
        for language, text in known.items():
            if language != SOURCE_LANGUAGE:
                self._said.setdefault(language, {})[context] = own, text
        return own, self.tongues.source not in known

    def own(self, said: Mapping[str, str]) -> str:
        """A text in the pack's own language, or in the nearest there is."""
        known = self.by_language(said)
        return known.get(self.tongues.source) or known.get(self.tongues.plain) or any_text(known)

    def by_language(self, said: Mapping[str, str]) -> Mapping[str, str]:
        """The texts by language; one without takes the language of plain columns, unless that is said too."""
        plain = {self.tongues.plain: said[""]} if said.get("") else {}
        return {**plain, **{code: text for code, text in said.items() if code and code != UNKNOWN_LANGUAGE}}

    def files(self) -> Mapping[str, bytes]:
        """The catalogues by their names in the pack, as they are edited and as they are read."""
        files = {}
        for language, entries in sorted(self._said.items()):
            catalogue = _catalogue(language, entries)
            for suffix, write in ((".po", _po), (".mo", _mo)):
                files[f"{TRANSLATIONS}/{language}{suffix}"] = write(catalogue)
        return files


def joined(texts: Texts, one: str, other: str, tongues: Catalogues) -> Mapping[str, str]:
    """Two columns in one, language by language."""
    first, second = tongues.by_language(texts.get(one, {})), tongues.by_language(texts.get(other, {}))
    return {
        code: "\n".join(text for text in (first.get(code), second.get(code)) if text)
        for code in {**first, **second}
    }


def _catalogue(language: str, entries: Mapping[str, tuple[str, str]]) -> Catalog:
    catalogue = Catalog(locale=language, fuzzy=False)
    for context, (text, translation) in entries.items():
        catalogue.add(text, translation, context=context)
    return catalogue


def _po(catalogue: Catalog) -> bytes:
    """Without a header of dates and tools, so that the same spreadsheet gives the same file."""
    written = BytesIO()
    write_po(written, catalogue, width=_TEXT_WIDTH, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + written.getvalue()


def _mo(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()

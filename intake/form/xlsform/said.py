"""The texts of a form pack in each of its languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from babel.core import UnknownLocaleError
from babel.messages.pofile import PoFileError, read_po

from intake.form.loader import TRANSLATIONS, pack_files
from intake.form.model import Form
from intake.form.xlsform.report import Remarks
from intake.words import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Said:
    """What a pack says, by language and context. English is what the form itself holds."""

    languages: tuple[str, ...]
    _known: Mapping[str, Mapping[tuple[str, str], str]]

    def of(self, context: str, english: str) -> Mapping[str, str]:
        """One text by language; languages that do not have it are left out. Empty for an empty text."""
        if not english:
            return {}
        found = {language: known.get((context, english), "") for language, known in self._known.items()}
        return {SOURCE_LANGUAGE: english, **{code: text for code, text in found.items() if text}}


def read_said(folder: Path, form: Form, remarks: Remarks) -> Said:
    """The texts of a pack's folder. A catalogue that cannot be read is passed over, with a remark."""
    known: dict[str, Mapping[tuple[str, str], str]] = {}
    for file, data in pack_files(folder).items():
        language = PurePosixPath(file).stem
        if file.startswith(f"{TRANSLATIONS}/") and language != SOURCE_LANGUAGE:
            known[language] = _read(data, language, remarks.of(file))
    return Said(form.languages, known)


def _read(data: bytes, language: str, remarks: Remarks) -> Mapping[tuple[str, str], str]:
    try:
        catalogue = read_po(BytesIO(data), locale=language, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, UnknownLocaleError, ValueError):
        remarks.add(0, "", "catalogue_unreadable")
        return {}
    for message in catalogue:
        if message.fuzzy and message.id:
            remarks.add(message.lineno or 0, "", "translation_uncertain")
    return {(m.context or "", str(m.id)): str(m.string) for m in catalogue if m.id and m.string}

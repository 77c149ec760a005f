"""A case opened for work: form pack, answers, interview. Window and command line both come this way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import SystemRandom

from intake.case import Case, Sitting
from intake.errors import DatabaseDamaged
from intake.form.loader import TRANSLATIONS, form_of, load_form, pack_files, pack_words
from intake.form.model import Form
from intake.form.texts import GAP, fill, pack_text
from intake.interview import Interview
from intake.passages import Tongues, all_passages
from intake.vault.sealing import Version
from intake.vault.vault import PackText, Vault
from intake.words import SOURCE_LANGUAGE, Words

COMPILED = ".mo"
"""How catalogues end that are read, not written; they are no part of what a form is made of."""

PACK = "asylum_us"
"""The questionnaire that new drafts answer."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A form with its catalogues, by language."""

    form: Form
    words: Mapping[str, Words]

    def words_in(self, language: str) -> Words:
        """The catalogue of a language, or the English source where the pack does not speak it."""
        return self.words.get(language, self.words[SOURCE_LANGUAGE])


@dataclass(frozen=True, slots=True)
class Opened:
    """A case with all that is needed to work on it."""

    case: Case
    pack: Pack
    interview: Interview

    @property
    def tongues(self) -> Tongues:
        """In which languages search finds choices."""
        return Tongues(self.pack.words, self.case.language)


def read_pack(folder: Path) -> Pack:
    """Read a form pack. Raises FormError with every fault of it."""
    form = load_form(folder)
    return Pack(form, {language: pack_words(folder, language) for language in form.languages})


def text_of_pack(folder: Path, form: Form) -> PackText:
    """The pack as a vault keeps it: its sources, and its catalogues as they are read. Raises FormError."""
    catalogues = (folder / TRANSLATIONS).glob(f"*{COMPILED}")
    compiled = {f"{TRANSLATIONS}/{path.name}": path.read_bytes() for path in catalogues}
    return PackText(form.name, form.hash, {**pack_files(folder), **compiled})


def pack_of_text(text: PackText) -> Pack:
    """Read a pack that a vault kept, without a file of it anywhere else.

    Raises DatabaseDamaged when it is not the pack that its hash says, and FormError.
    """
    form = form_of({name: data for name, data in text.files.items() if not name.endswith(COMPILED)})
    if form.hash != text.hash:
        raise DatabaseDamaged
    return Pack(form, {language: _kept_words(text, language) for language in form.languages})


def _kept_words(text: PackText, language: str) -> Words:
    compiled = text.files.get(f"{TRANSLATIONS}/{language}{COMPILED}")
    return Words.read(language, BytesIO(compiled) if compiled is not None else None)


def open_case(
    vault: Vault, case_id: str, sitting: Sitting, shipped: Pack, now: Callable[[], datetime]
) -> Opened:
    """Open a case with the very pack it was begun with; `shipped` saves reading it when it is still the same.
    Search finds its answers from now on.

    Raises CaseMissing, CaseClosed, NotSaved (a reviewer's opening is recorded), DatabaseDamaged,
    FormError.
    """
    case = vault.case(case_id, sitting)
    pack = shipped if shipped.form.hash == case.pack_hash else pack_of_text(vault.pack(case.pack_hash))
    answers = vault.answers(case_id, sitting)
    opened = Opened(case, pack, Interview.begin(pack.form, answers, now=now, random=SystemRandom()))
    if not vault.is_indexed(case_id):
        vault.index(case_id, all_passages(opened.interview, opened.tongues))
    return opened


def title_of(interview: Interview, words: Words, pack_words: Words) -> str:
    """What a draft is called in lists: the name as given, or nothing yet."""
    form, answers = interview.form, interview.texts_for(None)
    if not answers:
        return ""
    filled = fill(pack_text(pack_words, "form:case_title", form.case_title), answers, form, words, pack_words)
    return filled.replace(GAP, "").strip()


def open_version(vault: Vault, opened: Opened, number: int, sitting: Sitting) -> tuple[Interview, Version]:
    """A sealed version of an open case, with the very pack it answers.

    Raises CaseClosed, VersionMissing, DatabaseDamaged, FormError.
    """
    version = vault.past.sealed(opened.case.id, number, sitting)
    if version.pack_hash == opened.pack.form.hash:
        return opened.interview.with_answers(version.answers), version
    pack = pack_of_text(vault.pack(version.pack_hash))
    begun = Interview.begin(pack.form, version.answers, now=lambda: version.sealed.at, random=SystemRandom())
    return begun, version

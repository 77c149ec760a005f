"""A case opened for work: form pack, answers, interview. Window and command line both come this way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory

from intake.case import Case, Sitting
from intake.form.loader import TRANSLATIONS, load_form, pack_files, pack_words
from intake.form.model import Form
from intake.form.texts import GAP, fill, pack_text
from intake.interview import Interview
from intake.vault.vault import PackText, Vault
from intake.words import SOURCE_LANGUAGE, Words

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


def read_pack(folder: Path) -> Pack:
    """Read a form pack. Raises FormError with every fault of it."""
    form = load_form(folder)
    return Pack(form, {language: pack_words(folder, language) for language in form.languages})


def text_of_pack(folder: Path, form: Form) -> PackText:
    """The pack as a vault keeps it: its sources, and its catalogues as they are read. Raises FormError."""
    compiled = {
        f"{TRANSLATIONS}/{path.name}": path.read_bytes() for path in (folder / TRANSLATIONS).glob("*.mo")
    }
    return PackText(form.name, form.hash, {**pack_files(folder), **compiled})


def pack_of_text(text: PackText) -> Pack:
    """Read a pack that a vault kept. Its files stand in a folder of this program's own for that moment."""
    with TemporaryDirectory(prefix="intake-pack-") as folder:
        for name, content in text.files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return read_pack(Path(folder))


def open_case(
    vault: Vault, case_id: str, sitting: Sitting, shipped: Pack, now: Callable[[], datetime]
) -> Opened:
    """Open a case with the very pack it was begun with; `shipped` saves reading it when it is still the same.

    Raises CaseMissing, CaseClosed, NotSaved (a reviewer's opening is recorded), FormError.
    """
    case = vault.case(case_id, sitting)
    pack = shipped if shipped.form.hash == case.pack_hash else pack_of_text(vault.pack(case.pack_hash))
    answers = vault.answers(case_id, sitting)
    return Opened(case, pack, Interview.begin(pack.form, answers, now=now, random=SystemRandom()))


def title_of(interview: Interview, words: Words, pack_words: Words) -> str:
    """What a draft is called in lists: the name as given, or nothing yet."""
    form, answers = interview.form, interview.texts_for(None)
    if not answers:
        return ""
    filled = fill(pack_text(pack_words, "form:case_title", form.case_title), answers, form, words, pack_words)
    return filled.replace(GAP, "").strip()

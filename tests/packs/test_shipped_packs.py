"""Every pack that is shipped: it loads, it is gentle, and it says the same in each of its languages."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from intake.form.catalogues import texts_of
from intake.form.lint import lint
from intake.form.loader import load_form
from intake.form.model import Form

ROOT = Path(__file__).resolve().parents[2]
GAP = re.compile(r"\$\{\w+\}")
PACKS = sorted(found.parent for found in ROOT.glob("forms/*/form.yaml"))

SAME_IN_EVERY_LANGUAGE = {"A 012 345 678"}
"""Besides texts that are only answers: an entry and a case are called what the person called them."""

OFFICIAL_TERMS = (
    *("CBP One", "Notice to Appear", "NTA", "I-862", "I-94", "ICE", "check-in", "credible fear"),
    *("parole", "removal order", "Pro Bono", "notario", "Alien Number"),
)

FAMILIAR = {
    "ru": re.compile(r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои)\b", re.IGNORECASE),
    "es": re.compile(r"\b(tú|tu|tus|ti|contigo|vos|vosotros)\b", re.IGNORECASE),
}
"""How one speaks to a child or a friend; an applicant is spoken to politely."""

BLAME = re.compile(r"\b(wrong|invalid|error|must|failed|incorrect|mistake|illegal)\b", re.IGNORECASE)


@pytest.fixture(params=PACKS, ids=lambda folder: folder.name, scope="module")
def pack(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture(scope="module")
def form(pack: Path) -> Form:
    return load_form(pack)


@pytest.fixture(scope="module", params=["ru", "es"])
def language(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_some_pack_is_shipped() -> None:
    assert [folder.name for folder in PACKS] == ["asylum_us"]


def test_a_pack_leaves_no_doubt(form: Form, pack: Path) -> None:
    assert lint(form, pack) == ()


def test_a_pack_speaks_english_russian_and_spanish(form: Form) -> None:
    assert {"en", "ru", "es"} <= {*form.languages}


def test_a_translation_has_every_text_and_none_that_is_gone(form: Form, pack: Path, language: str) -> None:
    said = _catalogue(pack, language)
    assert said.keys() == {*texts_of(form)}


def test_no_text_stands_untranslated(pack: Path, language: str) -> None:
    same = {text for (_, text), other in _catalogue(pack, language).items() if other in ("", text)}
    said = {text for text in same if re.search(r"\w", GAP.sub("", text))}
    assert said <= SAME_IN_EVERY_LANGUAGE


def test_no_translation_is_a_guess(pack: Path, language: str) -> None:
    with (pack / "translations" / f"{language}.po").open("rb") as lines:
        catalogue = read_po(lines, locale=language, abort_invalid=True)
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert not catalogue.obsolete


def test_the_gaps_of_a_text_are_the_same_in_every_language(pack: Path, language: str) -> None:
    said = _catalogue(pack, language)
    assert {key: other for key, other in said.items() if _gaps(key[1]) != _gaps(other)} == {}


def test_official_english_terms_stand_in_every_translation(pack: Path, language: str) -> None:
    """Who holds a paper finds its name again, and no everyday word takes the place of a term of law."""
    said = _catalogue(pack, language)
    lost = [
        (key, term)
        for key, other in said.items()
        for term in OFFICIAL_TERMS
        if term in key[1] and term.casefold() not in other.casefold()
    ]
    assert lost == []


def test_a_summons_to_the_army_and_a_notice_to_appear_are_not_one_word_in_russian(pack: Path) -> None:
    said = _catalogue(pack, "ru")
    assert [other for key, other in said.items() if "NTA" in key[1] and "повестк" in other.casefold()] == []


def test_translations_speak_politely(pack: Path, language: str) -> None:
    said = _catalogue(pack, language)
    assert [other for other in said.values() if FAMILIAR[language].search(other)] == []


def test_nothing_is_shouted(form: Form, pack: Path, language: str) -> None:
    every = [text for _, text in texts_of(form)] + [*_catalogue(pack, language).values()]
    assert [text for text in every if "!" in text] == []


def test_messages_about_an_answer_are_kind(form: Form) -> None:
    messages = [question.constraint_message for question in form.questions.values() if question.constraint]
    assert messages
    assert [text for text in messages if not text or BLAME.search(text)] == []


def test_every_sensitive_question_says_why_it_is_asked(form: Form) -> None:
    sensitive = [question for question in form.questions.values() if question.sensitive]
    assert sensitive
    assert [question.name for question in sensitive if not question.why] == []


def test_no_telling_is_ever_demanded(form: Form) -> None:
    demanded = [question for question in form.questions.values() if question.required]
    assert {question.kind for question in demanded} <= {"text"}
    assert [question.name for question in demanded if question.sensitive] == []


def test_every_heavy_section_begins_by_saying_that_it_may_be_left(form: Form) -> None:
    heavy = [section for section in form.sections if section.heavy]
    assert heavy
    for section in heavy:
        first = next(section.pages()).questions[0]
        told = first.label + first.hint if first.kind == "note" else section.hint
        assert "leave any of" in told or "leave all of" in told
        assert "lawyer" in told


def test_a_page_asks_a_handful_at_most(form: Form) -> None:
    pages = [page for section in form.sections for page in section.pages()]
    assert [page.name for page in pages if len(page.questions) > 5] == []


def _catalogue(pack: Path, language: str) -> dict[tuple[str, str], str]:
    """Context and English text -> what is said in this language."""
    with (pack / "translations" / f"{language}.po").open("rb") as lines:
        catalogue = read_po(lines, locale=language, abort_invalid=True)
    return {
        (str(message.context), str(message.id)): str(message.string) for message in catalogue if message.id
    }


def _gaps(text: str) -> list[str]:
    return sorted(GAP.findall(text))

"""A language is known by its code or by any name that people give it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.form.xlsform.languages import choose_tongues, language_code, language_header


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("English (en)", "en"),
        ("English (EN)", "en"),
        ("english", "en"),
        ("eng", "en"),
        ("Français", "fr"),
        ("French (fr)", "fr"),
        ("русский", "ru"),
        ("Español", "es"),
        ("العربية", "ar"),
        ("pt-BR", "pt_BR"),
        ("Chinese (zh-hans)", "zh_Hans"),
        ("Mam (mam)", "mam"),
        ("chinese", "zh"),
        ("Local language", None),
        ("", None),
        ("()", None),
        ("xx", None),
    ],
)
def test_a_name_or_a_code_tells_a_language(said: str, code: str | None) -> None:
    assert language_code(said) == code


@pytest.mark.parametrize("code", ["en", "ru", "es", "ar", "pt_BR", "zh_Hans", "mam", "ti", "ps"])
def test_our_own_headers_lead_back_to_the_code(code: str) -> None:
    assert language_code(language_header(code)) == code


@given(st.text(max_size=30))
def test_any_text_is_a_language_or_none(said: str) -> None:
    code = language_code(said)
    assert code is None or code.split("_")[0].isalpha()


@pytest.mark.parametrize(
    ("spoken", "default", "source", "plain"),
    [
        ([], "", "en", "en"),
        (["es", "en"], "", "en", "en"),
        (["es", "en"], "Español (es)", "en", "es"),
        (["es", "fr"], "fr", "fr", "fr"),
        (["es", "fr"], "", "es", "es"),
        ([], "French", "fr", "fr"),
        (["ru"], "default", "ru", "ru"),
    ],
)
def test_english_is_the_source_where_it_is_spoken(
    spoken: list[str], default: str, source: str, plain: str
) -> None:
    tongues = choose_tongues(spoken, default)
    assert (tongues.source, tongues.plain) == (source, plain)

"""Saying dates in three languages: natural, and never more than was told."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given

from intake.dates import Hemisphere, Point, UncertainDate, parse, say
from intake.words import UNWRITTEN_MARK, Words
from tests.support.uncertain_dates import SHORT_YEARS, YEARS, uncertain_dates

LANGUAGES = ("en", "ru", "es")


@pytest.fixture(scope="module")
def words_in(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Words]:
    compiled = tmp_path_factory.mktemp("catalogues")
    for source in Path(__file__).parent.glob("*.po"):
        with (compiled / f"{source.stem}.mo").open("wb") as target:
            write_mo(target, read_po(BytesIO(source.read_bytes()), locale=source.stem, abort_invalid=True))
    return {language: Words.load(language, compiled) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("text", "en", "ru", "es"),
    [
        ("2022-03-14", "14 March 2022", "14 марта 2022 года", "14 de marzo de 2022"),
        ("2022-03", "March 2022", "март 2022 года", "marzo de 2022"),
        ("2022", "2022", "2022 год", "2022"),
        ("2022-03~", "about March 2022", "примерно март 2022 года", "aproximadamente marzo de 2022"),
        ("2022-03?", "perhaps March 2022", "возможно, март 2022 года", "quizá marzo de 2022"),
        ("2022%", "perhaps about 2022", "возможно, примерно 2022 год", "quizá aproximadamente 2022"),
        (
            "2022-XX-14",
            "day 14 of an unknown month of 2022",
            "14-е число неизвестного месяца 2022 года",
            "día 14 de un mes desconocido de 2022",
        ),
        (
            "XXXX-03-14",
            "14 March (year not known)",
            "14 марта (год не известен)",
            "14 de marzo (año desconocido)",
        ),
        ("XXXX-03", "March (year not known)", "март (год не известен)", "marzo (año desconocido)"),
        (
            "XXXX-XX-14",
            "day 14 of an unknown month and year",
            "14-е число неизвестного месяца и года",
            "día 14 de un mes y un año desconocidos",
        ),
        (
            "2019-28",
            "winter 2019–2020 (December to February)",
            "зима 2019–2020 годов (декабрь – февраль)",
            "invierno de 2019–2020 (diciembre a febrero)",
        ),
        (
            "2019-30",
            "summer 2019–2020 (December to February)",
            "лето 2019–2020 годов (декабрь – февраль)",
            "verano de 2019–2020 (diciembre a febrero)",
        ),
        (
            "2019-32~",
            "about winter 2019 (June to August)",
            "примерно зима 2019 года (июнь – август)",
            "aproximadamente invierno de 2019 (junio a agosto)",
        ),
        (
            "2019-24",
            "winter 2019 (months not confirmed)",
            "зима 2019 года (месяцы не уточнены)",
            "invierno de 2019 (meses no confirmados)",
        ),
        (
            "XXXX-27",
            "autumn, year not known (September to November)",
            "осень, год не известен (сентябрь – ноябрь)",
            "otoño, año desconocido (septiembre a noviembre)",
        ),
        (
            "[2021-05-03..2021-06]",
            "between 3 May 2021 and June 2021",
            "в какой-то момент с 3 мая 2021 года по июнь 2021 года",
            "entre el 3 de mayo de 2021 y junio de 2021",
        ),
        ("[..2022-05]", "May 2022 or earlier", "май 2022 года или раньше", "mayo de 2022 o antes"),
        ("[2022-05..]", "May 2022 or later", "май 2022 года или позже", "mayo de 2022 o después"),
        (
            "2021-05/2022-01-14",
            "from May 2021 to 14 January 2022",
            "с мая 2021 года по 14 января 2022 года",
            "desde mayo de 2021 hasta el 14 de enero de 2022",
        ),
        (
            "2021-05~/2022?",
            "from about May 2021 to perhaps 2022",
            "с мая 2021 года (примерно) по 2022 год (возможно)",
            "desde aproximadamente mayo de 2021 hasta quizá 2022",
        ),
        ("2021/..", "since 2021", "с 2021 года по настоящее время", "desde 2021 hasta ahora"),
        (
            "2021-03/",
            "from March 2021, end not known",
            "с марта 2021 года, конец не известен",
            "desde marzo de 2021, fin desconocido",
        ),
        (
            "../2020-28",
            "until winter 2020–2021 (December to February), beginning not known",
            "по зиму 2020–2021 годов (декабрь – февраль), начало не известно",
            "hasta el invierno de 2020–2021 (diciembre a febrero), comienzo desconocido",
        ),
        ("0022", "0022", "0022 год", "0022"),
    ],
)
def test_a_date_is_said_as_people_say_it(
    words_in: Mapping[str, Words], text: str, en: str, ru: str, es: str
) -> None:
    assert {language: say(parse(text), words_in[language]) for language in LANGUAGES} == {
        "en": en,
        "ru": ru,
        "es": es,
    }


@given(when=uncertain_dates(YEARS | SHORT_YEARS))
def test_any_date_can_be_said_in_any_language(words_in: Mapping[str, Words], when: UncertainDate) -> None:
    for language in LANGUAGES:
        said = say(when, words_in[language])
        assert said
        assert UNWRITTEN_MARK not in said
        assert not set("{}") & set(said)


@given(when=uncertain_dates())
def test_no_number_and_no_month_is_said_that_was_not_told(
    words_in: Mapping[str, Words], when: UncertainDate
) -> None:
    points = [point for point in (when.parts.first, when.parts.second) if point]
    numbers = {number for point in points for number in _numbers(point)}
    months = {number for point in points for number in _months(point)}
    for words in words_in.values():
        said = say(when, words)
        assert {int(digits) for digits in re.findall(r"\d+", said)} <= numbers
        named = set(re.findall(r"\w+", said))
        for number, forms in enumerate(zip(words.months, words.months_in_date, strict=True), start=1):
            assert number in months or not named & set(forms)


def _numbers(point: Point) -> set[int]:
    across = {point.year + 1} if point.year and point.season else set()
    return {number for number in (point.year, point.day) if number is not None} | across


def _months(point: Point) -> set[int]:
    if point.season and point.season.hemisphere is not Hemisphere.UNCONFIRMED:
        first = point.season.first_months[0]
        return {first, (first + 1) % 12 + 1}
    return {point.month} if point.month else set()


def test_a_language_without_a_catalogue_says_the_english_and_marks_it(tmp_path: Path) -> None:
    assert UNWRITTEN_MARK in say(parse("2022-03~"), Words.load("fr", tmp_path))

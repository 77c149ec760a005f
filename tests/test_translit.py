"""Cyrillic names in Latin letters as a travel document spells them, and spellings that meet when searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.translit import fold, loosened, to_latin

NAMES = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяёabcxyzáñłß '-", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("name", "language", "latin"),
    [
        ("Щербакова Юлия", "ru", "Shcherbakova Iuliia"),
        ("ЩЕРБАКОВА", "ru", "SHCHERBAKOVA"),
        ("Подъячев Игорь", "ru", "Podieiachev Igor"),
        ("Хабаров-Цой", "ru", "Khabarov-Tsoi"),
        ("Юрій Їжак", "uk", "Yurii Yizhak"),
        ("Гнатюк Кирил", "uk", "Hnatiuk Kyryl"),
        ("Пётр Ўладзімір", "be", "Piotr Uladzimir"),
        ("Щерев", "bg", "Shterev"),
        ("Живков", "sr", "Zivkov"),
        ("José Łuk", "ru", "José Łuk"),
        ("Я", "ru", "Ia"),
    ],
)
def test_cyrillic_is_spelled_as_icao_spells_it(name: str, language: str, latin: str) -> None:
    assert to_latin(name, language) == latin


@pytest.mark.parametrize(
    "spellings",
    [
        ("Юлия", "Iuliia", "Yulia", "Yuliya", "Julia", "ЮЛИЯ"),
        ("Дмитрий", "Dmitrii", "Dmitry", "Dmitriy"),
        ("Алексей", "Aleksei", "Alexey", "Alexei"),
        ("Хабаров", "Khabarov", "Habarov"),
        ("Ксения", "Kseniia", "Xenia", "Ksenya"),
        ("Вагнер", "Vagner", "Wagner"),
        ("José", "Jose", "JOSE\u0301"),
    ],
)
def test_usual_spellings_of_a_name_meet(spellings: tuple[str, ...]) -> None:
    assert len({loosened(fold(it)) for it in spellings}) == 1


@given(NAMES, st.integers(1, 20))
def test_the_start_of_a_word_folds_to_the_start_of_the_folded_word(name: str, length: int) -> None:
    assert fold(name).startswith(fold(name[:length]))


@given(st.text(max_size=50))
def test_a_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NAMES)
def test_transliteration_leaves_no_cyrillic_letter(name: str) -> None:
    assert not any("\u0400" <= letter <= "\u04ff" for letter in to_latin(name))


def test_numbers_are_searched_digit_by_digit() -> None:
    assert loosened(fold("+7 900 119 99 22").split()[2]) == "119"


def test_other_scripts_are_searched_as_they_are() -> None:
    assert fold("نام من مریم است") == "نام من مریم است"
    assert fold("Müller, Straße") == "muller strasse"

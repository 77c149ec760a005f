"""What says again what stood in an answer is known as a quotation, in either script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, State
from intake.quoting import own_words, quotes
from intake.translit import fold

STORY = "Нас вытолкнули из автобуса у самой реки, и мы ждали до утра."


@pytest.mark.parametrize(
    "text",
    [
        "Она говорит: «вытолкнули из автобуса у самой реки»",
        "ВЫТОЛКНУЛИ\nИЗ АВТОБУСА, У",
        "she said: vytolknuli iz avtobusa u",
    ],
)
def test_four_words_in_a_row_are_a_quotation(text: str) -> None:
    assert quotes(text, [STORY])


@pytest.mark.parametrize("text", ["", "мы ждали автобуса у реки", "вытолкнули из автобуса", "утра"])
def test_fewer_words_or_another_order_are_none(text: str) -> None:
    assert not quotes(text, [STORY])


def test_a_short_answer_is_quoted_whole_and_not_within_a_word() -> None:
    assert quotes("Ask Marina Obraztsova about it", ["Марина Образцова"])
    assert not quotes("Ask Marina about it", ["Марина Образцова"])
    assert not quotes("marinade", ["Марина"])
    assert not quotes("нет", ["нет"])


def test_names_of_choices_are_nobodys_own_words_but_what_is_not_on_the_list_is() -> None:
    answers = [
        Answer("married", kind="select_one"),
        Answer(("phone", "other:голубиная почта"), kind="select_multiple"),
        Answer({"name": "Марина", "parts": ("Образцова",)}),
        Answer(state=State.LATER, kept="прежние слова"),
    ]
    assert own_words(answers) == ("голубиная почта", "Марина", "Образцова", "прежние слова")


@given(st.text(max_size=100), st.text(max_size=30), st.text(max_size=30))
def test_a_text_with_enough_words_quotes_itself(source: str, before: str, after: str) -> None:
    if len(fold(source)) >= 4:
        assert quotes(f"{before} {source} {after}", [source])

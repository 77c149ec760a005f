"""What wants English beside it, and how English stays with the paragraphs it was made for."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Path, State
from intake.record import Translation
from intake.review.passages import Progress, aligned, is_whole, own_text, paragraphs, passages, progress
from tests.support.cases import answered, told, when

AT = datetime(2026, 11, 24, tzinfo=UTC)
NAME = Path("full_name")


def translated(of: str, *english: str, path: Path = NAME) -> Translation:
    return Translation("T1", AT, "A. Example (fictional)", path, paragraphs(of), english)


def test_a_name_is_no_passage_and_a_sentence_in_russian_is() -> None:
    assert list(passages(answered({"full_name": told("Марина Образцова")}))) == []
    assert list(passages(answered({"full_name": told("Меня зовут иначе теперь")}))) == [NAME]


def test_what_was_answered_in_english_or_with_a_state_wants_no_translation() -> None:
    assert list(passages(answered({"full_name": told("They call me Marina", language="en")}))) == []
    assert list(passages(answered({"full_name": told(State.LATER)}))) == []


def test_the_own_words_of_a_date_may_be_translated() -> None:
    interview = answered({"born": when("1991", "в год переворота")})
    assert own_text(interview, Path("born")) == "в год переворота"


def test_words_beside_a_date_are_no_passage_and_words_instead_of_one_are() -> None:
    beside = answered({"born": when("1991-08-19", "девятнадцатого августа 1991 года")})
    assert list(passages(beside)) == []
    instead = answered({"born": when("", "в год того самого переворота")})
    assert list(passages(instead)) == [Path("born")]


def test_english_stays_with_its_paragraph_when_others_change() -> None:
    made = translated("Первый.\nВторой.\nТретий.", "One.", "Two.", "Three.")
    assert aligned(made, "Первый.\nДругой.\nТретий.") == ("One.", "", "Three.")
    assert aligned(made, "Новый.\n\nПервый.") == ("", "One.")


def test_a_passage_counts_as_done_when_every_paragraph_has_its_english() -> None:
    text = "Меня зовут иначе теперь"
    interview = answered({"full_name": told(text)})
    assert progress(interview, []) == Progress(0, 1)
    assert progress(interview, [translated(text, "They call me otherwise now")]) == Progress(1, 1)
    assert progress(interview, [translated(text, "")]) == Progress(0, 1)
    assert progress(interview, [translated("Раньше было так", "It was so")]) == Progress(0, 1)


@given(st.lists(st.text(max_size=9), max_size=6), st.lists(st.text(max_size=9), max_size=6))
def test_there_is_one_place_for_english_a_paragraph_whatever_was_translated(
    before: list[str], now: list[str]
) -> None:
    of = paragraphs("\n".join(before))
    made = Translation("T1", AT, "", NAME, of, tuple(f"({text})" for text in of))
    text = "\n".join(now)
    found = aligned(made, text)
    assert len(found) == len(paragraphs(text))
    assert all(english in ("", f"({own})") for english, own in zip(found, paragraphs(text), strict=True))
    assert aligned(made, "\n".join(before)) == made.paragraphs
    assert is_whole(made, "\n".join(before)) == bool(of)

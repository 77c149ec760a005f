"""An interview as a reader sees it."""

from pathlib import Path as FilePath

from intake.answers import Path
from intake.review.reading import Reading, says_nothing
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import answered, told

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())


def test_an_entry_is_called_by_its_answers_or_by_its_place_while_they_say_nothing() -> None:
    reading = Reading(answered({}, {"leg_from": told("Стамбул")}, {}), ENGLISH, ENGLISH)
    assert reading.entry_title("LEG0") == "From Стамбул to …"
    assert reading.entry_title("LEG1") == "Entry 2"


def test_a_label_is_filled_with_answers_of_its_own_entry() -> None:
    reading = Reading(
        answered({}, {"leg_from": told("Стамбул")}, {"leg_from": told("Канкун")}), ENGLISH, ENGLISH
    )
    assert reading.label(Path("leg_left", "LEG1")) == "When did you leave Канкун?"


def test_the_places_of_a_question_are_those_of_all_entries_there_are() -> None:
    interview = answered({}, {}, {})
    reading = Reading(interview, ENGLISH, ENGLISH)
    assert [*reading.places(interview.form.questions["full_name"])] == [Path("full_name")]
    assert [*reading.places(interview.form.questions["leg_to"])] == [
        Path("leg_to", "LEG0"),
        Path("leg_to", "LEG1"),
    ]


def test_there_are_no_lines_where_there_is_no_value() -> None:
    assert Reading(answered({}), ENGLISH, ENGLISH).lines(Path("full_name")) == ()


def test_a_title_of_gaps_alone_says_nothing() -> None:
    assert says_nothing("… , …")
    assert not says_nothing("Left …")

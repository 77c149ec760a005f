"""The editor of an uncertain date, filled as people fill it: little is asked first, and nothing is lost."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from intake.words import Words
from tests.support.a11y import heard_as, stops
from tests.support.typing_ import press, type_text
from ui.editors.dating import DateEditor
from ui.editors.point_fields import PointFields
from ui.pages.voice import Voice
from ui.paths import find_folders
from ui.widgets.buttons import LinkButton
from ui.widgets.choice import ChoiceCheck

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard")
"""Lists that drop down have no window system to grab keys from here."""

Show = Callable[[QWidget], QWidget]


def fields(editor: DateEditor) -> dict[str, QWidget]:
    """The fields of a date by what they are called."""
    kinds = (*editor.findChildren(QLineEdit), *editor.findChildren(QComboBox))
    return {heard_as(field): field for field in kinds if field.isVisible()}


def choose(combo: QWidget, text: str) -> None:
    """Choose a line of a drop-down list by keys."""
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    steps = combo.findText(text) - combo.currentIndex()
    for _ in range(abs(steps)):
        press(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert combo.currentText() == text


def remark(editor: DateEditor) -> str:
    shown = (text for text in editor.findChildren(QLabel) if text.isVisible())
    return next((text.text() for text in shown if text.property("role") in ("understood", "problem")), "")


def open_link(editor: DateEditor, name: str) -> None:
    link = next(
        it for it in editor.findChildren(LinkButton) if it.isVisible() and it.accessibleName() == name
    )
    link.click()


def point(editor: DateEditor, name: str) -> PointFields:
    """The fields of one of two points."""
    found = (it for it in editor.findChildren(PointFields) if it.isVisible())
    return next(it for it in found if it.year.accessibleDescription() == name)


@pytest.fixture
def dated(words: Words, show: Show) -> DateEditor:
    """A date that was typed: December 2022."""
    editor = DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "December")
    type_text(fields(editor)["Year"], "2022")
    return editor


def test_three_fields_and_two_links_are_all_that_is_seen_first(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    buttons = [it.accessibleName() for it in editor.findChildren(QAbstractButton) if it.isVisible()]
    assert sorted(fields(editor)) == ["Day", "Month or season", "Year"]
    assert buttons == ["Say it in your own words", "Other ways to say it"]


def test_a_date_is_typed_and_said_back(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "December")
    type_text(fields(editor)["Year"], "2022")
    tick(editor, "This date is approximate").click()
    assert editor.value() == {"edtf": "2022-12~", "words": "", "calendar": "gregorian"}
    assert remark(editor) == "Understood as: about December 2022"


def tick(editor: QWidget, name: str) -> QAbstractButton:
    return next(it for it in editor.findChildren(QAbstractButton) if it.accessibleName() == name)


@pytest.mark.parametrize(
    ("ticked", "edtf", "said"),
    [
        (["I am not certain of it"], "2022-12?", "Understood as: perhaps December 2022"),
        (
            ["This date is approximate", "I am not certain of it"],
            "2022-12%",
            "Understood as: perhaps about December 2022",
        ),
    ],
)
def test_whoever_is_not_certain_of_a_date_can_say_so(
    words: Words, show: Show, ticked: list[str], edtf: str, said: str
) -> None:
    editor, again = DateEditor(words), DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "December")
    type_text(fields(editor)["Year"], "2022")
    for name in ticked:
        tick(editor, name).click()
    assert editor.value() == {"edtf": edtf, "words": "", "calendar": "gregorian"}
    assert remark(editor) == said
    again.show_value(editor.value())
    assert [it.accessibleName() for it in again.findChildren(ChoiceCheck) if it.isChecked()] == ticked
    tick(editor, "I am not certain of it").click()
    assert "?" not in str(editor.value())
    assert "%" not in str(editor.value())


@pytest.mark.parametrize(
    ("months", "edtf", "said"),
    [
        ("not sure", "2022-24", "winter 2022 (months not confirmed)"),
        ("December 2021 – February 2022", "2021-28", "winter 2021–2022 (December to February)"),
        ("December 2022 – February 2023", "2022-28", "winter 2022–2023 (December to February)"),
        ("June – August 2022", "2022-32", "winter 2022 (June to August)"),
    ],
)
def test_which_winter_was_meant_is_asked_and_not_guessed(
    words: Words, show: Show, months: str, edtf: str, said: str
) -> None:
    editor, again = DateEditor(words), DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "Winter")
    assert "Day" not in fields(editor)
    type_text(fields(editor)["Year"], "2022")
    choose(fields(editor)["Which months was it?"], months)
    assert editor.value() == {"edtf": edtf, "words": "", "calendar": "gregorian"}
    assert remark(editor) == f"Understood as: {said}"
    show(again)
    again.show_value(editor.value())
    assert remark(again) == remark(editor)


def test_a_winter_keeps_its_place_while_its_year_is_typed_anew(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    editor.show_value({"edtf": "2021-28"})
    year = fields(editor)["Year"]
    assert isinstance(year, QLineEdit)
    year.selectAll()
    type_text(year, "2019")
    assert fields(editor)["Which months was it?"].property("currentText") == "December 2019 – February 2020"


def test_a_half_of_the_world_chosen_before_the_year_does_not_choose_the_winter(
    words: Words, show: Show
) -> None:
    editor = DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "Winter")
    choose(fields(editor)["Which months was it?"], "December – February")
    assert editor.value() == {"edtf": "XXXX-28", "words": "", "calendar": "gregorian"}
    type_text(fields(editor)["Year"], "2022")
    assert fields(editor)["Which months was it?"].property("currentText") == "not sure"
    assert editor.value() == {"edtf": "2022-24", "words": "", "calendar": "gregorian"}


def test_a_day_left_out_by_a_season_is_told_of_and_comes_back(dated: DateEditor) -> None:
    type_text(fields(dated)["Day"], "14")
    choose(fields(dated)["Month or season"], "Spring")
    assert remark(dated).endswith("\nBeside a season, the day is left out: 14")
    choose(fields(dated)["Month or season"], "March")
    assert dated.value() == {"edtf": "2022-03-14", "words": "", "calendar": "gregorian"}


def test_a_second_date_left_out_is_told_of_and_comes_back(
    dated: DateEditor, words: Words, show: Show
) -> None:
    open_link(dated, "Other ways to say it")
    way = fields(dated)["How do you want to say it?"]
    choose(way, "Once, between two dates")
    type_text(point(dated, "The second date").year, "2023")
    choose(way, "This date or later")
    assert dated.value() == {"edtf": "[2022-12..]", "words": "", "calendar": "gregorian"}
    assert remark(dated).endswith("\nThe second date is left out: 2023")
    again = DateEditor(words)
    show(again)
    again.restore(dated.draft())
    for editor in (dated, again):
        choose(fields(editor)["How do you want to say it?"], "Once, between two dates")
        assert editor.value() == {"edtf": "[2022-12..2023]", "words": "", "calendar": "gregorian"}


def test_of_two_dates_each_has_its_own_certainty(dated: DateEditor) -> None:
    open_link(dated, "Other ways to say it")
    choose(fields(dated)["How do you want to say it?"], "It lasted from one date to another")
    began, ended = point(dated, "It began"), point(dated, "It ended")
    type_text(ended.year, "2023")
    tick(ended, "This date is approximate").click()
    assert dated.value() == {"edtf": "2022-12/2023~", "words": "", "calendar": "gregorian"}
    tick(began, "I am not certain of it").click()
    assert dated.value() == {"edtf": "2022-12?/2023~", "words": "", "calendar": "gregorian"}
    assert {it.accessibleDescription() for it in ended.findChildren(ChoiceCheck)} == {"It ended"}


def test_editing_one_end_of_a_stored_stretch_leaves_the_other_as_it_was(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    editor.show_value({"edtf": "2021-05~/2022"})
    choose(point(editor, "It ended").month, "March")
    assert editor.value() == {"edtf": "2021-05~/2022-03", "words": "", "calendar": "gregorian"}


def test_a_stretch_and_own_words_are_behind_links_that_name_them(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    open_link(editor, "Say it in your own words")
    assert fields(editor)["In your own words, if you like"].hasFocus()
    type_text(fields(editor)["In your own words, if you like"], "всю зиму")
    assert remark(editor) == "Kept in your own words."
    open_link(editor, "Other ways to say it")
    choose(fields(editor)["How do you want to say it?"], "It lasted from one date to another")
    type_text(point(editor, "It began").year, "2021")
    type_text(point(editor, "It ended").year, "2022")
    assert editor.value() == {"edtf": "2021/2022", "words": "всю зиму", "calendar": "gregorian"}


def test_a_day_that_does_not_exist_is_told_of_when_the_field_is_left_and_is_kept(
    words: Words, show: Show
) -> None:
    editor, again = DateEditor(words), DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "February")
    type_text(fields(editor)["Day"], "31")
    type_text(fields(editor)["Year"], "2022")
    assert remark(editor) == ""
    press(fields(editor)["Year"], Qt.Key.Key_Return)
    assert remark(editor).startswith("This month has no such day.")
    value = editor.value()
    assert isinstance(value, Mapping)
    assert (value["edtf"], value["words"]) == ("", "")
    show(again)
    again.show_value(value)
    assert [field.text() for field in again.findChildren(QLineEdit)] == ["31", "2022"]
    assert remark(again).startswith("This month has no such day.")
    assert again.value() == value


def test_the_note_on_a_date_has_the_same_room_around_it_as_any_other(dated: DateEditor) -> None:
    type_text(fields(dated)["Day"], "32")
    press(fields(dated)["Day"], Qt.Key.Key_Return)
    note = next(it for it in dated.findChildren(QLabel) if it.isVisible() and it.text() == remark(dated))
    assert note.property("role") == "problem"
    assert note.contentsRect().height() < note.height() - 8


def test_tab_comes_to_every_field_in_reading_order_however_late_it_was_added(
    words: Words, show: Show
) -> None:
    page, editor = QWidget(), DateEditor(words)
    rows = QVBoxLayout(page)
    around = QLineEdit(), QLineEdit()
    for part in (around[0], editor, around[1]):
        rows.addWidget(part)
    for field, name in zip(around, ("before", "after"), strict=True):
        field.setAccessibleName(name)
    show(page)
    type_text(fields(editor)["Year"], "2022")
    open_link(editor, "Other ways to say it")
    choose(fields(editor)["How do you want to say it?"], "It lasted from one date to another")
    choose(point(editor, "It began").month, "Winter")
    type_text(point(editor, "It ended").year, "2023")
    open_link(editor, "Say it in your own words")
    around[0].setFocus()
    marks = ["This date is approximate", "I am not certain of it"]
    began = ["Month or season", "Year", "Which months was it?", *marks]
    ended = ["Month or season", "Day", "Year", *marks]
    own = "In your own words, if you like"
    heard = [heard_as(stop) for stop in stops(page)]
    ways = ["How do you want to say it?", "In which calendar?"]
    assert heard == ["before", *ways, *began, *ended, own, "after"]


@pytest.mark.parametrize("language", ["ru", "es"])
def test_everything_around_a_date_is_said_in_the_language_of_the_page(
    language: str, words: Words, show: Show
) -> None:
    spoken = DateEditor(Words.load(language, find_folders().translations))
    english = DateEditor(words)
    for editor in (spoken, english):
        show(editor)
        editor.show_value({"edtf": "2021-24~/2022-32?", "words": "…"})
    seen, source = heard_in(spoken), heard_in(english)
    assert len(seen) == len(source) > 20
    assert [text for text in seen if "[en]" in text or (text in source and any(map(str.isalpha, text)))] == []


def heard_in(editor: DateEditor) -> set[str]:
    """All that stands in an editor: labels, buttons, lines of lists."""
    lists = [box.itemText(at) for box in editor.findChildren(QComboBox) for at in range(box.count())]
    labels = [it.text() for it in editor.findChildren(QLabel)]
    return {*lists, *labels, *(it.accessibleName() for it in editor.findChildren(QAbstractButton))} - {""}


def test_an_unfinished_date_comes_back_into_its_fields_in_another_language(
    words: Words, voices: dict[str, Voice], show: Show
) -> None:
    before, after = DateEditor(words), DateEditor(voices["ru"].words)
    show(before)
    type_text(fields(before)["Day"], "31")
    type_text(fields(before)["Year"], "20")
    show(after)
    after.show_value(before.value())
    after.restore(before.draft())
    days = [line.text() for line in after.findChildren(QLineEdit) if line.property("room")]
    assert days == ["31", "20"]


def test_a_date_shown_and_not_touched_is_given_back_as_it_was(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    mixed = {"edtf": "2021-05~/2022-01?", "words": "", "calendar": "gregorian"}
    editor.show_value(mixed)
    assert editor.value() == mixed


def test_digits_of_other_scripts_make_a_date(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    type_text(fields(editor)["Year"], "۲۰۲۲")
    assert editor.value() == {"edtf": "2022", "words": "", "calendar": "gregorian"}


def test_the_day_stands_first_but_in_english(words: Words, voices: dict[str, Voice], show: Show) -> None:
    for language, first in (("en", "Month or season"), ("ru", "День"), ("es", "Día")):
        editor = DateEditor(voices[language].words)
        show(editor)
        leftmost = min(
            fields(editor).items(), key=lambda pair: pair[1].mapTo(editor, pair[1].rect().topLeft()).x()
        )
        assert leftmost[0] == first or "[en]" in leftmost[0] or language == "en"


def test_a_date_is_told_in_the_calendar_a_person_knows(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    open_link(editor, "Other ways to say it")
    choose(fields(editor)["In which calendar?"], "The Persian or Afghan calendar (Farvardin, Hamal…)")
    choose(fields(editor)["Month"], "Mehr (Mizan)")
    type_text(fields(editor)["Day"], "۲")
    type_text(fields(editor)["Year"], "۱۴۰۱")
    assert remark(editor) == "Understood as: 24 September 2022"
    value = editor.value()
    assert isinstance(value, Mapping)
    assert (value["edtf"], value["calendar"]) == ("2022-09-24", "persian")


def test_a_date_of_another_calendar_is_shown_as_it_was_told(words: Words, show: Show) -> None:
    told = {"way": "date", "first": {"day": "2", "month": "7", "year": "1401"}}
    stored = {"edtf": "2022-09-24", "words": "", "calendar": "persian", "typed": told}
    editor = DateEditor(words)
    editor.show_value(stored)
    show(editor)
    month = fields(editor)["Month"]
    assert isinstance(month, QComboBox)
    assert month.currentText() == "Mehr (Mizan)"
    assert editor.value() == stored


def test_tab_goes_in_reading_order_through_fields_that_were_there_before_the_page(
    words: Words, show: Show
) -> None:
    page, editor, before = QWidget(), DateEditor(words), QLineEdit()
    editor.show_value({"edtf": "[..2022-12]", "words": "к Новому году", "calendar": "gregorian"})
    before.setAccessibleName("before")
    rows = QVBoxLayout(page)
    rows.addWidget(before)
    rows.addWidget(editor)
    show(page)
    before.setFocus()
    ways = ["How do you want to say it?", "In which calendar?"]
    marks = ["This date is approximate", "I am not certain of it"]
    own = "In your own words, if you like"
    heard = [heard_as(stop) for stop in stops(page)]
    assert heard == ["before", *ways, "Month or season", "Day", "Year", *marks, own]

"""Editors, each filled as people fill them: by keys, input methods, clicks and pastes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Stored
from intake.form.kinds import Reader
from intake.form.kinds.registry import ASKING_NOTHING, KINDS
from intake.form.model import Choice, Question
from intake.words import Words
from tests.support.a11y import complaints, heard_as
from tests.support.typing_ import commit_text, press, type_text
from ui.editors import MOST_RADIOS, editor_for
from ui.editors.choosing import CheckEditor, RadioEditor
from ui.editors.dating import DateEditor
from ui.editors.editor import Editor
from ui.editors.searching import SearchEditor, country_editor
from ui.editors.texts import MOST_LINES, DecimalEditor, IntegerEditor, LineEditor, LongTextEditor
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton
from ui.widgets.choice import ChoiceCheck
from ui.widgets.labels import label

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard")
"""Lists that drop down have no window system to grab keys from here."""

Show = Callable[[QWidget], QWidget]
SAMPLES: dict[str, Stored] = {
    "text": "Мария & <b>",
    "long_text": "Первая строка\n\nвторая\u00a0строка",
    "integer": 7000,
    "decimal": 12.5,
    "select_one": "second",
    "select_multiple": ("first", "third"),
    "yes_no": "no",
    "country": "RU",
    "language": "other:Ичкерийский",
    "uncertain_date": {"edtf": "2022-12~", "words": "где-то в декабре", "calendar": "gregorian"},
}


def choices(count: int) -> tuple[Choice, ...]:
    names = ["first", "second", "third", *(f"c{number}" for number in range(4, count + 1))]
    return tuple(Choice(name, f"The {name} choice & more") for name in names[:count])


def make(kind: str, words: Words, count: int = 3) -> Editor:
    question = Question("asked", kind, "Asked?", choice_list="list")
    made = editor_for(question, choices(count), words, Words.load("en", Path()))
    assert made is not None
    made.name_after(named := label("Where was it?"), "Any town is fine")
    named.setParent(made)
    return made


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_kind_shows_and_gives_back_its_stored_value(kind: str, words: Words, show: Show) -> None:
    editor = make(kind, words)
    show(editor)
    told = QSignalSpy(editor.changed)
    assert editor.value() is None
    editor.show_value(SAMPLES[kind])
    assert editor.value() == SAMPLES[kind]
    editor.show_value(None)
    assert editor.value() is None
    assert told.count() == 0, "what the program shows is no change of the person's"


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("language", ["es", "ru"])
def test_a_draft_comes_back_in_another_language(
    kind: str, language: str, words: Words, voices: dict[str, Voice], show: Show
) -> None:
    before, after = make(kind, words), make(kind, voices[language].words)
    show(before)
    before.show_value(SAMPLES[kind])
    after.show_value(SAMPLES[kind])
    after.restore(before.draft())
    assert after.value() == SAMPLES[kind]


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_control_of_an_editor_is_heard_with_a_name(kind: str, words: Words, show: Show) -> None:
    editor = make(kind, words)
    show(editor)
    editor.show_value(SAMPLES[kind])
    assert complaints(editor) == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - ASKING_NOTHING))
def test_whatever_is_asked_can_be_answered(kind: str, words: Words) -> None:
    assert make(kind, words).value() is None


@pytest.mark.parametrize("kind", SAMPLES)
def test_an_editor_gives_values_that_its_kind_accepts(kind: str, words: Words) -> None:
    editor = make(kind, words)
    editor.show_value(SAMPLES[kind])
    value = editor.value()
    assert value is not None
    assert KINDS[kind].check(value) is None
    assert KINDS[kind].show(value, Reader(words, words, {c.name: c for c in choices(3)}, "list"))


def test_a_note_has_no_editor(words: Words) -> None:
    assert editor_for(Question("n", "note", "Rest."), (), words, words) is None


@pytest.mark.parametrize("text", ["Ñandú", "Мария Петрова", "مریم", "李雷", "👩🏽‍🏫 & co", "\u202eabc"])
@pytest.mark.parametrize("write", [type_text, commit_text])
def test_any_script_is_typed_and_told_of(
    write: Callable[[QWidget, str], None], text: str, show: Show
) -> None:
    editor = LineEditor()
    show(editor)
    told = QSignalSpy(editor.changed)
    write(editor.field, text)
    assert editor.value() == text
    assert told.count() > 0


def test_a_line_takes_a_paste_of_200000_letters_whole(show: Show) -> None:
    editor = LineEditor()
    show(editor)
    QGuiApplication.clipboard().setText("слово " * 40_000)
    editor.field.paste()
    QGuiApplication.clipboard().clear()
    value = editor.value()
    assert isinstance(value, str)
    assert len(value) == 6 * 40_000 - 1


def test_a_long_text_takes_200000_letters_in_one_paragraph_whole(show: Show) -> None:
    editor = LongTextEditor()
    show(editor)
    QGuiApplication.clipboard().setText("я" * 200_000)
    editor.field.paste()
    QGuiApplication.clipboard().clear()
    assert editor.value() == "я" * 200_000


def test_halves_of_letters_and_nul_become_the_sign_for_what_cannot_be_read(show: Show) -> None:
    for editor in (LineEditor(), LongTextEditor()):
        show(editor)
        editor.field.insert("a\x00b") if isinstance(editor, LineEditor) else editor.field.insertPlainText(
            "a\x00b"
        )
        value = editor.value()
        assert isinstance(value, str)
        value.encode()
        assert "\x00" not in value


def test_a_rich_paste_into_a_long_text_is_plain(show: Show, qapp: object) -> None:
    from PySide6.QtCore import QMimeData

    rich = QMimeData()
    rich.setHtml("<p><b>bold</b> <img src='file:///etc/passwd'></p>")
    rich.setText("bold")
    QGuiApplication.clipboard().setMimeData(rich)
    editor = LongTextEditor()
    show(editor)
    editor.field.paste()
    QGuiApplication.clipboard().clear()
    assert editor.value() == "bold"


def test_tab_leaves_a_long_text(show: Show) -> None:
    editor = LongTextEditor()
    assert editor.field.tabChangesFocus()


def test_a_long_text_grows_with_what_is_written_and_then_scrolls(show: Show) -> None:
    editor = LongTextEditor()
    show(editor)
    empty = editor.field.height()
    editor.show_value("\n".join("line" for _ in range(9)))
    grown = editor.field.height()
    editor.show_value("\n".join("line" for _ in range(400)))
    assert empty < grown < editor.field.height() < (MOST_LINES + 4) * editor.field.fontMetrics().lineSpacing()


def test_tab_into_a_filled_line_does_not_mark_it_for_erasing(show: Show) -> None:
    editor = LineEditor()
    show(editor)
    editor.show_value("Екатеринбург")
    editor.field.clearFocus()
    editor.field.setFocus(Qt.FocusReason.TabFocusReason)
    type_text(editor.field, "!")
    assert editor.value() == "Екатеринбург!"


@pytest.mark.parametrize(
    ("typed", "stored"), [("7 000", 7000), ("٤٢", 42), ("-3", -3), ("", None), ("two", "two")]
)
def test_a_whole_number_in_any_digits_or_kept_as_typed(typed: str, stored: Stored | None, show: Show) -> None:
    editor = IntegerEditor()
    show(editor)
    type_text(editor.field, typed)
    assert editor.value() == stored


@pytest.mark.parametrize(("typed", "stored"), [("12,5", 12.5), ("12.5", 12.5), ("half", "half")])
def test_a_decimal_number_or_kept_as_typed(typed: str, stored: Stored, show: Show) -> None:
    editor = DecimalEditor()
    show(editor)
    type_text(editor.field, typed)
    assert editor.value() == stored


def test_a_radio_is_clicked_moved_by_arrows_and_cleared(words: Words, show: Show) -> None:
    editor = make("select_one", words)
    assert isinstance(editor, RadioEditor)
    show(editor)
    told = QSignalSpy(editor.changed)
    first, second, _ = editor.findChildren(QAbstractButton)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert editor.value() == "first"
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert editor.value() == "second"
    assert second.hasFocus()
    assert told.count() == 2
    editor.show_value(None)
    assert editor.value() is None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert editor.value() == "second"


def test_checks_are_taken_in_the_order_of_the_list(words: Words, show: Show) -> None:
    editor = make("select_multiple", words)
    assert isinstance(editor, CheckEditor)
    show(editor)
    for box in reversed(editor.findChildren(QAbstractButton)):
        box.click()
    assert editor.value() == ("first", "second", "third")


def test_a_choice_of_an_older_list_is_kept_until_another_is_made(words: Words, show: Show) -> None:
    one, many = make("select_one", words), make("select_multiple", words)
    for editor in (one, many):
        show(editor)
    one.show_value("gone")
    many.show_value(("second", "gone"))
    assert one.value() == "gone"
    assert many.value() == ("second", "gone")
    one.findChildren(QAbstractButton)[0].click()
    assert one.value() == "first"


def test_eight_choices_are_searched_and_seven_are_read(words: Words) -> None:
    assert isinstance(make("select_one", words, MOST_RADIOS), RadioEditor)
    assert isinstance(make("select_one", words, MOST_RADIOS + 1), SearchEditor)


def test_a_country_is_typed_in_another_language_and_stored_by_code(
    voices: dict[str, Voice], show: Show
) -> None:
    editor = country_editor(voices["ru"].words)
    show(editor)
    type_text(editor.field, "Russia")
    assert editor.value() == "RU"


def test_a_country_is_taken_from_the_list_by_keys(words: Words, show: Show) -> None:
    editor = country_editor(words)
    show(editor)
    told = QSignalSpy(editor.changed)
    type_text(editor.field, "guatem")
    popup = editor.field.completer().popup()
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert editor.field.text() == "Guatemala"
    assert editor.value() == "GT"
    assert told.count() >= len("guatem")


def test_the_whole_list_opens_by_a_click_or_the_down_key(words: Words, show: Show) -> None:
    editor = country_editor(words)
    show(editor)
    press(editor.field, Qt.Key.Key_Down)
    popup = editor.field.completer().popup()
    assert popup.isVisible()
    assert popup.model().rowCount() > 200
    popup.hide()
    QTest.mouseClick(editor.field, Qt.MouseButton.LeftButton)
    assert popup.isVisible()
    popup.hide()


def test_a_state_that_is_no_more_is_kept_in_its_own_name(words: Words, show: Show) -> None:
    editor = country_editor(words)
    show(editor)
    type_text(editor.field, "Чехословакия, которой нет")
    press(editor.field, Qt.Key.Key_Return)
    assert editor.value() == "other:Чехословакия, которой нет"
    again = country_editor(words)
    again.show_value(editor.value())
    assert again.field.text() == "Чехословакия, которой нет"


def test_a_name_on_no_list_of_choices_is_no_answer_but_stays_in_sight(words: Words, show: Show) -> None:
    editor = make("select_one", words, 9)
    assert isinstance(editor, SearchEditor)
    show(editor)
    type_text(editor.field, "on a whale")
    press(editor.field, Qt.Key.Key_Return)
    assert editor.value() is None
    again = make("select_one", words, 9)
    again.restore(editor.draft())
    assert isinstance(again, SearchEditor)
    assert again.field.text() == "on a whale"


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
    from PySide6.QtWidgets import QLabel

    shown = (text for text in editor.findChildren(QLabel) if text.isVisible())
    return next((text.text() for text in shown if text.property("role") in ("understood", "problem")), "")


def other_ways(editor: DateEditor) -> None:
    link = next(link for link in editor.findChildren(LinkButton) if link.isVisible())
    link.click()


def test_a_date_is_typed_and_said_back(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "December")
    type_text(fields(editor)["Year"], "2022")
    editor.findChildren(QAbstractButton)[0].click()
    assert editor.value() == {"edtf": "2022-12~", "words": "", "calendar": "gregorian"}
    assert remark(editor) == "Understood as: about December 2022"


def tick(editor: DateEditor, name: str) -> QAbstractButton:
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


def test_a_season_asks_for_the_half_of_the_world_and_not_for_a_day(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    type_text(fields(editor)["Year"], "2019")
    choose(fields(editor)["Month or season"], "Winter")
    assert "Day" not in fields(editor)
    choose(fields(editor)["Which half of the world were you in?"], "the northern half")
    assert editor.value() == {"edtf": "2019-28", "words": "", "calendar": "gregorian"}


def test_a_stretch_and_own_words_are_behind_other_ways(words: Words, show: Show) -> None:
    editor = DateEditor(words)
    show(editor)
    assert len(fields(editor)) == 3
    other_ways(editor)
    choose(fields(editor)["How do you want to say it?"], "It lasted from one date to another")
    type_text(fields(editor)["In your own words, if you like"], "всю зиму")
    years = [
        line
        for line in editor.findChildren(QLineEdit)
        if line.property("room") == "year" and line.isVisible()
    ]
    type_text(years[0], "2021")
    type_text(years[1], "2022")
    assert [year.accessibleDescription() for year in years] == ["It began", "It ended"]
    assert editor.value() == {"edtf": "2021/2022", "words": "всю зиму", "calendar": "gregorian"}


def test_a_day_that_does_not_exist_is_told_of_when_the_field_is_left_and_is_kept(
    words: Words, show: Show
) -> None:
    editor = DateEditor(words)
    show(editor)
    choose(fields(editor)["Month or season"], "February")
    type_text(fields(editor)["Day"], "31")
    type_text(fields(editor)["Year"], "2022")
    assert remark(editor) == ""
    press(fields(editor)["Year"], Qt.Key.Key_Return)
    assert remark(editor).startswith("This month has no such day.")
    assert editor.value() == {"edtf": "", "words": "31 February 2022", "calendar": "gregorian"}


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


def test_no_long_text_field_keeps_a_history_of_undo_from_the_program(show: Show) -> None:
    editor = LongTextEditor()
    show(editor)
    editor.show_value("Что было раньше")
    field = editor.findChild(QPlainTextEdit)
    assert field is not None
    assert not field.document().isUndoAvailable()

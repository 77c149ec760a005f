"""Editors, each filled as people fill them: by keys, input methods, clicks and pastes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from intake.answers import Stored
from intake.form.kinds import Reader
from intake.form.kinds.numbers import read_integer
from intake.form.kinds.registry import ASKING_NOTHING, KINDS
from intake.form.model import Choice, Question
from intake.words import Words
from tests.support.a11y import complaints
from tests.support.typing_ import commit_text, press, type_text
from ui.editors import MOST_RADIOS, editor_for
from ui.editors.choosing import CheckEditor, RadioEditor
from ui.editors.editor import Editor
from ui.editors.searching import SearchEditor, country_editor
from ui.editors.texts import MOST_LINES, LineEditor, LongTextEditor, NumberEditor
from ui.pages.voice import Voice
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
    QApplication.processEvents()
    grown = editor.field.height()
    editor.show_value("\n".join("line" for _ in range(400)))
    QApplication.processEvents()
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
    editor = NumberEditor(read_integer)
    show(editor)
    type_text(editor.field, typed)
    assert editor.value() == stored


@pytest.mark.parametrize(("typed", "stored"), [("12,5", 12.5), ("12.5", 12.5), ("half", "half")])
def test_a_decimal_number_or_kept_as_typed(typed: str, stored: Stored, show: Show) -> None:
    editor = NumberEditor()
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


def test_a_search_that_is_not_finished_keeps_the_choice_made_before(words: Words, show: Show) -> None:
    editor = make("select_one", words, 9)
    assert isinstance(editor, SearchEditor)
    show(editor)
    chosen = choices(9)[0].name
    editor.show_value(chosen)
    editor.field.selectAll()
    type_text(editor.field, "on a wh")
    assert editor.unfinished
    assert editor.value() == chosen
    again = make("select_one", words, 9)
    again.show_value(chosen)
    again.restore(editor.draft())
    assert again.unfinished
    assert again.value() == chosen
    editor.field.clear()
    press(editor.field, Qt.Key.Key_Backspace)
    type_text(editor.field, " ")
    assert not editor.unfinished
    assert editor.value() is None


def test_no_long_text_field_keeps_a_history_of_undo_from_the_program(show: Show) -> None:
    editor = LongTextEditor()
    show(editor)
    editor.show_value("Что было раньше")
    field = editor.findChild(QPlainTextEdit)
    assert field is not None
    assert not field.document().isUndoAvailable()

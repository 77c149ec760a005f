"""Editors of the kinds that XLSForm brings, used by keys and clicks, and what an appearance changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from intake.answers import Stored
from intake.form.kinds.registry import KINDS
from intake.form.model import Choice, Question
from intake.words import Words
from tests.support.a11y import complaints, missed, stops
from tests.support.typing_ import press, type_text
from ui.editors import editor_for
from ui.editors.choosing import CheckEditor, DropDownEditor, RadioEditor, TickEditor
from ui.editors.days import DayEditor, TypedDay, typed_day
from ui.editors.editor import Editor
from ui.editors.other import OtherEditor
from ui.editors.ranking import RankEditor
from ui.editors.scales import RangeEditor
from ui.editors.searching import SearchEditor
from ui.editors.texts import LongTextEditor, NumberEditor
from ui.pages.voice import Voice
from ui.widgets.labels import label

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard")

Show = Callable[[QWidget], QWidget]
ASKED = Question("asked", "text", "Asked?", choice_list="list")
QUESTIONS: dict[str, tuple[Question, Stored]] = {
    "date": (replace(ASKED, kind="date"), "2022-03-14"),
    "no date": (replace(ASKED, kind="date"), "about 2022-3-"),
    "time": (replace(ASKED, kind="time"), "14:30"),
    "no time": (replace(ASKED, kind="time"), "after lunch"),
    "datetime": (replace(ASKED, kind="datetime"), "2022-03-14T14:30"),
    "no datetime": (replace(ASKED, kind="datetime"), "-3-Tnoon"),
    "range": (replace(ASKED, kind="range", parameters={"start": "0", "end": "1", "step": "0.1"}), 0.3),
    "rank": (replace(ASKED, kind="rank"), ("third", "first", "second")),
    "rank of an older list": (replace(ASKED, kind="rank"), ("gone", "third", "first", "second")),
    "acknowledge": (replace(ASKED, kind="acknowledge"), "OK"),
    "barcode": (replace(ASKED, kind="barcode"), "4006381333931"),
    "multiline": (replace(ASKED, appearance=("multiline",)), "one\ntwo"),
    "minimal": (replace(ASKED, kind="select_one", appearance=("minimal",)), "second"),
    "minimal of an older list": (replace(ASKED, kind="select_one", appearance=("minimal",)), "gone"),
    "autocomplete": (replace(ASKED, kind="select_one", appearance=("autocomplete",)), "third"),
    "likert": (replace(ASKED, kind="select_one", appearance=("likert",)), "first"),
    "one other": (replace(ASKED, kind="select_one", or_other=True), "other:Верхом"),
    "one other without words": (replace(ASKED, kind="select_one", or_other=True), "other:"),
    "one of the list": (replace(ASKED, kind="select_one", or_other=True), "second"),
    "dropped down other": (
        replace(ASKED, kind="select_one", or_other=True, appearance=("minimal",)),
        "other:Верхом",
    ),
    "searched other": (
        replace(ASKED, kind="select_one", or_other=True, appearance=("autocomplete",)),
        "other:Верхом",
    ),
    "several and other": (replace(ASKED, kind="select_multiple", or_other=True), ("first", "other:Верхом")),
}
CHOICES = tuple(Choice(name, f"The {name} choice & more") for name in ("first", "second", "third"))


def make(question: Question, words: Words) -> Editor:
    made = editor_for(question, CHOICES, words, Words.load("en", Path()))
    assert made is not None
    made.name_after(named := label("Where was it?"), "Any town is fine")
    named.setParent(made)
    return made


def day_editor(words: Words, show: Show) -> DayEditor:
    editor = make(QUESTIONS["date"][0], words)
    assert isinstance(editor, DayEditor)
    show(editor)
    return editor


def problem(editor: QWidget) -> str:
    return " ".join(
        it.text() for it in editor.findChildren(QLabel) if it.isVisible() and it.property("role") == "problem"
    )


def button(editor: QWidget, text: str) -> QAbstractButton:
    return next(it for it in editor.findChildren(QAbstractButton) if it.accessibleName() == text)


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_editor_shows_and_gives_back_what_is_stored(name: str, words: Words, show: Show) -> None:
    question, value = QUESTIONS[name]
    editor = make(question, words)
    show(editor)
    told = QSignalSpy(editor.changed)
    assert editor.value() is None
    editor.show_value(value)
    assert editor.value() == value
    editor.show_value(None)
    assert editor.value() is None
    assert told.count() == 0


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("language", ["es", "ru"])
def test_a_draft_comes_back_in_another_language(
    name: str, language: str, words: Words, voices: dict[str, Voice], show: Show
) -> None:
    question, value = QUESTIONS[name]
    before, after = make(question, words), make(question, voices[language].words)
    show(before)
    before.show_value(value)
    after.show_value(value)
    after.restore(before.draft())
    assert after.value() == value


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_control_has_a_name_is_large_enough_and_is_reached_with_tab(
    name: str, words: Words, show: Show
) -> None:
    question, value = QUESTIONS[name]
    editor = make(question, words)
    show(editor)
    editor.show_value(value)
    assert complaints(editor) == []
    editor.setFocus()
    assert missed(editor, stops(editor)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("minimal", DropDownEditor),
        ("autocomplete", SearchEditor),
        ("likert", RadioEditor),
        ("multiline", LongTextEditor),
        ("searched other", SearchEditor),
        ("several and other", OtherEditor),
    ],
)
def test_an_appearance_chooses_the_editor(name: str, kind: type[Editor], words: Words) -> None:
    assert isinstance(make(QUESTIONS[name][0], words), kind)


def test_likert_stands_in_a_row(words: Words, show: Show) -> None:
    column, row = make(replace(ASKED, kind="select_one"), words), make(QUESTIONS["likert"][0], words)
    show(column)
    show(row)
    assert len({it.mapTo(row, QPoint()).y() for it in row.findChildren(QAbstractButton)}) == 1
    assert all(it.height() < 2 * it.fontMetrics().lineSpacing() for it in row.findChildren(QAbstractButton))
    assert len({it.mapTo(column, QPoint()).y() for it in column.findChildren(QAbstractButton)}) == 3


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_only_read_or_worked_out_has_no_editor(kind: str, words: Words) -> None:
    assert editor_for(replace(ASKED, kind=kind, read_only=True), CHOICES, words, words) is None


def test_a_scale_that_makes_no_sense_is_a_plain_number(words: Words) -> None:
    editor = make(replace(ASKED, kind="range", parameters={"step": "0"}), words)
    assert type(editor) is NumberEditor


def test_a_day_is_typed_in_three_fields_and_told_of(words: Words, show: Show) -> None:
    editor = day_editor(words, show)
    told = QSignalSpy(editor.changed)
    day, year = editor.findChildren(QLineEdit)
    type_text(day, "7")
    type_text(year, "2022")
    assert editor.value() == "2022--7"
    editor.show_value("2022-11-7")
    assert editor.value() == "2022-11-07"
    assert told.count() == 5


def test_what_is_no_day_is_explained_when_the_field_is_left_and_not_before(words: Words, show: Show) -> None:
    editor = day_editor(words, show)
    day, _ = editor.findChildren(QLineEdit)
    day.setFocus()
    type_text(day, "31")
    assert problem(editor) == ""
    press(day, Qt.Key.Key_Tab)
    assert "What you wrote stays" in problem(editor)
    editor.show_value("2022-02-28")
    assert problem(editor) == ""


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (TypedDay(), ""),
        (TypedDay("14", 3, "2022"), "2022-03-14"),
        (TypedDay("١٤", 3, "٢٠٢٢"), "2022-03-14"),
        (TypedDay("29", 2, "2024"), "2024-02-29"),
        (TypedDay("29", 2, "2023"), "2023-2-29"),
        (TypedDay("1", 3, "22"), "22-3-1"),
        (TypedDay("", 3, ""), "-3-"),
        (TypedDay("x", 0, "a-b"), "a–b--x"),
    ],
)
def test_fields_make_a_day_or_keep_what_was_typed(typed: TypedDay, text: str) -> None:
    assert typed.text() == text
    assert typed_day(text).text() == text


@pytest.mark.parametrize("text", ["2022-13-01", "2022-²-01", "whatever", "2022-03-14-15"])
def test_any_stored_text_finds_a_place_in_the_fields(text: str) -> None:
    typed = typed_day(text)
    assert typed.day + typed.year


def test_the_slider_and_the_field_go_together(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["range"][0], words)
    assert isinstance(editor, RangeEditor)
    show(editor)
    told = QSignalSpy(editor.changed)
    press(editor.slider, Qt.Key.Key_Home)
    assert editor.value() == 0
    press(editor.slider, Qt.Key.Key_Right)
    assert editor.value() == 0.1
    assert told.count() == 2
    editor.field.clear()
    type_text(editor.field, "0,7")
    assert editor.slider.value() == 7
    type_text(editor.field, "5")
    assert (editor.value(), editor.slider.value()) == (0.75, 7)


def test_the_wheel_changes_no_answer(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["range"][0], words)
    assert isinstance(editor, RangeEditor)
    show(editor)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.slider, wheel)
    assert editor.value() is None


def test_an_order_is_told_by_moving_lines(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["rank"][0], words)
    assert isinstance(editor, RankEditor)
    show(editor)
    told = QSignalSpy(editor.changed)
    assert not editor.up.isEnabled()
    press(editor.list, Qt.Key.Key_Down)
    editor.up.click()
    assert editor.value() == ("second", "first", "third")
    assert editor.list.lines()[0] == "1. The second choice & more"
    editor.down.click()
    editor.down.click()
    assert editor.value() == ("first", "third", "second")
    assert not editor.down.isEnabled()
    assert told.count() == 3


def test_the_order_as_it_stands_is_an_answer_only_when_it_is_said_to_be(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["rank"][0], words)
    show(editor)
    assert editor.value() is None
    button(editor, "This order is right").click()
    assert editor.value() == ("first", "second", "third")


def test_an_order_of_nothing_is_no_answer_and_cannot_be_moved(words: Words, show: Show) -> None:
    editor = RankEditor([], words)
    show(editor)
    button(editor, "This order is right").click()
    assert editor.value() is None
    assert not editor.up.isEnabled()
    assert not editor.down.isEnabled()


def test_a_tick_is_set_and_taken_back(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["acknowledge"][0], words)
    assert isinstance(editor, TickEditor)
    show(editor)
    editor.tick.click()
    assert editor.value() == "OK"
    editor.tick.click()
    assert editor.value() is None


def test_what_is_not_on_the_list_is_said_in_ones_own_words(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["one other"][0], words)
    assert isinstance(editor, OtherEditor)
    show(editor)
    assert not editor.field.isVisible()
    button(editor, "Other").click()
    assert editor.field.isVisible()
    type_text(editor.field, "horse")
    assert editor.value() == "other:horse"
    button(editor, "The first choice & more").click()
    assert editor.value() == "first"
    assert not editor.field.isVisible()
    button(editor, "Other").click()
    assert editor.value() == "other:horse", "a slip of the hand loses nothing"


def test_other_stands_beside_choices_that_are_ticked(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["several and other"][0], words)
    assert isinstance(editor.findChild(CheckEditor), CheckEditor)
    show(editor)
    button(editor, "The second choice & more").click()
    button(editor, "Other").click()
    assert editor.value() == ("second", "other:")


def test_a_choice_from_the_list_that_drops_down_is_told_of(words: Words, show: Show) -> None:
    editor = make(QUESTIONS["minimal"][0], words)
    assert isinstance(editor, DropDownEditor)
    show(editor)
    told = QSignalSpy(editor.changed)
    press(editor.field, Qt.Key.Key_Down)
    assert editor.value() == "first"
    assert told.count() == 1

"""What a screen reader writes or chooses for somebody is told of as what is typed and clicked."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QWidget

from intake.words import Words
from ui.editors.choosing import CheckEditor, RadioEditor
from ui.editors.searching import country_editor
from ui.editors.texts import LineEditor, LongTextEditor
from ui.widgets.choice import ChoiceCheck, ChoiceRadio

Show = Callable[[QWidget], QWidget]
OFFERED = (("bus", "By bus"), ("foot", "On foot"))


def write(field: QWidget, text: str) -> None:
    known = QAccessible.queryAccessibleInterface(field)
    known.editableTextInterface().replaceText(0, known.textInterface().characterCount(), text)


def toggle(button: QWidget) -> None:
    action = QAccessible.queryAccessibleInterface(button).actionInterface()
    action.doAction(action.toggleAction())


@pytest.mark.parametrize("make", [LineEditor, LongTextEditor])
def test_a_text_that_is_written_for_somebody_is_told_of(
    make: type[LineEditor] | type[LongTextEditor], show: Show
) -> None:
    editor = make()
    show(editor)
    told = QSignalSpy(editor.changed)
    write(editor.field, "Казань")
    assert told.count() >= 1
    assert editor.value() == "Казань"


def test_what_the_program_shows_is_told_of_by_nobody(show: Show) -> None:
    line, radios, checks = LineEditor(), RadioEditor(OFFERED), CheckEditor(OFFERED)
    for editor, value in ((line, "Казань"), (radios, "bus"), (checks, ("bus", "foot"))):
        show(editor)
        told = QSignalSpy(editor.changed)
        editor.show_value(value)
        editor.show_value(None)
        assert told.count() == 0


def test_a_country_is_found_by_what_is_written_for_somebody(words: Words, show: Show) -> None:
    editor = country_editor(words)
    editor.name_after(QLabel("Country"), "")
    show(editor)
    told = QSignalSpy(editor.changed)
    write(editor.field, "Georgia")
    assert told.count() >= 1
    assert editor.value() == "GE"


def test_a_choice_that_is_made_for_somebody_is_told_of_once(show: Show) -> None:
    editor = RadioEditor(OFFERED)
    show(editor)
    told = QSignalSpy(editor.changed)
    bus, foot = editor.findChildren(ChoiceRadio)
    toggle(foot)
    assert (editor.value(), told.count()) == ("foot", 1)
    toggle(bus)
    assert (editor.value(), told.count()) == ("bus", 2)


def test_a_tick_is_told_of_when_it_is_taken_and_when_it_is_left(show: Show) -> None:
    editor = CheckEditor(OFFERED)
    show(editor)
    told = QSignalSpy(editor.changed)
    first, _ = editor.findChildren(ChoiceCheck)
    toggle(first)
    assert (editor.value(), told.count()) == (("bus",), 1)
    toggle(first)
    assert (editor.value(), told.count()) == (None, 2)

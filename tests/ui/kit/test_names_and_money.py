"""Names in two scripts, amounts of money, telephone numbers: helped with, never filled in unasked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from intake.answers import Path, State
from intake.interview import Spot
from tests.support.a11y import complaints, missed, stops
from tests.support.typing_ import type_text
from tests.ui.kit.conftest import Sitting
from ui.editors.money import CURRENCIES, MoneyEditor
from ui.editors.texts import LineEditor, PhoneEditor
from ui.pages.question_page import QuestionPage
from ui.pages.voice import STATES, Voice
from ui.widgets.buttons import LinkButton

Show = Callable[[QWidget], QWidget]


def links(page: QWidget, text: str) -> list[LinkButton]:
    return [it for it in page.findChildren(LinkButton) if it.isVisible() and it.text() == text]


@pytest.fixture
def passport(sitting: Sitting, voice: Voice, show: Show) -> QuestionPage:
    sitting.give("family_name", "Образцова")
    sitting.give("given_names", "Marina")
    page = QuestionPage(Spot("passport_name"), voice, sitting.current)
    show(page)
    return page


def field_of(page: QuestionPage, question: str) -> LineEditor:
    editor = page._blocks[Path(question)].editor
    assert isinstance(editor, LineEditor)
    return editor


def test_latin_letters_are_guessed_only_when_asked_for_and_taken_only_when_told(
    passport: QuestionPage,
) -> None:
    field = field_of(passport, "family_name_latin")
    assert field.value() is None
    (ask,) = links(passport, "Suggest Latin letters")
    ask.click()
    said = [it.text() for it in passport.findChildren(QLabel) if it.isVisible()]
    assert any(it.startswith("A guess: OBRAZTSOVA.") for it in said)
    assert field.value() is None
    edited = QSignalSpy(passport.edited)
    (take,) = links(passport, "Use this guess")
    take.click()
    assert field.value() == "OBRAZTSOVA"
    assert edited.count() == 1


def test_a_name_in_latin_letters_needs_no_guess(passport: QuestionPage) -> None:
    assert len(links(passport, "Suggest Latin letters")) == 1  # of the family name alone


def test_everything_about_a_guess_is_heard_and_reached(passport: QuestionPage) -> None:
    (ask,) = links(passport, "Suggest Latin letters")
    ask.click()
    passport.first_field().setFocus()
    assert complaints(passport) == []
    assert missed(passport, stops(passport)) == []


def test_an_amount_is_kept_in_own_words_with_the_currency_that_was_chosen(voice: Voice, show: Show) -> None:
    editor = MoneyEditor(voice.words)
    show(editor)
    type_text(editor.field, "около 2 000")
    assert editor.value() == "около 2 000"
    editor.currency.setCurrentIndex(1 + CURRENCIES.index("MXN"))
    assert editor.value() == "около 2 000 MXN"
    assert complaints(editor) == []


@pytest.mark.parametrize("text", ["7000 USD", "all we had", "two cows and 300 GEL", "USD", "100 ABC", "5 "])
def test_an_amount_that_is_shown_comes_back_as_it_was(text: str, voice: Voice) -> None:
    editor = MoneyEditor(voice.words)
    editor.show_value(text)
    assert editor.value() == text.strip()


def test_a_currency_without_an_amount_is_no_answer_yet_and_is_not_lost(voice: Voice) -> None:
    editor = MoneyEditor(voice.words)
    editor.currency.setCurrentIndex(3)
    assert editor.value() is None
    again = MoneyEditor(voice.words)
    again.restore(editor.draft())
    assert again.currency.currentIndex() == 3


def test_a_telephone_number_runs_from_left_to_right_also_in_a_mirrored_window(
    mirrored: None, show: Show
) -> None:
    editor = PhoneEditor()
    show(editor)
    assert editor.field.layoutDirection() is Qt.LayoutDirection.LeftToRight
    type_text(editor.field, "+1 (555) 010-2030")
    assert editor.value() == "+1 (555) 010-2030"


def test_yes_no_and_what_stands_in_for_an_answer_are_said_in_both_languages(
    teacher: Sitting, voices: dict[str, Voice], show: Show
) -> None:
    russian, english = voices["ru"], voices["en"]
    both = Voice(russian.words, russian.pack, english.pack, english.words)
    interview = teacher.interview
    spot = next(
        it
        for part in interview.form.sections
        for it in interview.spots(part.name)
        if {interview.form.questions[path.question].kind for path in interview.paths(it)} == {"yes_no"}
    )

    def said(voice: Voice) -> set[str]:
        page = QuestionPage(spot, voice, teacher.current)
        show(page)
        for link in links(page, russian.say("I can't answer this, or would rather not")):
            link.click()
        return {it.accessibleName() or it.text() for it in page.findChildren(QAbstractButton)}

    two, one = said(both), said(russian)
    later = russian.say(STATES[State.LATER])
    assert {"Да / Yes", "Нет / No", f"{later} / Later"} <= two
    assert {"Да", "Нет", later} <= one


def test_questions_and_choices_stand_in_two_languages_where_an_interpreter_sits(
    teacher: Sitting, voices: dict[str, Voice], show: Show
) -> None:
    russian, english = voices["ru"], voices["en"]
    both = Voice(russian.words, russian.pack, english.pack)
    form = teacher.interview.form
    name = next(q.name for q in form.questions.values() if q.choice_list == "sexes")
    spot = next(
        it
        for part in form.sections
        for it in teacher.interview.spots(part.name)
        if Path(name) in teacher.interview.paths(it)
    )
    page = QuestionPage(spot, both, teacher.current)
    show(page)
    said = [it.text() for it in page.findChildren(QLabel) if it.isVisible()]
    question = form.questions[name]
    assert russian.question(question, "label", teacher.interview, None) in said
    assert any(question.label in it for it in said)

"""The page of questions, used as people use it, over a real interview."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QLineEdit, QRadioButton, QWidget

from intake.answers import Answer, Path, State, Stored
from intake.form.expressions import Shape, compile_choice_filter
from intake.form.model import Choice, ChoiceList, Form, Page, Question, Section
from intake.interview import Spot
from tests.support.a11y import heard_as
from tests.support.typing_ import press, type_text
from tests.ui.kit.conftest import Sitting
from ui.pages.question_page import QuestionPage
from ui.pages.voice import STATES, Voice
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.card import ErrorSummary

Show = Callable[[QWidget], QWidget]
LEG = "7FQ2A0B1C2"


def page_at(sitting: Sitting, voice: Voice, item: str, entry: str | None = None) -> QuestionPage:
    return QuestionPage(Spot(item, entry), voice, sitting.current)


def taken(page: QuestionPage) -> dict[Path, Stored | None]:
    """What was typed since this was last asked."""
    return {path: page.take(path) for path in page.pending()}


def texts(page: QWidget) -> list[str]:
    """Every text in sight, as shown."""
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible()]


def field_of(page: QWidget, question: str) -> QLineEdit:
    return next(it for it in page.findChildren(QLineEdit) if it.isVisible() and heard_as(it) == question)


def link(page: QWidget, text: str) -> LinkButton:
    return next(it for it in page.findChildren(LinkButton) if it.isVisible() and it.text() == text)


def press_continue(page: QWidget) -> None:
    page.findChild(PrimaryButton).click()


@pytest.fixture
def leg(sitting: Sitting) -> Sitting:
    """One part of a journey that has begun to be told."""
    sitting.add_entry("legs", LEG)
    sitting.give("leg_from_city", "Екатеринбург", entry=LEG)
    return sitting


def test_typing_is_told_of_at_once_and_read_once(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(sitting, voice, "own_name")
    show(page)
    edited = QSignalSpy(page.edited)
    first = page.findChildren(QLineEdit)[0]
    type_text(first, "Орлова")
    assert edited.at(0) == [Path("family_name")]
    assert taken(page) == {Path("family_name"): "Орлова"}
    assert taken(page) == {}
    first.clear()
    type_text(first, " ")
    assert taken(page) == {Path("family_name"): None}


def test_saving_what_is_typed_moves_neither_text_nor_cursor(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "own_name")
    show(page)
    first = page.findChildren(QLineEdit)[0]
    type_text(first, "Орлова ")
    first.setCursorPosition(2)
    for path, value in taken(page).items():
        page.apply(sitting.give(path.question, value))
    assert (first.text(), first.cursorPosition()) == ("Орлова ", 2)


def test_what_is_typed_later_than_it_was_read_is_not_put_back(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "own_name")
    show(page)
    first = page.findChildren(QLineEdit)[0]
    type_text(first, "Ор")
    pending = taken(page)
    type_text(first, "лова")
    page.apply(sitting.give("family_name", pending[Path("family_name")]))
    assert first.text() == "Орлова"
    assert taken(page) == {Path("family_name"): "Орлова"}


def test_a_question_appears_and_goes_with_the_answer_it_hangs_on(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "citizen")
    show(page)
    hidden = sitting.current().form.questions["citizenship_lost"].label
    assert hidden not in texts(page)
    page.apply(sitting.give("citizen_anywhere", "no"))
    assert hidden in texts(page)
    page.apply(sitting.give("citizen_anywhere", "yes"))
    assert hidden not in texts(page)


def test_a_question_that_appears_stands_where_the_form_has_it(leg: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(leg, voice, "leg_help", LEG)
    show(page)
    page.apply(leg.give("leg_paid", "yes", entry=LEG))
    page.apply(leg.give("leg_helped", "yes", entry=LEG))
    QApplication.sendPostedEvents()
    form = leg.current().form
    labels = [it for it in page.findChildren(QLabel) if it.isVisible() and it.property("role") == "asked"]
    in_sight = [it.text() for it in sorted(labels, key=lambda it: it.mapTo(page, it.rect().topLeft()).y())]
    wanted = [
        q.label
        for q in form.questions.values()
        if q.name in {p.question for p in leg.current().paths(page.spot)}
    ]
    assert in_sight == wanted


def test_an_answer_fills_the_texts_that_name_it(leg: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(leg, voice, "leg_dates", LEG)
    show(page)
    assert "When did you leave Екатеринбург?" in texts(page)
    assert "When did you arrive in …?" in texts(page)
    page.apply(leg.give("leg_to_city", "<b>Стамбул</b> & co", entry=LEG))
    assert "When did you arrive in <b>Стамбул</b> & co?" in texts(page)


def test_a_name_with_an_ampersand_is_heard_and_seen_whole_when_it_changes(voice: Voice, show: Show) -> None:
    city, why = Question("city", "text", "Where?"), Question("why", "text", "Why ${city}?")
    page = Page("p", "P", (city, why))
    sitting = Sitting(Form("f", "1", "F", "0", ("en",), (Section("s", "S", (page,)),), {}))
    shown = QuestionPage(Spot("p"), voice, sitting.current)
    show(shown)
    for name in ("Bread & Salt", "This & that & more"):
        shown.apply(sitting.give("city", name))
        assert field_of(shown, f"Why {name}?").isVisible()


def test_choices_follow_the_answer_they_are_filtered_by(voice: Voice, show: Show) -> None:
    kinds = ChoiceList("kinds", (Choice("city", "City"), Choice("sea", "Sea")))
    known = (("Rome", "city"), ("Oslo", "city"), ("Aral", "sea"))
    places = ChoiceList("places", tuple(Choice(name, name, {"of": of}) for name, of in known))
    shape = Shape("f", "group", (Shape("kind", "question"), Shape("place", "question")))
    questions = (
        Question("kind", "select_one", "Kind?", choice_list="kinds"),
        Question(
            "place",
            "select_one",
            "Place?",
            choice_list="places",
            choice_filter=compile_choice_filter("of = ${kind}", shape, "place", ("of",)),
        ),
    )
    page = Page("p", "P", questions)
    form = Form(
        "f", "1", "F", "0", ("en",), (Section("s", "S", (page,)),), {"kinds": kinds, "places": places}
    )
    sitting = Sitting(form)
    shown = QuestionPage(Spot("p"), voice, sitting.current)
    show(shown)
    for kind, offered in (("city", ["Rome", "Oslo"]), ("sea", ["Aral"])):
        shown.apply(sitting.give("kind", kind))
        radios = [it.accessibleName() for it in shown.findChildren(QRadioButton) if it.isVisible()]
        assert radios == ["City", "Sea", *offered]


def test_a_state_takes_the_place_of_the_field_and_can_be_changed(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "birth_date")
    show(page)
    answered = QSignalSpy(page.answered)
    link(page, "I don't remember").click()
    assert answered.at(0) == [Path("birth_date"), State.DONT_REMEMBER]
    assert heard_as(QApplication.focusWidget()) == "Change"
    page.apply(sitting.state("birth_date", State.DONT_REMEMBER))
    assert "Your answer: I don't remember" in texts(page)
    assert not any(it.isVisible() for it in page.findChildren(QLineEdit))
    link(page, "Change").click()
    assert answered.at(1) == [Path("birth_date"), None]
    assert any(it.isVisible() for it in page.findChildren(QLineEdit))


@pytest.mark.parametrize("state", list(State))
def test_every_state_can_be_chosen_under_a_question(
    sitting: Sitting, voice: Voice, show: Show, state: State
) -> None:
    page = page_at(sitting, voice, "birth_date")
    show(page)
    answered = QSignalSpy(page.answered)
    link(page, STATES[state]).click()
    assert answered.at(0) == [Path("birth_date"), state]
    page.apply(sitting.state("birth_date", state))
    assert f"Your answer: {STATES[state]}" in texts(page)


def test_changing_ones_mind_about_a_state_brings_back_what_was_typed(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "birth_place")
    show(page)
    city = page.findChildren(QLineEdit)[0]
    type_text(city, "Шадринск")
    link(page, "I can't answer this, or would rather not").click()
    link(page, "Later").click()
    assert taken(page) == {}, "the state is the answer now"
    page.apply(sitting.state("birth_city", State.LATER))
    link(page, "Change").click()
    assert city.isVisible()
    assert taken(page) == {Path("birth_city"): "Шадринск"}


def test_a_chosen_radio_can_be_taken_back(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(sitting, voice, "citizen")
    show(page)
    answered = QSignalSpy(page.answered)
    page.apply(sitting.give("citizen_anywhere", "no"))
    link(page, "Clear my answer").click()
    assert answered.at(0) == [Path("citizen_anywhere"), None]
    assert "Clear my answer" not in [it.text() for it in page.findChildren(LinkButton) if it.isVisible()]


def test_enter_goes_to_the_next_field_and_at_last_to_the_button(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "own_name")
    show(page)
    page.first_field().setFocus()
    for _ in range(3):
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), PrimaryButton)
    moved = QSignalSpy(page.moved_on)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert moved.count() == 1


def test_something_to_look_at_asks_to_stay_once_and_never_twice(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    sitting.give("a_number_given", "yes")
    page = page_at(sitting, voice, "a_number_page")
    show(page)
    page.apply(sitting.give("a_number", "12"))
    said = page.findChildren(QLabel)
    problem = next(it for it in said if it.property("role") == "problem" and it.isVisible())
    assert problem.text() == sitting.current().form.questions["a_number"].constraint_message
    assert page.hold_for_problems()
    summary = page.findChild(ErrorSummary)
    assert summary.hasFocus()
    assert problem.text() in texts(summary)
    link(summary, "Go there").click()
    assert heard_as(QApplication.focusWidget()) == sitting.current().form.questions["a_number"].label
    assert not page.hold_for_problems()
    page.apply(sitting.give("a_number", "A123456789"))
    assert not problem.isVisible()
    assert not page.hold_for_problems()
    assert not summary.isVisible()


NO_DAY = "This month has no such day. Please look at the day, or leave it empty."


def collect(page: QuestionPage, sitting: Sitting) -> None:
    """Put what was typed among the answers."""
    for path, value in taken(page).items():
        page.apply(sitting.give(path.question, value, entry=path.entry))


def test_fields_that_make_no_date_ask_to_stay_once_and_say_so_once(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "birth_date")
    show(page)
    type_text(field_of(page, "Day"), "32")
    collect(page, sitting)
    assert NO_DAY not in texts(page), "not to someone who is still typing"
    assert page.hold_for_problems()
    assert page.findChild(ErrorSummary).hasFocus()
    assert texts(page).count(NO_DAY) == 1
    assert not page.hold_for_problems()


def test_on_a_page_with_several_questions_the_summary_leads_to_the_date(
    leg: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(leg, voice, "leg_dates", LEG)
    show(page)
    page.apply(leg.give("leg_left", {"edtf": "", "words": "", "typed": {"first": {"year": "0"}}}, entry=LEG))
    assert page.hold_for_problems()
    summary = page.findChild(ErrorSummary)
    assert "There is no year 0. Please look at the year." in texts(summary)
    link(summary, "Go there").click()
    assert heard_as(QApplication.focusWidget()) == "Month or season"


def test_a_date_in_own_words_alone_is_an_answer_and_holds_nobody(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = page_at(sitting, voice, "birth_date")
    show(page)
    link(page, "Say it in your own words").click()
    type_text(field_of(page, "In your own words, if you like"), "зимой, после праздников")
    collect(page, sitting)
    assert not page.hold_for_problems()
    assert "Kept in your own words." in texts(page)
    assert sitting.current().problem(Path("birth_date")) is None


def test_a_date_to_look_at_is_said_as_it_is_understood(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(sitting, voice, "birth_date")
    show(page)
    type_text(field_of(page, "Year"), "2091")
    assert "Understood as: 2091" in texts(page)
    collect(page, sitting)
    said = sitting.current().form.questions["birth_date"].constraint_message
    assert page.hold_for_problems()
    assert texts(page).count(said) == 1
    assert "Understood as: 2091" in texts(page)
    field_of(page, "Year").clear()
    type_text(field_of(page, "Year"), "1990")
    collect(page, sitting)
    assert said not in texts(page)
    assert "Understood as: 1990" in texts(page)


def test_a_page_with_nothing_to_look_at_lets_go(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(sitting, voice, "own_name")
    show(page)
    assert not page.hold_for_problems()


def test_a_page_built_anew_in_another_language_keeps_every_letter_and_the_focus(
    leg: Sitting, voices: dict[str, Voice], show: Show
) -> None:
    before = page_at(leg, voices["en"], "leg_dates", LEG)
    show(before)
    lines = [it for it in before.findChildren(QLineEdit) if it.isVisible()]
    type_text(lines[0], "31")
    type_text(lines[3], "20")
    lines[3].setFocus()
    draft = before.draft()
    after = page_at(leg, voices["ru"], "leg_dates", LEG)
    show(after)
    after.restore(draft)
    shown = [it.text() for it in after.findChildren(QLineEdit) if it.isVisible()]
    assert sorted(filter(None, shown)) == ["20", "31"]
    arrived = leg.current().form.questions["leg_arrived"]
    spoken = voices["ru"].question(arrived, "label", leg.current(), LEG)
    box = next(it for it in after.findChildren(QGroupBox) if it.accessibleName() == spoken)
    assert box.isAncestorOf(QApplication.focusWidget())


def test_a_state_offered_is_worded_for_every_stored_state() -> None:
    assert set(STATES) == set(State)


def test_a_note_is_read_and_passed(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = page_at(sitting, voice, "journey_note")
    show(page)
    assert isinstance(page.first_field(), PrimaryButton)
    assert taken(page) == {}


def test_an_answer_of_another_kind_than_the_question_has_now_is_shown_and_kept(
    voice: Voice, show: Show
) -> None:
    asked = Question("age", "integer", "How old were you?")
    page = Page("age", "How old were you?", (asked,))
    form = Form("f", "1", "F", "0", ("en",), (Section("s", "S", (page,)),), {})
    sitting = Sitting(form)
    sitting.interview, _ = sitting.interview.answer(
        Path("age"), Answer(("nine", "ten"), kind="select_multiple")
    )
    shown = QuestionPage(Spot("age"), voice, sitting.current)
    show(shown)
    assert shown.findChildren(QLineEdit)[0].text() == "nine ten"
    assert taken(shown) == {}

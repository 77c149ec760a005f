"""What a reviewer has half written is kept or asked about; what was only looked at stays as it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from intake.answers import Path
from intake.record import How, Note, Translation
from tests.ui.desk.conftest import Review
from ui.desk.dossier import Dossier
from ui.desk.forms import Form
from ui.desk.read_back_form import ReadBackForm
from ui.desk.review_page import ReviewPage

NAME = Path("family_name")
THEIRS = Translation(
    "T000000001",
    datetime(2026, 11, 1, tzinfo=UTC),
    "A. Example (fictional)",
    NAME,
    ("в школе звали иначе", "и дома тоже"),
    ("at school I was called otherwise", ""),
    "A. Example (fictional)",
    How.CERTIFIED,
    "I am competent to translate from Russian into English.",
    date(2026, 11, 1),
)


@pytest.fixture
def page(review: Review, dossier: Dossier) -> ReviewPage:
    """At an answer of two paragraphs in Russian."""
    there = dossier.interview.answers.get(NAME)
    assert there is not None
    russian = replace(there, value="\n".join(THEIRS.of), language="ru")
    dossier.session.interview, _ = dossier.interview.answer(NAME, russian)
    page = review("en")
    page.refresh()
    page.answers.go_to(NAME)
    return page


def form_on(page: ReviewPage) -> Form:
    assert page.answers.side.form is not None
    return page.answers.side.form


def first_text(page: ReviewPage) -> QPlainTextEdit:
    return form_on(page).findChildren(QPlainTextEdit)[0]


def escape(page: ReviewPage) -> None:
    QTest.keyClick(form_on(page), Qt.Key.Key_Escape)


def notes(dossier: Dossier) -> list[tuple[str, Path | None]]:
    return [(note.text, note.path) for note in dossier.record.notes]


def test_english_that_is_begun_stays_when_another_form_comes(page: ReviewPage, dossier: Dossier) -> None:
    page.answers.translate()
    first_text(page).setPlainText("at school")
    page.answers.note()
    (kept,) = dossier.record.translations
    assert kept.paragraphs == ("at school", "")
    assert kept.by == dossier.session.sitting.name


def test_a_question_that_is_begun_becomes_a_note_when_another_form_comes(
    page: ReviewPage, dossier: Dossier
) -> None:
    page.answers.ask()
    first_text(page).setPlainText("half a question")
    page.answers.propose()
    assert notes(dossier) == [("half a question", NAME)]
    assert dossier.record.queries == ()


def test_a_proposal_that_is_begun_becomes_a_note_at_a_lock(page: ReviewPage, dossier: Dossier) -> None:
    page.answers.propose()
    form_on(page).findChildren(QLineEdit)[0].setText("Образцова-Примерова")
    first_text(page).setPlainText("так в паспорте")
    page.answers.rest()
    assert notes(dossier) == [("Half a proposal: Образцова-Примерова\nтак в паспорте", NAME)]
    assert dossier.record.proposals == ()


def test_a_name_typed_while_a_section_is_confirmed_is_not_lost(page: ReviewPage, dossier: Dossier) -> None:
    page.answers.read_back()
    line = form_on(page).findChild(QLineEdit, "interpreter")
    assert line is not None
    line.setText("I. Nterpreter (fictional)")
    page.answers.rest()
    ((text, _path),) = notes(dossier)
    assert "I. Nterpreter (fictional)" in text
    assert dossier.record.read_backs == ()


def test_what_was_only_opened_is_stored_by_nobody(page: ReviewPage, dossier: Dossier) -> None:
    for act in (page.answers.translate, page.answers.propose, page.answers.read_back, page.answers.ask):
        act()
        page.answers.rest()
    assert dossier.record.translations == ()
    assert notes(dossier) == []


@pytest.mark.parametrize("leave", ["lock", "keep"])
def test_a_certified_translation_that_was_only_looked_at_stays_its_makers(
    page: ReviewPage, dossier: Dossier, leave: str
) -> None:
    dossier.put(THEIRS)
    page.answers.translate()
    if leave == "lock":
        page.answers.rest()
    else:
        QTest.keyClick(form_on(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dossier.record.translations == (THEIRS,)


def test_a_lock_while_a_note_is_changed_changes_that_note(page: ReviewPage, dossier: Dossier) -> None:
    note = Note(*dossier.stamp(), "ask the consulate")
    dossier.put(note)
    page.answers.side.write_note(note.path, note)
    first_text(page).setPlainText("ask the consulate in March")
    page.answers.rest()
    assert dossier.record.notes == (replace(note, text="ask the consulate in March"),)


def test_resting_twice_makes_one_note_and_keeping_it_after_all_none(
    page: ReviewPage, dossier: Dossier
) -> None:
    page.answers.ask()
    first_text(page).setPlainText("half")
    page.answers.rest()
    first_text(page).setPlainText("half a question")
    page.answers.rest()
    assert notes(dossier) == [("half a question", NAME)]
    QTest.keyClick(form_on(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert notes(dossier) == []
    assert [query.text for query in dossier.record.queries] == ["half a question"]


def test_english_that_rests_twice_is_one_translation(page: ReviewPage, dossier: Dossier) -> None:
    page.answers.translate()
    for text in ("at", "at school"):
        first_text(page).setPlainText(text)
        page.answers.rest()
    (kept,) = dossier.record.translations
    assert kept.paragraphs[0] == "at school"


def opened(page: ReviewPage) -> list[Callable[[], None]]:
    answers = page.answers
    return [answers.note, answers.ask, answers.translate, answers.propose]


@pytest.mark.parametrize("which", range(4))
def test_escape_asks_once_before_words_go(page: ReviewPage, dossier: Dossier, which: int) -> None:
    opened(page)[which]()
    first_text(page).setPlainText("some words")
    escape(page)
    assert "not kept yet" in form_on(page).told.text()
    first_text(page).setPlainText("some more words")
    escape(page)
    assert page.answers.side.form is not None, "words that came since are asked about, too"
    escape(page)
    assert page.answers.side.form is None
    assert notes(dossier) == []


@pytest.mark.parametrize("which", range(4))
def test_escape_leaves_at_once_what_nobody_wrote_into(page: ReviewPage, which: int) -> None:
    opened(page)[which]()
    escape(page)
    assert page.answers.side.form is None


def test_a_history_has_one_button_and_it_closes_it(page: ReviewPage) -> None:
    page.answers.show_history()
    (button,) = form_on(page).findChildren(QAbstractButton)
    assert button.accessibleName() == "Close"
    button.click()
    assert page.answers.side.form is None


@pytest.mark.parametrize(("typed", "kept"), [("2026-11-20", True), ("2026-11-25", False), ("", False)])
def test_a_section_is_confirmed_on_any_day_up_to_today(
    page: ReviewPage, dossier: Dossier, typed: str, kept: bool
) -> None:
    page.answers.read_back()
    form = form_on(page)
    assert isinstance(form, ReadBackForm)
    form.on.show_value(typed or None)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [it.on.isoformat() for it in dossier.record.read_backs] == ([typed] if kept else [])
    assert (page.answers.side.form is None) is kept

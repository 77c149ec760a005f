"""The review of the sparse sample: findings and what becomes of them, keys, and use without a mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from intake.answers import Path
from intake.record import FindingState
from intake.review.findings import Finding
from tests.support.a11y import complaints
from tests.ui.desk.conftest import Review
from ui.desk.answers_view import AnswersView
from ui.desk.dossier import Dossier
from ui.desk.forms import Form, TextForm
from ui.desk.grid import Grid
from ui.desk.review_page import ReviewPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(page: ReviewPage, text: str) -> None:
    found = [
        it for it in page.findChildren(QAbstractButton) if it.isVisible() and it.accessibleName() == text
    ]
    assert found, text
    found[0].click()


def finding_at(page: ReviewPage, dossier: Dossier) -> Finding:
    """The finding that has the focus in the list beside the answers."""
    key = page.answers.side.list.about()
    return next(it for it in dossier.findings if it.key == key)


def to_first_finding(page: ReviewPage) -> None:
    page.answers.side.list.setFocus()


def write(page: ReviewPage, text: str) -> None:
    form = page.answers.side.form
    assert isinstance(form, TextForm)
    form.field.setPlainText(text)
    QTest.keyClick(form.field, Qt.Key.Key_Return, CONTROL)


def test_f8_leads_from_one_answer_to_look_at_to_the_next_and_back(review: Review) -> None:
    page = review("en")
    QTest.keyClick(page.answers.answers, Qt.Key.Key_F8)
    first = page.answers.path()
    QTest.keyClick(page.answers.answers, Qt.Key.Key_F8)
    second = page.answers.path()
    assert None not in (first, second)
    assert first != second
    QTest.keyClick(page.answers.answers, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.answers.path() == first


def test_enter_on_a_finding_leads_to_each_answer_it_stands_on(review: Review, dossier: Dossier) -> None:
    page = review("en")
    to_first_finding(page)
    finding = finding_at(page, dossier)
    assert len(set(finding.sources)) > 1
    seen = []
    for _ in dict.fromkeys(finding.sources):
        QTest.keyClick(page.answers.side.list, Qt.Key.Key_Return)
        seen.append(page.answers.path())
    assert seen == list(dict.fromkeys(finding.sources))


def test_a_finding_that_is_asked_about_makes_a_question_and_counts_as_asked(
    review: Review, dossier: Dossier
) -> None:
    page = review("en")
    to_first_finding(page)
    finding = finding_at(page, dossier)
    press(page, "Ask the applicant")  # the first of this name stands above
    form = page.answers.side.form
    assert isinstance(form, Form)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    page.answers.side.write_query(finding.sources[0], finding)
    write(page, "Где вы жили тогда?")
    (query,) = dossier.record.queries
    assert (query.text, query.finding, query.language) == ("Где вы жили тогда?", finding.key, "ru")
    assert dossier.standing(finding).state is FindingState.ASKED


def test_what_is_set_aside_needs_a_reason_and_can_be_opened_again(review: Review, dossier: Dossier) -> None:
    page = review("en")
    to_first_finding(page)
    finding = finding_at(page, dossier)
    before = dossier.glance().findings
    press(page, "Set it aside")
    write(page, "")
    assert page.answers.side.form is not None, "without a reason it is not set aside"
    write(page, "One home under two names")
    assert dossier.standing(finding).state is FindingState.DISMISSED
    assert dossier.glance().findings == before - 1
    assert page.answers.side.list.go_to(finding.key)
    assert "One home under two names" in page.answers.side.list.rows.rows[-1].cells[0].text
    press(page, "Open again")
    assert dossier.glance().findings == before


def test_only_what_is_about_the_answer_is_listed_when_that_is_wanted(
    review: Review, dossier: Dossier
) -> None:
    page = review("en")
    QTest.keyClick(page.answers.answers, Qt.Key.Key_F8)
    path = page.answers.path()
    assert isinstance(path, Path)
    press(page, "Only what is about this answer")
    listed = [row.about for row in page.answers.side.list.rows.rows]
    assert listed == [it.key for it in dossier.findings_at(path)]


def test_a_section_that_was_read_back_says_when_its_answers_have_changed_since(
    review: Review, dossier: Dossier
) -> None:
    page = review("en")
    page.answers.go_to(Path("family_name"))
    QTest.keyClick(page.answers.answers, Qt.Key.Key_R, CONTROL)
    press(page, "They confirmed it")
    (confirmed,) = dossier.record.read_backs
    assert (confirmed.section, confirmed.language, confirmed.on) == ("about_you", "ru", dossier.today)
    interview, _ = dossier.interview.answer(Path("family_name"), None)
    dossier.session.interview = interview
    QTest.keyClick(page.answers.answers, Qt.Key.Key_R, CONTROL)
    form = page.answers.side.form
    assert form is not None
    assert any("changed since" in text for text in texts(form))


def texts(form: Form) -> list[str]:
    return [it.text() for it in form.findChildren(QLabel)]


def test_f6_goes_round_the_parts_of_the_page(review: Review) -> None:
    page = review("en")
    answers: AnswersView = page.answers
    for pane in (answers.side.list, answers.outline, answers.answers):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert QApplication.focusWidget() is pane


def test_every_key_that_is_told_does_something(review: Review) -> None:
    page = review("en")
    page.answers.go_to(Path("family_name"))
    for letter in (Qt.Key.Key_N, Qt.Key.Key_J, Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_R):
        QTest.keyClick(QApplication.focusWidget(), letter, CONTROL)
        assert page.answers.side.form is not None, letter
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert page.answers.side.form is None, letter
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    sheet = page.findChildren(Grid)[-1]
    assert any("Ctrl+N" in row.cells[0].text for row in sheet.rows.rows)


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_the_review_can_be_used_without_a_mouse_and_heard(
    review: Review, language: str, qtbot: QtBot
) -> None:
    page = review(language)
    assert complaints(page) == []
    page.answers.go_to(Path("family_name"))
    page.answers.propose()
    qtbot.waitUntil(lambda: page.answers.side.form is not None)
    assert complaints(page) == []
    heads = [page.answers.answers.rows.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert not any("[en]" in str(head) for head in heads)


def test_a_narrow_window_puts_what_lies_beside_the_answers_below_them(review: Review, qtbot: QtBot) -> None:
    page = review("en")
    assert page.answers.orientation() == Qt.Orientation.Horizontal
    page.resize(700, 700)
    qtbot.waitUntil(lambda: page.answers.orientation() == Qt.Orientation.Vertical)
    assert not page.answers.outline.isVisible()
    assert page.answers.side.isVisible()


def test_f7_leads_through_what_has_no_english_and_begins_again(review: Review, dossier: Dossier) -> None:
    page = review("en")
    given = dossier.interview.answers.by_path
    for name in ("family_name", "given_names"):
        there = given.get(Path(name))
        assert there is not None
        russian = replace(there, value="в школе звали совсем иначе", language="ru")
        dossier.session.interview, _ = dossier.interview.answer(Path(name), russian)
    page.refresh()
    seen = []
    for _ in range(3):
        QTest.keyClick(page.answers.answers, Qt.Key.Key_F7)
        seen.append(page.answers.path())
    assert seen == [Path("family_name"), Path("given_names"), Path("family_name")]


def test_a_small_window_scrolls_rather_than_squeeze_the_views(review: Review, qtbot: QtBot) -> None:
    page = review("en")
    assert not page.verticalScrollBar().isVisible()
    page.resize(680, 300)
    qtbot.waitUntil(page.verticalScrollBar().isVisible)
    assert page.answers.answers.height() > 5 * page.fontMetrics().lineSpacing()


def test_what_is_half_written_is_kept_when_the_page_is_built_anew(review: Review, dossier: Dossier) -> None:
    page = review("en")
    page.answers.go_to(Path("family_name"))
    page.answers.ask()
    form = page.answers.side.form
    assert isinstance(form, TextForm)
    form.field.setPlainText("half a question")
    kept = page.draft()
    again = review("ru")
    again.restore(kept)  # type: ignore[arg-type]
    assert again.answers.path() == Path("family_name")
    assert [(note.text, note.path) for note in dossier.record.notes] == [
        ("half a question", Path("family_name"))
    ]
    assert dossier.record.queries == ()


def test_a_translation_is_kept_with_the_name_of_whoever_made_it(review: Review, dossier: Dossier) -> None:
    page = review("en")
    page.answers.go_to(Path("family_name"))
    page.answers.translate()
    form = page.answers.side.form
    assert form is not None
    press(page, "Keep the English")
    assert page.answers.side.form is form
    assert any("who translated this" in text for text in texts(form))
    assert dossier.record.translations == ()
    by = form.findChild(QLineEdit, "translator")
    assert by is not None
    QTest.keyClicks(by, "T. Example (fictional)")
    press(page, "Keep the English")
    assert [it.translator for it in dossier.record.translations] == ["T. Example (fictional)"]

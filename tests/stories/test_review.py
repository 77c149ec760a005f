"""A review by keys: a note, a question, a proposal; the applicant replies and adopts; nothing else shows."""

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Path
from intake.case import Status
from tests.support.a11y import complaints
from tests.support.at_window import AtWindow, line, named
from ui.demo_hands import breathe
from ui.desk.forms import Form
from ui.desk.history_form import HistoryForm
from ui.desk.review_page import ReviewPage
from ui.desk.versions_view import VersionsView
from ui.pages.asked_page import AskedPage
from ui.pages.cases_page import CasesPage
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

REVIEWER = "Rosa Example (fictional)"
FAMILY_NAME = Path("family_name")


@pytest.fixture
def shared(person: AtWindow) -> AtWindow:
    """A draft with a name in it, opened to reviewers."""
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.press("Back")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Share it, or ask for help")
    person.hands.wait_for_page(SharePage)
    person.hands.press("Ready to share")
    person.hands.wait_for_page(HomePage)
    return person


def lock(person: AtWindow) -> None:
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)
    person.unlock()


def at_desk(person: AtWindow) -> ReviewPage:
    """Lock, come back as a reviewer, and open the draft with Enter."""
    lock(person)
    cases = person.sit("I review drafts for a lawyer", REVIEWER)
    QTest.keyClick(cases.table, Qt.Key.Key_Return)
    page = person.hands.wait_for_page(ReviewPage)
    person.window.activateWindow()
    person.hands.wait_for(lambda: QApplication.focusWidget() is page.first_field(), "the focus")
    return page


def at_home(person: AtWindow) -> HomePage:
    """Lock, come back as the applicant, and open the draft."""
    lock(person)
    person.sit()
    person.hands.press("Open")
    return person.hands.wait_for_page(HomePage)


def keys(letter: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, letter, modifier)
    breathe()


def write(page: ReviewPage, person: AtWindow, text: str) -> None:
    """Type into the form beside the answers, and keep it with Ctrl+Enter."""
    field = QApplication.focusWidget()
    assert isinstance(page.answers.side.form, Form)
    assert field is not None
    assert page.answers.side.form.isAncestorOf(field)
    person.hands.type(field, text)
    keys(Qt.Key.Key_Return)


def rename(person: AtWindow) -> None:
    """On the home page: the applicant writes another name."""
    person.enter_section("about_you")
    person.hands.type_anew(person.field("family_name"), "Примерова")
    person.hands.press("Back")
    person.hands.wait_for_page(HomePage)


def versions_of(page: ReviewPage) -> VersionsView:
    """Ctrl+5 shows the versions."""
    keys(Qt.Key.Key_5)
    versions = page.findChild(VersionsView)
    assert versions is not None
    return versions


def words_on(page: QWidget) -> str:
    return "\n".join(it.text() for it in page.findChildren(QLabel))


def beside(page: ReviewPage) -> str:
    return "\n".join(row.cells[0].text for row in page.answers.side.list.rows.rows)


def test_a_review_goes_round_by_keys(shared: AtWindow) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_N)
    write(page, shared, "counsel only: ask the consulate")
    keys(Qt.Key.Key_J)
    write(page, shared, "Как пишется ваша фамилия в паспорте?")
    assert "counsel only" in beside(page)
    assert "waits for a reply" in beside(page)

    home = at_home(shared)
    assert "counsel only" not in words_on(home)
    shared.hands.click(named(home, "helpers"))
    asked = shared.hands.wait_for_page(AskedPage)
    assert "Как пишется" in words_on(asked)
    assert "counsel only" not in words_on(asked)
    assert complaints(asked) == []
    shared.hands.type(asked.findChild(QPlainTextEdit), "OBRAZTSOVA")
    shared.hands.press("Back to my draft")
    home = shared.hands.wait_for_page(HomePage)
    assert home.findChild(QWidget, "helpers") is None, "nothing waits any more"

    page = at_desk(shared)
    assert "OBRAZTSOVA" in beside(page)
    assert "Question: answered" in beside(page)


def test_a_proposal_stands_beside_the_answer_until_the_applicant_takes_it(shared: AtWindow) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_E)
    write(page, shared, "-Примерова")
    row = page.answers.answers.rows.rows[page.answers.answers.currentIndex().row()]
    assert row.cells[1].text == "Образцова"
    assert "Proposed: Образцова-Примерова" in row.cells[3].text

    home = at_home(shared)
    shared.hands.click(named(home, "helpers"))
    asked = shared.hands.wait_for_page(AskedPage)
    assert "Образцова-Примерова" in words_on(asked)
    shared.hands.press("Yes, this is right")
    shared.hands.press("Back to my draft")
    shared.hands.wait_for_page(HomePage)
    shared.enter_section("about_you")
    assert shared.typed("family_name") == "Образцова-Примерова"

    shared.hands.press("Back")
    shared.hands.wait_for_page(HomePage)
    page = at_desk(shared)
    assert "Proposal: adopted on" in beside(page)


def test_a_declined_proposal_changes_nothing(shared: AtWindow) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_E)
    write(page, shared, "-Примерова")
    home = at_home(shared)
    shared.hands.click(named(home, "helpers"))
    shared.hands.wait_for_page(AskedPage)
    shared.hands.press("No, keep my answer")
    shared.hands.press("Back to my draft")
    shared.hands.wait_for_page(HomePage)
    shared.enter_section("about_you")
    assert shared.typed("family_name") == "Образцова"


def test_what_is_half_written_when_the_window_locks_is_kept_as_a_note(shared: AtWindow) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_J)
    form = page.answers.side.form
    assert isinstance(form, Form)
    shared.hands.type(form.first, "half a question")
    home = at_home(shared)
    assert home.findChild(QWidget, "helpers") is None, "a question that was not asked reaches nobody"
    page = at_desk(shared)
    assert "half a question" in beside(page)


def test_a_reviewer_moves_the_draft_on_and_the_list_says_so(shared: AtWindow) -> None:
    page = at_desk(shared)
    status = page.findChild(QWidget, "status")
    assert status is not None
    status.setFocus()
    QTest.keyClick(status, Qt.Key.Key_Down)
    shared.hands.press("Back")
    cases = shared.hands.wait_for_page(CasesPage)
    assert cases.model.case(0).status is Status.IN_REVIEW


def test_english_stands_beside_the_words_and_never_in_their_place(shared: AtWindow) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_T)
    form = page.answers.side.form
    assert isinstance(form, Form)
    shared.hands.type(line(form, "translator"), "Rosa Example (fictional)")
    form.first.setFocus()
    write(page, shared, "Obraztsova")
    row = page.answers.answers.rows.rows[page.answers.answers.currentIndex().row()]
    assert [cell.text for cell in row.cells[1:3]] == ["Образцова", "Obraztsova"]


def test_a_sealed_version_stays_as_it_was_and_tells_what_changed_since(shared: AtWindow) -> None:
    versions = versions_of(at_desk(shared))
    shared.hands.type(versions.name.line, "before the interview")
    shared.hands.press("Seal a version now")
    assert "before the interview" in versions.list.rows.rows[0].cells[0].text

    at_home(shared)
    rename(shared)

    versions = versions_of(at_desk(shared))
    versions.list.go_to(1)
    shared.hands.press("Compare with the draft as it is now")
    changed = {row.about: [cell.text for cell in row.cells[1:]] for row in versions.differences.rows.rows}
    assert changed == {FAMILY_NAME: ["Образцова", "Примерова", "Changed"]}


def test_the_history_of_an_answer_tells_its_wordings_since_it_was_shared(shared: AtWindow) -> None:
    rename(shared)
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    keys(Qt.Key.Key_H)
    form = page.answers.side.form
    assert isinstance(form, HistoryForm)
    assert "Образцова" in words_on(form)
    assert "Now: Примерова" in words_on(form)
    keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.answers.side.form is None


def test_a_pdf_of_a_sealed_version_holds_what_was_sealed_and_names_it(shared: AtWindow) -> None:
    at_desk(shared)
    keys(Qt.Key.Key_5)
    shared.hands.press("Seal a version now")

    at_home(shared)
    rename(shared)

    versions = versions_of(at_desk(shared))
    versions.list.go_to(1)
    shared.hands.press("Make a PDF of this version")
    shared.hands.wait_for_page(ExportPage)
    shared.hands.press("Without a password. Anyone who gets the file can read it.")
    shared.hands.press("Make the PDF")
    shared.hands.wait_for_page(ExportedPage)
    (made,) = shared.places.exports.glob("*.pdf")
    text = "".join(it.extract_text() for it in pypdf.PdfReader(made).pages)
    assert "Образцова" in text
    assert "Примерова" not in text
    assert "Version 1, sealed on" in text
    shared.hands.press("Back to the draft")
    shared.hands.wait_for_page(ReviewPage)


def test_a_draft_that_a_search_found_opens_at_the_answer(shared: AtWindow) -> None:
    lock(shared)
    cases = shared.sit("I review drafts for a lawyer", REVIEWER)
    shared.hands.type(cases.search.line, "obrazts")
    shared.hands.wait_for(lambda: cases.search.found is not None, "what was found")
    assert cases.model.rowCount() == 1
    QTest.keyClick(cases.search.line, Qt.Key.Key_Return)
    page = shared.hands.wait_for_page(ReviewPage)
    assert page.answers.path() == FAMILY_NAME


def test_the_keys_of_the_desk_work_while_the_bar_has_the_focus_and_open_nothing_over_a_text_field(
    shared: AtWindow,
) -> None:
    page = at_desk(shared)
    page.answers.go_to(FAMILY_NAME)
    in_bar = shared.window.findChild(QWidget, "language")
    assert in_bar is not None
    in_bar.setFocus()
    keys(Qt.Key.Key_5)
    assert page.tabs.currentIndex() == 4
    in_bar.setFocus()
    keys(Qt.Key.Key_N)
    form = page.answers.side.form
    assert isinstance(form, Form)
    shared.hands.type(form.first, "half a note")
    keys(Qt.Key.Key_J)
    assert page.answers.side.form is form
    keys(Qt.Key.Key_Return)
    assert "half a note" in beside(page)


def test_a_pdf_begins_with_what_it_shall_be(shared: AtWindow) -> None:
    at_desk(shared)
    keys(Qt.Key.Key_P)
    page = shared.hands.wait_for_page(ExportPage)
    assert QApplication.focusWidget() is page.findChild(QWidget, "profile-counsel")
    assert complaints(page) == []


def test_the_search_of_the_drafts_and_every_field_of_a_proposal_have_names_that_are_heard(
    shared: AtWindow,
) -> None:
    page = at_desk(shared)
    for path in (FAMILY_NAME, Path("birth_date"), Path("birth_country"), Path("sex")):
        page.answers.go_to(path)
        page.answers.answers.setFocus()
        keys(Qt.Key.Key_E)
        form = page.answers.side.form
        assert isinstance(form, Form), path
        assert nameless(form) == [], path
        page.answers.side.form = None
    lock(shared)
    cases = shared.sit("I review drafts for a lawyer", REVIEWER)
    assert nameless(cases) == []


def nameless(place: QWidget) -> list[QWidget]:
    """Fields and lists that a screen reader could only call a field or a list."""
    fields = (
        *place.findChildren(QLineEdit),
        *place.findChildren(QPlainTextEdit),
        *place.findChildren(QComboBox),
    )
    return [it for it in fields if it.isVisible() and not spoken_name(it)]


def spoken_name(field: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)

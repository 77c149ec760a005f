"""A PDF at the window, when something comes between."""

from PySide6.QtWidgets import QAbstractButton

from intake.errors import ExportPasswordUnfit, ExportUnwritable
from intake.sentences import sentence
from tests.support.at_window import AtWindow, line, named
from ui.faults import FaultBook
from ui.jobs import Jobs
from ui.pages.export_page import ExportPage
from ui.pages.home_page import HomePage
from ui.widgets.top_bar import TopBar


def export_page(person: AtWindow) -> ExportPage:
    person.speak("en")
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    return person.hands.wait_for_page(ExportPage)


def button(page: ExportPage, name: str) -> QAbstractButton:
    found = named(page, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_who_goes_back_leaves_no_file_whose_password_nobody_saw(person: AtWindow) -> None:
    button(export_page(person), "make").click()
    person.window.findChildren(TopBar)[-1].went_back.emit()
    person.hands.wait_for_page(HomePage)
    for jobs in person.window.findChildren(Jobs):
        jobs.wait()
    person.hands.wait_for_page(HomePage)
    assert list(person.places.exports.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_told_and_is_no_fault_of_the_program(person: AtWindow) -> None:
    person.places.exports.write_text("a file where the folder should be")
    page = export_page(person)
    button(page, "make").click()
    told = sentence(ExportUnwritable(), person.stage.words)
    person.hands.wait_for(lambda: page.told.text() == told, "the sentence")
    assert all(book.faults == () for book in person.window.findChildren(FaultBook))


def test_a_password_that_no_reader_takes_is_told_before_anything_is_made(person: AtWindow) -> None:
    page = export_page(person)
    line(page, "password").setText("я" * 64)
    button(page, "make").click()
    assert page.told.text() == sentence(ExportPasswordUnfit(reason="long", most=127), person.stage.words)
    assert not person.places.exports.exists()

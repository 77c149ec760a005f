"""What a PDF shall be, chosen at the window."""

from PySide6.QtWidgets import QAbstractButton

from intake.export.profiles import Profile
from tests.support.at_window import AtWindow, named
from ui.pages.export_page import ExportedPage, ExportPage


def export_page(person: AtWindow) -> ExportPage:
    person.speak("en")
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    return person.hands.wait_for_page(ExportPage)


def button(page: ExportPage, name: str) -> QAbstractButton:
    found = named(page, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_work_product_is_not_offered_to_an_applicant(person: AtWindow) -> None:
    page = export_page(person)
    offered = {profile for profile in Profile if page.findChild(QAbstractButton, f"profile-{profile.value}")}
    assert offered == {Profile.COUNSEL, Profile.MEMO, Profile.APPLICANT}


def test_sensitive_answers_are_asked_about_for_a_copy_alone(person: AtWindow) -> None:
    page = export_page(person)
    assert button(page, "sensitive").isHidden()
    button(page, "profile-applicant").click()
    assert not button(page, "sensitive").isHidden()
    assert not page.choice.sensitive()


def test_a_memo_is_made_and_its_file_is_called_one(person: AtWindow) -> None:
    page = export_page(person)
    button(page, "profile-memo").click()
    button(page, "make").click()
    person.hands.wait_for_page(ExportedPage)
    (made,) = person.places.exports.iterdir()
    assert made.name.startswith("memo-")


def test_a_copy_is_in_the_language_of_the_draft_at_first(person: AtWindow) -> None:
    page = export_page(person)
    button(page, "profile-applicant").click()
    assert button(page, "language-en").isChecked()
    assert page.choice.profile() is Profile.APPLICANT


def test_who_stops_it_can_make_it_again(person: AtWindow) -> None:
    page = export_page(person)
    button(page, "make").click()
    assert not button(page, "make").isEnabled()
    button(page, "stop").click()
    assert button(page, "make").isEnabled()
    button(page, "make").click()
    person.hands.wait_for_page(ExportedPage)
    assert len([*person.places.exports.iterdir()]) == 1

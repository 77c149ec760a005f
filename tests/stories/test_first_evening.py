"""A first evening with Intake: a vault is made in Russian, some is answered, the next day all is there."""

from pathlib import Path

import pikepdf
import pypdf
import pytest

from intake.words import Words
from tests.support.at_window import AtWindow, line, named
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage
from ui.pages.unlock_page import UnlockPage
from ui.paths import find_folders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_story_begun_in_russian_is_there_the_next_day_and_goes_out_as_a_pdf(person: AtWindow) -> None:
    person.speak("ru")
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.type(person.field("given_names"), "Марина")
    person.wait_saved()
    person.close()

    person.open()
    person.speak("ru")
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    cases = person.sit()
    assert cases.model.case(0).title == "Образцова Марина"
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert person.typed("family_name") == "Образцова"
    assert person.typed("given_names") == "Марина"

    person.hands.press("Back")
    person.hands.press("Make a PDF for a lawyer")
    page = person.hands.wait_for_page(ExportPage)
    password = line(page, "password").text()
    person.hands.press("Make the PDF")
    person.hands.wait_for_page(ExportedPage)
    assert "Образцова" in text_of(only_pdf(person.places.exports), password)


def test_a_pdf_has_a_password_unless_that_is_deliberately_given_up(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Make the PDF")
    person.hands.wait_for_page(ExportedPage)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(only_pdf(person.places.exports))


def test_the_pdf_is_in_english_unless_another_language_is_chosen(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    heads = []
    for language in ("", "Русский"):
        person.hands.press("Make a PDF for a lawyer")
        page = person.hands.wait_for_page(ExportPage)
        password = line(page, "password").text()
        if language:
            person.hands.press(language)
        person.hands.press("Make the PDF")
        person.hands.wait_for_page(ExportedPage)
        newest = max(person.places.exports.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        heads.append(text_of(newest, password))
        person.hands.press("Back to my draft")
    assert "Summary of an intake" in heads[0]
    russian = Words.load("ru", find_folders().translations)
    assert russian.say("Summary of an intake") in heads[1]


def test_exported_files_are_named_by_the_day_and_never_replace_each_other(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    for _ in range(2):
        person.hands.press("Make a PDF for a lawyer")
        person.hands.wait_for_page(ExportPage)
        person.hands.press("Make the PDF")
        person.hands.wait_for_page(ExportedPage)
        person.hands.press("Back to my draft")
    names = sorted(path.name for path in person.places.exports.iterdir())
    assert len(names) == 2
    assert all(name.startswith("summary-2") for name in names)


def test_a_break_saves_and_locks_and_leads_back_to_the_same_page(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.press("Continue")
    page = person.hands.wait_for_page(QuestionPage)
    where = page.spot
    person.hands.type(person.field("family_name_latin"), "OBRAZTSOVA")
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert person.hands.wait_for_page(QuestionPage).spot == where
    assert person.typed("family_name_latin") == "OBRAZTSOVA"


def test_a_wrong_passphrase_is_told_and_may_be_tried_again(person: AtWindow) -> None:
    person.make_vault()
    person.hands.press("Take a break")
    person.unlock("something else entirely")
    page = person.hands.wait_for_page(UnlockPage)
    person.hands.wait_for(lambda: "passphrase" in page.told.text(), "the sentence about the passphrase")
    person.hands.type_anew(line(page, "passphrase"), "пять слов для меня одной")
    person.hands.press("Open", page)
    person.sit()


def test_leaving_now_hides_the_window_saves_and_frees_the_vault(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Obraztsova")
    person.hands.press("Leave now")
    assert not person.window.isVisible()
    person.open()
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    cases = person.sit()
    person.hands.press("Open", cases)
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert person.typed("family_name") == "Obraztsova"


def only_pdf(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def text_of(path: Path, password: str) -> str:
    reader = pypdf.PdfReader(path, password=password)
    return "\n".join(page.extract_text() for page in reader.pages)

"""Another language or look at any moment: what is typed stays."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.support.at_window import AtWindow, line, named
from ui.editors.point_fields import PointFields
from ui.pages.create_page import CreatePage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_typed_text_stays_when_the_language_is_switched_in_the_middle_of_a_word(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Обра")
    for language in ("ru", "es", "en"):
        person.switch(language)
        assert person.typed("family_name") == "Обра"
        assert person.window.focusWidget() is person.field("family_name")
    person.hands.type(person.field("family_name"), "зцова")
    assert person.typed("family_name") == "Образцова"


def at_birth_date(person: AtWindow) -> None:
    person.enter_section("about_you")
    while person.hands.wait_for_page(QuestionPage).spot.item != "birth_date":
        person.hands.press("Continue")


def test_a_date_that_is_none_yet_stays_when_the_language_is_switched(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    at_birth_date(person)
    person.hands.choose(month_of(person), 2)
    person.hands.type(day_of(person), "31")
    person.switch("es")
    assert day_of(person).text() == "31"
    assert month_of(person).currentIndex() == 2


def test_a_date_that_is_none_yet_stays_when_the_program_is_closed(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    at_birth_date(person)
    person.hands.choose(month_of(person), 2)
    person.hands.type(day_of(person), "31")
    person.hands.type(fields_of(person).year, "1990")
    person.close()
    person.open()
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    person.sit()
    person.hands.press("Open")
    at_birth_date(person)
    fields = fields_of(person)
    assert (fields.day.text(), fields.month.currentIndex(), fields.year.text()) == ("31", 2, "1990")


def day_of(person: AtWindow) -> QLineEdit:
    return fields_of(person).day


def month_of(person: AtWindow) -> QComboBox:
    return fields_of(person).month


def fields_of(person: AtWindow) -> PointFields:
    found = person.hands.wait_for_page(QuestionPage).findChild(PointFields)
    assert found is not None
    return found


def test_typed_text_stays_when_the_look_changes(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Обра")
    person.hands.choose_in_menu("look", "Dark")
    person.hands.choose_in_menu("look", "Text size 200 %")
    assert person.typed("family_name") == "Обра"


def test_what_is_typed_for_a_new_vault_stays_too(person: AtWindow) -> None:
    person.hands.press("Make a new vault")
    person.hands.press("Continue")
    page = person.hands.wait_for_page(CreatePage)
    person.hands.type_anew(line(page, "name"), "Тетрадь")
    person.hands.type(line(page, "first"), "пять слов")
    person.switch("ru")
    page = person.hands.wait_for_page(CreatePage)
    assert (line(page, "name").text(), line(page, "first").text()) == ("Тетрадь", "пять слов")
    assert person.window.focusWidget() is line(page, "first")


def test_the_vault_keeps_language_and_look_and_the_computer_does_not(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.switch("es")
    person.hands.choose_in_menu("look", person.hands.words.say("Dark"))
    person.close()
    person.open()
    assert (person.stage.words.language, person.stage.look.theme) == ("en", "light")
    person.hands.click(person.hands.button(person.hands.words.say("Open “{name}”", name=person.vault.stem)))
    person.unlock()
    person.hands.wait_for(lambda: person.stage.words.language == "es", "the language of the vault")
    assert person.stage.look.theme == "dark"


def test_the_home_says_what_was_named_and_is_built_in_each_language(person: AtWindow) -> None:
    home = person.at_home_of_new_draft()
    assert person.window.page is home
    person.switch("ru")
    assert isinstance(person.window.page, HomePage)
    person.hands.button("О вас")

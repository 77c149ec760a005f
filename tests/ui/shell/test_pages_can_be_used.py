"""Every page of the shell has names for those who hear it."""

import pytest

from tests.support.a11y import complaints
from tests.support.at_window import AtWindow
from ui.pages.export_page import ExportPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.pages.sitting_page import SittingPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_every_control_of_the_shell_has_a_name_a_role_and_a_size(person: AtWindow, language: str) -> None:
    person.speak(language)
    found = complaints(person.window)
    person.hands.press("Make a new vault")
    found += complaints(person.window)
    person.hands.press("Continue")
    found += complaints(person.window)
    person.hands.press("Back")
    person.hands.press("Back")
    person.make_vault()
    person.hands.press("I review drafts for a lawyer")
    found += complaints(person.window)
    person.hands.press("I answer about myself")
    person.sit()
    found += complaints(person.window)
    person.begin()
    found += complaints(person.window)
    person.hands.press("Share it, or ask for help")
    person.hands.wait_for_page(SharePage)
    found += complaints(person.window)
    person.hands.press("Not now")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    found += complaints(person.window)
    person.hands.press("Take a break")
    found += complaints(person.window)
    person.unlock()
    person.hands.wait_for_page(SittingPage)
    assert found == []

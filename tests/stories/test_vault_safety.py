"""The settings of locking and looks, and erasing a whole vault once its owner has typed that they mean it."""

from pathlib import Path

import pytest

from tests.support.at_window import PASSPHRASE, AtWindow, line, named
from ui.locking.guard import Guard
from ui.locking.wish import LockWish
from ui.pages.before_page import BeforePage
from ui.pages.create_page import CreatePage
from ui.pages.keys_page import ProofPage
from ui.pages.locking_page import LockingPage
from ui.pages.parts import Notice
from ui.pages.vault_page import VaultPage
from ui.pages.welcome_page import WelcomePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def at_settings(person: AtWindow) -> VaultPage:
    person.make_vault()
    person.sit()
    person.hands.press("Vault settings")
    return person.hands.wait_for_page(VaultPage)


def wish(person: AtWindow) -> LockWish:
    return next(iter(person.window.findChildren(Guard))).wish


def ask_to_erase(person: AtWindow, passphrase: str, typed: str) -> None:
    person.hands.click(named(person.window, "erase-vault"))
    page = person.hands.wait_for_page(ProofPage)
    person.hands.type(line(page, "present"), passphrase)
    person.hands.type(line(page, "word"), typed)
    person.hands.press("Erase all of it for good", page)


def test_before_a_vault_is_made_it_is_said_what_leaving_hides_and_what_it_does_not(person: AtWindow) -> None:
    person.hands.press("Make a new vault")
    person.hands.press("Continue", person.hands.wait_for_page(BeforePage))
    person.hands.press("Back", person.hands.wait_for_page(CreatePage))
    page = person.hands.wait_for_page(BeforePage)
    person.hands.press("Back", page)
    person.hands.wait_for_page(WelcomePage)


def test_leaving_can_be_tried_before_anything_is_open(person: AtWindow) -> None:
    person.hands.press("Make a new vault")
    person.hands.wait_for_page(BeforePage)
    person.hands.press("Leave now")
    assert not person.window.isVisible()


def test_what_is_chosen_about_locking_counts_at_once_and_in_this_vault_for_good(person: AtWindow) -> None:
    at_settings(person)
    person.hands.press("Locking and looks")
    page = person.hands.wait_for_page(LockingPage)
    person.hands.press("2 minutes", page)
    person.hands.press("Lock also when the window is minimised", page)
    assert (wish(person).minutes, wish(person).minimised) == (2, True)
    person.stage.break_taken.emit()
    person.unlock()
    person.sit()
    assert (wish(person).minutes, wish(person).minimised) == (2, True)


def test_the_look_can_be_chosen_there_too(person: AtWindow) -> None:
    at_settings(person)
    person.hands.press("Locking and looks")
    person.hands.press("Dark", person.hands.wait_for_page(LockingPage))
    person.hands.press("Text size 150 %", person.hands.wait_for_page(LockingPage))
    assert (person.stage.look.theme, person.stage.look.scale) == ("dark", 1.5)


def test_never_locking_is_not_offered(person: AtWindow) -> None:
    at_settings(person)
    person.hands.press("Locking and looks")
    page = person.hands.wait_for_page(LockingPage)
    assert [radio.accessibleName() for radio in page.minutes.values()] == [
        "2 minutes",
        "5 minutes",
        "10 minutes",
    ]


def test_an_erased_vault_is_gone_with_its_folder(person: AtWindow) -> None:
    at_settings(person)
    ask_to_erase(person, PASSPHRASE, "erase everything")
    person.hands.wait_for_page(WelcomePage)
    assert not person.vault.exists()
    assert person.places.found_vaults() == ()
    (notice,) = [it for it in person.window.findChildren(Notice) if it.isVisible()]
    assert "erased" in notice.sentence
    person.hands.press("Make a new vault")


def test_it_is_erased_in_the_words_of_its_reader(person: AtWindow) -> None:
    at_settings(person)
    person.switch("ru")
    ask_to_erase(person, PASSPHRASE, "  СТЕРЕТЬ ВСЁ ")
    person.hands.wait_for_page(WelcomePage)
    assert not person.vault.exists()


@pytest.mark.parametrize(
    ("passphrase", "typed"),
    [("not this one", "erase everything"), (PASSPHRASE, "erase"), (PASSPHRASE, ""), ("", "erase everything")],
)
def test_nothing_is_erased_without_both_the_passphrase_and_the_words(
    person: AtWindow, passphrase: str, typed: str
) -> None:
    at_settings(person)
    ask_to_erase(person, passphrase, typed)
    page = person.hands.wait_for_page(ProofPage)
    person.hands.wait_for(lambda: bool(page.told.text()), "a refusal")
    assert (person.vault / "vault.json").exists()
    person.hands.press("Back", page)
    person.hands.wait_for_page(VaultPage)


def test_a_file_that_is_not_the_vaults_is_not_erased_with_it(person: AtWindow) -> None:
    at_settings(person)
    foreign: Path = person.vault / "letter.txt"
    foreign.write_text("kept")
    ask_to_erase(person, PASSPHRASE, "erase everything")
    person.hands.wait_for_page(WelcomePage)
    assert [path.name for path in person.vault.iterdir()] == ["letter.txt"]
    (notice,) = [it for it in person.window.findChildren(Notice) if it.isVisible()]
    assert "letter.txt" in notice.sentence

"""A computer that is let remember the vault opens it by itself until a break, and is made to forget it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.vault import copies
from tests.support.a11y import complaints
from tests.support.at_window import PASSPHRASE, AtWindow, line, named
from tests.support.secret_service import MISSING, REASON, Session, session
from ui.pages.keys_page import ProofPage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.vault_page import VaultPage

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.filterwarnings(
        "ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
    ),
]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    if MISSING:
        pytest.skip(REASON)
    place = tmp_path / "session"
    place.mkdir()
    with session(place) as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started
        gc.collect()


def remember(person: AtWindow) -> ProofPage:
    """From the first page to the wish that this computer remembers a new vault, with its passphrase given."""
    person.make_vault()
    person.sit()
    person.hands.press("Vault settings")
    person.hands.click(named(person.hands.wait_for_page(VaultPage), "more"))
    person.hands.press("Let this computer open the vault")
    page = person.hands.wait_for_page(ProofPage)
    assert complaints(person.window) == []
    person.hands.type(line(page, "present"), PASSPHRASE)
    person.hands.click(named(page, "act"))
    return page


def test_a_remembered_vault_opens_by_itself_until_a_break(desktop: Session, person: AtWindow) -> None:
    desktop.start()
    remember(person)
    person.hands.wait_for_page(VaultPage)
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    person.hands.wait_for_page(SittingPage)
    person.hands.press("Take a break")
    page = person.hands.wait_for_page(UnlockPage)
    assert not page.told.isVisible()
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    person.unlock()
    person.hands.wait_for_page(SittingPage)
    person.close()
    person.open()
    person.hands.click(person.hands.button("Open “мой”"))
    person.hands.wait_for_page(SittingPage)


def test_a_computer_is_forgotten_again_and_the_key_with_it(desktop: Session, person: AtWindow) -> None:
    desktop.start()
    remember(person)
    page = person.hands.wait_for_page(VaultPage)
    (before,) = copies.read(person.vault)
    way = before.slots[-1].id
    person.hands.click(named(page, f"remove-{way}"))
    proof = person.hands.wait_for_page(ProofPage)
    person.hands.type(line(proof, "present"), PASSPHRASE)
    person.hands.click(named(proof, "act"))
    person.hands.wait_for_page(VaultPage)
    assert desktop.texts() == []
    (after,) = copies.read(person.vault)
    assert after.database != before.database


def test_a_computer_without_a_keyring_says_so_and_changes_nothing(
    person: AtWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    page = remember(person)
    person.hands.wait_for(page.told.isVisible, "the word that there is no keyring")
    assert page.told.text().startswith("No keyring that encrypts")
    assert len(copies.read(person.vault)[0].slots) == 1

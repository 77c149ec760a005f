"""Somebody types, turns pages, leaves, comes back and locks while the disk fills and empties.

Screen, sign and vault never contradict each other, and in the end every word is there.
"""

from contextlib import ExitStack
from random import Random

import pytest

from intake.vault.vault import Vault
from tests.stories.test_full_disk import full_disk
from tests.support.at_window import PASSPHRASE, AtWindow
from tests.support.vaults import ALONE
from ui.demo_hands import breathe
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage
from ui.pages.unlock_page import UnlockPage
from ui.saved import UnsavedNotice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIELDS = ("family_name", "given_names")
LETTERS = "абвгд"


class Walker:
    """Knows what was typed, and compares it with what is on screen after each step."""

    def __init__(self, person: AtWindow, chance: Random) -> None:
        self.person = person
        self.chance = chance
        self.typed = dict.fromkeys(FIELDS, "")
        self.disk = ExitStack()
        self.full = False

    def step(self) -> None:
        """One thing that can be done on the page on screen, or to the disk."""
        acts = {
            QuestionPage: (self.type, self.type, self.type, self.back, self.lock),
            HomePage: (self.enter, self.enter, self.back, self.lock),
            CasesPage: (self.open, self.lock),
            UnlockPage: (self.unlock,),
        }
        page = self.person.window.page
        can = next(acts[kind] for kind in acts if isinstance(page, kind))
        self.chance.choice((*can, self.fill if not self.full else self.free))()
        breathe()
        self.look()

    def look(self) -> None:
        """What is on screen is what was typed; while it is not in the vault, no sign says that it is."""
        if not isinstance(self.person.window.page, QuestionPage):
            return
        assert {name: self.person.typed(name) for name in FIELDS} == self.typed
        if self.warned():
            assert not self.person.sign().startswith(self.person.saved_words())

    def warned(self) -> bool:
        return any(it.isVisible() for it in self.person.window.findChildren(UnsavedNotice))

    def type(self) -> None:
        name = self.chance.choice(FIELDS)
        letter = self.chance.choice(LETTERS)
        self.person.hands.type(self.person.field(name), letter)
        self.typed[name] += letter

    def back(self) -> None:
        page = self.person.window.page
        self.person.hands.press("Back")
        if isinstance(page, HomePage) and self.full and self.person.window.page is page:
            self.person.hands.wait_for(self.warned, "why the draft stays open")

    def lock(self) -> None:
        page = self.person.window.page
        self.person.hands.press("Take a break")
        if self.person.window.page is page:
            assert self.full
            assert self.warned()

    def enter(self) -> None:
        self.person.enter_section("about_you")

    def open(self) -> None:
        self.free()
        self.person.hands.press("Open")
        self.person.hands.wait_for_page(HomePage)

    def unlock(self) -> None:
        self.free()
        self.person.unlock()
        self.person.sit()

    def fill(self) -> None:
        self.disk.enter_context(full_disk())
        self.full = True

    def free(self) -> None:
        self.disk.close()
        self.full = False
        if self.warned():
            self.person.hands.press("Try again")
            self.person.hands.wait_for(lambda: not self.warned(), "that all is saved")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_somebody_does_nothing_typed_is_lost(person: AtWindow, seed: int) -> None:
    walker = Walker(person, Random(seed))
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    with walker.disk:
        for _ in range(40):
            walker.step()
        walker.free()
    person.close()
    assert in_vault(person) == walker.typed


def in_vault(person: AtWindow) -> dict[str, object]:
    vault = Vault.open(person.vault, PASSPHRASE, listener=lambda _: None)
    try:
        (case,) = vault.cases(ALONE)
        found = {path.question: it.value for path, it in vault.answers(case.id, ALONE).by_path.items()}
        return {name: found.get(name, "") for name in FIELDS}
    finally:
        vault.close()

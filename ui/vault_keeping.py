"""Copying and checking the open vault, and erasing a draft: on a thread, wherever the person goes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from intake.case import Role, Sitting
from intake.errors import IntakeError
from intake.vault.rotation import SUFFIX
from intake.vault.vault import Checked, OutsideCopy, Vault
from intake.words import Words
from ui.dialogs import ask_new_file
from ui.jobs import Jobs
from ui.pages.erase_page import ErasePage
from ui.pages.vault_copies import VaultCopies
from ui.stage import Scene, Stage

PROPOSED = f"copy{SUFFIX}"
"""A name that names nobody."""

Result = TypeVar("Result")


class VaultKeeping(QObject):
    """Knows the section on screen, and tells it what came of its wishes."""

    listed = Signal()
    """The page with the section is wanted again."""

    def __init__(self, stage: Stage, jobs: Jobs, vault: Vault, who: Sitting, folder: Path) -> None:
        """`folder` is where the first copy is proposed to go."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._vault = vault
        self._who = who
        self._said = ""
        self._folder = folder
        self._section: VaultCopies | None = None
        self._waiting = False

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._section = None
        self.deleteLater()

    def section(self, words: Words) -> VaultCopies:
        """The part of a page that makes copies and checks."""
        may_erase = self._who.role is not Role.REVIEWER and bool(self._vault.cases(self._who))
        self._section = section = VaultCopies(words, may_erase=may_erase)
        section.told.tell(self._said)
        self._said = ""
        section.erase_asked.connect(lambda: self.ask_to_erase())
        section.copy_asked.connect(self._ask_where)
        section.check_asked.connect(lambda: self._do(self._vault.check, self._checked))
        section.wait(waiting=self._waiting)
        return section

    def ask_to_erase(self, case_id: str = "") -> None:
        """Ask which draft to erase, with this one chosen."""
        self._stage.turn_to(partial(self._erase, case_id))

    def _erase(self, chosen: str, words: Words) -> Scene:
        page = ErasePage(words, self._vault.cases(self._who), chosen)
        page.confirmed.connect(
            lambda case_id: self._do(lambda: self._vault.erase_case(case_id), self._erased)
        )
        page.given_up.connect(self.listed)
        return Scene(page, words.say("Erase a draft"), self.listed.emit, page.draft)

    def _erased(self, outside: Sequence[OutsideCopy]) -> None:
        words = self._stage.words
        self._said = words.say("The draft was erased.")
        if outside:
            self._said += "\n" + words.say(
                "It may still be in copies that were made here: {files}",
                files=", ".join(dict.fromkeys(copy.place.name for copy in outside)),
            )
        self._waiting = False
        if isinstance(self._stage.window.page, ErasePage):  # not after a lock, which has put it away
            self.listed.emit()

    def _ask_where(self) -> None:
        def chosen(file: Path) -> None:
            self._do(lambda: self._vault.back_up(file), self._copied)

        ask_new_file(self._stage.window, self._stage.words, self._folder / PROPOSED, chosen)

    def _do(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        if not self._waiting:
            self._wait(waiting=True)
            self._jobs.run(work, done, self._failed)

    def _copied(self, copy: OutsideCopy) -> None:
        self._folder = copy.place.parent
        words = self._stage.words
        self._tell(words.say("The copy was made, and proved to be whole: {file}", file=copy.place.name))

    def _checked(self, found: Checked) -> None:
        words = self._stage.words
        if found.good:
            self._tell(words.say("The vault and its copies are whole."))
        elif found.whole:
            self._tell(words.say("The vault is whole, but a copy in its folder is damaged. Make a new copy."))
        else:
            self._tell(
                words.say_many(
                    "The vault is damaged: {count} draft lacks something. Please stop, and open a copy.",
                    "The vault is damaged: {count} drafts lack something. Please stop, and open a copy.",
                    len(found.damaged_cases),
                )
            )

    def _failed(self, error: IntakeError) -> None:
        self._tell(self._stage.sentence(error))

    def _tell(self, sentence: str) -> None:
        self._wait(waiting=False)
        if self._section is not None and isValid(self._section):
            self._section.told.tell(sentence)
        elif isinstance(self._stage.window.page, ErasePage):
            self._stage.window.page.told.tell(sentence)

    def _wait(self, *, waiting: bool) -> None:
        self._waiting = waiting
        if self._section is not None and isValid(self._section):
            self._section.wait(waiting=waiting)

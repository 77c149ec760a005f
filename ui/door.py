"""Before a vault is open: welcome, what leaving now hides, unlock, make one.

For the start, what the first page does not show is imported where it is first needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject

from intake.errors import DatabaseDamaged, HeaderRolledBack, IntakeError
from intake.words import Words
from ui.jobs import Jobs
from ui.pages.welcome_page import WelcomePage
from ui.paths import VAULT_SUFFIX, Places
from ui.stage import Scene, Stage
from ui.ways_out import Behind, WaysOut


class Waiting(Protocol):
    """A page on which a passphrase was given."""

    def wait(self) -> None:
        """Say that it is being tried."""

    def tell(self, sentence: str) -> None:
        """Say that it was refused, and why."""


Entrance: TypeAlias = Callable[[Stage, Jobs, Places], Behind]
"""What opening a vault on a thread gives: to be called on the window's own."""


@dataclass(frozen=True, slots=True)
class Keys:
    """How a vault is opened and made, by folder and passphrase. Called on a thread; raise VaultError.

    `open_older` takes a header that is older than the vault, on the owner's word; `recover` opens with a
    recovery code and lets a new passphrase open it from then on; `open_here` opens with what this computer
    remembers, and `remembered` says whether it remembers anything.
    """

    open: Callable[[Path, str], Entrance]
    make: Callable[[Path, str], Entrance]
    open_older: Callable[[Path, str], Entrance]
    recover: Callable[[Path, str, str], Entrance]
    open_here: Callable[[Path], Entrance]
    remembered: Callable[[Path], bool]


class Door(QObject):
    """Leads into vaults; `out` leads out of them."""

    def __init__(self, out: WaysOut, stage: Stage, places: Places, jobs: Jobs, keys: Keys) -> None:
        super().__init__(stage)
        self._out = out
        self._stage = stage
        self._places = places
        self._jobs = jobs
        self._keys = keys
        self._folder = places.vaults
        self._page: Waiting | None = None
        self._waiting = self._locked = False
        self._attempt = 0
        out.locked.connect(self.show_locked)
        stage.vault_gone.connect(self.show_welcome)

    def show_welcome(self) -> None:
        self._give_up_waiting()
        self._folder = self._places.vaults
        self._stage.turn_to(self._welcome)

    def show_unlock(self, folder: Path) -> None:
        """Ask for the passphrase, unless this computer remembers the vault."""
        self._show_unlock_by_hand(folder)
        attempt = self._attempt

        def go_on(remembered: bool) -> None:
            if remembered and attempt == self._attempt and not self._typed():
                self._try(partial(self._keys.open_here, folder), folder)

        self._jobs.run(partial(self._keys.remembered, folder), go_on, partial(self._refused, attempt))

    def show_locked(self, folder: Path) -> None:
        """Stand at the door of a vault that was just locked, with all that it holds saved."""
        self._show_unlock_by_hand(folder, locked=True)

    def _show_unlock_by_hand(self, folder: Path, *, locked: bool = False) -> None:
        self._give_up_waiting()
        self._folder, self._locked = folder, locked
        self._stage.turn_to(self._unlock)

    def show_before(self) -> None:
        """Say what leaving now does and does not hide, before anybody writes the first word."""
        self._stage.turn_to(self._before)

    def show_create(self) -> None:
        self._stage.turn_to(self._create)

    def _welcome(self, words: Words) -> Scene:
        self._page = None
        page = WelcomePage(words, self._stage.languages(), self._places.found_vaults())
        page.language_chosen.connect(self._stage.choose_language)
        page.vault_chosen.connect(self.show_unlock)
        page.new_vault_asked.connect(self.show_before)
        page.other_vault_asked.connect(self._ask_vault)
        page.copy_asked.connect(self._ask_copy)
        return Scene(page, focus=page.first, unlocked=False)

    def _before(self, words: Words) -> Scene:
        from ui.pages.before_page import BeforePage

        page = BeforePage(words)
        page.went_on.connect(self.show_create)
        page.given_up.connect(self.show_welcome)
        return Scene(page, back=self.show_welcome, focus=page.go_on, unlocked=False)

    def _unlock(self, words: Words) -> Scene:
        from ui.pages.unlock_page import UnlockPage

        self._page = page = UnlockPage(words, self._folder)
        page.passphrase_given.connect(self._open)
        page.older_accepted.connect(self._open_older)
        page.recovery_asked.connect(lambda: self._stage.turn_to(self._recovery))
        page.rescue_asked.connect(lambda: self._rescue())
        page.other_asked.connect(self.show_welcome)
        if self._locked:
            page.tell_locked()
        if self._waiting:
            page.wait()
        return Scene(page, back=self.show_welcome, focus=page.passphrase.line, unlocked=False)

    def _recovery(self, words: Words) -> Scene:
        from ui.pages.recovery_page import RecoveryPage

        def leave() -> None:
            self._show_unlock_by_hand(self._folder)

        self._page = page = RecoveryPage(words, self._folder)
        page.given.connect(self._recover)
        page.given_up.connect(leave)
        if self._waiting:
            page.wait()
        return Scene(page, back=leave, focus=page.code.line, unlocked=False)

    def _create(self, words: Words) -> Scene:
        from ui.pages.create_page import CreatePage

        self._page = page = CreatePage(words, self._folder)
        page.asked.connect(self._make)
        page.folder_asked.connect(self._ask_folder)
        page.given_up.connect(self.show_before)
        if self._waiting:
            page.wait()
        return Scene(page, back=self.show_before, focus=page.name.line, unlocked=False)

    def _open(self, passphrase: str) -> None:
        self._try(partial(self._keys.open, self._folder, passphrase), self._folder)

    def _open_older(self, passphrase: str) -> None:
        self._try(partial(self._keys.open_older, self._folder, passphrase), self._folder)

    def _recover(self, code: str, passphrase: str) -> None:
        self._try(partial(self._keys.recover, self._folder, code, passphrase), self._folder)

    def _make(self, name: str, passphrase: str) -> None:
        folder = self._folder / f"{name}{VAULT_SUFFIX}"
        self._try(partial(self._keys.make, folder, passphrase), folder)

    def _try(self, key: Callable[[], Entrance], folder: Path) -> None:
        """On a thread, as a key takes about a second on purpose. The page may be built anew meanwhile."""
        self._attempt += 1
        self._waiting = True
        if self._page is not None:
            self._page.wait()
        attempt = self._attempt
        self._jobs.run(key, partial(self._enter, attempt, folder), partial(self._refused, attempt))

    def _give_up_waiting(self) -> None:
        """The person went elsewhere while a key was being derived: what it opens is closed again."""
        self._attempt += 1
        self._waiting = False

    def _enter(self, attempt: int, folder: Path, entrance: Entrance) -> None:
        behind = entrance(self._stage, self._jobs, self._places)
        if attempt != self._attempt:
            behind.abandon()
            return
        self._waiting = False
        self._page = None
        self._folder = folder
        self._out.hold(behind)
        behind.enter()

    def _refused(self, attempt: int, error: IntakeError) -> None:
        if attempt == self._attempt and self._page is not None:
            self._waiting = False
            self._page.tell(self._stage.sentence(error))
            if isinstance(error, HeaderRolledBack | DatabaseDamaged):
                self._offer(error)

    def _typed(self) -> bool:
        """Whether somebody began to type the passphrase: they are not to be cut short."""
        from ui.pages.unlock_page import UnlockPage

        return isinstance(self._page, UnlockPage) and bool(self._page.passphrase.text())

    def _offer(self, error: IntakeError) -> None:
        from ui.pages.unlock_page import UnlockPage

        if isinstance(self._page, UnlockPage):
            if isinstance(error, HeaderRolledBack):
                self._page.offer_older()
            else:
                self._page.offer_rescue()

    def _rescue(self, copy: Path | None = None) -> None:
        """Make a vault of a copy, or else of what is left of the one before us, and stand at its door."""
        from ui.rescue import Rescue

        self._give_up_waiting()
        self._page = None
        rescue = Rescue(self._stage, self._jobs, self._places.vaults)

        def leave() -> None:
            rescue.end()
            self.show_welcome()

        def enter(folder: Path, telling: Callable[[Words], str]) -> None:
            rescue.end()
            self._show_unlock_by_hand(folder)
            if self._page is not None:
                self._page.tell(telling(self._stage.words))

        rescue.given_up.connect(leave)
        rescue.made.connect(enter)
        if copy is not None:
            rescue.show_restore(copy)
        else:
            rescue.show_salvage(self._folder)

    def _ask_copy(self) -> None:
        from ui.dialogs import ask_file

        ask_file(self._stage.window, self._stage.words, self._places.exports, self._rescue)

    def _ask_vault(self) -> None:
        from ui.dialogs import ask_folder

        ask_folder(self._stage.window, self._stage.words, self._places.vaults, self.show_unlock)

    def _ask_folder(self) -> None:
        from ui.dialogs import ask_folder

        def chosen(folder: Path) -> None:
            self._folder = folder
            self._stage.build_anew()

        ask_folder(self._stage.window, self._stage.words, self._folder, chosen)

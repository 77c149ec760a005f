"""When the window of this vault locks, and erasing the vault as a whole."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import IntakeError, VaultUnwritable
from intake.vault.destroying import destroy
from intake.vault.vault import Vault
from intake.words import Words
from ui.jobs import Jobs
from ui.locking.again import KNOWN_TO_WORK
from ui.locking.wish import LockWish, wish_of
from ui.pages.keys_page import Plan, ProofPage
from ui.pages.locking_page import LockingPage
from ui.pages.parts import LineField, Notice
from ui.stage import Scene, Stage
from ui.widgets.buttons import QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label


class VaultSafety(QObject):
    """Leads to two pages and keeps what is chosen there."""

    listed = Signal()
    """The page with the section is wanted again."""

    def __init__(self, stage: Stage, jobs: Jobs, vault: Vault, erase: Callable[[], None]) -> None:
        """`erase` closes the vault and removes it; called once its owner has proved that they are."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._vault = vault
        self._erase = erase
        self._page: ProofPage | None = None

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = None
        self.deleteLater()

    def section(self, words: Words) -> QWidget:
        """The part of a page that leads there."""
        self._page = None
        section = QWidget()
        locking = QuietButton(words.say("Locking and looks"))
        erasing = QuietButton(words.say("Erase this vault"))
        locking.setObjectName("locking")
        erasing.setObjectName("erase-vault")
        locking.clicked.connect(lambda: self._stage.turn_to(self._choose))
        erasing.clicked.connect(lambda: self._stage.turn_to(self._ask))
        parts = QVBoxLayout(section)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("This window, and the whole vault"), "question"))
        parts.addWidget(row(locking, erasing))
        return section

    def _choose(self, words: Words) -> Scene:
        wish = wish_of(self._vault.setting)
        page = LockingPage(words, wish, self._stage.look, can_start_anew=KNOWN_TO_WORK)
        page.wished.connect(self._keep)
        page.look_chosen.connect(self._stage.choose_look)
        return Scene(page, "", self.listed.emit, page.first)

    def _keep(self, wish: LockWish) -> None:
        for name, value in wish.settings().items():
            self._vault.note_setting(name, value)
        self._stage.lock_wished.emit(wish)

    def _ask(self, words: Words) -> Scene:
        word = words.say_in("typed to confirm", "erase everything")
        typed = LineField("word", words.say("To confirm, type “{word}”", word=word))

        def fault() -> str:
            same = typed.text().strip().casefold() == word.casefold()
            return "" if same else words.say("Nothing was erased. Please type it exactly as it stands there.")

        self._page = page = ProofPage(words, _plan(words, self._outside()), [typed], fault)
        page.given.connect(self._prove)
        page.given_up.connect(self.listed)
        return Scene(page, "", self.listed.emit, page.present.line)

    def _outside(self) -> str:
        return ", ".join(dict.fromkeys(copy.place.name for copy in self._vault.outside_copies()))

    def _prove(self, passphrase: str) -> None:
        if self._page is not None:
            self._page.wait()
            self._jobs.run(lambda: self._vault.ways.confirm(passphrase), self._proved, self._refused)

    def _proved(self, _nothing: None) -> None:
        if self._page is not None:  # not after a lock, or once somebody went back
            self._page = None
            self._erase()

    def _refused(self, error: IntakeError) -> None:
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))


def _plan(words: Words, outside: str) -> Plan:
    meaning = [
        words.say("All drafts in this vault go, with the vault’s folder. Nobody can bring them back."),
        words.say(
            "What opens the vault is written over first. A solid-state disk, and copies that the computer"
            " itself makes of its disk, can keep traces for a while."
        ),
        words.say("Exported PDFs, and copies that were made elsewhere, are not erased."),
    ]
    if outside:
        meaning.append(words.say("Copies that were made here: {files}", files=outside))
    return Plan(words.say("Erase this vault"), meaning, words.say("Erase all of it for good"))


def erase_and_tell(stage: Stage, folder: Path) -> None:
    """Remove a vault that was closed, show the first page, and say there what came of it."""
    try:
        left, error = destroy(folder), None
    except VaultUnwritable as refused:
        left, error = (), refused
    stage.vault_gone.emit()

    def note(words: Words) -> Notice:
        notice = Notice(stage.sentence(error) if error is not None else _said(words, left))
        notice.offer(words.say("Put this away"), lambda: stage.show_note(None))
        return notice

    stage.show_note(note)


def _said(words: Words, left: Sequence[str]) -> str:
    said = words.say("The vault was erased.")
    if left:
        files = ", ".join(left)
        said += "\n" + words.say(
            "Its folder stays, as it holds what is not of the vault: {files}", files=files
        )
    return said

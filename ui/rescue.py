"""Making a vault of a backup copy, or of what can be read in a damaged one, while no vault is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from intake.errors import IntakeError
from intake.moments import day_and_time
from intake.vault.backup import Label, label_of
from intake.vault.restoring import restore
from intake.vault.salvage import Salvaged, salvage
from intake.words import Words
from ui.jobs import Jobs
from ui.pages.create_page import UNFIT_FOR_NAMES
from ui.pages.keys_page import Plan, ProofPage
from ui.pages.parts import LineField
from ui.paths import VAULT_SUFFIX
from ui.stage import Scene, Stage

Telling: TypeAlias = Callable[[Words], str]
"""What came of it, in whatever language is spoken by then."""


class Rescue(QObject):
    """Asks for a name and the passphrase, has the new vault made on a thread, and hands its folder on."""

    made = Signal(object, object)
    """With the folder of the new vault, and a Telling."""
    given_up = Signal()

    def __init__(self, stage: Stage, jobs: Jobs, vaults: Path) -> None:
        """`vaults` is the folder that the new vault goes into."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._vaults = vaults
        self._page: ProofPage | None = None
        self._waiting = False

    def show_restore(self, file: Path) -> None:
        """Ask what is needed to make a vault of this copy."""
        self._stage.turn_to(partial(self._restore, file))

    def show_salvage(self, folder: Path) -> None:
        """Ask what is needed to make a vault of what is left of the one in this folder."""
        self._stage.turn_to(partial(self._salvage, folder))

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = None
        self.deleteLater()

    def _restore(self, file: Path, words: Words) -> Scene:
        meaning = [
            words.say("A new vault is made of the copy. Your other vaults stay as they are."),
            words.say("What was written after the copy was made is not in it."),
        ]
        fault, name = "", file.stem
        try:
            made = label_of(file).made.astimezone()
            name = words.say("Copy of {day}", day=f"{made:%Y-%m-%d}")
            meaning.insert(0, words.say("This copy was made {time}.", time=day_and_time(made, words)))
        except IntakeError as error:
            fault = self._stage.sentence(error)
        plan = Plan(
            words.say("Open a backup copy"),
            meaning,
            words.say("Make a vault of it"),
            words.say("The passphrase that opened the vault then"),
        )
        scene = self._scene(words, plan, name, partial(_restored, file))
        if fault and self._page is not None:
            self._page.tell(fault)
        return scene

    def _salvage(self, folder: Path, words: Words) -> Scene:
        plan = Plan(
            words.say("Rescue what can be read"),
            [
                words.say("A new vault is made of all that can be read. The damaged one is left as it is."),
                words.say("If there is a backup copy, open that first: it may hold more."),
            ],
            words.say("Make a vault of it"),
            words.say("Passphrase"),
        )
        name = words.say("{name}, rescued", name=folder.stem)
        return self._scene(words, plan, name, partial(_salvaged, folder))

    def _scene(self, words: Words, plan: Plan, proposed: str, work: Callable[[Path, str], Telling]) -> Scene:
        name = LineField(
            "name",
            words.say("Name of the new vault"),
            words.say("It will be made in the folder {folder}", folder=str(self._vaults)),
        )
        name.line.setText(proposed)

        def fault() -> str:
            typed = name.text().strip()
            if not typed or UNFIT_FOR_NAMES & set(typed) or typed.startswith("."):
                return words.say("Please give the vault a short name of letters and numbers.")
            return ""

        self._page = page = ProofPage(words, plan, [name], fault)

        def give(passphrase: str) -> None:
            into = self._vaults / f"{name.text().strip()}{VAULT_SUFFIX}"
            self._do(into, lambda: work(into, passphrase))

        page.given.connect(give)
        page.given_up.connect(self.given_up)
        if self._waiting:
            page.wait()
        return Scene(page, back=self.given_up.emit, focus=page.present.line, unlocked=False)

    def _do(self, into: Path, work: Callable[[], Telling]) -> None:
        if self._waiting or self._page is None:
            return
        self._waiting = True
        self._page.wait()
        self._jobs.run(work, partial(self._succeeded, into), self._failed)

    def _succeeded(self, into: Path, telling: Telling) -> None:
        self._waiting = False
        if self._page is not None:
            self.made.emit(into, telling)

    def _failed(self, error: IntakeError) -> None:
        self._waiting = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))


def _restored(file: Path, into: Path, passphrase: str) -> Telling:
    return partial(_tell_restored, restore(file, into, passphrase))


def _tell_restored(label: Label, words: Words) -> str:
    return words.say(
        "The vault was made of the copy of {time}. What was written later is not in it. Type its passphrase"
        " to open it.",
        time=day_and_time(label.made.astimezone(), words),
    )


def _salvaged(folder: Path, into: Path, passphrase: str) -> Telling:
    return partial(_tell_salvaged, salvage(folder, into, passphrase))


def _tell_salvaged(saved: Salvaged, words: Words) -> str:
    told = words.say_many(
        "A new vault was made, with {count} draft. Type the passphrase to open it.",
        "A new vault was made, with {count} drafts. Type the passphrase to open it.",
        saved.count,
    )
    lacking = len(saved.damaged_cases)
    if lacking:
        told += " " + words.say_many(
            "{count} draft lacks something that could not be read.",
            "{count} drafts lack something that could not be read.",
            lacking,
        )
    return told

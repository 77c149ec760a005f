"""Changing what opens the vault: each change on a page of its own, done on a thread as keys take time."""

from collections.abc import Callable, Sequence
from functools import partial
from platform import node
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from intake.errors import IntakeError
from intake.vault.recovery import RecoveryCode, new_code, written
from intake.vault.ways import Way, Ways
from intake.words import Words
from ui.firm_papers import PapersKeeping
from ui.handover.own_card import OwnCard
from ui.jobs import Jobs
from ui.pages.code_fields import CodeFields
from ui.pages.keys_page import Plan, ProofPage, remember_plan
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import LineField
from ui.pages.place_note import place_note
from ui.pages.vault_page import VaultPage, called
from ui.questionnaire_keeping import QuestionnaireKeeping
from ui.stage import Scene, Stage
from ui.typed import keep
from ui.vault_keeping import VaultKeeping
from ui.vault_safety import VaultSafety
from ui.widgets.choice import ChoiceCheck

Part: TypeAlias = VaultKeeping | OwnCard | PapersKeeping | QuestionnaireKeeping | VaultSafety


class VaultSettings(QObject):
    """Leads through the settings of one open vault."""

    left = Signal()

    def __init__(self, stage: Stage, jobs: Jobs, ways: Ways, more: Sequence[Part]) -> None:
        """`more` has sections of its own below the ways into the vault."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._ways = ways
        self._more = more
        for part in more:
            part.listed.connect(self.show)
        self._page: ProofPage | None = None
        self._waiting = False
        self._code: RecoveryCode | None = None
        self._changed = False

    def show(self) -> None:
        """Show what opens the vault."""
        self._changed = False
        self._show_list()

    def _show_list(self) -> None:
        self._page = self._code = None
        self._stage.turn_to(self._list)

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = self._code = None
        for part in self._more:
            part.end()
        self.deleteLater()

    def _list(self, words: Words) -> Scene:
        page = VaultPage(words, self._ways.listed())
        if self._changed:
            page.told.tell(words.say("It is done. The list below shows what opens this vault now."))
        note = place_note(words, self._ways.folder)
        if note is not None:
            page.insert(1, note)
        for part in self._more:
            page.add(part.section(words), above=24)
        page.change_asked.connect(lambda: self._stage.turn_to(self._change))
        page.add_asked.connect(lambda: self._stage.turn_to(self._add))
        page.code_asked.connect(lambda: self._stage.turn_to(self._make_code))
        page.remember_asked.connect(lambda: self._stage.turn_to(self._remember))
        page.replace_asked.connect(lambda: self._stage.turn_to(self._replace))
        page.remove_asked.connect(lambda way: self._stage.turn_to(partial(self._remove, way)))
        return Scene(page, words.say("Vault settings"), self.left.emit, page.change)

    def _change(self, words: Words) -> Scene:
        new = NewPassphrase(words)
        plan = Plan(
            words.say("Change my passphrase"),
            [words.say("The new passphrase opens the vault in the place of the one you use now.")],
            words.say("Change it"),
        )
        page = ProofPage(words, plan, [new], new.fault)
        page.given.connect(
            lambda present: self._do(partial(self._ways.change_passphrase, present, new.text()))
        )
        return self._scene(page)

    def _add(self, words: Words) -> Scene:
        name = LineField(
            "name", words.say("Whose passphrase it is"), words.say("Only shown inside the vault.")
        )
        new = NewPassphrase(words)
        plan = Plan(
            words.say("Add a passphrase for another person"),
            [words.say("Whoever has it can open the whole vault, and change what opens it.")],
            words.say("Add it"),
        )
        page = ProofPage(words, plan, [name, new], new.fault)
        page.given.connect(
            lambda present: self._do(
                partial(self._ways.add_passphrase, present, new.text(), name.text().strip())
            )
        )
        return self._scene(page)

    def _make_code(self, words: Words) -> Scene:
        code = self._code = self._code or new_code()
        fields = CodeFields(words, written(code))
        plan = Plan(
            words.say("A recovery code"),
            [
                words.say("With this code the vault can be opened when its passphrase is forgotten."),
                words.say(
                    "Write it on paper by hand, and keep the paper where nobody looks for it, away from this"
                    " computer. Do not photograph it: telephones keep copies."
                ),
            ],
            words.say("Use this code"),
        )
        page = ProofPage(words, plan, [fields], fields.fault)
        page.given.connect(lambda present: self._do(partial(self._ways.set_code, present, code)))
        return self._scene(page)

    def _remember(self, words: Words) -> Scene:
        page = ProofPage(words, remember_plan(words))
        page.given.connect(lambda present: self._do(partial(self._ways.remember_here, present, node())))
        return self._scene(page)

    def _replace(self, words: Words) -> Scene:
        plan = Plan(
            words.say("Replace the key"),
            [
                words.say(
                    "Everything in the vault is encrypted anew. Only the passphrase you type here opens it."
                ),
                words.say(
                    "Other passphrases and the recovery code stop working: add the passphrases again, and"
                    " make a new code. Older copies that lie elsewhere still open with what opened them then."
                ),
            ],
            words.say("Replace the key"),
        )
        page = ProofPage(words, plan)
        page.given.connect(lambda present: self._do(partial(self._ways.replace_key, present, None)))
        return self._scene(page)

    def _remove(self, way: Way, words: Words) -> Scene:
        anew = ChoiceCheck(
            words.say("Replace the key of the vault too. All other ways in are then made again.")
        )
        keep(anew, "anew")
        anew.setChecked(True)
        plan = Plan(
            words.say("Remove: {what}", what=called(way, words)),
            [
                words.say("It does not open this vault any more."),
                words.say(
                    "Whoever knew it and has an old copy of the vault can read that copy, and with its key"
                    " also what is written from now on, unless the key is replaced."
                ),
            ],
            words.say("Remove it"),
        )
        page = ProofPage(words, plan, [anew])

        def remove(present: str, *, replacing: bool) -> None:
            self._ways.remove(present, way.id)
            if replacing:
                self._ways.replace_key(present, None)

        page.given.connect(lambda it: self._do(partial(remove, it, replacing=anew.isChecked())))
        return self._scene(page)

    def _scene(self, page: ProofPage) -> Scene:
        self._page = page
        page.given_up.connect(self.show)
        if self._waiting:
            page.wait()
        return Scene(page, "", self.show, page.present.line)

    def _do(self, work: Callable[[], None]) -> None:
        if self._waiting or self._page is None:
            return
        self._waiting = True
        self._page.wait()
        self._jobs.run(work, self._succeeded, self._failed)

    def _succeeded(self, _nothing: None) -> None:
        self._waiting = False
        if self._page is not None:
            self._changed = True
            self._show_list()

    def _failed(self, error: IntakeError) -> None:
        self._waiting = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))

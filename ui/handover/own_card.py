"""The card and the keys of an open vault: named, given out, renewed, deleted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.delivery.acquaintances import delete_key, keep_keys, own_keys
from intake.errors import IntakeError
from intake.export.handover.cards import SUFFIX, card_of, written
from intake.export.handover.keys import ReceivingKey, rotated
from intake.export.handover.sheet import write_sheet
from intake.export.target import write_whole
from intake.vault.vault import OutsideCopy, Vault
from intake.words import Words
from ui.handover.delete_key_page import DeleteKeyPage
from ui.handover.own_card_page import OwnCardPage
from ui.jobs import Jobs
from ui.placing import ask_place
from ui.stage import Scene, Stage
from ui.widgets.buttons import QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label

_FILE, _SHEET = f"intake{SUFFIX}", "intake-card.pdf"


class OwnCard(QObject):
    """Leads from the settings of the vault to its card, and keeps what is chosen there."""

    listed = Signal()
    """The page with the section is wanted again."""

    def __init__(self, stage: Stage, jobs: Jobs, vault: Vault, folder: Path) -> None:
        """`folder` is where the first file is proposed to go."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._vault = vault
        self._folder = folder
        self._page: OwnCardPage | DeleteKeyPage | None = None
        self._said = ""

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = None
        self.deleteLater()

    def section(self, words: Words) -> QWidget:
        """The part of a page that leads here."""
        section = QWidget()
        look = QuietButton(words.say("The card of this vault"))
        look.setObjectName("own-card")
        look.clicked.connect(self.show)
        parts = QVBoxLayout(section)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("Sealed drafts"), "question"))
        said = words.say("With the card of this vault, others can seal drafts that only this vault opens.")
        parts.addWidget(label(said))
        parts.addWidget(row(look))
        return section

    def show(self) -> None:
        """Show the card; its keys are made the first time."""
        self._stage.turn_to(self._card)

    def _card(self, words: Words) -> Scene:
        self._page = page = OwnCardPage(words, own_keys(self._vault, _today()))
        page.told.tell(self._said)
        self._said = ""
        page.named.connect(lambda name: self._try(page, partial(self._name, name)))
        page.file_asked.connect(lambda: self._ask(page, _FILE, self._save))
        page.sheet_asked.connect(lambda: self._ask(page, _SHEET, self._draw))
        page.key_asked.connect(lambda: self._try(page, self._renew))
        page.deletion_asked.connect(lambda key: self._stage.turn_to(partial(self._delete, key)))
        return Scene(page, "", self.listed.emit, page.save)

    def _name(self, name: str) -> None:
        keep_keys(self._vault, replace(own_keys(self._vault, _today()), name=name))
        self._said = self._stage.words.say("The name is on the card now. Give out the card anew.")
        self.show()

    def _renew(self) -> None:
        keep_keys(self._vault, rotated(own_keys(self._vault, _today()), _today()))
        self._said = self._stage.words.say(
            "A new key was made. Give out the new card; what was sealed to the older one still opens."
        )
        self.show()

    def _ask(self, page: OwnCardPage, name: str, write: Callable[[Path], None]) -> None:
        def chosen(target: Path) -> None:
            self._folder = target.parent
            self._try(page, lambda: write(target))
            if not page.told.text():
                page.told.tell(self._stage.words.say("The file was made: {file}", file=target.name))

        ask_place(self._stage, self._folder / name, chosen)

    def _save(self, target: Path) -> None:
        write_whole(target, written(card_of(own_keys(self._vault, _today()))).encode())

    def _draw(self, target: Path) -> None:
        card = card_of(own_keys(self._vault, _today()))
        write_sheet(target, card, self._stage.words, self._stage.folders.fonts)

    def _try(self, page: OwnCardPage, act: Callable[[], None]) -> None:
        page.told.tell("")
        try:
            act()
        except IntakeError as error:
            page.told.tell(self._stage.sentence(error))

    def _delete(self, key: ReceivingKey, words: Words) -> Scene:
        self._page = page = DeleteKeyPage(words, key)
        page.confirmed.connect(lambda: self._do_delete(page, key))
        page.given_up.connect(self.show)
        return Scene(page, "", self.show, page.typed.line)

    def _do_delete(self, page: DeleteKeyPage, key: ReceivingKey) -> None:
        page.wait()
        keys, vault = own_keys(self._vault, _today()), self._vault
        self._jobs.run(lambda: delete_key(vault, keys, key), self._deleted, self._not_deleted)

    def _deleted(self, outside: Sequence[OutsideCopy]) -> None:
        words = self._stage.words
        self._said = words.say("The key was deleted.")
        if outside:
            files = ", ".join(dict.fromkeys(copy.place.name for copy in outside))
            self._said += "\n" + words.say(
                "It may still be in copies that were made here: {files}", files=files
            )
        if self._page is not None and self._stage.page is self._page:
            self.show()

    def _not_deleted(self, error: IntakeError) -> None:
        if isinstance(self._page, DeleteKeyPage) and self._stage.page is self._page:
            self._page.tell(self._stage.sentence(error))


def _today() -> date:
    return datetime.now().astimezone().date()

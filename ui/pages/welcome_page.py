"""The first page: which language, and which vault to open or make."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from intake.words import Words
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.choice import ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class WelcomePage(Column):
    """Says what this is in the reader's language before it asks for anything."""

    language_chosen = Signal(str)
    vault_chosen = Signal(object)
    """With the folder of a vault."""
    other_vault_asked = Signal()
    copy_asked = Signal()
    new_vault_asked = Signal()

    def __init__(self, words: Words, languages: Sequence[tuple[str, str]], vaults: Sequence[Path]) -> None:
        super().__init__()
        self.add(label("Intake", "title"))
        self.add(
            label(
                words.say(
                    "A place to write down your story for your asylum case, in your own words and at your own"
                    " pace."
                )
            )
        )
        self.add(label(words.say("Everything stays on this computer. Nothing is sent anywhere.")))
        self.add(self._languages(words, languages), above=8)
        self.add(label(words.say("Your vaults") if vaults else words.say("Begin"), "question"), above=16)
        self.add(
            label(words.say("A vault is a locked folder. Only its passphrase opens it."), "hint"),
        )
        self.first: QWidget = self
        if vaults:
            self._offer_found(words, vaults)
        else:
            self.first = self._new(PrimaryButton(words.say("Make a new vault")))
            self.add(self.first, above=4)
            self.add(self._other(words))
            self.add(self._copy(words))

    def _languages(self, words: Words, languages: Sequence[tuple[str, str]]) -> QGroupBox:
        group = QGroupBox()
        group.setAccessibleName(words.say("Language"))
        together, choices = QButtonGroup(group), []
        for code, name in languages:
            radio = ChoiceRadio(name)
            radio.setObjectName(f"language-{code}")
            radio.setChecked(code == words.language)
            radio.clicked.connect(lambda _on=False, code=code: self.language_chosen.emit(code))
            together.addButton(radio)
            choices.append(radio)
        around = QVBoxLayout(group)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(row(*choices))
        return group

    def _offer_found(self, words: Words, vaults: Sequence[Path]) -> None:
        for at, folder in enumerate(vaults):
            kind = PrimaryButton if len(vaults) == 1 else QuietButton
            button = kind(words.say("Open “{name}”", name=folder.stem))
            button.setObjectName(f"vault-{at}")
            button.clicked.connect(lambda _on=False, folder=folder: self.vault_chosen.emit(folder))
            self.add(button)
            if at == 0:
                self.first = button
        self.add(row(self._new(QuietButton(words.say("Make a new vault")))), above=16)
        self.add(self._other(words))
        self.add(self._copy(words))

    def _new(self, button: PrimaryButton | QuietButton) -> PrimaryButton | QuietButton:
        button.setObjectName("new-vault")
        button.clicked.connect(self.new_vault_asked)
        return button

    def _other(self, words: Words) -> LinkButton:
        link = LinkButton(words.say("Open a vault that is in another folder"))
        link.setObjectName("other-vault")
        link.clicked.connect(self.other_vault_asked)
        return link

    def _copy(self, words: Words) -> LinkButton:
        link = LinkButton(words.say("Open a backup copy"))
        link.setObjectName("copy")
        link.clicked.connect(self.copy_asked)
        return link

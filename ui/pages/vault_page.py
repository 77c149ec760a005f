"""Settings of the open vault: the ways into it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.vault.header import Kind
from intake.vault.ways import Way
from intake.words import Words, mark
from ui.pages.parts import Told
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label

KINDS: Mapping[Kind, str] = {
    Kind.PASSPHRASE: mark("Passphrase"),
    Kind.RECOVERY: mark("Recovery code on paper"),
    Kind.KEYRING: mark("A computer that remembers the vault"),
}


def called(way: Way, words: Words) -> str:
    """What a way is called on screen."""
    kind = words.say(KINDS[way.kind])
    return words.say("{kind}: {name}", kind=kind, name=way.name) if way.name else kind


class VaultPage(Column):
    """Lists what opens the vault, and leads to what can be changed about it."""

    change_asked = Signal()
    add_asked = Signal()
    code_asked = Signal()
    remember_asked = Signal()
    replace_asked = Signal()
    remove_asked = Signal(object)
    """With a Way."""

    def __init__(self, words: Words, ways: Sequence[Way]) -> None:
        super().__init__()
        self._words = words
        self.told = Told()
        has_code = any(way.kind is Kind.RECOVERY for way in ways)
        self.change = self._button(words.say("Change my passphrase"), "change", self.change_asked)
        self.add(label(words.say("Vault settings"), "title"))
        self.add(self.told)
        self.add(label(words.say("What opens this vault"), "question"), above=8)
        for way in ways:
            self.add(self._line(way, removable=len(ways) > 1))
        if not has_code:
            self.add(
                label(
                    words.say(
                        "There is no recovery code: if the passphrase is forgotten, nobody can open"
                        " the vault."
                    ),
                    "hint",
                )
            )
        code = words.say("Make a new recovery code") if has_code else words.say("Make a recovery code")
        self.add(row(self.change, self._button(code, "code", self.code_asked)), above=8)
        self._add_rare(ways)

    def _add_rare(self, ways: Sequence[Way]) -> None:
        """What somebody alone on their own vault hardly needs is folded away."""
        words = self._words
        rare = QWidget()
        parts = QVBoxLayout(rare)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        add = words.say("Add a passphrase for another person")
        parts.addWidget(self._button(add, "add", self.add_asked))
        if not any(way.kind is Kind.KEYRING for way in ways):
            here = words.say("Let this computer open the vault")
            parts.addWidget(self._button(here, "remember", self.remember_asked))
        parts.addSpacing(24)
        parts.addWidget(label(words.say("The key of this vault"), "question"))
        parts.addWidget(
            label(
                words.say(
                    "Whoever once knew a passphrase and has an old copy of the vault can still open that"
                    " copy. A new key keeps them out of all that is written from now on."
                )
            )
        )
        parts.addWidget(self._button(words.say("Replace the key"), "replace", self.replace_asked))
        if sum(way.kind is Kind.PASSPHRASE for way in ways) == 1:
            more = LinkButton(words.say("For other people, this computer, and the key: show more"))
            more.setObjectName("more")
            more.clicked.connect(rare.show)
            more.clicked.connect(more.hide)
            self.add(more)
            rare.hide()
        self.add(rare)

    def _button(self, text: str, name: str, asked: SignalInstance) -> QuietButton:
        button = QuietButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: asked.emit())
        return button

    def _line(self, way: Way, *, removable: bool) -> QWidget:
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 0, 0, 0)
        name = called(way, self._words)
        parts.addWidget(label(name), 1)
        if removable:
            remove = LinkButton(self._words.say("Remove"))
            remove.setObjectName(f"remove-{way.id}")
            remove.setAccessibleName(self._words.say("Remove: {what}", what=name))
            remove.clicked.connect(lambda: self.remove_asked.emit(way))
            parts.addWidget(remove)
        return line

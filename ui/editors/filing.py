"""The editor of a file: chosen or dropped, kept as it is, and shown as far as it can be shown safely."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from intake.answers import Stored
from intake.evidence.glimpse import Glimpse
from intake.form.cleaning import shown_text
from intake.form.kinds.files import GivenFile, file_of
from intake.words import Words
from ui.editors.editor import Editor
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.flow import row
from ui.widgets.labels import announce, change_label, label, shortened

PICTURE_WIDTH = 320
"""Px of a picture's longer side on the page at most."""


class Shelf(Protocol):
    """Where files are chosen, kept and looked at."""

    def ask(self, chosen: Callable[[Path], None]) -> None: ...

    def take(self, path: Path, done: Callable[[GivenFile], None], failed: Callable[[str], None]) -> None: ...

    def look(self, given: GivenFile, done: Callable[[Glimpse], None]) -> None: ...


class FileEditor(Editor):
    """One file. Adding another replaces it; the bytes of the former go when nothing names them any more."""

    def __init__(self, words: Words, shelf: Shelf | None) -> None:
        """Without a shelf, what is there is shown and nothing can be added."""
        super().__init__()
        self._words = words
        self._shelf = shelf
        self._stored: Stored | None = None
        self.choose = QuietButton(words.say("Choose a file"))
        self.choose.setObjectName("choose-file")
        self.remove = LinkButton(words.say("Remove the file"))
        self._name, self._facts, self._told = label("", "strong"), label("", "hint"), label("", "problem")
        self._picture = QLabel()
        self._card = Card()
        for shown in (self._name, self._facts, self._picture):
            self._card.add(shown)
        self._drop = label(words.say("You can also drop a file here."), "hint")
        for part in (self._card, row(self.choose, self.remove), self._drop, self._told):
            self.rows.addWidget(part)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.setEnabled(shelf is not None)
        self.setAcceptDrops(shelf is not None)
        self.setFocusProxy(self.choose)
        self._show()

    def value(self) -> Stored | None:
        return self._stored

    def show_value(self, value: Stored | None) -> None:
        if value != self._stored:
            self._stored = value
            self._show()

    def name_after(self, label: QLabel, hint: str) -> None:
        self.choose.setAccessibleDescription(" ".join(filter(None, (label.text(), hint))))

    def restore(self, draft: object) -> None:
        if draft is None or isinstance(draft, dict):
            self.show_value(draft)

    def _ask(self) -> None:
        if self._shelf is not None:
            self._shelf.ask(self.take)

    def take(self, path: Path) -> None:
        """Add this file."""
        if self._shelf is None or not isValid(self):
            return
        change_label(self._told, "hint", self._words.say("The file is being put into the vault."))
        announce(self, self._told.text())
        self.choose.setEnabled(False)
        self._shelf.take(path, self._taken, self._refused)

    def _taken(self, given: GivenFile) -> None:
        if not isValid(self):
            return  # the page was left meanwhile: the bytes go when the vault is closed
        self._stored = given.stored()
        self._show()
        announce(self, self._words.say("Added: {name}", name=self._name.text()))
        self.changed.emit()

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self.choose.setEnabled(True)
            change_label(self._told, "problem", sentence)
            announce(self, sentence)

    def _remove(self) -> None:
        self._stored = None
        self._show()
        self.choose.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        given = file_of(self._stored) if self._stored is not None else None
        self.choose.setEnabled(self._shelf is not None)
        self.choose.rename(
            self._words.say("Choose another file") if given else self._words.say("Choose a file")
        )
        self._card.setVisible(given is not None)
        self.remove.setVisible(given is not None)
        self._drop.setVisible(given is None and self._shelf is not None)
        change_label(self._told, "problem", "")
        self._picture.hide()
        if given is None:
            return
        self._name.setText(shortened(" ".join(shown_text(given.name).split())))
        change_label(self._facts, "hint", self._size(given))
        if self._shelf is not None:
            self._shelf.look(given, lambda seen: self._show_glimpse(given, seen))

    def _show_glimpse(self, given: GivenFile, seen: Glimpse) -> None:
        if not isValid(self) or self._stored != given.stored():
            return
        facts = [self._size(given)]
        if seen.pages:
            facts.append(self._words.say_many("{count} page", "{count} pages", seen.pages))
        change_label(self._facts, "hint", " · ".join(facts))
        shown = QPixmap()
        if seen.picture and shown.loadFromData(seen.picture, "JPEG"):
            side = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(shown.scaled(PICTURE_WIDTH, PICTURE_WIDTH, side, smooth))
            self._picture.setAccessibleName(self._words.say("Picture: {name}", name=self._name.text()))
            self._picture.show()

    def _size(self, given: GivenFile) -> str:
        if given.size < 1 << 20:
            return self._words.say("{size} KB", size=max(round(given.size / 1024), 1))
        return self._words.say("{size} MB", size=f"{given.size / (1 << 20):.1f}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The file that is dropped, when it is one of this computer."""
    local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(local[0]) if len(local) == 1 else None

"""The card of this vault: for those who seal drafts to it. Nothing on it is secret."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from intake.export.handover.cards import card_of, fingerprint, picture
from intake.export.handover.keys import OwnKeys, ReceivingKey
from intake.moments import day
from intake.words import Words
from ui.pages.parts import LineField, Told, copyable
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class OwnCardPage(Column):
    """Digits to read aloud, a picture, a file, a sheet; and every key there is."""

    named = Signal(str)
    file_asked = Signal()
    sheet_asked = Signal()
    key_asked = Signal()
    """A new key is wanted on the card."""
    deletion_asked = Signal(object)
    """With a ReceivingKey."""

    def __init__(self, words: Words, keys: OwnKeys) -> None:
        super().__init__()
        self._words = words
        self.told = Told()
        card = card_of(keys)
        self.name = LineField(
            "card-name",
            words.say("Whose card it is"),
            words.say("For example the name of the office. Applicants read it; leave it empty for none."),
        )
        self.name.line.setText(keys.name)
        self.add(label(words.say("The card of this vault"), "title"))
        self.add(
            label(
                words.say(
                    "Whoever has this card can seal a draft that only this vault opens. Give it to anybody:"
                    " it opens nothing."
                )
            )
        )
        self.add(self.told)
        self._add_name()
        self.add(label(words.say("The twenty digits, to be read aloud"), "question"), above=8)
        self.add(copyable(fingerprint(card.recipient, card.verifier)))
        self.add(
            label(
                words.say(
                    "When an applicant calls, read these digits to them. Do not send the digits: whoever"
                    " could swap the card could swap them too."
                ),
                "hint",
            )
        )
        self._add_files(_qr(picture(card), words.say("The card as a picture, a QR code")))
        self._add_keys(list(reversed(keys.receiving)), keys.current)

    def _add_name(self) -> None:
        keep = QuietButton(self._words.say("Put this name on the card"))
        keep.setObjectName("keep-name")
        keep.clicked.connect(lambda: self.named.emit(self.name.text().strip()))
        self.name.entered.connect(lambda: self.named.emit(self.name.text().strip()))
        self.add(self.name, above=8)
        self.add(row(keep))

    def _add_files(self, code: QWidget) -> None:
        words = self._words
        self.save = PrimaryButton(words.say("Save the card as a file"))
        sheet = QuietButton(words.say("Make a sheet to print"))
        self.save.setObjectName("save")
        sheet.setObjectName("sheet")
        self.save.clicked.connect(self.file_asked)
        sheet.clicked.connect(self.sheet_asked)
        self.add(row(self.save, sheet), above=8)
        self.add(code)

    def _add_keys(self, keys: Sequence[ReceivingKey], current: ReceivingKey) -> None:
        words = self._words
        new = QuietButton(words.say("Make a new key"))
        new.setObjectName("new-key")
        new.clicked.connect(self.key_asked)
        self.add(label(words.say("The keys of this card"), "question"), above=16)
        for key in keys:
            self.add(self._key(key, is_current=key == current))
        self.add(
            label(
                words.say(
                    "With a new key the card changes: give out the new one, and read its digits. What was"
                    " sealed to an older key still opens, until that key is deleted."
                ),
                "hint",
            )
        )
        self.add(row(new))

    def _key(self, key: ReceivingKey, *, is_current: bool) -> Card:
        words, card = self._words, Card("calm" if is_current else "plain")
        made = words.say("Key of {day}", day=day(key.made, words))
        card.add(label(made, "strong"))
        if is_current:
            card.add(label(words.say("This one is on the card."), "caption"))
            return card
        if key.retired is not None:
            since = day(key.retired, words)
            card.add(
                label(words.say("On no card since {day}. It opens older packages.", day=since), "caption")
            )
        delete = LinkButton(words.say("Delete this key"))
        delete.setObjectName(f"delete-{key.recipient[-8:]}")
        delete.setAccessibleName(words.say("Delete this key: {what}", what=made))
        delete.clicked.connect(lambda: self.deletion_asked.emit(key))
        card.add(row(delete))
        return card


def _qr(png: bytes, told: str) -> QLabel:
    """Black on white in every look: readers need it so."""
    shown, image = QLabel(), QPixmap()
    image.loadFromData(png)
    shown.setPixmap(image)
    shown.setObjectName("qr")
    shown.setAccessibleName(told)
    shown.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    return shown

"""Pages for a package that opens with a passphrase: one is chosen, or one is typed."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.parts import PassphraseField, show_switch
from ui.pages.typing_hint import TypingHint
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import label


class ChoosePhrasePage(DeedPage):
    """A passphrase for one package; words made by chance are offered first."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, words: Words) -> None:
        act, back = PrimaryButton(words.say("Go on")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), "")
        self.add(label(words.say("A passphrase for this package"), "title"))
        self.add(
            label(
                words.say(
                    "Whoever has the file and this passphrase can read all that is in it. Tell it in person"
                    " or on the telephone, never together with the file. A card is safer: ask for one if you"
                    " can."
                )
            )
        )
        self.phrase = NewPassphrase(
            words, words.say("Passphrase of the package"), words.say("The same passphrase again")
        )
        self.add(self.phrase, above=8)
        act.clicked.connect(self._give)
        self.phrase.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def _give(self) -> None:
        fault = self.phrase.fault()
        if fault:
            self.tell(fault)
        else:
            self.given.emit(self.phrase.text())


class TypePhrasePage(DeedPage):
    """The passphrase of a package that came."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, words: Words) -> None:
        act, back = PrimaryButton(words.say("Open the package")), QuietButton(words.say("Back"))
        act.setObjectName("act")
        super().__init__(act, (back,), words.say("This takes a moment."))
        self.phrase = PassphraseField(
            "phrase",
            words.say("Passphrase of the package"),
            words.say("Whoever sealed it can tell you. It is not that of this vault."),
        )
        self.add(label(words.say("This package opens with a passphrase"), "title"))
        self.add(self.phrase)
        self.add(TypingHint(words, self.phrase.line))
        self.add(show_switch(words, self.phrase))
        act.clicked.connect(self._give)
        self.phrase.entered.connect(self._give)
        back.clicked.connect(self.given_up)

    def _give(self) -> None:
        if self.act.isEnabled():
            self.given.emit(self.phrase.text())

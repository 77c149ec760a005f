"""Which questions new drafts answer: those of the program, or those of an organization, from a folder."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.parts import Told
from ui.stage import NATIVE_NAMES
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class QuestionnairePage(Column):
    """Says which it is now. Drafts that were begun keep theirs."""

    folder_asked = Signal()
    shipped_asked = Signal()

    def __init__(self, words: Words, title: str, languages: Sequence[str], *, own: bool) -> None:
        """`title` is that of the questionnaire, `languages` the codes of those it speaks; `own`, when it did
        not come with the program.
        """
        super().__init__()
        self._words = words
        self.told = Told()
        spoken = ", ".join(NATIVE_NAMES.get(code, code) for code in languages)
        self.choose = QuietButton(words.say("Choose the folder of a questionnaire"))
        self.choose.setObjectName("choose-questionnaire")
        self.choose.clicked.connect(self.folder_asked)
        self._back = LinkButton(words.say("Use the questions that come with Intake"))
        self._back.setObjectName("shipped-questionnaire")
        self._back.clicked.connect(self.shipped_asked)
        self.add(label(words.say("The questions of new drafts"), "title"))
        self.add(self.told)
        self.add(label(title, "strong"))
        self.add(label(words.say("Languages: {languages}", languages=spoken), "hint"))
        self.add(
            label(
                words.say(
                    "An organization can write its own questions. They are checked first, and kept in this"
                    " vault: the folder may go afterwards. Drafts that were begun keep their questions."
                )
            ),
            above=8,
        )
        self.add(row(self.choose), above=8)
        if own:
            self.add(self._back)

    def wait(self) -> None:
        """Take no wish while one is worked on."""
        self.told.tell(self._words.say("The questions are being checked. This takes a moment."))
        self._allow(on=False)

    def tell_chosen(self) -> None:
        """Say that it is done."""
        self.told.tell(self._words.say("New drafts have these questions from now on."))

    def refuse(self, reasons: str) -> None:
        """Say why it cannot be used."""
        self._allow(on=True)
        self.told.tell(reasons)
        self.show_part(self.told)

    def _allow(self, *, on: bool) -> None:
        self.choose.setEnabled(on)
        self._back.setEnabled(on)

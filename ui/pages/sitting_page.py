"""Who sits at the computer now: the applicant, someone who helps, or a reviewer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout

from intake.case import Role, Sitting
from intake.words import Words
from ui.pages.parts import LineField, Told
from ui.typed import keep
from ui.widgets.buttons import PrimaryButton
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label


class SittingPage(Column):
    """Asks once after unlocking. Whoever types for another, or reviews, gives a name to keep with it."""

    chosen = Signal(Sitting)
    alone_wished = Signal()
    """Only one person ever sits here: the question need not be asked again."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        texts = {
            Role.APPLICANT: words.say("I answer about myself"),
            Role.ASSISTED: words.say("I help someone and type for them"),
            Role.REVIEWER: words.say("I review drafts for a lawyer"),
        }
        self._radios = {role: ChoiceRadio(text) for role, text in texts.items()}
        self.first = self._radios[Role.APPLICANT]
        self._radios[Role.APPLICANT].setChecked(True)
        self.name = LineField(
            "name",
            words.say("Your name"),
            words.say("It is kept with what you do, so that others know who it was."),
        )
        self.name.hide()
        self._alone = ChoiceCheck(words.say("Only I use this vault. Do not ask next time."))
        self._alone.setObjectName("alone")
        keep(self._alone, "alone")
        self.told = Told()
        go_on = PrimaryButton(words.say("Continue"))
        go_on.setObjectName("continue")
        self.add(label(words.say("Who is here now?"), "title"))
        self.add(self.told)
        self.add(self._group())
        self.add(self._alone)
        self.add(self.name)
        self.add(
            label(
                words.say("A draft in progress is closed to reviewers until the applicant shares it."), "hint"
            ),
            above=8,
        )
        self.add(row(go_on), above=12)
        go_on.clicked.connect(self._choose)
        self.name.entered.connect(self._choose)

    def _group(self) -> QGroupBox:
        group = QGroupBox()
        group.setAccessibleName(self._words.say("Who is here now?"))
        together = QButtonGroup(group)
        lines = QVBoxLayout(group)
        lines.setContentsMargins(0, 0, 0, 0)
        for role, radio in self._radios.items():
            keep(radio, role.value)
            together.addButton(radio)
            lines.addWidget(radio)
            radio.toggled.connect(self._ask_name)
        return group

    def _ask_name(self) -> None:
        about_me = self._radios[Role.APPLICANT].isChecked()
        self.name.setVisible(not about_me)
        self._alone.setVisible(about_me)
        self.told.tell("")

    def _choose(self) -> None:
        role = next(role for role, radio in self._radios.items() if radio.isChecked())
        name = "" if role is Role.APPLICANT else self.name.text().strip()
        if role is not Role.APPLICANT and not name:
            self.told.tell(self._words.say("Please write your name. It is kept with what you do."))
            self.bring(self.name.line)
        else:
            if role is Role.APPLICANT and self._alone.isChecked():
                self.alone_wished.emit()
            self.chosen.emit(Sitting(role, name))

"""The home of a draft: its sections in any order, where to go on, and what can be done with the whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.interview import Progress
from intake.words import Words, mark
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card, Divider
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label, shortened

PROGRESS_WORDS = {
    Progress.NOT_STARTED: mark("Not started"),
    Progress.STARTED: mark("Started"),
    Progress.FINISHED: mark("Finished by me"),
}


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section as the list shows it."""

    name: str
    label: str
    hint: str
    minutes: int
    progress: Progress
    at_hand: str = ""


@dataclass(frozen=True, slots=True)
class Resume:
    """The section in which the person stopped: its words."""

    label: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the draft stands: who may read it, where the person stopped, how many answers were put off, how
    many questions of helpers wait, and whether there is a newer version of its own.
    """

    status: str
    resume: Resume | None = None
    later: int = 0
    asked: int = 0
    newer: bool = False


class HomePage(Column):
    """A list of tasks without a percentage: nobody is late here."""

    section_chosen = Signal(str)
    resumed = Signal()
    later_asked = Signal()
    helpers_asked = Signal()
    """What helpers ask is wanted."""
    checked = Signal()
    share_asked = Signal()
    export_asked = Signal()
    newer_asked = Signal()

    def __init__(self, words: Words, title: str, sections: Sequence[SectionLine], standing: Standing) -> None:
        super().__init__()
        self._words = words
        self.first: QWidget | None = None
        self.add(label(shortened(title), "title"))
        if standing.resume is not None:
            self.add(self._resume_card(standing.resume))
        elif sections and all(section.progress is Progress.NOT_STARTED for section in sections):
            self.add(row(self._start_button(sections[0])))
        if standing.asked:
            self.add(self._asked_card(standing.asked))
        if standing.later:
            self._add_later(standing.later)
        self.add(label(words.say("You can answer in any order. You can skip anything."), "soft"))
        for section in sections:
            self.add(self._section(section))
        self.add(Divider(), above=12)
        self._add_whole(standing.status)
        if standing.newer:
            self._add_link("newer", words.say("There is a newer version of the questions"), self.newer_asked)

    def confirm(self, sentence: str) -> None:
        """Say above all else what was just done."""
        card = Card("calm")
        card.setObjectName("done")
        card.add(label(sentence))
        self.insert(0, card)
        announce(card, sentence)

    def _resume_card(self, resume: Resume) -> Card:
        card = Card("calm")
        go_on = PrimaryButton(self._words.say("Go on"))
        go_on.setObjectName("resume")
        go_on.clicked.connect(self.resumed)
        card.add(
            label(
                self._words.say("Go on with: {section}", section=resume.label),
                "strong",
            )
        )
        card.add(row(go_on))
        self.first = go_on
        return card

    def _start_button(self, section: SectionLine) -> PrimaryButton:
        """Where nothing was begun, one place to begin at."""
        start = PrimaryButton(self._words.say("Start with: {section}", section=section.label))
        start.setObjectName("start")
        start.clicked.connect(lambda: self.section_chosen.emit(section.name))
        self.first = start
        return start

    def _asked_card(self, count: int) -> Card:
        card = Card("calm")
        card.add(label(self._words.say("Your helpers ask"), "strong"))
        said = self._words.say_many(
            "{count} thing waits for you. There is no hurry.",
            "{count} things wait for you. There is no hurry.",
            count,
        )
        card.add(label(said))
        look = QuietButton(self._words.say("Look at it"))
        look.setObjectName("helpers")
        look.clicked.connect(self.helpers_asked)
        card.add(row(look))
        return card

    def _add_later(self, count: int) -> None:
        said = self._words.say_many(
            "{count} question that you kept for later", "{count} questions that you kept for later", count
        )
        self._add_link("later", said, self.later_asked)

    def _add_link(self, name: str, text: str, wanted: SignalInstance) -> None:
        link = LinkButton(text)
        link.setObjectName(name)
        link.clicked.connect(wanted)
        self.add(link)

    def _section(self, section: SectionLine) -> Card:
        card = Card()
        name = LinkButton(section.label)
        name.setObjectName(f"section-{section.name}")
        name.setProperty("weight", "strong")
        name.clicked.connect(lambda: self.section_chosen.emit(section.name))
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(label(self._words.say(PROGRESS_WORDS[section.progress]), "caption"))
        card.parts.addLayout(head)
        if section.hint:
            card.add(label(section.hint, "hint"))
        minutes = self._words.say_many("About {count} minute", "About {count} minutes", section.minutes)
        card.add(label(minutes, "caption"))
        if section.at_hand:
            at_hand = self._words.say("Good to have at hand: {things}", things=section.at_hand)
            card.add(label(at_hand, "caption"))
        self.first = self.first or name
        return card

    def _add_whole(self, status: str) -> None:
        words = self._words
        self.add(label(words.say("The whole draft"), "question"))
        self.add(label(status, "soft"))
        for name, text, said in (
            ("check", words.say("Check all my answers"), self.checked),
            ("share", words.say("Share it, or ask for help"), self.share_asked),
            ("export", words.say("Make a PDF for a lawyer"), self.export_asked),
        ):
            button = QuietButton(text)
            button.setObjectName(name)
            button.clicked.connect(said)
            self.add(button)

"""Check your answers: what was asked and what was said, with a way back to each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.answers import Path
from intake.interview import Interview, Spot
from ui.pages.answer_list import Line, Part, answer_list, not_reached
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Divider
from ui.widgets.column import Column
from ui.widgets.flow import Flow
from ui.widgets.labels import Role, label

INDENT = 20
"""Px by which the entries of a repeat stand in from what they belong to."""


class CheckPage(QWidget):
    """The answers of one section, or of several, with a way back to each."""

    change_wanted = Signal(object)
    """With the Path of the question to go back to."""
    entries_wanted = Signal(object)
    """With the Spot of the list of entries to go back to."""
    finished = Signal()
    """The section is finished, or all of several have been looked at."""
    put_off = Signal()

    def __init__(
        self,
        sections: Sequence[str],
        voice: Voice,
        current: Callable[[], Interview],
        at: Path | Spot | None = None,
    ) -> None:
        """`current` gives the interview as it stands when it is called. `at`: the answer, or list of entries,
        that one comes back from.
        """
        super().__init__()
        self._voice = voice
        self._at = at
        self._come_back: LinkButton | None = None
        self._brief = len(sections) > 1
        self._column = Column()
        one = voice.say("I have finished this section")
        self._finish = PrimaryButton(one if len(sections) == 1 else voice.say("Back to all sections"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._column)
        self._column.add(label(voice.say("Check your answers"), "title"))
        for section in sections:
            first, *others = answer_list(section, voice, current())
            self._add_part(first, "question")
            for part in others:
                self._add_part(part, "asked")
        self._add_onward(several=len(sections) > 1)

    def first_field(self) -> QWidget:
        """What gets the focus when the page is turned to: the link that one comes back from, if there is."""
        return self._come_back or self._finish

    def add(self, part: QWidget) -> None:
        """Add a part below the answers."""
        self._column.add(part, above=16)

    def _add_onward(self, *, several: bool) -> None:
        voice = self._voice
        self._column.add(
            label(voice.say("You can leave anything open, and change it later."), "hint"), above=16
        )
        self._finish.clicked.connect(self.finished)
        onward = Flow(gap=12, line_gap=8)
        onward.add(self._finish)
        if not several:
            later = QuietButton(voice.say("Not yet"))
            later.clicked.connect(self.put_off)
            onward.add(later)
        self._column.add(onward)

    def _add_part(self, part: Part, role: Role) -> None:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(INDENT * part.depth, 0, 0, 0)
        rows.setSpacing(8)
        if part.heading:
            rows.addWidget(self._heading(part, role))
        if part.bare:
            rows.addWidget(label(self._voice.say("Nothing was added here."), "soft"))
        listed = [line for line in part.lines if line.reached or not self._brief]
        for line in listed:
            rows.addWidget(Divider())
            rows.addLayout(self._row(line))
        unlisted = len(part.lines) - len(listed)
        if unlisted:
            rows.addWidget(Divider())
            rows.addWidget(label(not_reached(unlisted, self._voice.words), "soft"))
        self._column.add(box, above=16)

    def _heading(self, part: Part, role: Role) -> QWidget:
        heading = label(part.heading, role)
        if part.entries is None:
            return heading
        spot = part.entries
        holder = QWidget()
        link = self._change_link(part.heading, lambda: self.entries_wanted.emit(spot))
        self._note_link(spot, link)
        _beside(holder, heading, link)
        return holder

    def _row(self, line: Line) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(label(line.question, "caption"))
        role: Role = "soft" if line.soft else "body"
        for text in line.answer:
            said.addWidget(label(text, role))
        if line.matter:
            said.addWidget(label(line.matter, "problem"))
        row = QHBoxLayout()
        row.addLayout(said, 1)
        change = self._change_link(line.question, lambda: self.change_wanted.emit(line.path))
        self._note_link(line.path, change)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _change_link(self, about: str, act: Callable[[], object]) -> LinkButton:
        """A link that readers hear with what it changes: the word alone stands there many times."""
        link = LinkButton(self._voice.say("Change"))
        link.setAccessibleName(self._voice.say("Change: {what}", what=about))
        link.clicked.connect(lambda: act())
        return link

    def _note_link(self, place: Path | Spot, link: LinkButton) -> None:
        if place == self._at:
            self._come_back = link
            self._column.open_at(link)


def _beside(holder: QWidget, heading: QWidget, link: QWidget) -> None:
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(heading, 1)
    line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

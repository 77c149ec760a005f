"""A whole draft for those who read it through: dense tables, what was asked beside what was said."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from intake.interview import Interview
from ui.pages.answer_list import Line, Part, answer_list, not_reached
from ui.pages.voice import Voice
from ui.widgets.card import Divider
from ui.widgets.column import Column
from ui.widgets.labels import label

INDENT = 20
"""Px by which the entries of a repeat stand in from what they belong to."""
SHARES = (2, 3)
"""Of the width, for questions and for answers."""


class AnswerTable(Column):
    """The answers of all sections, as they were given. Nothing can be changed from here."""

    def __init__(self, sections: Sequence[str], voice: Voice, interview: Interview) -> None:
        super().__init__(wide=True)
        self._voice = voice
        self._headings: dict[str, QLabel] = {}
        self._answers = QGroupBox()
        self._answers.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be scrolled with the keys
        self._answers.setAccessibleName(voice.say("The answers"))
        self._lines = QVBoxLayout(self._answers)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self.add(self._answers)
        for section in sections:
            first, *others = answer_list(section, voice, interview)
            self._headings[section] = label(first.heading, "asked")
            self._lines.addWidget(self._headings[section])
            for part in (first, *others):
                self._add_part(part, headed=part is not first)
            self._lines.addSpacing(12)

    def first_field(self) -> QWidget:
        """What gets the focus when the page is turned to."""
        return self._answers

    def headings(self) -> dict[str, str]:
        """The sections and what they are called, in order."""
        return {section: heading.text() for section, heading in self._headings.items()}

    def go_to(self, section: str) -> None:
        """Bring the heading of a section to the top."""
        self.settle()
        bar, heading = self.verticalScrollBar(), self._headings[section]
        below = heading.mapTo(self.viewport(), QPoint()).y()
        bar.setValue(bar.value() + below - heading.height() // 2)
        self._answers.setFocus()

    def _add_part(self, part: Part, *, headed: bool) -> None:
        table = QWidget()
        cells = QGridLayout(table)
        cells.setContentsMargins(INDENT * part.depth, 0, 0, 0)
        cells.setHorizontalSpacing(16)
        cells.setVerticalSpacing(4)
        for column, share in enumerate(SHARES):
            cells.setColumnStretch(column, share)
        if headed and part.heading:
            cells.addWidget(label(part.heading, "strong"), 0, 0, 1, 2)
        for line in part.lines:
            if line.reached:
                _add_line(cells, line)
        missing = sum(not line.reached for line in part.lines)
        if missing:
            said = not_reached(missing, self._voice.words)
            _add_row(cells, label(said, "cell_soft"))
        self._lines.addWidget(table)


def _add_line(cells: QGridLayout, line: Line) -> None:
    said = label("\n".join(line.answer), "cell_soft" if line.soft else "cell")
    _add_row(cells, label(line.question, "cell_soft"), said)
    if line.matter:
        cells.addWidget(label(line.matter, "cell_matter"), cells.rowCount(), 1)


def _add_row(cells: QGridLayout, *texts: QLabel) -> None:
    """A hairline, and under it one text for each column; one alone has the whole width."""
    row = cells.rowCount()
    cells.addWidget(Divider(), row, 0, 1, len(SHARES))
    for column, text in enumerate(texts):
        text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        cells.addWidget(text, row + 1, column, 1, 1 if len(texts) > 1 else len(SHARES))

"""The grounds board: what the applicant told, marked by a person as bearing on a ground. Work product."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.answers import Path
from intake.interview import Standing
from intake.record import Ground, GroundMark
from intake.review.grounds import GROUNDS, Board, BoardRow, Card, board
from intake.review.reading import Reading
from intake.words import Words, mark
from ui.desk.dossier import Dossier
from ui.desk.grid import Grid
from ui.models.grid import Cell, GridRow, Tone
from ui.pages.answer_list import GAPS
from ui.pages.parts import LineField
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import row
from ui.widgets.labels import label

ROWS: Mapping[BoardRow, str] = {
    BoardRow.REASON: mark("Reasons, in the applicant’s words"),
    BoardRow.EVENT: mark("What happened"),
    BoardRow.FEAR: mark("Fear of going back"),
    BoardRow.EVIDENCE: mark("Evidence"),
    BoardRow.OTHER: mark("Other answers that were marked"),
}
MARKED = "●"


class GroundsView(QWidget):
    """A person makes every mark; the program makes none and weighs nothing. Keys 1 to 6 mark the row."""

    read_asked = Signal(object)

    def __init__(self, words: Words, dossier: Dossier) -> None:
        super().__init__()
        self._words = words
        self._dossier = dossier
        grounds = (words.say(text) for text in GROUNDS.values())
        heads = (words.say("Told"), words.say("Where"), *grounds, words.say("Remarks"))
        self.table = _Board(self, words.say("Grounds"), heads, (22, 14, 8, 8, 9, 9, 9, 8, 13))
        self.remark = LineField("remark", words.say("Remark for the next mark (may be empty)"))
        buttons = [self._button(number, ground) for number, ground in enumerate(GROUNDS, start=1)]
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        note = words.say(
            "Work of the reviewer, never shown to the applicant. A person marks what was told; the program"
            " suggests nothing."
        )
        lines.addWidget(label(note, "caption"))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.remark)
        lines.addWidget(row(*buttons))
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._read)
        self.refresh()

    def refresh(self) -> None:
        """Show the marks as they are now."""
        found = board(self._dossier.interview, self._dossier.record.ground_marks)
        self.table.set_rows(list(_rows(found, self._dossier.reading(self._words))))

    def mark(self, ground: Ground) -> None:
        """Mark the answer with the focus, or take the mark away."""
        path = self.table.about()
        if not isinstance(path, Path):
            return
        marks = self._dossier.record.ground_marks
        there = next((it for it in marks if (it.path, it.ground) == (path, ground)), None)
        if there is not None:
            self._dossier.drop(there)
        else:
            remark = self.remark.text().strip()
            self.remark.line.clear()
            self._dossier.put(GroundMark(*self._dossier.stamp(), ground, path, remark))

    def _button(self, number: int, ground: Ground) -> LinkButton:
        button = LinkButton(" ".join((str(number), self._words.say(GROUNDS[ground]))))
        button.setObjectName(ground.value)
        button.clicked.connect(lambda: self.mark(ground))
        return button

    def _read(self, about: object) -> None:
        if isinstance(about, Path):
            self.read_asked.emit(about)


class _Board(Grid):
    """The table of the board, in which digits are marks."""

    def __init__(self, view: GroundsView, name: str, heads: tuple[str, ...], shares: tuple[int, ...]) -> None:
        super().__init__(name, heads, shares)
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(GROUNDS):
            self._view.mark(list(GROUNDS)[int(digit) - 1])
            return
        super().keyPressEvent(event)


def _rows(found: Board, reading: Reading) -> Iterator[GridRow]:
    words = reading.words
    for kind, heading in ROWS.items():
        cards = found.row(kind)
        waiting = [it for it in found.open if it.row is kind]
        if not cards and not waiting:
            continue
        yield GridRow((Cell(words.say(heading), Tone.HEAD),), kind)
        for card in cards:
            yield _card(card, reading)
        for it in waiting:
            state = GAPS.get(it.standing, "") if it.standing is not Standing.STATE else ""
            said = words.say(state) if state else words.say("No answer in words")
            yield GridRow((Cell(f"{_called(it.path, reading)}\n{said}", Tone.SOFT),), it.path)
    for ground in found.adrift:
        yield GridRow((Cell(words.say("A mark on an answer that is not there now"), Tone.SOFT),), ground.id)


def _card(card: Card, reading: Reading) -> GridRow:
    told = "\n".join(reading.lines(card.path))
    remarks = "\n".join(f"{it.by}: {it.remark}" for it in card.marks if it.remark)
    marks = (Cell(MARKED if card.marked(ground) else "", Tone.STRONG) for ground in GROUNDS)
    where = Cell(_called(card.path, reading), Tone.SOFT)
    return GridRow((Cell(told), where, *marks, Cell(remarks, Tone.SOFT)), card.path)


def _called(path: Path, reading: Reading) -> str:
    """The question, and the entry it stands in."""
    if path.entry is None:
        return reading.label(path)
    return f"{reading.numbered_title(path.entry)}: {reading.label(path)}"

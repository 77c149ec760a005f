"""The chronology: drawn over the years, and below in a table with its gaps and overlaps."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from intake.answers import Path
from intake.dates import say
from intake.review.between import Line, between, with_between
from intake.review.chronology import Moment, Row, chronology
from intake.review.lanes import LANES
from intake.review.precision import precision
from intake.review.reading import Reading
from intake.review.stretches import Gap
from intake.words import Words
from ui.desk.dossier import Dossier
from ui.desk.grid import Grid
from ui.desk.timeline import CLOSER, TimelineView
from ui.models.grid import Cell, GridRow, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import row
from ui.widgets.labels import label


class ChronologyView(QWidget):
    """Both show the same rows; Enter or a click leads to the answer."""

    read_asked = Signal(object)
    """With the Path of an answer."""

    def __init__(self, words: Words, dossier: Dossier) -> None:
        super().__init__()
        self._words = words
        reading = dossier.reading(words)
        rows = chronology(dossier.interview, reading.pack_words, words)
        heads = (words.say("When, as told"), words.say("What"), words.say("Where"), words.say("How exact"))
        self.drawing = TimelineView(words, rows, dossier.today)
        self.table = Grid(words.say("Chronology"), heads, (28, 34, 16, 22))
        lines = with_between(rows, between(dossier.interview, dossier.today))
        self.table.set_rows([_row(line, reading) for line in lines])
        self._unseen = label("", "caption")
        self.drawing.moved.connect(self._tell_unseen)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._drawn())
        split.addWidget(self.table)
        split.setSizes([300, 400])
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(split)
        self.setFocusProxy(self.table)
        self.table.moved.connect(
            lambda about: self.drawing.show_row(about if isinstance(about, Path) else None)
        )
        self.table.chosen.connect(self._read)
        self.drawing.chosen.connect(self._read)

    def _read(self, about: object) -> None:
        if isinstance(about, Path):
            self.table.go_to(about)
            self.read_asked.emit(about)

    def _tell_unseen(self) -> None:
        """Say how many rows lie beyond the days in sight."""
        before, after = self.drawing.out_of_sight
        said = self._words.say(
            "Not in sight: rows before these days: {before}; after them: {after}. They stand in the table.",
            before=before,
            after=after,
        )
        self._unseen.setText(said if before or after else "")
        self._unseen.setVisible(bool(before or after))

    def _drawn(self) -> QWidget:
        words = self._words
        closer, back = LinkButton(words.say("Closer (+)")), LinkButton(words.say("Further away (−)"))
        closer.clicked.connect(lambda: self.drawing.zoom(CLOSER))
        back.clicked.connect(lambda: self.drawing.zoom(1 / CLOSER))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.drawing)
        pane = QWidget()
        lines = QVBoxLayout(pane)
        lines.setContentsMargins(8, 4, 8, 4)
        note = words.say(
            "What is full is certain; what is hatched or an empty ring lies somewhere in between. A dot or a"
            " ring is too short for a bar. Slanted lines: it goes on beyond what is drawn, or nobody told how"
            " far."
        )
        lines.addWidget(row(closer, back))
        lines.addWidget(label(note, "caption"))
        lines.addWidget(self._unseen)
        lines.addWidget(scroll, 1)
        return pane


def _row(line: Line, reading: Reading) -> GridRow:
    if isinstance(line, Row):
        when = "\n".join(_when(line, reading))
        exact = "\n".join(_exact(line, reading.words))
        lane = reading.words.say(LANES[line.lane])
        return GridRow(
            (Cell(when), Cell(line.title, hint=lane), Cell(line.place), Cell(exact, Tone.SOFT)), line.source
        )
    words = reading.words
    gap = isinstance(line, Gap)
    sure = words.say("A gap") if gap else words.say("An overlap")
    perhaps = words.say("Perhaps a gap") if gap else words.say("Perhaps an overlap")
    titles = [reading.entry_title(one.entry) for one in (line.earlier, line.later)]
    least, most = (max(0, days) for days in line.days)
    days = words.say_many("{count} day", "{count} days", least)
    if least != most:
        days = words.say("{least} to {most} days", least=least, most=most)
    said = words.say("Between “{earlier}” and “{later}”", earlier=titles[0], later=titles[1])
    return GridRow(
        (
            Cell(sure if line.certain else perhaps, Tone.SOFT),
            Cell(said, Tone.SOFT),
            Cell(""),
            Cell(days, Tone.SOFT),
        ),
        line,
    )


def _when(line: Row, reading: Reading) -> Iterator[str]:
    """As it was told; of a stretch its end too."""
    words = reading.words
    told = reading.lines(line.source)
    yield "\n".join(told) if told else words.say("Date not known")
    if line.until is not None and line.until.date is not None:
        until = reading.words.say("until {date}", date="; ".join(_said(line.until, words)))
        yield until
    elif line.goes_on:
        yield words.say("and goes on")


def _said(moment: Moment, words: Words) -> Iterator[str]:
    if moment.date is not None:
        yield say(moment.date, words)
    if moment.words:
        yield moment.words


def _exact(line: Row, words: Words) -> Iterator[str]:
    for moment in (line.when, line.until):
        if moment is not None and moment.date is not None:
            yield precision(moment.date, words)

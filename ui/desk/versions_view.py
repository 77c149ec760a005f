"""Sealed versions of a draft: made, listed, and two of them compared."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from intake.answers import Answer, Path
from intake.moments import day_and_time
from intake.record import Sealed
from intake.review.compare import Difference, Kind, compare
from intake.review.reading import Reading
from intake.words import Words, mark
from ui.desk.dossier import Dossier
from ui.desk.grid import Grid
from ui.models.grid import Cell, GridRow, Tone
from ui.pages.parts import LineField, Told
from ui.pages.voice import STATES
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label

KINDS: Mapping[Kind, str] = {
    Kind.ADDED: mark("Added"),
    Kind.CHANGED: mark("Changed"),
    Kind.WITHDRAWN: mark("Withdrawn"),
}
NOW = "now"
"""Stands for the draft as it is, among the versions."""
SHOWN = 16
"""Figures of a digest that are shown; the whole of it on hover."""


class VersionsView(QWidget):
    """A version is never changed. The draft as it is stands last in the list."""

    read_asked = Signal(object)
    """With the Path of an answer."""
    seal_asked = Signal(str)
    """With the name of the version; `refresh` shows it."""
    export_asked = Signal(int)
    """With the number of a version."""
    compare_asked = Signal(object, object)
    """With two of the versions, by number or NOW; answer it with `show_differences`."""

    def __init__(self, words: Words, dossier: Dossier) -> None:
        super().__init__()
        self._words = words
        self._dossier = dossier
        self.told = Told()
        heads = (
            words.say("Version"),
            words.say("Sealed"),
            words.say("Sealed by"),
            words.say("Digest (SHA-256)"),
        )
        self.list = Grid(words.say("Versions"), heads, (30, 24, 22, 24))
        heads = (
            words.say("What was asked"),
            words.say("Before"),
            words.say("After"),
            words.say("What changed"),
        )
        self.differences = Grid(words.say("Differences"), heads, (28, 30, 30, 12))
        self._compared = label("", "caption")
        self.name = LineField("version-name", words.say("Name of the version (may be empty)"))
        self._seal = QuietButton(words.say("Seal a version now"))
        self._seal.setObjectName("seal")
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._listed())
        split.addWidget(self._differing())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.addWidget(self.told)
        lines.addWidget(split, 1)
        self.setFocusProxy(self.list)
        self._seal.clicked.connect(lambda: self.seal_asked.emit(self.name.text().strip()))
        self.differences.chosen.connect(self._read)
        self.refresh()

    def refresh(self) -> None:
        """Show the versions there are."""
        words = self._words
        rows = [_row(it, words) for it in self._dossier.record.sealed]
        as_it_is = Cell(words.say("The draft as it is now"))
        self.list.set_rows([*rows, GridRow((as_it_is, Cell(""), Cell(""), Cell("")), NOW)])

    def show_differences(self, before: Reading, after: Reading) -> None:
        """Show what is another in the second."""
        found = compare(before.interview, after.interview)
        self.differences.set_rows([_difference(it, before, after) for it in found])
        said = self._words.say_many("{count} answer differs", "{count} answers differ", len(found))
        self._compared.setText(said)

    def _listed(self) -> QWidget:
        words = self._words
        compare_now = LinkButton(words.say("Compare with the draft as it is now"))
        compare_before = LinkButton(words.say("Compare with the version before"))
        export = LinkButton(words.say("Make a PDF of this version"))
        for button, name in (
            (compare_now, "with-now"),
            (compare_before, "with-before"),
            (export, "export-version"),
        ):
            button.setObjectName(name)
        compare_now.clicked.connect(lambda: self._ask(self.list.about(), NOW))
        compare_before.clicked.connect(lambda: self._ask(self._before(), self.list.about()))
        export.clicked.connect(self._export)
        pane = QWidget()
        lines = QVBoxLayout(pane)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        note = words.say(
            "A sealed version holds the answers and the English as they are now, and never changes."
        )
        lines.addWidget(label(note, "caption"))
        lines.addWidget(self.name)
        lines.addWidget(row(self._seal))
        lines.addWidget(self.list, 1)
        lines.addWidget(row(compare_now, compare_before, export))
        return pane

    def _differing(self) -> QWidget:
        pane = QWidget()
        lines = QVBoxLayout(pane)
        lines.setContentsMargins(0, 6, 0, 0)
        lines.addWidget(self._compared)
        lines.addWidget(self.differences, 1)
        return pane

    def _before(self) -> object:
        """The version before the one with the focus."""
        at = self.list.currentIndex().row() - 1
        return self.list.rows.about(at)

    def _ask(self, before: object, after: object) -> None:
        if before is not None and after is not None and before != after:
            self.compare_asked.emit(before, after)

    def _export(self) -> None:
        about = self.list.about()
        if isinstance(about, int):
            self.export_asked.emit(about)

    def _read(self, about: object) -> None:
        if isinstance(about, Path):
            self.read_asked.emit(about)


def _row(sealed: Sealed, words: Words) -> GridRow:
    named = words.say("Version {number}", number=sealed.number)
    title = f"{named}: {sealed.title}" if sealed.title else named
    when = day_and_time(sealed.at.astimezone(), words)
    digest = Cell(f"{sealed.digest[:SHOWN]}…", Tone.SOFT, sealed.digest)
    return GridRow((Cell(title, Tone.STRONG), Cell(when), Cell(sealed.by), digest), sealed.number)


def _difference(found: Difference, before: Reading, after: Reading) -> GridRow:
    words = after.words
    gone = found.kind is Kind.WITHDRAWN
    asked = (before if gone else after).label(found.path)
    return GridRow(
        (
            Cell(asked, Tone.SOFT),
            Cell("\n".join(_said(found.before, found.path, before))),
            Cell("\n".join(_said(found.after, found.path, after))),
            Cell(words.say(KINDS[found.kind]), Tone.STRONG),
        ),
        found.path,
    )


def _said(answer: Answer | None, path: Path, reading: Reading) -> Iterator[str]:
    if answer is None:
        yield "–"
    elif answer.state is not None:
        yield reading.words.say(STATES[answer.state])
    else:
        yield from reading.lines(path)

"""The dates to keep: what each is counted from, by which rule as read when, and what would change it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.dates import Certainty
from intake.form.texts import pack_text
from intake.moments import day
from intake.review.deadlines import KEPT, Deadline, by, title, what_changes_it
from intake.review.reading import Reading
from intake.words import Words
from ui.desk.dossier import Dossier
from ui.desk.grid import Grid
from ui.models.grid import Cell, GridRow, Tone
from ui.pages.parts import Told
from ui.widgets.buttons import QuietButton
from ui.widgets.choice import ChoiceCheck
from ui.widgets.flow import row
from ui.widgets.labels import label


class DeadlinesView(QWidget):
    """Shows days and where they come from. That a day was missed, or what follows, it never says."""

    read_asked = Signal(object)
    """With the Path of an answer that a day is counted from."""
    calendar_asked = Signal()

    def __init__(self, words: Words, dossier: Dossier) -> None:
        super().__init__()
        self.words = words
        self.told = Told()
        heads = (words.say("Due by"), words.say("What"), words.say("Counted from"), words.say("Rule"))
        self.table = Grid(words.say("Dates to keep"), heads, (18, 30, 24, 28))
        self._dossier = dossier
        over = sum(is_over(it, dossier.today) for it in dossier.deadlines)
        self.over = ChoiceCheck(
            words.say_many("Show {count} day that is over", "Show {count} days that are over", over)
        )
        self.over.setObjectName("over")
        self.over.setVisible(over > 0)
        export = QuietButton(words.say("Make a calendar file"))
        export.setObjectName("calendar")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        note = words.say(
            "Each day is the cautious one: an uncertain date counts from the earliest day it can mean, and a"
            " weekend or federal holiday moves it back, never forward. Counsel confirms every one."
        )
        lines.addWidget(label(note, "caption"))
        lines.addWidget(self.told)
        lines.addWidget(self.table, 1)
        lines.addWidget(row(self.over))
        lines.addWidget(row(export))
        caption = words.say("Its titles are neutral: no name, and nothing of what a day is about.")
        lines.addWidget(label(caption, "caption"))
        self.setFocusProxy(self.table)
        export.clicked.connect(self.calendar_asked)
        self.table.chosen.connect(self._read)
        self.over.toggled.connect(lambda: self._show())
        self._show()

    def _show(self) -> None:
        """The next day first, then those since which something may be done; what is over, when wanted."""
        today, reading = self._dossier.today, self._dossier.reading(self.words)
        live = [it for it in self._dossier.deadlines if not is_over(it, today)]
        live.sort(key=lambda it: (_is_begun(it, today), it.ahead(today) or it.due or date.max))
        over = [it for it in self._dossier.deadlines if is_over(it, today)]
        shown = (*live, *(over if self.over.isChecked() else ()))
        self.table.set_rows([deadline_row(it, reading, today) for it in shown])

    def _read(self, about: object) -> None:
        if isinstance(about, Deadline) and about.basis:
            self.read_asked.emit(about.basis[0])


def is_over(deadline: Deadline, today: date) -> bool:
    """Whether its last day is past for certain. A day from which something may be done goes on."""
    last = deadline.latest if deadline.uncertain else deadline.due
    return last is not None and last < today and not deadline.opens


def _is_begun(deadline: Deadline, today: date) -> bool:
    return deadline.opens and deadline.due is not None and deadline.due < today


def deadline_row(deadline: Deadline, reading: Reading, today: date) -> GridRow:
    """A day to keep, with all that it stands on."""
    words = reading.words
    what = (title(deadline, reading), *_standing(deadline, words))
    counts = deadline.plausible and deadline.kept is not Certainty.YES
    return GridRow(
        (
            Cell("\n".join(_by(deadline, words)), Tone.STRONG if deadline.governs and counts else Tone.PLAIN),
            Cell("\n".join(what), Tone.PLAIN if counts else Tone.SOFT),
            Cell("\n".join((*_basis(deadline, reading), what_changes_it(deadline, reading))), Tone.SOFT),
            Cell(
                "\n".join(_rules(deadline, words, today)), Tone.SOFT, "\n\n".join(_sources(deadline, reading))
            ),
        ),
        deadline,
    )


def _by(deadline: Deadline, words: Words) -> Iterator[str]:
    yield by(deadline, words)
    if deadline.moved and deadline.unmoved is not None:
        yield words.say("moved back from {day}", day=day(deadline.unmoved, words))
    if deadline.latest is not None and deadline.uncertain:
        yield words.say("at the latest {day}", day=day(deadline.latest, words))


def _standing(deadline: Deadline, words: Words) -> Iterator[str]:
    if deadline.kept in KEPT:
        yield words.say(KEPT[deadline.kept])
    if not deadline.plausible:
        yield words.say("Shown beside: this arrival may not be the one that counts")
    elif deadline.governs and deadline.term.matter:
        yield words.say("The earliest, and so the one to go by")


def _basis(deadline: Deadline, reading: Reading) -> Iterator[str]:
    for path in deadline.basis:
        told = "; ".join(reading.lines(path))
        if told:
            yield f"{reading.label(path)} {told}"


def _rules(deadline: Deadline, words: Words, today: date) -> Iterator[str]:
    """Each version of law it stands on, once, and when somebody read it."""
    read = dict.fromkeys((rule.version, rule.checked_on) for rule in deadline.rules)
    for version, checked in read:
        yield words.say("{version}; checked on {day}", version=version, day=day(checked, words))
    since = deadline.outdated_since(today)
    if since is not None:
        yield words.say("It may be out of date since {day}", day=day(since, words))


def _sources(deadline: Deadline, reading: Reading) -> Iterator[str]:
    for rule in deadline.rules:
        yield pack_text(reading.pack_words, f"rules/{rule.rule}:title", rule.title)
        yield rule.source

"""A whole draft to read: outline, answers as a dense document, and what there is to look at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSplitter, QVBoxLayout, QWidget

from intake.answers import Path
from intake.record import FindingState
from intake.review.passages import is_whole, latest, own_text, passages, progress
from intake.words import Words
from ui.desk import acts
from ui.desk.answer_rows import AnswerRows, Beside, SectionHead
from ui.desk.dossier import Dossier
from ui.desk.grid import Grid
from ui.desk.history_form import HistoryForm
from ui.desk.proposal_form import ProposalForm
from ui.desk.read_back_form import ReadBackForm
from ui.desk.side_panel import SidePanel
from ui.desk.translation_form import TranslationForm
from ui.models.grid import Tone
from ui.pages.voice import Voice
from ui.widgets.choice import ChoiceCheck
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field

SHARES = (26, 34, 26, 14)
"""Of the width of the answers, for the question, the answer, its English, and what lies beside it."""

OUTLINE, SIDE = 28, 42
"""Letters that the outline and what lies beside the answers are wide."""
BESIDE, OUTLINED = 120, 150
"""Letters of a window in which there is room beside the answers, and for the outline too."""


class AnswersView(QSplitter):
    """Three panes. The answer with the focus is the one that keys and forms are about."""

    arrived = Signal(object)
    """With the Path of the answer that is being read now."""

    def __init__(self, voice: Voice, dossier: Dossier) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        words = voice.words
        self._voice = voice
        self._words: Words = words
        self._dossier = dossier
        self.outline = Grid(words.say("Sections"), ("", ""), (5, 1))
        self.answers = Grid(
            words.say("The answers"),
            (
                words.say("What was asked"),
                words.say("What was said"),
                words.say("In English"),
                words.say("Beside it"),
            ),
            SHARES,
        )
        self.side = SidePanel(words, dossier)
        self.only_told = ChoiceCheck(words.say("Hide questions that are not answered yet"))
        self.only_told.setObjectName("only-told")
        self.search_line = QLineEdit()
        self._progress = label("", "caption")
        self._how = label("", "caption")
        self._outlined = self._outline_pane()
        for pane, name in (
            (self._outlined, "outline-pane"),
            (self._answers_pane(), "answers-pane"),
            (self.side, "side"),
        ):
            pane.setObjectName(name)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(True)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is beside the answers now."""
        rows = self._rows()
        self.answers.set_rows(list(rows.all()))
        self.outline.set_rows(list(rows.sections()))
        done = progress(self._dossier.interview, self._dossier.record.translations)
        said = self._words.say("{done} of {of} passages in English", done=done.done, of=done.of)
        self._progress.setText(said if done.of else "")
        self.side.refresh()

    def path(self) -> Path | None:
        """The answer that is being read."""
        about = self.answers.about()
        return about if isinstance(about, Path) else None

    def go_to(self, path: object) -> None:
        """Bring an answer into sight, and the keys to it; one that is hidden is shown again."""
        if isinstance(path, Path) and self.answers.rows.row_about(path) is None:
            self.only_told.setChecked(False)
        if self.answers.go_to(path):
            self.answers.setFocus()

    def go_to_next(self, step: int) -> None:
        """To the next answer with something beside it, or the one before (-1)."""
        rows = self.answers.rows.rows
        at = self.answers.currentIndex().row()
        ways = range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)
        found = next(
            (it for it in ways if rows[it].cells[-1].text and isinstance(rows[it].about, Path)), None
        )
        if found is not None:
            self.go_to(rows[found].about)

    def go_to_untranslated(self) -> None:
        """To the next passage that has not all of its English, beginning again at the end."""
        interview, made = self._dossier.interview, self._dossier.record.translations
        waiting = [
            it for it in passages(interview) if not is_whole(latest(made, it), own_text(interview, it))
        ]
        places = {path: self.answers.rows.row_about(path) or 0 for path in waiting}
        here = self.answers.currentIndex().row()
        later = (path for path in waiting if places[path] > here)
        self.go_to(next(later, waiting[0] if waiting else None))

    def note(self) -> None:
        self.side.write_note(self.path())

    def ask(self) -> None:
        self.side.write_query(self.path())

    def propose(self) -> None:
        """A change to the answer that is being read."""
        path = self.path()
        if path is None:
            return
        form = ProposalForm(self._voice, self._dossier.interview, path)

        def keep() -> bool:
            made = form.proposal(self._dossier.stamp(), self._dossier.session.case.language)
            if made is not None:
                self._dossier.put(made)
            return made is not None

        self.side.write(form, keep, path)

    def translate(self) -> None:
        """English for the answer that is being read."""
        path, dossier = self.path(), self._dossier
        if path is None or not own_text(dossier.interview, path):
            return
        made = latest(dossier.record.translations, path)
        form = TranslationForm(self._words, dossier.interview, path, made, dossier.today)

        def keep_half() -> None:
            dossier.put(form.translation(dossier.stamp()))

        def keep() -> bool:
            """What was not changed stays whose it is."""
            signed = form.is_signed()
            if signed:
                self.side.rest()
            return signed

        self.side.write(form, keep, path, keep_half)

    def show_history(self) -> None:
        """What the answer that is being read was before."""
        path = self.path()
        if path is not None:
            edits = self._dossier.history(path)
            self.side.write(HistoryForm(self._voice, self._dossier.interview, path, edits), lambda: True)

    def read_back(self) -> None:
        """The section that is being read was read back to the applicant."""
        section = self._section()
        if section is None:
            return
        form = ReadBackForm(self._voice, self._dossier, section)

        def keep() -> bool:
            on = form.day()
            if on is not None:
                acts.read_back(self._dossier, section, on, form.language(), form.interpreter())
            return on is not None

        self.side.write(form, keep)

    def rest(self) -> None:
        """Keep what is half written; nothing of it comes back to the screen."""
        self.side.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what lies beside the answers stands below them, and the outline goes."""
        super().resizeEvent(event)
        letter = self.answers.fontMetrics().averageCharWidth()
        room = self.width() // max(letter, 1)
        ways = Qt.Orientation
        self.setOrientation(ways.Horizontal if room >= BESIDE else ways.Vertical)
        self._outlined.setVisible(room >= OUTLINED)
        if room >= BESIDE:
            panes = OUTLINE * letter, SIDE * letter
            self.setSizes([panes[0], self.width() - sum(panes), panes[1]])
        else:
            self.setSizes([0, self.height() * 3 // 5, self.height() * 2 // 5])

    def _connect(self) -> None:
        self.outline.moved.connect(lambda about: self.answers.go_to(about, top=True))
        self.outline.chosen.connect(lambda _about: self.answers.setFocus())
        self.answers.moved.connect(self._arrive)
        self.answers.chosen.connect(lambda _about: self.side.list.setFocus())
        self.side.went_to.connect(self.go_to)
        self.side.closed.connect(self.answers.setFocus)
        self.only_told.toggled.connect(lambda: self.refresh())
        self.search_line.returnPressed.connect(self._find)

    def _arrive(self, about: object) -> None:
        path = about if isinstance(about, Path) else None
        self._how.setText(self._told_how())
        self.side.show_path(path)
        self.arrived.emit(path)

    def _find(self) -> None:
        """To the next row that holds these letters."""
        wanted = self.search_line.text().strip().casefold()
        rows = self.answers.rows.rows
        at = self.answers.currentIndex().row() + 1
        places = (*range(at, len(rows)), *range(at))
        hit = (
            it
            for it in places
            if any(wanted in cell.text.casefold() for cell in rows[it].cells) and rows[it].about
        )
        found = next(hit, None)
        if wanted and found is not None:
            self.answers.go_to(rows[found].about)

    def _section(self) -> str | None:
        rows = self.answers.rows.rows
        for at in range(self.answers.currentIndex().row(), -1, -1):
            about = rows[at].about
            if isinstance(about, SectionHead) and rows[at].cells[0].tone is Tone.HEAD:
                return about.section
        return None

    def _rows(self) -> AnswerRows:
        dossier = self._dossier
        still = (it for it in dossier.findings if dossier.standing(it).state is FindingState.OPEN)
        beside = Beside.of(dossier.record, still)
        return AnswerRows(self._voice, dossier.interview, dossier.record, beside, self.only_told.isChecked())

    def _told_how(self) -> str:
        """Of the answer that is being read: who gave it when, and between which days a date lies."""
        rows, at = self.answers.rows.rows, self.answers.currentIndex().row()
        hints = [cell.hint for cell in rows[at].cells if cell.hint] if 0 <= at < len(rows) else []
        return "\n".join(hints)

    def _answers_pane(self) -> QWidget:
        pane = QWidget()
        lines = QVBoxLayout(pane)
        lines.setContentsMargins(0, 0, 0, 6)
        lines.setSpacing(4)
        lines.addWidget(row(self.only_told))
        lines.addWidget(self.answers, 1)
        lines.addWidget(self._how)
        return pane

    def _outline_pane(self) -> QWidget:
        pane = QFrame()
        lines = QVBoxLayout(pane)
        lines.setContentsMargins(8, 8, 8, 8)
        lines.setSpacing(6)
        name = label(self._words.say("Find in the answers"), "field")
        name_field(name, self.search_line)
        lines.addWidget(name)
        lines.addWidget(self.search_line)
        lines.addWidget(self.outline, 1)
        lines.addWidget(self._progress)
        return pane

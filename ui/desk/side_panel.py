"""Beside the answers: what there is to look at, and the forms in which a reviewer writes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from intake.answers import Path
from intake.record import FindingState, Note, Proposal, Query
from intake.review.findings import Finding, not_listed, question, told_apart
from intake.words import Words
from ui.desk import acts
from ui.desk.dossier import Dossier
from ui.desk.forms import Form, Said, TextForm
from ui.desk.grid import Grid
from ui.desk.matters import Matter, Matters, matter_row
from ui.widgets.buttons import LinkButton
from ui.widgets.choice import ChoiceCheck
from ui.widgets.flow import Flow, row
from ui.widgets.labels import label


class SidePanel(QWidget):
    """Lists the matters of the answer that is being read, or of all, with what can be done about each."""

    went_to = Signal(object)
    """With the Path of an answer."""
    closed = Signal()
    """A form was kept or left."""

    def __init__(self, words: Words, dossier: Dossier) -> None:
        super().__init__()
        self._words = words
        self._dossier = dossier
        self._path: Path | None = None
        self._matters: dict[str, Matter] = {}
        self.form: Form | None = None
        self._keep_half: Callable[[], None] = lambda: None
        self._half: Note | None = None
        self.list = Grid(words.say("To look at, questions and notes"), ("",), (1,))
        self.list.setObjectName("matters")
        self._here = ChoiceCheck(words.say("Only what is about this answer"))
        self._count = label("", "caption")
        self._unlisted = 0
        self._does = Flow(gap=14, line_gap=2)
        self._buttons: list[LinkButton] = []
        self._pages = QStackedWidget()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._pages)
        self._pages.addWidget(self._list_page())
        self._here.toggled.connect(lambda: self.refresh())
        self.list.moved.connect(lambda key: self._offer(self._matters.get(str(key))))
        self.list.chosen.connect(lambda key: self._go_on(self._matters.get(str(key))))

    def show_path(self, path: Path | None) -> None:
        """From now on it is this answer that is being read."""
        if path != self._path:
            self._path = path
            if self._here.isChecked():
                self.refresh()

    def refresh(self) -> None:
        """Show what there is to look at now."""
        found = self._found()
        self._matters = {matter.key: matter for matter in found}
        self.list.set_rows([matter_row(matter) for matter in found])
        number = sum(matter.is_open for matter in found)
        said = [self._words.say_many("{count} still open", "{count} still open", number)]
        if self._unlisted:
            said.append(not_listed(self._unlisted, self._words))
        self._count.setText("\n".join(said))
        self._offer(self._matters.get(str(self.list.about())))

    def write(
        self,
        form: Form,
        keep: Callable[[], bool],
        about: Path | None = None,
        keep_half: Callable[[], None] | None = None,
    ) -> None:
        """Show a form; `keep` keeps what it says, and tells whether it can be left.

        Half written it becomes what `keep_half` makes of it, or else a note about an answer; so does what
        the form before it held.
        """
        self.rest()
        self._put_form_away()
        self.form = form
        self._keep_half = keep_half or partial(self._note_half, form, about)
        form.note_as_kept()
        form.given_up.connect(self._leave_form)
        form.kept.connect(lambda: self._leave_form() if keep() else None)
        self._pages.addWidget(form)
        self._pages.setCurrentWidget(form)
        form.first.setFocus()

    def write_note(self, path: Path | None, note: Note | None = None) -> None:
        """A remark for those who review: new, or one that is there already."""
        words = self._words
        said = Said(words.say("Note"), words.say("Never shown to the applicant."), words.say("Keep the note"))
        form = TextForm(words, said, words.say("Your note"), note.text if note else "")

        def keep() -> bool:
            if form.text():
                acts.keep_note(self._dossier, form.text(), path, note)
            return True

        def keep_half() -> None:
            keep()

        self.write(form, keep, path, None if note is None else keep_half)

    def write_query(self, path: Path | None, finding: Finding | None = None) -> None:
        """A question to the applicant."""
        words, language = self._words, self._dossier.session.case.language
        name = words.languages.get(language, language)
        hint = words.say(
            "The applicant sees it in their draft. Write in their language: {language}", language=name
        )
        said = Said(words.say("Ask the applicant"), hint, words.say("Ask this"))
        form = TextForm(words, said, words.say("Your question"))
        if finding is not None:
            asked = question(finding, self._dossier.reading(words))
            form.add(label(words.say("It comes from: {text}", text=asked), "caption"))

        def keep() -> bool:
            if form.text():
                acts.ask(self._dossier, form.text(), path, finding)
            return True

        self.write(form, keep, path)

    def rest(self) -> None:
        """Keep what is half written, for the form may be about to go; what was not changed stays as it is."""
        if self.form is not None and self.form.is_changed():
            self._keep_half()
            self.form.note_as_kept()

    def _note_half(self, form: Form, about: Path | None) -> None:
        """As a note, which the applicant never sees; once for each form."""
        text = form.half_written()
        if text:
            self._half = acts.keep_note(self._dossier, text, about, self._half)

    def _write_word(self, finding: Finding, state: FindingState) -> None:
        words = self._words
        title = words.say("Explained by the applicant")
        if state is FindingState.DISMISSED:
            title = words.say("Set it aside")
        said = Said(title, words.say("It comes back when these answers change."), words.say("Keep"))
        form = TextForm(words, said, words.say("The explanation, or the reason"))

        def keep() -> bool:
            if form.text():
                acts.say_of(self._dossier, finding, state, form.text())
            return bool(form.text())

        self.write(form, keep, finding.sources[0] if finding.sources else None)

    def _list_page(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(8, 8, 8, 8)
        lines.setSpacing(6)
        lines.addWidget(row(self._count))
        lines.addWidget(self._here)
        lines.addWidget(self.list, 1)
        lines.addWidget(self._does)
        return page

    def _found(self) -> list[Matter]:
        """Of one answer everything, of the whole draft all but what is faint: that is counted."""
        dossier, self._unlisted = self._dossier, 0
        reading = dossier.reading(self._words)
        if self._here.isChecked() and self._path is not None:
            return list(Matters(reading, dossier.record, dossier.findings).at(self._path))
        listed, faint = told_apart(dossier.findings, dossier.record.finding_words)
        self._unlisted = len(faint)
        return list(Matters(reading, dossier.record, listed).all())

    def _offer(self, matter: Matter | None) -> None:
        """What can be done about the matter with the focus."""
        for button in self._buttons:
            self._does.remove(button)
        self._buttons = []
        for text, act in self._acts(matter) if matter is not None else ():
            button = LinkButton(text)
            button.clicked.connect(lambda _on=False, act=act: act())
            self._buttons.append(button)
            self._does.add(button)

    def _acts(self, matter: Matter) -> list[tuple[str, Callable[[], object]]]:
        """What its buttons say and do."""
        words, dossier, subject = self._words, self._dossier, matter.subject
        found: list[tuple[str, Callable[[], object]]] = []
        if matter.paths:
            found.append((words.say("Go to the answer"), lambda: self._go_on(matter)))
        match subject:
            case Finding() if matter.is_open:
                path = matter.paths[0] if matter.paths else None
                found += [
                    (words.say("Ask the applicant"), lambda: self.write_query(path, subject)),
                    (words.say("Explained"), lambda: self._write_word(subject, FindingState.EXPLAINED)),
                    (words.say("Set it aside"), lambda: self._write_word(subject, FindingState.DISMISSED)),
                ]
            case Finding():
                found.append(
                    (words.say("Open again"), lambda: acts.say_of(dossier, subject, FindingState.OPEN, ""))
                )
            case Note():
                done = words.say("Open again") if subject.done else words.say("Dealt with")
                found += [
                    (done, lambda: dossier.put(replace(subject, done=not subject.done))),
                    (words.say("Change"), lambda: self.write_note(subject.path, subject)),
                    (words.say("Remove"), lambda: dossier.drop(subject)),
                ]
            case Query():
                close = words.say("Open again") if subject.closed else words.say("Close it")
                found.append((close, lambda: dossier.put(replace(subject, closed=not subject.closed))))
            case Proposal() if matter.is_open:
                found.append((words.say("Withdraw"), lambda: dossier.drop(subject)))
        return found

    def _go_on(self, matter: Matter | None) -> None:
        """To the answer of a matter; from one that is shown to the next one it stands on."""
        if matter is not None and matter.paths:
            here = matter.paths.index(self._path) if self._path in matter.paths else -1
            self.went_to.emit(matter.paths[(here + 1) % len(matter.paths)])

    def _leave_form(self) -> None:
        """Of what is kept as it was meant, or left on purpose, no half stays."""
        if self._half is not None:
            self._dossier.drop(self._half)
        self._put_form_away()
        self.closed.emit()

    def _put_form_away(self) -> None:
        if self.form is not None:
            self._pages.removeWidget(self.form)
            self.form.deleteLater()
            self.form = self._half = None

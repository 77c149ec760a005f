"""The questionnaire of new drafts, from the settings of a vault: chosen, checked, kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from intake.errors import FormError, IntakeError
from intake.questionnaires import Questionnaire, Questionnaires
from intake.sentences import sentence
from intake.words import Words
from ui.dialogs import ask_folder
from ui.jobs import Jobs
from ui.pages.questionnaire_page import QuestionnairePage
from ui.stage import Scene, Stage
from ui.widgets.buttons import LinkButton

MOST_FAULTS = 5
"""Faults that are told here; `form check` tells them all."""


class QuestionnaireKeeping(QObject):
    """Leads to one page. What is chosen there is read and checked on a thread."""

    listed = Signal()
    """The page with the section is wanted again."""

    def __init__(self, stage: Stage, jobs: Jobs, questionnaires: Questionnaires, folder: Path) -> None:
        """`folder` is where choosing begins."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._questionnaires = questionnaires
        self._folder = folder
        self._page: QuestionnairePage | None = None
        self._section: QWidget | None = None

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = self._section = None
        self.deleteLater()

    def section(self, words: Words) -> QWidget:
        """The line of a page that leads there."""
        self._page = None
        self._section = section = QWidget()
        parts = QVBoxLayout(section)
        parts.setContentsMargins(0, 0, 0, 0)
        leads = LinkButton(words.say("For an organization: the questions of new drafts"))
        leads.setObjectName("questionnaire")
        leads.clicked.connect(lambda: self._do(self._questionnaires.for_new, self._show))
        parts.addWidget(leads)
        return section

    def choose(self, folder: Path) -> None:
        """Have new drafts answer the questionnaire in a folder, if it can be used."""
        self._change(lambda: self._questionnaires.choose(folder))

    def _choose_shipped(self) -> None:
        def work() -> Questionnaire:
            self._questionnaires.choose_shipped()
            return self._questionnaires.shipped()

        self._change(work)

    def _change(self, work: Callable[[], Questionnaire]) -> None:
        if self._page is not None:
            self._page.wait()
            self._do(work, self._show_changed)

    def _do(self, work: Callable[[], Questionnaire], show: Callable[[Questionnaire], None]) -> None:
        """Whoever has gone elsewhere since is not brought back."""
        asked_on = self._page or self._section

        def is_here() -> bool:
            place = self._page or self._section
            return place is not None and place is asked_on and isValid(place) and place.isVisible()

        self._jobs.run(
            work,
            lambda chosen: show(chosen) if is_here() else None,
            lambda error: self._refuse(error) if is_here() else None,
        )

    def _show(self, chosen: Questionnaire) -> None:
        self._stage.turn_to(partial(self._scene, chosen))

    def _show_changed(self, chosen: Questionnaire) -> None:
        self._show(chosen)
        if self._page is not None:
            self._page.tell_chosen()

    def _scene(self, chosen: Questionnaire, words: Words) -> Scene:
        form = chosen.pack.form
        title = chosen.pack.words_in(words.language).say_in("form:title", form.title)
        self._page = page = QuestionnairePage(words, title, form.languages, own=chosen.own)
        page.folder_asked.connect(lambda: ask_folder(self._stage.window, words, self._folder, self.choose))
        page.shipped_asked.connect(self._choose_shipped)
        return Scene(page, words.say("The questions of new drafts"), self.listed.emit, page.choose)

    def _refuse(self, error: IntakeError) -> None:
        words = self._stage.words
        faults = error.faults if isinstance(error, FormError) else ()
        lines = [f"{fault.file}:{fault.line}: {sentence(fault, words)}" for fault in faults[:MOST_FAULTS]]
        if self._page is not None:
            self._page.refuse("\n".join((sentence(error, words), *lines)))

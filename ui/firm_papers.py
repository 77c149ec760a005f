"""The papers of a firm, from the settings of its vault: looked at, chosen, kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from intake.case import Role, Sitting
from intake.evidence.glimpse import glimpse
from intake.export.firm import FirmPapers, papers_of
from intake.vault.vault import Vault
from intake.words import Words
from ui.dialogs import ask_file, ask_folder
from ui.files import contents
from ui.jobs import Jobs
from ui.pages.papers_page import PapersPage
from ui.stage import Scene, Stage
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.flow import row
from ui.widgets.labels import label


class PapersKeeping(QObject):
    """Leads to one page and keeps what is chosen there."""

    listed = Signal()
    """The page with the section is wanted again."""

    def __init__(self, stage: Stage, jobs: Jobs, vault: Vault, who: Sitting, folder: Path) -> None:
        """`folder` is where choosing begins."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self.vault = vault
        self._who = who
        self._folder = folder
        self._page: PapersPage | None = None

    def end(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = None
        self.deleteLater()

    def section(self, words: Words) -> QWidget:
        """The part of a page that leads there; for somebody alone no more than a line."""
        self._page = None
        section = QWidget()
        parts = QVBoxLayout(section)
        parts.setContentsMargins(0, 0, 0, 0)
        if self._who.role is Role.REVIEWER:
            leads: QuietButton | LinkButton = QuietButton(words.say("Letterhead, logo, paper and fonts"))
            parts.addWidget(label(words.say("The firm’s papers"), "question"))
            parts.addWidget(row(leads))
        else:
            leads = LinkButton(words.say("For a firm: letterhead, logo, paper and fonts"))
            parts.addWidget(leads)
        leads.setObjectName("papers")
        leads.clicked.connect(lambda: self._stage.turn_to(self._choose))
        return section

    def _choose(self, words: Words) -> Scene:
        self._page = page = PapersPage(words, papers_of(self.vault.setting))
        page.wished.connect(self._keep)
        page.logo_asked.connect(lambda: ask_file(self._stage.window, words, self._folder, self.look_at))
        page.fonts_asked.connect(lambda: ask_folder(self._stage.window, words, self._folder, page.show_fonts))
        return Scene(page, words.say("The firm’s papers"), self.listed.emit, page.letterhead.field)

    def _keep(self, papers: FirmPapers) -> None:
        for name, value in papers.settings().items():
            self.vault.note_setting(name, value)

    def look_at(self, file: Path) -> None:
        """Draw the logo anew where files are looked at."""
        page = self._page
        if page is not None:
            self._jobs.run(
                lambda: glimpse(contents(file)).picture,
                partial(self._looked, page),
                lambda error: self._refused(page, self._stage.sentence(error)),
            )

    def _looked(self, page: PapersPage, logo: bytes) -> None:
        if page is self._page and isValid(page):
            page.show_logo(logo)

    def _refused(self, page: PapersPage, sentence: str) -> None:
        if page is self._page and isValid(page):
            page.told.tell(sentence)

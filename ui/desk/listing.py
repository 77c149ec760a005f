"""What can be done in the list of drafts besides opening one: search, duplicate, archive."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from intake.case import Sitting
from intake.errors import IntakeError
from intake.searching import Hit
from intake.vault.vault import Vault
from ui.jobs import Jobs
from ui.pages.cases_page import CasesPage


class Listing(QObject):
    """Attends to one page with the list of drafts."""

    changed = Signal()
    """The list is wanted anew."""
    failed = Signal(object)
    """With an IntakeError."""

    def __init__(self, vault: Vault, who: Sitting, page: CasesPage, jobs: Jobs) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._busy = False
        self._vault = vault
        self._who = who
        self._page = page
        page.searched.connect(self._search)
        page.duplicated.connect(self._duplicate)
        page.archived.connect(self._archive)

    def _search(self, text: str) -> None:
        if not text:
            self._page.show_found(None)
            return
        found: dict[str, Hit] = {}
        for hit in self._vault.search(text, self._who):
            found.setdefault(hit.case_id, hit)
        self._page.show_found(found)

    def _duplicate(self, case_id: str) -> None:
        """A new draft with the same answers, on a thread: it may have many files."""
        if not self._busy:
            self._busy = True
            work = partial(self._vault.duplicate, case_id, self._who)
            self._jobs.run(work, lambda _copy: self._answer(None), self._answer)

    def _answer(self, error: IntakeError | None) -> None:
        if not isValid(self):  # another page is on screen
            return
        self._busy = False
        if error is None:
            self.changed.emit()
        else:
            self.failed.emit(error)

    def _archive(self, case_id: str, put_away: bool) -> None:
        try:
            self._vault.set_archived(case_id, archived=put_away)
        except IntakeError as error:
            self.failed.emit(error)
        else:
            self.changed.emit()

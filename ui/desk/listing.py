"""What can be done in the list of drafts besides opening one: search, duplicate, archive."""

from PySide6.QtCore import QObject, Signal

from intake.answers import new_entry_id
from intake.case import Role, Sitting
from intake.changes import changes_to
from intake.errors import IntakeError
from intake.searching import Hit
from intake.vault.vault import Vault
from ui.pages.cases_page import CasesPage


class Listing(QObject):
    """Attends to one page with the list of drafts."""

    changed = Signal()
    """The list is wanted anew."""
    failed = Signal(object)
    """With an IntakeError."""

    def __init__(self, vault: Vault, who: Sitting, page: CasesPage) -> None:
        super().__init__(page)
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
        """A new draft with the same answers; what was written beside them stays with the first one."""
        try:
            case = self._vault.case(case_id, self._who)
            answers = self._vault.answers(case_id, self._who)
            pack = self._vault.pack(case.pack_hash)
            copy = self._vault.new_case(pack, case.language, fictional=case.fictional)
            for kept in self._vault.files(case_id):
                self._vault.keep_file(copy.id, self._vault.file(case_id, kept.sha256))
            self._vault.submit(copy.id, changes_to(answers, new_entry_id))
            shared = case.status if self._who.role is Role.REVIEWER else copy.status
            self._vault.set_case(copy.id, title=self._title(case_id), status=shared)
        except IntakeError as error:
            self.failed.emit(error)
        else:
            self.changed.emit()

    def _archive(self, case_id: str, put_away: bool) -> None:
        try:
            self._vault.set_archived(case_id, archived=put_away)
        except IntakeError as error:
            self.failed.emit(error)
        else:
            self.changed.emit()

    def _title(self, case_id: str) -> str:
        return next(it.title for it in self._vault.cases(self._who) if it.id == case_id)

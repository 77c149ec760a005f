"""Cases lent for writing, each to one hand at a time: two would write over each other without knowing it."""

import threading

from intake.errors import CaseInUse


class Lending:
    """Which cases of an open vault are worked on. Any thread may call it."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._lent: set[str] = set()

    def lend(self, case_id: str) -> None:
        """From now on one hand alone writes the answers of this case. Raises CaseInUse when one does."""
        with self._mutex:
            if case_id in self._lent:
                raise CaseInUse
            self._lent.add(case_id)

    def give_back(self, case_id: str) -> None:
        """Nobody works on this case any more; a second time does nothing."""
        with self._mutex:
            self._lent.discard(case_id)

    def check_free(self, case_id: str) -> None:
        """Raises CaseInUse for a case that somebody works on."""
        with self._mutex:
            if case_id in self._lent:
                raise CaseInUse

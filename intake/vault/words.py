"""Words of answers that were saved and are not searched yet.

To index a word takes longer than to save it, so that a save does not wait for it: saving only takes the
former words out, and marks the case as one to be read in again should the program end before the new are.
"""

import threading
from collections.abc import Iterable

from intake.answers import Path
from intake.searching import Passage
from intake.vault import search
from intake.vault.thread import VaultThread

MOST_WAITING = 20
"""Answers; with so many, their words are handed on."""


class WaitingWords:
    """Any thread but the vault's own may call it."""

    def __init__(self, thread: VaultThread) -> None:
        self._thread = thread
        self._mutex = threading.Lock()
        self._read_in: set[str] = set()
        self._waiting: dict[str, dict[Path, Passage]] = {}

    def mark_read_in(self, case_id: str) -> None:
        """All words of this case are searched but for those that wait here."""
        with self._mutex:
            self._read_in.add(case_id)

    def add(self, case_id: str, words: Iterable[Passage] | None) -> None:
        """These words were saved; None when somebody saved without knowing them."""
        with self._mutex:
            if words is None:
                self._read_in.discard(case_id)
                return
            waiting = self._waiting.setdefault(case_id, {})
            waiting.update((passage.path, passage) for passage in words)
            full = len(waiting) >= MOST_WAITING
        if full:
            self.hand_on()

    def hand_on(self, *, waiting: bool = False) -> None:
        """Have all that waits searched from now on, or wait until it is. Raises VaultClosed, NotSaved."""
        send = self._thread.write if waiting else self._thread.submit
        with self._mutex:
            handed, self._waiting = self._waiting, {}
            whole = frozenset(self._read_in)
        for case_id, passages in handed.items():
            send(search.adding(case_id, tuple(passages.values()), whole=case_id in whole))

    def drop(self, case_id: str) -> None:
        """What waits of this case is not to be searched any more."""
        with self._mutex:
            self._waiting.pop(case_id, None)

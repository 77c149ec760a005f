"""The one thread that touches the database. Changes reach it numbered, and are stored in order."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from intake.errors import NotSaved, VaultClosed
from intake.vault import engine

Done = TypeVar("Done")
Work: TypeAlias = Callable[[Connection], Done]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything up to `number` is stored; or, with an error, `number` is the first change that is not."""

    number: int
    error: NotSaved | None = None


Listener: TypeAlias = Callable[[Receipt], None]
"""Called on the vault's thread; it must not wait for the vault."""

_Numbered: TypeAlias = tuple[int, Work[object]]


class VaultThread:
    """Owns the connection. Changes that cannot be stored wait here, and nothing later goes before them.

    Only a change that is itself at fault is passed over, so that it keeps nothing else from the disk. It is
    never called stored: from then on every receipt tells of it.
    """

    def __init__(self, connection: Connection, in_place: Callable[[], bool], listener: Listener) -> None:
        """`in_place` says whether the files written to are still those that the vault's folder names."""
        self._connection = connection
        self._in_place = in_place
        self._listener = listener
        self._worker = ThreadPoolExecutor(1, "vault")
        self._mutex = threading.Lock()
        self._waiting: deque[_Numbered] = deque()
        self._passed: int | None = None
        self._given = 0
        self._ended = False

    def submit(self, write: Work[object]) -> int:
        """Have a write stored that may be done twice; returns its number at once. Raises VaultClosed."""
        with self._mutex:
            self._check_open()
            self._given += 1
            self._waiting.append((self._given, write))
            self._worker.submit(self._store)
            return self._given

    def retry(self) -> None:
        """Try again to store what waits; returns at once. Raises VaultClosed."""
        self._ask(self._store)

    def flush(self, seconds: float) -> bool:
        """Whether all submitted so far is stored, after one more attempt, within these seconds.

        Raises VaultClosed.
        """
        return self.settle(seconds) is None

    def settle(self, seconds: float) -> NotSaved | None:
        """What keeps something submitted so far from being stored, after one more attempt; None when all is.

        Its reason is `slow` when these seconds were not enough. Raises VaultClosed.
        """
        try:
            return self._ask(self._store).result(seconds)
        except TimeoutError:
            return NotSaved(reason="slow")

    @property
    def waits(self) -> bool:
        """Whether anything submitted is not stored."""
        with self._mutex:
            return bool(self._waiting) or self._passed is not None

    def read(self, work: Work[Done]) -> Done:
        """Read in one transaction what is stored, all that was submitted included unless it cannot be.

        Raises DatabaseDamaged, VaultUnwritable, VaultClosed, and what the work raises.
        """
        return self._ask(partial(self._read, work)).result()

    def read_all(self, work: Work[Done]) -> Done:
        """The same, for what would overwrite newer words if it were read before them.

        Raises NotSaved too, as long as anything submitted is not stored.
        """
        return self._ask(partial(self._read_all, work)).result()

    def write(self, work: Work[Done]) -> Done:
        """Write in one transaction, after all that was submitted, and wait until it is stored.

        Raises NotSaved, VaultClosed, and what the work raises.
        """
        return self._ask(partial(self._write, work)).result()

    def apart(self, work: Work[Done]) -> Done:
        """Do something outside any transaction, after all that was submitted is stored.

        Raises NotSaved, DatabaseDamaged, VaultUnwritable, VaultClosed, and what the work raises.
        """
        return self._ask(partial(self._apart, work)).result()

    def exchange(self, work: Work[Connection]) -> None:
        """Go on with the connection that the work makes of the present one, once all submitted is stored.

        Raises NotSaved, DatabaseDamaged, VaultUnwritable, VaultClosed, and what the work raises.
        """
        self._ask(partial(self._exchange, work)).result()

    def end(self, *, storing: bool) -> None:
        """Close the connection and end the thread, once.

        With `storing`, raises NotSaved when a change could not be stored, and goes on as before.
        """
        with self._mutex:
            if self._ended:
                return
            self._ended = True
            finishing = self._worker.submit(partial(self._finish, storing=storing))
        done = False
        try:
            error = finishing.result()
            if error is not None:
                raise error
            done = True
        finally:
            with self._mutex:
                self._ended = done
        self._worker.shutdown()

    def _check_open(self) -> None:
        if self._ended:
            raise VaultClosed

    def _ask(self, work: Callable[[], Done]) -> "Future[Done]":
        with self._mutex:
            self._check_open()
            return self._worker.submit(work)

    def _store(self) -> NotSaved | None:
        """Store all that waits in one transaction; the error when not all is stored."""
        with self._mutex:
            batch = tuple(self._waiting)
        error = self._attempt(batch)
        if error is not None and error.facts["reason"] == "fault":
            return self._store_one_by_one(batch)
        return self._acknowledge(batch, error)

    def _store_one_by_one(self, batch: Sequence[_Numbered]) -> NotSaved | None:
        """After a fault of our own: whatever can be stored is, each change by itself, in their order."""
        faulty: list[int] = []
        for numbered in batch:
            error = self._attempt((numbered,))
            if error is None:
                self._pass_over(faulty)
                self._acknowledge((numbered,), None)
            elif error.facts["reason"] == "fault":
                faulty.append(numbered[0])
            else:
                return self._acknowledge((numbered,), error)
        if not faulty:
            return self._acknowledge((), None)
        return self._acknowledge(batch[-1:], NotSaved(reason="fault"))

    def _attempt(self, batch: Sequence[_Numbered]) -> NotSaved | None:
        if not batch:
            return None
        try:
            with self._connection.begin():
                for _, write in batch:
                    write(self._connection)
        except (DBAPIError, MemoryError) as fault:
            return NotSaved(reason=engine.reason(fault))
        except Exception:  # a door: a fault in a write of ours must not look stored, nor end all storing
            return NotSaved(reason="fault")
        return None if self._in_place() else NotSaved(reason="gone")

    def _pass_over(self, numbers: list[int]) -> None:
        """What is stored now came after these: tried again, they could overwrite what is newer."""
        if numbers:
            self._passed = min(numbers[0], self._passed or numbers[0])
            with self._mutex:
                self._waiting = deque(it for it in self._waiting if it[0] not in numbers)
            numbers.clear()

    def _acknowledge(self, batch: Sequence[_Numbered], error: NotSaved | None) -> NotSaved | None:
        """Tell what came of these changes, and what to say of all that was submitted so far."""
        if error is None and batch:
            with self._mutex:
                stored = {number for number, _ in batch}
                self._waiting = deque(it for it in self._waiting if it[0] not in stored)
        if self._passed is not None:
            error = error or NotSaved(reason="fault")
        if batch and error is not None:
            self._listener(Receipt(self._first_unstored(), error))
        elif batch:
            self._listener(Receipt(batch[-1][0]))
        return error

    def _first_unstored(self) -> int:
        if self._passed is not None:
            return self._passed
        with self._mutex:
            return self._waiting[0][0]

    def _read(self, work: Work[Done]) -> Done:
        self._store()
        try:
            with self._connection.begin():
                return work(self._connection)
        except (DBAPIError, MemoryError) as fault:
            raise engine.told(fault) from fault

    def _read_all(self, work: Work[Done]) -> Done:
        error = self._store()
        if error is not None:
            raise error
        return self._read(work)

    def _write(self, work: Work[Done]) -> Done:
        error = self._store()
        if error is not None:
            raise error
        try:
            with self._connection.begin():
                done = work(self._connection)
        except (DBAPIError, MemoryError) as fault:
            raise NotSaved(reason=engine.reason(fault)) from fault
        if not self._in_place():
            raise NotSaved(reason="gone")
        return done

    def _apart(self, work: Work[Done]) -> Done:
        error = self._store()
        if error is not None:
            raise error
        try:
            return work(self._connection)
        except engine.FAULTS as fault:
            raise engine.told(fault) from fault

    def _exchange(self, work: Work[Connection]) -> None:
        self._connection = self._apart(work)

    def _finish(self, *, storing: bool) -> NotSaved | None:
        error = self._store() if storing else None
        if error is None:
            self._waiting.clear()
            engine.close(self._connection)
        return error

"""Work that takes longer than a blink, on threads, with its result handed back to the window's thread."""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from intake.errors import IntakeError
from ui.faults import FaultBook

Result = TypeVar("Result")


class _Errand(QObject, Generic[Result]):
    """One piece of work. Made and answered on the window's thread; only `run` is on another."""

    ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[IntakeError], None],
        book: FaultBook,
    ) -> None:
        super().__init__(book)
        self._work, self._done, self._failed, self._book = work, done, failed, book
        self.ended.connect(self._answer)

    def run(self) -> None:
        try:
            result = self._work()
        except IntakeError as error:
            self._tell(None, error)
        except Exception:  # one of the three doors: a fault of the program must not end a thread unseen
            kind, value, trace = sys.exc_info()
            self._book.write_raised((kind or Exception, value, trace))
            self._tell(None, IntakeError())
        else:
            self._tell(result, None)

    def _tell(self, result: Result | None, error: IntakeError | None) -> None:
        with suppress(RuntimeError):  # who asked is gone with the window
            self.ended.emit(result, error)

    @Slot(object, object)
    def _answer(self, result: Result, error: IntakeError | None) -> None:
        self.deleteLater()
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class Jobs(QObject):
    """Runs work on a few threads. What nobody expected is noted in the book and told as an IntakeError."""

    def __init__(self, book: FaultBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[IntakeError], None],
    ) -> None:
        """Do `work` elsewhere, then call one of the others here. The work touches no widget."""
        self._pool.start(_Errand(work, done, failed, self._book).run)

    def wait(self, milliseconds: int = -1) -> bool:
        """Whether all that runs has ended, after no more than so long; without a bound, wait until it has."""
        return self._pool.waitForDone(milliseconds)

"""Faults of the program itself: a short list in memory that holds no word of any person."""

import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from intake.errors import IntakeError

KEPT = 200
"""Enough to see how a fault began; the list is for one run and is never written to disk."""

Raised: TypeAlias = tuple[type[BaseException], BaseException | None, TracebackType | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """When, a code of our own (no message: messages quote what people typed), and whole numbers."""

    at: datetime
    code: str
    numbers: tuple[int, ...] = ()

    def __str__(self) -> str:
        return " ".join([f"{self.at:%H:%M:%S}", self.code, *map(str, self.numbers)])


class FaultBook(QObject):
    """The last faults of this run. They may be written on any thread."""

    written = Signal()
    met = Signal(object)
    """With an IntakeError that nobody was waiting for: it has a sentence, and is no fault of the program."""

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._faults: deque[Fault] = deque(maxlen=KEPT)

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(self._faults)

    def write(self, code: str, *numbers: int) -> None:
        """Note a fault that is no surprise, such as a warning of Qt."""
        self._faults.append(Fault(self._now(), code, numbers))

    def write_raised(self, raised: Raised) -> None:
        """Note an exception nobody expected: its type, and the module and line of our innermost frame."""
        if isinstance(raised[1], IntakeError):
            self.met.emit(raised[1])
            return
        place, line = _innermost(raised[2])
        self.write(f"{raised[0].__name__}@{place}", line)
        self.written.emit()

    def install(self) -> None:
        """Take over the last resort of Python, its threads, and Qt's messages."""
        sys.excepthook = lambda kind, value, trace: self.write_raised((kind, value, trace))
        threading.excepthook = lambda args: self.write_raised(
            (args.exc_type, args.exc_value, args.exc_traceback)
        )
        sys.unraisablehook = lambda args: self.write_raised(
            (args.exc_type, args.exc_value, args.exc_traceback)
        )
        qInstallMessageHandler(self._qt_said)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            self.write(f"qt:{context.category or 'default'}", len(message))


def _innermost(trace: TracebackType | None) -> tuple[str, int]:
    """The deepest frame that lies in our own code, else the deepest of all."""
    place, line = "unknown", 0
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if place == "unknown" or {"intake", "ui"} & set(path.parts):
            place, line = "/".join(path.with_suffix("").parts[-2:]), trace.tb_lineno
        trace = trace.tb_next
    return place, line

"""Faults of the program itself: a short list in memory that holds no word of any person."""

import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from intake.errors import IntakeError

KEPT = 200
"""Enough to see how a fault began; the list is for one run and is never written to disk."""

_CODE = re.compile(r"[A-Za-z0-9_.:@/<>-]{1,80}")
"""What a code is made of: names of our own modules and of Python's and Qt's kinds. A sentence is no code."""

Raised: TypeAlias = tuple[type[BaseException], BaseException | None, TracebackType | None]


@dataclass(frozen=True, slots=True)
class Mishap:
    """When, a code of our own (no message: messages quote what people typed), and whole numbers.

    `at` is in seconds since 1970, UTC.
    """

    at: float
    code: str
    numbers: tuple[int, ...] = ()

    def __str__(self) -> str:
        return " ".join([time.strftime("%H:%M:%S", time.gmtime(self.at)), self.code, *map(str, self.numbers)])


class FaultBook(QObject):
    """The last faults of this run. They may be written on any thread, and when the window is gone already.

    Then nobody is told: an exception out of a hook would have Python print both, with what people typed.
    """

    written = Signal()
    met = Signal(object)
    """With an IntakeError that nobody was waiting for: it has a sentence, and is no fault of the program."""

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._now = now
        self._faults: deque[Mishap] = deque(maxlen=KEPT)

    @property
    def faults(self) -> tuple[Mishap, ...]:
        return tuple(self._faults)

    def write(self, code: str, *numbers: int) -> None:
        """Note a fault that is no surprise, such as a warning of Qt. What could be a word is not kept."""
        known = _CODE.fullmatch(code) is not None
        self._faults.append(Mishap(self._now(), code if known else "unnamed", tuple(map(int, numbers))))

    def write_raised(self, raised: Raised) -> None:
        """Note an exception nobody expected: its type, and the module and line of our innermost frame."""
        if isinstance(raised[1], IntakeError):
            with suppress(RuntimeError):  # what emits is gone with the window
                self.met.emit(raised[1])
            return
        place, line = _innermost(raised[2])
        self.write(f"{raised[0].__name__}@{place}", line)
        with suppress(RuntimeError):
            self.written.emit()

    def install(self) -> None:
        """Take over the last resort of Python, its threads, and Qt's messages."""
        sys.excepthook = lambda kind, value, trace: self._write_last((kind, value, trace))
        threading.excepthook = lambda args: self._write_last(
            (args.exc_type, args.exc_value, args.exc_traceback)
        )
        sys.unraisablehook = lambda args: self._write_last(
            (args.exc_type, args.exc_value, args.exc_traceback)
        )
        qInstallMessageHandler(self._qt_said)

    def _write_last(self, raised: Raised) -> None:
        with suppress(Exception):  # one of the doors: at the very end of a process even modules are gone
            self.write_raised(raised)

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

"""The window at rest and at work on the shipped questionnaire: answers, languages, a thousand pages."""

import gc
import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.rows import Row
from intake.opening import read_pack
from tests.support.at_window import AtWindow

PACK = Path(__file__).resolve().parent.parent / "forms" / "asylum_us"
IDLE_SECONDS = 2.0
TURNS, WARM_TURNS = 1000, 200
ANSWERS = 60


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(lambda *_: None)  # what the platform without a screen cannot do, a thousand times
    QApplication.instance() or QApplication(sys.argv[:1])
    pack = _pack()
    with TemporaryDirectory(prefix="intake bench ") as home:
        person = AtWindow(Path(home))
        person.at_home_of_new_draft()
        person.enter_section("about_you")
        field = person.field("family_name")
        answered = sorted(_ms(lambda: _answer(person, field)) for _ in range(ANSWERS))
        person.wait_saved()
        idle = _idle()
        switched = [_ms(lambda code=code: person.switch(code)) for code in ("ru", "es", "en") * 3]
        widgets, grown = _turns(person)
        person.close()
    qInstallMessageHandler(None)
    return [
        Row("an answer typed, taken, sent to the vault and shown, CPU, p95", answered[-3], "ms", 16),
        Row("the window at rest for two seconds, CPU", idle, "ms", 20),
        Row("another language, page built anew, CPU, median", median(switched), "ms", 100),
        Row(f"widgets more after {TURNS:,} page turns", widgets, "", 0),
        Row(f"memory more after {TURNS:,} page turns", grown, "MB", 8),
        Row("the shipped questionnaire in memory, in all languages", pack, "MB", 40),
    ]


def _answer(person: AtWindow, field: QWidget) -> None:
    person.hands.type(field, "я")
    person.stage.focus_moved.emit()  # as when the field is left: it is read at once


def _pack() -> float:
    """MB that the questionnaire takes, once it is read."""
    tracemalloc.start()
    kept = read_pack(PACK)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / (1 << 20) if kept.form.sections else 0.0


def _idle() -> float:
    """CPU of the whole process, in ms, while nobody does anything."""
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)  # what was put off by the last key is done first
    loop.exec()
    QTimer.singleShot(int(1000 * IDLE_SECONDS), loop.quit)
    return _ms(loop.exec)


def _turns(person: AtWindow) -> tuple[int, float]:
    """How many widgets and MB there are more after pages were turned to and fro, beyond the first turns."""
    before = (0, 0.0)
    for turn in range(WARM_TURNS + TURNS):
        if turn == WARM_TURNS:
            gc.collect()
            before = (len(QApplication.allWidgets()), _memory())
        person.hands.press("Back" if turn % 2 else "Continue")
    gc.collect()
    return len(QApplication.allWidgets()) - before[0], _memory() - before[1]


def _memory() -> float:
    """MB of the process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def _ms(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * 1000

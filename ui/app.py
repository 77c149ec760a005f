"""The composition root: the only place that knows every part.

Before the first window is painted it imports Qt and the standard library alone; what opens vaults and draws
PDFs comes later, on a thread, behind the first page.
"""

import os
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from intake.errors import IntakeError
from intake.words import SOURCE_LANGUAGE
from ui.actions import Shortcuts
from ui.door import Door, Keys
from ui.faults import FaultBook
from ui.jobs import Jobs
from ui.locking.again import KNOWN_TO_WORK, Restart, Standing, handed_on, start_anew
from ui.locking.guard import Guard
from ui.locking.watch import Clocks
from ui.paths import Places, find_places
from ui.stage import Stage
from ui.theme import Look, load_fonts, make_program
from ui.ways_out import WaysOut
from ui.window import Window

WARMED = ("ui.opening", "babel.dates")
WARM_AFTER_MS = 150
"""Long enough that the first page stands before anything else takes the processor."""


class Around(NamedTuple):
    """What the system around the program offers: clocks, a start anew, how the window stood before."""

    clocks: Clocks = Clocks()
    restart: Restart | None = None
    standing: Standing | None = None


AROUND = Around()


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed."""
    from ui.signals import SystemSignals  # start-up: not needed to put the first page together

    app = make_program(arguments)
    places = find_places(Path.home())
    restart = start_anew if KNOWN_TO_WORK else None
    window = build(app, places, around=Around(restart=restart, standing=handed_on(os.environ)))
    guard(window)
    signals = SystemSignals(window)
    signals.asked_to_end.connect(window.close)
    window.show()
    code = app.exec()
    for jobs in window.findChildren(Jobs):
        jobs.wait()  # or they would outlive the window and whoever keeps their faults from being printed
    signals.release()
    return code


def guard(window: Window) -> None:
    """Have faults of the program noted in the window's book, and not printed with what people typed."""
    for book in window.findChildren(FaultBook):
        book.install()


def build(
    app: QApplication,
    places: Places | None = None,
    keys: Keys | None = None,
    around: Around = AROUND,
) -> Window:
    """Put the program together. `keys` says how vaults are opened and made, when not in the usual way."""
    places = places or find_places(Path.home())
    app.setApplicationName("Intake")
    app.setQuitOnLastWindowClosed(False)
    load_fonts(places.folders.fonts)
    window = Window()
    book = FaultBook(parent=window)
    before = around.standing
    stage = Stage(app, window, places.folders, before.language if before else _language_of_system())
    jobs = Jobs(book, window)
    guard = Guard(app, window, around.clocks)
    door = Door(WaysOut(stage, jobs, guard, around.restart), stage, places, jobs, keys or _late())
    guard.warned.connect(partial(_count_down, stage))
    guard.extended.connect(lambda: window.show_countdown(None))
    book.written.connect(lambda: _tell_of_fault(stage, book))
    book.met.connect(lambda error: _tell_of_error(stage, error))

    def warm() -> None:
        load_fonts(places.folders.fonts, late=True)
        jobs.run(_import_late, lambda _: None, lambda _: None)

    window.first_painted.connect(lambda: QTimer.singleShot(WARM_AFTER_MS, window, warm))
    Shortcuts(app, stage)
    _begin(door, stage, before)
    return window


def _begin(door: Door, stage: Stage, before: Standing | None) -> None:
    """The first page; after a lock that started the program anew, the same vault's door in the same place."""
    if before is None or not Path(before.vault).is_dir():
        door.show_welcome()
        return
    stage.dress(Look(before.theme, before.scale))
    stage.window.setGeometry(*before.place)
    if before.maximised:
        stage.window.setWindowState(Qt.WindowState.WindowMaximized)
    door.show_locked(Path(before.vault))


def _count_down(stage: Stage, seconds: int) -> None:
    from ui.locking.countdown import count_down  # start-up: nothing is to be locked before the first page

    count_down(stage, seconds)


def _tell_of_fault(stage: Stage, book: FaultBook) -> None:
    from ui.pages.fault_note import tell_of_fault  # start-up: most runs never need it

    tell_of_fault(stage, book)


def _tell_of_error(stage: Stage, error: IntakeError) -> None:
    from ui.pages.fault_note import tell_of_error  # start-up, as above

    tell_of_error(stage, error)


def _language_of_system() -> str:
    return QLocale.system().name().split("_")[0] or SOURCE_LANGUAGE


def _late() -> Keys:
    return Keys(
        open=lambda *given: _usual().open(*given),
        make=lambda *given: _usual().make(*given),
        open_older=lambda *given: _usual().open_older(*given),
        recover=lambda *given: _usual().recover(*given),
        open_here=lambda *given: _usual().open_here(*given),
        remembered=lambda *given: _usual().remembered(*given),
    )


def _usual() -> Keys:
    from ui.opening import keys  # start-up: the database library comes after the first page

    return keys()


def _import_late() -> None:
    for name in WARMED:
        import_module(name)

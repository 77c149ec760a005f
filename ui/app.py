"""The composition root: the only place that knows every part.

Before the first window is painted it imports Qt and the standard library alone; what opens vaults and draws
PDFs comes later, on a thread, behind the first page.
"""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from intake.errors import IntakeError
from intake.words import SOURCE_LANGUAGE
from ui.actions import Shortcuts
from ui.door import Door, Keys
from ui.faults import FaultBook
from ui.jobs import Jobs
from ui.paths import Places, find_places
from ui.stage import Stage
from ui.theme import load_fonts, make_program
from ui.window import Window

WARMED = ("ui.inside", "babel.dates")
WARM_AFTER_MS = 150
"""Long enough that the first page stands before anything else takes the processor."""


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed."""
    from ui.signals import SystemSignals  # start-up: not needed to put the first page together

    app = make_program(arguments)
    places = find_places(Path.home())
    window = build(app, places)
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


def build(app: QApplication, places: Places | None = None, keys: Keys | None = None) -> Window:
    """Put the program together. `keys` says how vaults are opened and made, when not in the usual way."""
    places = places or find_places(Path.home())
    app.setApplicationName("Intake")
    app.setQuitOnLastWindowClosed(False)
    load_fonts(places.folders.fonts)
    window = Window()
    book = FaultBook(parent=window)
    stage = Stage(app, window, places.folders, _language_of_system())
    jobs = Jobs(book, window)
    door = Door(stage, places, jobs, keys or _late())
    book.written.connect(lambda: _tell_of_fault(stage, book))
    book.met.connect(lambda error: _tell_of_error(stage, error))

    def warm() -> None:
        load_fonts(places.folders.fonts, late=True)
        jobs.run(_import_late, lambda _: None, lambda _: None)

    window.first_painted.connect(lambda: QTimer.singleShot(WARM_AFTER_MS, window, warm))
    Shortcuts(app, stage)
    door.show_welcome()
    return window


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
    )


def _usual() -> Keys:
    from ui.inside import keys  # start-up: the database library comes after the first page

    return keys()


def _import_late() -> None:
    for name in WARMED:
        import_module(name)

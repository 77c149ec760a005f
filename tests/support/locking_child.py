"""A process of its own with the real window: a secret is typed, it locks, anew or not, and waits.

Arguments: the folder that holds everything this person can write to, and `anew` or `kept`. Secret and
passphrase are read from standard input, so that they stand in no argument. Prints where it stands: `open`,
then `locked`.
"""

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.at_window import AtWindow
from ui.app import Around
from ui.locking.again import handed_on, start_anew
from ui.pages.unlock_page import UnlockPage


def main(home: Path, form: str) -> int:
    sys.excepthook = _fail
    app = QApplication(["asylum-intake"])
    standing = handed_on(os.environ)
    around = Around(restart=start_anew if form == "anew" else None, standing=standing)
    person = AtWindow(home, around=around)
    if standing is None:
        QTimer.singleShot(0, lambda: _tell_and_lock(person))
    else:
        QTimer.singleShot(0, lambda: _wait(person))
    return app.exec()


def _fail(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """End at once: whoever waits for the next line would wait for good."""
    traceback.print_exception(kind, fault, trace)
    os._exit(1)


def _tell_and_lock(person: AtWindow) -> None:
    person.passphrase = sys.stdin.readline().strip()
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), sys.stdin.readline().strip())
    person.wait_saved()
    _pause("open")
    person.stage.break_taken.emit()
    _wait(person)


def _wait(person: AtWindow) -> None:
    person.hands.wait_for_page(UnlockPage)
    _pause("locked")
    QApplication.exit(0)


def _pause(standing: str) -> None:
    print(standing, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

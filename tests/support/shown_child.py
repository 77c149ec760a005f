"""A process of its own with the real window on a display; says on standard output what becomes of it.

Argument: the folder that holds everything this person can write to. Prints `shown`, then `locked` or `left`;
and `copied` with what the clipboard holds whenever that changes.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.at_window import AtWindow
from ui.locking.wish import LockWish
from ui.pages.unlock_page import UnlockPage


def main(home: Path) -> int:
    app = QApplication(["asylum-intake"])
    person = AtWindow(home)
    QTimer.singleShot(0, lambda: _prepare(person))
    code = app.exec()
    print("left" if not person.window.isVisible() else "ended", flush=True)
    return code


def _prepare(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.stage.lock_wished.emit(LockWish(minimised=True))
    field = person.field("family_name")
    field.setFocus()
    person.window.activateWindow()
    person.hands.wait_for(person.window.isActiveWindow, "the window in front")
    clipboard = QApplication.clipboard()
    clipboard.dataChanged.connect(lambda: print("copied", clipboard.text(), flush=True))
    look = QTimer(person.window, interval=10)
    look.timeout.connect(lambda: _tell(person))
    look.start()
    print("shown", flush=True)


def _tell(person: AtWindow) -> None:
    if isinstance(person.window.page, UnlockPage):
        print("locked", flush=True)
        QApplication.exit(0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

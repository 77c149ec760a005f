"""A process of its own with the real window, in which somebody types until it is ended from outside.

Prints all that stands in the field after each key (`typed ...`), and whenever the window says that all of it
is saved (`saved ...`).
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.at_window import AtWindow
from ui.signals import SystemSignals

LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"

BREATH = 40
"""Keys after which there is a pause, as long as the window needs to save."""


def main(home: Path) -> int:
    app = QApplication(["asylum-intake"])
    person = AtWindow(home)
    signals = SystemSignals(person.window)
    signals.asked_to_end.connect(person.window.close)
    QTimer.singleShot(0, lambda: _prepare(person))
    code = app.exec()
    signals.release()
    return code


def _prepare(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    page = person.enter_section("about_you")
    field = person.field("family_name")
    tell = QTimer(page, interval=1)
    told = [""]

    def look() -> None:
        text = person.typed("family_name")
        if person.sign().startswith(person.saved_words()) and text != told[0]:
            told[0] = text
            print(f"saved {text}", flush=True)

    def key() -> None:
        if not person.window.isVisible():
            return  # nobody can type into a window that is gone
        person.hands.type(field, LETTERS[len(person.typed("family_name")) % len(LETTERS)])
        print(f"typed {person.typed('family_name')}", flush=True)
        if len(person.typed("family_name")) % BREATH == 0:
            typing.setInterval(1_200)  # long enough for the sign to say that all is saved
        else:
            typing.setInterval(5)

    typing = QTimer(page, interval=5)
    typing.timeout.connect(key)
    tell.timeout.connect(look)
    typing.start()
    tell.start()
    print("typing", flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

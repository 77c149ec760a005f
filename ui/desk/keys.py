"""The keys of the desk, and the sheet that tells them."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from intake.words import Words, mark
from ui.desk.grid import Grid
from ui.models.grid import Cell, GridRow, Tone

KEYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "next": ("F8", mark("To the next answer with something beside it")),
        "previous": ("Shift+F8", mark("To the one before")),
        "untranslated": ("F7", mark("To the next passage without English")),
        "pane": ("F6", mark("To the next part of the page")),
        "find": ("Ctrl+F", mark("Find in the answers")),
        "note": ("Ctrl+N", mark("Write a note about this answer")),
        "ask": ("Ctrl+J", mark("Ask the applicant about this answer")),
        "propose": ("Ctrl+E", mark("Propose a change to this answer")),
        "translate": ("Ctrl+T", mark("Put English beside this answer")),
        "history": ("Ctrl+H", mark("What this answer was before")),
        "read_back": ("Ctrl+R", mark("This section was read back to the applicant")),
        "export": ("Ctrl+P", mark("Make a PDF for a lawyer")),
        "view_1": ("Ctrl+1", mark("The answers")),
        "view_2": ("Ctrl+2", mark("Chronology")),
        "view_3": ("Ctrl+3", mark("Dates to keep")),
        "view_4": ("Ctrl+4", mark("Grounds")),
        "view_5": ("Ctrl+5", mark("Versions")),
        "keys": ("F1", mark("These keys")),
    }
)
"""What can be done -> its keys, and what it is called."""
OPENING = frozenset({"note", "ask", "propose", "translate", "history", "read_back", "export"})
"""Acts that put a form, or another page, before the reader."""
GENERAL: tuple[tuple[str, str], ...] = (
    (mark("Enter"), mark("From the list of what there is to look at to the answer; again: to the next one")),
    (mark("Ctrl+Enter"), mark("Keep what is written")),
    (mark("Esc"), mark("Leave a form without keeping it")),
    ("Ctrl+L", mark("Take a break: lock the vault")),
    ("Ctrl+Q", mark("Leave now")),
)


def give_keys(page: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have each act done by its keys wherever in the window of the page the focus is, the bar included.

    Who is writing has the letters to themselves: no form opens over a text field.
    """
    for name, act in acts.items():
        shortcut = QShortcut(QKeySequence(KEYS[name][0]), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(partial(_do_beside_writing, act) if name in OPENING else act)


def _do_beside_writing(act: Callable[[], object]) -> None:
    if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
        act()


def key_sheet(words: Words) -> Grid:
    """All keys, as a table."""
    sheet = Grid(words.say("Keys"), (words.say("Keys"), words.say("What they do")), (1, 4))
    told = (*((keys, text) for keys, text in KEYS.values()), *GENERAL)
    sheet.set_rows(
        [GridRow((Cell(words.say(keys), Tone.STRONG), Cell(words.say(text))), text) for keys, text in told]
    )
    return sheet

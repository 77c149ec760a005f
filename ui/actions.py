"""Keys that work on every page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.stage import Stage

LEAVE_NOW = "Ctrl+Q"
BREAK = "Ctrl+L"


def add_shortcuts(stage: Stage) -> None:
    """Ctrl+Q leaves now, Ctrl+L takes a break."""
    for keys, said in ((LEAVE_NOW, stage.left_now), (BREAK, stage.break_taken)):
        shortcut = QShortcut(QKeySequence(keys), stage.window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(said)

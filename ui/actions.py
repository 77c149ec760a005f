"""Keys that work on every page, and over every dialog and menu."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.stage import Stage

LEAVE_NOW = "Ctrl+Q"
BREAK = "Ctrl+L"


class Shortcuts(QObject):
    """Ctrl+Q leaves now, Ctrl+L takes a break.

    A dialog shuts out the keys of the window behind it, also one in which Qt asks by itself whether a file
    shall be replaced: each is given the keys when it comes up.
    """

    def __init__(self, app: QGuiApplication, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._give_keys(stage.window)
        app.focusWindowChanged.connect(self._look_for_dialog)

    def _look_for_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog not in self._stage.window.findChildren(QDialog):
            return
        if not dialog.findChild(QShortcut, LEAVE_NOW):
            self._give_keys(dialog)

    def _give_keys(self, to: QWidget) -> None:
        for keys, said in ((LEAVE_NOW, self._stage.left_now), (BREAK, self._stage.break_taken)):
            shortcut = QShortcut(QKeySequence(keys), to)
            shortcut.setObjectName(keys)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(said)

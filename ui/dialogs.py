"""Choosing a file or a folder, leaving no trace of which."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from intake.words import Words

NOWHERE = "/dev/null/settings"
"""A folder that cannot be made. Qt's dialog writes names of folders to its settings, the system's own dialogs
write lists of recent files: both would tell whose case this is. Ours is never the system's, and its settings
go nowhere."""


def forget_folders() -> None:
    """From now on Qt reads and writes no settings of the user."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, NOWHERE)


def ask_folder(parent: QWidget, words: Words, start: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder that is there. Does not wait: a lock must be able to close the dialog."""
    dialog = _dialog(parent, words, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, chosen)


def ask_new_file(
    parent: QWidget, words: Words, proposal: Path, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where a new file goes, of the kind that the proposal's suffix says.

    Asks again itself before a file that is there would be replaced.
    """
    dialog = _dialog(parent, words, proposal.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = proposal.suffix.removeprefix(".")
    dialog.setDefaultSuffix(suffix)
    kinds = {
        "pdf": "PDF",
        "ics": words.say("Calendar"),
        "age": words.say("Sealed package"),
        "card": words.say("Card"),
    }
    kind = kinds.get(suffix, words.say("Backup copy of a vault"))
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.selectFile(proposal.name)
    return _open(dialog, chosen)


def ask_file(parent: QWidget, words: Words, start: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = _dialog(parent, words, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, chosen)


def close_dialogs() -> None:
    """Put away every dialog, menu and list that is open, as if it was given up."""
    for widget in [it for it in QApplication.topLevelWidgets() if it.isVisible()]:
        if isinstance(widget, QDialog):
            widget.reject()
        elif widget.windowType() == Qt.WindowType.Popup:
            widget.close()


def _dialog(parent: QWidget, words: Words, start: Path) -> QFileDialog:
    forget_folders()
    dialog = QFileDialog(parent, "Intake", str(_nearest(start)))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, words.say("Folder"))  # Qt's catalogues lack these two
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, words.say("Kind of file"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _nearest(folder: Path) -> Path:
    """The folder, or the first one above it that exists."""
    return next((it for it in (folder, *folder.parents) if it.is_dir()), Path("/"))

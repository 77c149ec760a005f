"""What of an open vault lies about in this process when the window locks without starting anew."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QPixmapCache
from PySide6.QtWidgets import QApplication


def clear_clipboard() -> None:
    """What was copied out of a vault does not outlive it; what was copied elsewhere is not ours to take."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def forget_pages() -> None:
    """End at once the pages that were left, with the fields that held words and what could undo typing."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QPixmapCache.clear()
    gc.collect()

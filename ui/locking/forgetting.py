"""What of an open vault lies about in this process when the window locks without starting anew."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QClipboard, QPixmapCache
from PySide6.QtWidgets import QApplication

KEPT_MS = 60_000
"""How long a secret can be pasted."""


def clear_clipboard() -> None:
    """What was copied out of a vault does not outlive it; what was copied elsewhere is not ours to take."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def copy_for_a_while(secret: str) -> None:
    """Put a secret where it can be pasted from, and take it away after a minute, unless it went already."""
    clipboard = QApplication.clipboard()
    clipboard.setText(secret)

    def take_away() -> None:
        if clipboard.ownsClipboard() and clipboard.text() == secret:
            clipboard.clear()

    QTimer.singleShot(KEPT_MS, clipboard, take_away)


def forget_pages() -> None:
    """End at once the pages that were left, with the fields that held words and what could undo typing."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QPixmapCache.clear()
    gc.collect()

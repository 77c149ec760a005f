"""The column that a page's parts stand in: as wide as a line reads well, on the leading side."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

AIR, LITTLE_AIR = 48, 20
"""Px between the window's edge and the column, and in a window with none to spare."""
NARROW = 44
"""Letters side by side below which there is none."""
SHARE = 1000
"""How much more of the height a part with a share takes than the empty end of the column."""


class _Ground(QWidget):
    """As high as its parts are at its width. Qt would give it no less than they have when every text is as
    narrow as it likes, and leave the difference empty below the last of them.
    """

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class Column(QScrollArea):
    """A page's column. Parts go in with `add`, in reading order; it scrolls to whatever gets the focus."""

    def __init__(self, *, wide: bool = False, full: bool = False) -> None:
        """`wide` has room for a table, `full` all the width there is."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = _Ground()
        self._side = QHBoxLayout(ground)
        self._side.setContentsMargins(AIR, 32, AIR, 24)
        self._inner = QWidget()
        self._inner.setObjectName("full" if full else "wide" if wide else "column")
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._side.addWidget(self._inner, 100)
        self._side.addStretch(1)
        self._parts = QVBoxLayout(self._inner)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(12)
        self._parts.addStretch(1)
        self.setWidget(ground)
        self._opens_at: QWidget | None = None

    def add(self, part: QWidget | QLayout, *, above: int = 0, share: int = 0) -> None:
        """Add a part at the end, with this much more px of room above it.

        With a `share` it takes of the height that is left, nearly all when it is the only one.
        """
        self.insert(self._parts.count() - 1, part)
        self._parts.setStretch(self._parts.count() - 2, SHARE * share)
        if above:
            self._parts.insertSpacing(self._parts.count() - 2, above)

    def insert(self, at: int, part: QWidget | QLayout) -> None:
        """Put a part before the one that now stands at this place of the column."""
        if isinstance(part, QLayout):
            self._parts.insertLayout(at, part)
        else:
            self._parts.insertWidget(at, part)

    @property
    def air(self) -> int:
        """Px between the edges and the column at this width."""
        wide = self.width() >= NARROW * self.fontMetrics().averageCharWidth()
        return AIR if wide else LITTLE_AIR

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side.setContentsMargins(self.air, 32, self.air, 24)
        super().resizeEvent(event)  # now that the room is known: it gives the column its height

    def settle(self) -> None:
        """Work out the places of all parts now, before they are next painted."""
        self._parts.activate()
        self._side.activate()

    def bring(self, part: QWidget) -> None:
        """Give a part the focus and scroll it into view, which Qt does by itself only for the Tab key."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_part(part)

    def open_at(self, part: QWidget) -> None:
        """Have a part in view as soon as the page is on screen."""
        self._opens_at = part

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opens_at is not None:
            self.show_part(self._opens_at)
            self._opens_at = None

    def show_part(self, part: QWidget) -> None:
        """Scroll a part into view."""
        self.settle()
        self.ensureWidgetVisible(part, AIR, AIR)

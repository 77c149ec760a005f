"""The column that a page's parts stand in: as wide as a line reads well, on the leading side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

AIR = 48
"""Px between the window's edge and the column."""


class Column(QScrollArea):
    """A page's column. Parts go in with `add`, in reading order; it scrolls to whatever gets the focus."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        self._side = QHBoxLayout(ground)
        self._side.setContentsMargins(AIR, 32, AIR, 24)
        self._inner = QWidget()
        self._inner.setObjectName("wide" if wide else "column")
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._side.addWidget(self._inner, 100)
        self._side.addStretch(1)
        self._parts = QVBoxLayout(self._inner)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(12)
        self._parts.addStretch(1)
        self.setWidget(ground)

    def add(self, part: QWidget | QLayout, *, above: int = 0) -> None:
        """Add a part at the end, with this much more px of room above it."""
        self.insert(self._parts.count() - 1, part)
        if above:
            self._parts.insertSpacing(self._parts.count() - 2, above)

    def insert(self, at: int, part: QWidget | QLayout) -> None:
        """Put a part before the one that now stands at this place of the column."""
        if isinstance(part, QLayout):
            self._parts.insertLayout(at, part)
        else:
            self._parts.insertWidget(at, part)

    def settle(self) -> None:
        """Work out the places of all parts now, before they are next painted."""
        self._parts.activate()
        self._side.activate()

    def bring(self, part: QWidget) -> None:
        """Give a part the focus and scroll it into view, which Qt does by itself only for the Tab key."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_part(part)

    def show_part(self, part: QWidget) -> None:
        """Scroll a part into view."""
        self.settle()
        self.ensureWidgetVisible(part, AIR, AIR)

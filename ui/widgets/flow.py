"""A row that goes on to the next line as words do."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

Placed = tuple[QWidget, QRect]


class Flow(QWidget):
    """Parts in reading order, wrapped at the width there is; it mirrors with the direction of the page."""

    def __init__(self, *, gap: int = 14, line_gap: int = 4) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._gap = gap
        self._line_gap = line_gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        part.setParent(self)
        part.setVisible(True)
        self._parts.append(part)
        self._arrange()

    def show_part(self, part: QWidget, *, shown: bool) -> None:
        """Show or hide one of the parts; the others close up."""
        if part.isVisibleTo(self) != shown:
            part.setVisible(shown)
            self._arrange()

    def _arrange(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self.updateGeometry()

    def _places(self, width: int) -> list[Placed]:
        """Where each part stands at this width, counted from the leading side."""
        places: list[Placed] = []
        x = y = height = 0
        for part in self._parts:
            if not part.isVisibleTo(self):
                continue
            size = part.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
            if x and x + size.width() > width:
                x, y, height = 0, y + height + self._line_gap, 0
            places.append((part, QRect(x, y, size.width(), size.height())))
            x += size.width() + self._gap
            height = max(height, size.height())
        return places

    def sizeHint(self) -> QSize:
        width = sum(part.sizeHint().width() + self._gap for part in self._parts if part.isVisibleTo(self))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.FontChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._arrange()

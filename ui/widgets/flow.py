"""A row that goes on to the next line as words do."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.mirror import mirrored

Placed = tuple[QWidget, QRect]
Sized = tuple[QWidget, QSize]


def row(*parts: QWidget) -> "Flow":
    """Buttons side by side, on a second line where they do not fit."""
    line = Flow(gap=12, line_gap=8)
    for part in parts:
        line.add(part)
    return line


class Flow(QWidget):
    """Parts in reading order, wrapped at the width there is; it mirrors with the direction of the page."""

    def __init__(self, *, gap: int = 14, line_gap: int = 4) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._known: dict[int, list[Placed]] = {}
        self._gap = gap
        self._line_gap = line_gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        part.setParent(self)
        if self.isVisible():
            part.show()
        self._parts.append(part)
        self._arrange()

    def remove(self, part: QWidget) -> None:
        """Take a part away for good; the others close up."""
        self._parts.remove(part)
        part.hide()
        part.deleteLater()
        self._arrange()

    def show_part(self, part: QWidget, *, shown: bool) -> None:
        """Show or hide one of the parts; the others close up."""
        if part.isVisibleTo(self) != shown:
            part.setVisible(shown)
            self._arrange()

    def _arrange(self) -> None:
        self._known.clear()
        self.updateGeometry()
        if self.isVisible():  # else it is told its size before it is shown
            self._set_parts()

    def _set_parts(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(mirrored(place, self))

    def _places(self, width: int) -> list[Placed]:
        """Where each part stands at this width, counted from the leading side. Layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> list[Placed]:
        places: list[Placed] = []
        y = 0
        for line in self._lines(width):
            x, height = 0, max(size.height() for _, size in line)
            for part, size in line:
                places.append((part, QRect(QPoint(x, y + (height - size.height()) // 2), size)))
                x += size.width() + self._gap
            y += height + self._line_gap
        return places

    def _lines(self, width: int) -> list[list[Sized]]:
        """The visible parts, line by line."""
        lines: list[list[Sized]] = []
        taken = 0
        for part in (part for part in self._parts if part.isVisibleTo(self)):
            size = part.sizeHint()
            if size.width() > width:
                size = QSize(max(width, 1), max(part.heightForWidth(width), size.height()))
            if not lines or taken + size.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((part, size))
            taken += size.width() + self._gap
        return lines

    def sizeHint(self) -> QSize:
        widths = [part.sizeHint().width() for part in self._parts if part.isVisibleTo(self)]
        width = sum(widths) + self._gap * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part can be made."""
        widths = (part.minimumSizeHint().width() for part in self._parts if part.isVisibleTo(self))
        return QSize(max(widths, default=0), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_parts()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._arrange()  # a part has got another text or size
        return super().event(event)

"""The chronology drawn over the years: what is certain as full bars, what is only possible hatched."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGroupBox

from intake.answers import Path
from intake.review.chronology import Row
from intake.review.lanes import LANES
from intake.review.scale import Scale
from intake.review.timeline import BAR, DOT, Bar, Timeline, draw, span_of, story_span
from intake.words import Words

NAMES = 90.0
"""Points on the leading side for the names of the lanes."""
LETTER = 12
"""Height of the letters in points; everything is drawn in points, and a point is as large as the text is."""
CLOSER, STEP = 0.7, 0.2
"""How much of the days stay when one comes closer, and how far of the width an arrow key goes."""


class TimelineView(QGroupBox):
    """Drawn from the rows of the chronology. Plus and minus zoom, the arrows move along.

    A group box, which those who hear the page are told of as one part of it.
    """

    chosen = Signal(object)
    """With the Path of the answer that a bar stands for."""
    moved = Signal()
    """Other days than before are in sight."""

    def __init__(self, words: Words, rows: Sequence[Row], today: date) -> None:
        super().__init__()
        self._words = words
        self._rows = tuple(rows)
        self._today = today
        self._span = story_span(rows, today)
        self._whole = span_of(rows, today)
        self._scale: Scale | None = None
        self._drawn: Timeline | None = None
        self._shown: Path | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.say("Chronology, drawn"))
        self.setAccessibleDescription(words.say("The same rows stand in the table below."))
        self.setMouseTracking(True)

    def show_row(self, path: Path | None) -> None:
        """Mark the bar of an answer."""
        self._shown = path
        self.update()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show `factor` times as many days; the day at `around` (points) keeps its place."""
        if self._scale is not None and self._whole is not None:
            middle = self._scale.width / 2 if around is None else min(max(around, 0.0), self._scale.width)
            self._set(self._scale.zoomed(factor, middle, self._whole))

    def move_along(self, part: float) -> None:
        """Go so far of the width towards later days, or back when it is negative."""
        if self._scale is None or self._whole is None:
            return
        days = self._scale.last.toordinal() - self._scale.first.toordinal()
        least, most = self._whole[0].toordinal(), self._whole[1].toordinal()
        first = min(max(self._scale.first.toordinal() + round(days * part), least), max(most - days, least))
        last = min(first + days, date.max.toordinal())
        self._set(Scale(date.fromordinal(first), date.fromordinal(last), self._scale.width))

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day in sight."""
        return (self._scale.first, self._scale.last) if self._scale else None

    @property
    def out_of_sight(self) -> tuple[int, int]:
        """How many rows lie wholly before what is drawn now, and how many after it."""
        return (len(self._drawn.before), len(self._drawn.after)) if self._drawn else (0, 0)

    def bars(self) -> tuple[Bar, ...]:
        """What is drawn now."""
        return self._drawn.bars if self._drawn else ()

    def bar_at(self, place: QPointF) -> Bar | None:
        """The bar, or the label above it, at a place of the widget."""
        unit = self._unit()
        x, y = place.x() / unit - NAMES, place.y() / unit
        for bar in self.bars():
            dot = bar.possible[0] if bar.dot is None else bar.dot
            left = min(bar.possible[0], bar.label_x, dot - DOT / 2)
            right = max(bar.possible[1], bar.label_x + self._measure(bar.label), dot + DOT / 2)
            if left <= x <= right and bar.y - LETTER - 2 <= y <= bar.y + BAR:
                return bar
        return None

    def _set(self, scale: Scale) -> None:
        self._scale = scale
        self._drawn = draw(self._rows, scale, self._today, self._measure, self._words)
        self.setMinimumHeight(round(self._drawn.height * self._unit()))
        self.update()
        self.moved.emit()

    def _unit(self) -> float:
        """Px of a point, at the text size of now."""
        self.ensurePolished()
        return max(self.fontMetrics().height() / (LETTER * 1.9), 0.5)

    def _letters(self, *, heavy: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(LETTER)
        font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        return font

    def _measure(self, text: str) -> float:
        return QFontMetricsF(self._letters()).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        return QSize(600, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() / self._unit() - NAMES
        days = self.days or self._span
        if days is not None and width > DOT:
            self._set(Scale(*days, width))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            closer = event.angleDelta().y() > 0
            self.zoom(CLOSER if closer else 1 / CLOSER, event.position().x() / self._unit() - NAMES)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        if bar is not None:
            self.chosen.emit(bar.row.source)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        self.setToolTip(bar.label if bar else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(CLOSER)
            case Qt.Key.Key_Minus:
                self.zoom(1 / CLOSER)
            case Qt.Key.Key_Left:
                self.move_along(-STEP)
            case Qt.Key.Key_Right:
                self.move_along(STEP)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._shown is not None:
                self.chosen.emit(self._shown)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self.palette().brush(QPalette.ColorRole.Base))
            painter.scale(self._unit(), self._unit())
            if self._drawn is not None:
                self._paint_scale(painter, self._drawn)
                for bar in self._drawn.bars:
                    self._paint_bar(painter, bar)
            if self.hasFocus():
                painter.resetTransform()
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
                painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_scale(self, painter: QPainter, drawn: Timeline) -> None:
        line = QPen(self.palette().color(QPalette.ColorRole.Mid), 0.5)
        soft = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self._letters())
        for tick in drawn.ticks:
            painter.setPen(line)
            painter.drawLine(QPointF(NAMES + tick.x, 0), QPointF(NAMES + tick.x, drawn.height))
            painter.setPen(soft)
            painter.drawText(QPointF(NAMES + tick.x + 3, LETTER), tick.label)
        painter.setFont(self._letters(heavy=True))
        for lane in drawn.lanes:
            painter.setPen(line)
            painter.drawLine(QPointF(0, lane.y), QPointF(NAMES + drawn.width, lane.y))
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            room = QRectF(6, lane.y + 4, NAMES - 10, max(lane.height, 2.4 * LETTER))
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._words.say(LANES[lane.name]))

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        ink = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(colour, 1.0))
        hatched = QBrush(colour, Qt.BrushStyle.BDiagPattern)
        left, right = bar.possible
        if bar.dot is not None:
            painter.setBrush(QBrush(Qt.BrushStyle.NoBrush) if bar.certain is None else QBrush(colour))
            painter.drawEllipse(QPointF(NAMES + bar.dot, bar.y + BAR / 2), DOT / 2, DOT / 2)
        else:
            painter.setBrush(hatched)
            painter.drawRect(QRectF(NAMES + left, bar.y, right - left, BAR))
            if bar.certain is not None:
                begin, end = bar.certain
                painter.setBrush(colour)
                painter.drawRect(QRectF(NAMES + begin, bar.y, end - begin, BAR))
        painter.setPen(QPen(ink, 1.0))
        for x, is_open in ((left, bar.open_left), (right, bar.open_right)):
            if is_open:  # broken off: two slanted lines over the end
                for at in (NAMES + x - 4, NAMES + x - 1):
                    painter.drawLine(QPointF(at, bar.y + BAR + 2), QPointF(at + 4, bar.y - 2))
        painter.setFont(self._letters(heavy=bar.row.source == self._shown))
        painter.setPen(ink)
        painter.drawText(QPointF(NAMES + bar.label_x, bar.y - 3), bar.label)

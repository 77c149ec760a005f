"""A page with one thing to do: its button, and what is said about it, stay in sight below the column."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.parts import Told
from ui.widgets.buttons import PrimaryButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label

_AROUND = 12
"""Px above and below what stands at the foot."""


class _Foot(QWidget):
    """Tells when a part of it comes, goes or grows."""

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return done


class DeedPage(Column):
    """The parts go into the column; the button stands at the foot, where every window shows it."""

    def __init__(self, act: PrimaryButton, others: Sequence[QWidget], waiting: str) -> None:
        """`others` stand beside the button; `waiting` says that it is being done."""
        super().__init__()
        self.told = Told()
        self.act = act
        self._stopped: tuple[QWidget, ...] = (act, *others)
        self._waiting_sentence = waiting
        self._focused: QWidget | None = None
        self._waiting = label("", "soft")
        self._waiting.hide()
        self._foot = _Foot(self)
        self._foot.setObjectName("foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot_side = QHBoxLayout(self._foot)
        below = QWidget()
        below.setObjectName("column")  # as wide as the column above it
        self._foot_side.addWidget(below, 100)
        self._foot_side.addStretch(1)
        parts = QVBoxLayout(below)
        parts.setContentsMargins(0, 0, 0, 0)
        for part in (self.told, self._waiting, row(act, *others)):
            parts.addWidget(part)
        self._foot.changed.connect(self._place_foot)

    def stop_too(self, *parts: QWidget) -> None:
        """Have these rest too while it is being done."""
        self._stopped += parts

    def wait(self) -> None:
        """It is being done: some seconds."""
        self.told.tell("")
        self._waiting.setText(self._waiting_sentence)
        self._waiting.show()
        announce(self, self._waiting_sentence)
        self._focused = self.focusWidget()  # a button that may not be pressed hands its focus on
        self.allow(on=False)

    def say_how_far(self, sentence: str) -> None:
        """How far it is; nothing is announced, since a hundred numbers help nobody."""
        self._waiting.setText(sentence)

    def tell(self, sentence: str) -> None:
        """It was not done, and why."""
        self._waiting.hide()
        self.allow(on=True)
        if self._focused is not None:
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focused = None
        self.told.tell(sentence)

    def allow(self, *, on: bool) -> None:
        """Let the buttons be pressed, or not."""
        for part in self._stopped:
            part.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        width, air = self.viewport().width(), self._side.contentsMargins().left()
        self._foot_side.setContentsMargins(air, _AROUND, air, _AROUND)
        height = min(self._foot_side.totalHeightForWidth(width), self.height())
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)
        self._foot.setGeometry(0, self.height() - height, width, height)

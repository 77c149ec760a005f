"""A page with one thing to do: its button, and what is said about it, stay in sight below the column."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.parts import Told
from ui.widgets.buttons import PrimaryButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label

_AROUND = 12
"""Px above and below what stands at the foot."""


class DeedPage(QWidget):
    """The parts go into the column; the button stands at the foot, where every window shows it.

    The foot is no part of the column: who hears the page is told nothing of what lies on a scroll area.
    """

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
        self._column = Column()
        foot = QWidget()
        foot.setObjectName("foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot_side = QHBoxLayout(foot)
        below = QWidget()
        below.setObjectName("column")  # as wide as the column above it
        self._foot_side.addWidget(below, 100)
        self._foot_side.addStretch(1)
        parts = QVBoxLayout(below)
        parts.setContentsMargins(0, 0, 0, 0)
        for part in (self.told, self._waiting, row(act, *others)):
            parts.addWidget(part)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self._column, 1)
        around.addWidget(foot)

    def add(self, part: QWidget, *, above: int = 0) -> None:
        """Add a part at the end of the column, with this much more px of room above it."""
        self._column.add(part, above=above)

    def show_part(self, part: QWidget) -> None:
        """Scroll a part of the column into view."""
        self._column.show_part(part)

    def bring(self, part: QWidget) -> None:
        """Give a part of the column the focus and scroll it into view."""
        self._column.bring(part)

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
        here = self.focusWidget()
        if here is not None and self._column.isAncestorOf(here):
            # The message takes some of the room it stood in, once the page is laid out anew.
            QTimer.singleShot(0, here, partial(self.show_part, here))

    def allow(self, *, on: bool) -> None:
        """Let the buttons be pressed, or not."""
        for part in self._stopped:
            part.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        air = self._column.air
        self._foot_side.setContentsMargins(air, _AROUND, air, _AROUND)

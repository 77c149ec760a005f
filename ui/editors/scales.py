"""The editor of a number on a scale: a field to write it in, and a slider that goes with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from intake.answers import Stored
from intake.form.kinds.scale import Scale
from intake.form.kinds.texts import plain
from ui.editors.texts import NumberEditor
from ui.widgets.labels import label

_PAGES = 10
"""Page Up and Page Down go through a scale in about so many steps."""


class RangeEditor(NumberEditor):
    """Until the slider is moved or a number is written there is no answer: its first place says nothing."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._following = False  # whether the slider is being brought to what is written
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, scale.steps)
        self.slider.setPageStep(max(scale.steps // _PAGES, 1))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(_end(scale.at(0)))
        row.addWidget(self.slider, 1)
        row.addWidget(_end(scale.at(scale.steps)))
        self.rows.addLayout(row)
        self.field.written.connect(lambda _: self._follow())
        self.slider.actionTriggered.connect(lambda _: self._take())
        self.slider.valueChanged.connect(lambda _: self._take_if_given())
        self.slider.sliderReleased.connect(self._take)

    def show_value(self, value: Stored | None) -> None:
        super().show_value(value)
        self._follow()

    def name_after(self, label: QLabel, hint: str) -> None:
        super().name_after(label, hint)
        self.slider.setAccessibleName(label.text())
        self.slider.setAccessibleDescription(hint)

    def restore(self, draft: object) -> None:
        super().restore(draft)
        self._follow()

    def _read(self, text: str) -> Stored | None:
        value = super()._read(text)
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def _follow(self) -> None:
        """Bring the slider to the number that is written, if it is on the scale."""
        value = self.value()
        place = self._scale.place_of(value) if value is not None else 0
        if place is not None:
            self._following = True
            self.slider.setValue(place)
            self._following = False

    def _take_if_given(self) -> None:
        """A screen reader gives the slider a value without an action."""
        if not self._following and not self.slider.isSliderDown():
            self._take()

    def _take(self) -> None:
        number = plain(self._scale.at(self.slider.sliderPosition()))
        if number != self.field.text():
            self.field.setText(number)
            self.changed.emit()


class _Slider(QSlider):
    """A slider that the mouse wheel leaves alone: scrolling a page must never change an answer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _end(number: float) -> QLabel:
    made = label(plain(number), "soft")
    made.setWordWrap(False)
    return made

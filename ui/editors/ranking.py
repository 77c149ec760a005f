"""The editor of an order: the choices in a list, moved up and down."""

from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QSizePolicy

from intake.answers import Stored
from intake.form.kinds.choosing import names_of
from intake.words import Words
from ui.editors.choosing import Offered
from ui.editors.editor import Editor
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.flow import Flow
from ui.widgets.labels import announce


class RankEditor(Editor):
    """The order they are offered in is no answer until something is moved, or it is said to be right."""

    clearable = True

    def __init__(self, offered: Offered, words: Words) -> None:
        super().__init__()
        self._words = words
        self._labels = dict(offered)
        self._order = [*self._labels]
        self._told = False
        self.list = _List()
        self.up, self.down = QuietButton(words.say("Move up")), QuietButton(words.say("Move down"))
        self.right = LinkButton(words.say("This order is right"))
        acts = Flow(gap=12, line_gap=8)
        for act in (self.up, self.down, self.right):
            acts.add(act)
        self.rows.addWidget(self.list)
        self.rows.addWidget(acts)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.right.clicked.connect(self._tell)
        self.list.currentRowChanged.connect(lambda _: self._offer())
        self.setFocusProxy(self.list)
        self._show(0)

    def value(self) -> Stored | None:
        return tuple(self._order) if self._told and self._order else None

    def show_value(self, value: Stored | None) -> None:
        names = names_of(value) if value is not None else ()
        self._told = bool(names)
        self._order = [*dict.fromkeys((*names, *self._labels))]
        self._show(0)

    def name_after(self, label: QLabel, hint: str) -> None:
        self.list.setAccessibleName(label.text())
        self.list.setAccessibleDescription(hint)

    def restore(self, draft: object) -> None:
        self.show_value(draft if isinstance(draft, tuple) else None)

    def _show(self, row: int) -> None:
        self.list.show_lines(
            [f"{place}. {self._labels.get(name, name)}" for place, name in enumerate(self._order, 1)]
        )
        self.list.setCurrentRow(row)
        self._offer()

    def _offer(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._order) - 1)
        self.right.setEnabled(not self._told)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        order = self._order
        order[row], order[row + by] = order[row + by], order[row]
        self._show(row + by)
        announce(self.list, self.list.lines()[row + by])
        self._tell()

    def _tell(self) -> None:
        self._told = True
        self._offer()
        self.changed.emit()


class _List(QListWidget):
    """A list as high as its lines, so that nothing scrolls inside the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: list[str]) -> None:
        self.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.clear()
        self.addItems(lines)
        self.blockSignals(False)  # noqa: FBT003

    def lines(self) -> list[str]:
        return [self.item(row).text() for row in range(self.count())]

"""Editors for choosing by a click: one of a few, any number, yes or no, a tick."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QGroupBox, QLabel, QVBoxLayout

from intake.answers import Stored
from intake.form.kinds.choosing import AGREED, NO, YES, names_of
from intake.words import Words, mark
from ui.beside import in_both
from ui.editors.editor import Editor
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import name_field

Offered = Sequence[tuple[str, str]]
"""The name of each choice and its label in the reader's language."""


class RadioEditor(Editor):
    """One of a few choices, all in view. The group is one stop of the Tab key; arrows choose in it."""

    clearable = True

    def __init__(self, offered: Offered, *, in_a_row: bool = False) -> None:
        super().__init__()
        self._box, rows = _box(self)
        self._group = QButtonGroup(self)
        self._radios = {name: ChoiceRadio(label) for name, label in offered}
        row = Flow() if in_a_row else None
        for radio in self._radios.values():
            self._group.addButton(radio)
            radio.chosen.connect(self.changed)
            if row is None:
                rows.addWidget(radio)
            else:
                row.add(radio)
        if row is not None:
            rows.addWidget(row)
        self._stray = ""
        self._lead()

    def value(self) -> Stored | None:
        chosen = (name for name, radio in self._radios.items() if radio.isChecked())
        return next(chosen, self._stray or None)

    def show_value(self, value: Stored | None) -> None:
        name = next(iter(names_of(value)), "") if value is not None else ""
        self._stray = "" if name in self._radios else name
        self._group.setExclusive(False)
        for each, radio in self._radios.items():
            radio.setChecked(each == name)
        self._group.setExclusive(True)
        self._lead()

    def name_after(self, label: QLabel, hint: str) -> None:
        _name_box(self._box, label, hint)

    def restore(self, draft: object) -> None:
        self.show_value(draft if isinstance(draft, str) else None)

    def _lead(self) -> None:
        """The focus comes to the chosen radio, else to the first."""
        leading = self._group.checkedButton() or next(iter(self._radios.values()), None)
        if leading is not None:
            self.setFocusProxy(leading)


class CheckEditor(Editor):
    """Any number of choices."""

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self._box, rows = _box(self)
        self._checks = {name: ChoiceCheck(label) for name, label in offered}
        for check in self._checks.values():
            check.chosen.connect(self.changed)
            rows.addWidget(check)
        self._strays: tuple[str, ...] = ()
        for first in list(self._checks.values())[:1]:
            self.setFocusProxy(first)

    def value(self) -> Stored | None:
        chosen = tuple(name for name, check in self._checks.items() if check.isChecked())
        return (*chosen, *self._strays) or None

    def show_value(self, value: Stored | None) -> None:
        names = names_of(value) if value is not None else ()
        self._strays = tuple(name for name in names if name not in self._checks)
        for name, check in self._checks.items():
            check.setChecked(name in names)

    def name_after(self, label: QLabel, hint: str) -> None:
        _name_box(self._box, label, hint)

    def restore(self, draft: object) -> None:
        self.show_value(draft if isinstance(draft, tuple) else None)


class DropDownEditor(Editor):
    """One of a few choices in a list that drops down; its first line stands for no choice yet."""

    def __init__(self, offered: Offered, words: Words) -> None:
        super().__init__()
        self._names = [name for name, _ in offered]
        self.field = Combo([words.say("Choose"), *(label for _, label in offered)])
        self.field.activated.connect(self._note)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._stray = ""

    def value(self) -> Stored | None:
        at = self.field.currentIndex()
        return self._names[at - 1] if at > 0 else self._stray or None

    def show_value(self, value: Stored | None) -> None:
        name = next(iter(names_of(value)), "") if value is not None else ""
        self._stray = "" if name in self._names else name
        self.field.setCurrentIndex(self._names.index(name) + 1 if name in self._names else 0)

    def name_after(self, label: QLabel, hint: str) -> None:
        name_field(label, self.field)
        self.field.setAccessibleDescription(hint)

    def restore(self, draft: object) -> None:
        self.show_value(draft if isinstance(draft, str) else None)

    def _note(self) -> None:
        self._stray = ""
        self.changed.emit()


class TickEditor(Editor):
    """A single tick: that something was read."""

    def __init__(self, words: Words, second: Words | None = None) -> None:
        super().__init__()
        self._box, rows = _box(self)
        self.tick = ChoiceCheck(in_both(mark("I have read this"), words, second))
        self.tick.chosen.connect(self.changed)
        rows.addWidget(self.tick)
        self.setFocusProxy(self.tick)

    def value(self) -> Stored | None:
        return AGREED if self.tick.isChecked() else None

    def show_value(self, value: Stored | None) -> None:
        self.tick.setChecked(value == AGREED)

    def name_after(self, label: QLabel, hint: str) -> None:
        _name_box(self._box, label, hint)

    def restore(self, draft: object) -> None:
        self.show_value(AGREED if draft == AGREED else None)


def yes_no_editor(words: Words, second: Words | None = None) -> RadioEditor:
    """The two radios of a yes-or-no question."""
    labels = {YES: mark("Yes"), NO: mark("No")}
    return RadioEditor([(name, in_both(said, words, second)) for name, said in labels.items()])


def _box(editor: Editor) -> tuple[QGroupBox, QVBoxLayout]:
    """A group without a title of its own: readers hear the question as its name."""
    box = QGroupBox()
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    editor.rows.addWidget(box)
    return box, rows


def _name_box(box: QGroupBox, label: QLabel, hint: str) -> None:
    box.setAccessibleName(label.text())
    box.setAccessibleDescription(hint)

"""Choosing with a way to say what is not on the list."""

from PySide6.QtWidgets import QLabel

from intake.answers import Stored
from intake.form.cleaning import clean_text
from intake.form.kinds.choosing import is_other, names_of
from intake.form.kinds.named import OTHER
from intake.form.kinds.texts import LONGEST_TEXT
from intake.words import Words
from ui.editors.captioned import captioned
from ui.editors.editor import Editor
from ui.widgets.labels import show_or_hide
from ui.widgets.line import Line


def with_other(offered: list[tuple[str, str]], words: Words) -> list[tuple[str, str]]:
    """The choices, and after them the one that stands for all others."""
    return [*offered, (OTHER, words.say("Other"))]


class OtherEditor(Editor):
    """An editor of choices made by `with_other`, and a line for what else it was while that is chosen."""

    def __init__(self, among: Editor, words: Words) -> None:
        super().__init__()
        self._among = among
        self.clearable = among.clearable
        self.field = Line()
        self.field.setMaxLength(LONGEST_TEXT)
        self._own = captioned(words.say("Please say what"), self.field)
        self._own.hide()
        self.rows.addWidget(among)
        self.rows.addWidget(self._own)
        self.setFocusProxy(among)
        among.changed.connect(self._note)
        self.field.written.connect(lambda _: self.changed.emit())
        self.field.returnPressed.connect(self.entered)

    def value(self) -> Stored | None:
        chosen = self._among.value()
        if isinstance(chosen, tuple):
            return tuple(self._said() if name == OTHER else name for name in chosen)
        return self._said() if chosen == OTHER else chosen

    def show_value(self, value: Stored | None) -> None:
        names = names_of(value) if value is not None else ()
        own = next(filter(is_other, names), "")
        bare = tuple(OTHER if name == own else name for name in names)
        self._among.show_value(bare if isinstance(value, tuple) else next(iter(bare), None))
        self.field.setText(own.removeprefix(OTHER))
        self._fit()

    def name_after(self, label: QLabel, hint: str) -> None:
        self._among.name_after(label, hint)

    def draft(self) -> object:
        return self.value(), self.field.text()

    def restore(self, draft: object) -> None:
        match draft:
            case (str() | tuple() as value, str(typed)):
                self.show_value(value)
                self.field.setText(typed)

    def _said(self) -> str:
        return f"{OTHER}{clean_text(self.field.text()).strip()}"

    def _note(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        chosen = self._among.value()
        show_or_hide(self._own, shown=chosen is not None and OTHER in names_of(chosen))

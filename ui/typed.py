"""What a person has typed or ticked on a page, kept while the page is built anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

KEPT = "kept"


def keep(widget: QWidget, name: str) -> None:
    """Have a field, a tick or a choice outlive the page it is on. `name` is unique there, in no language."""
    widget.setObjectName(name)
    widget.setProperty(KEPT, True)  # noqa: FBT003  (Qt's own signature)


@runtime_checkable
class Drafting(Protocol):
    """A page that knows by itself all that stands in its fields."""

    def draft(self) -> Any: ...

    def restore(self, draft: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Typed:
    """Texts and ticks by name, and where the focus was; or the draft of a page that keeps its own."""

    texts: Mapping[str, str] = field(default_factory=dict)
    ticks: Mapping[str, bool] = field(default_factory=dict)
    focus: str = ""
    cursor: int = 0
    draft: object = None


def typed_on(page: QWidget) -> Typed:
    """What is typed on a page now."""
    if isinstance(page, Drafting):
        return Typed(draft=page.draft())
    fields = [it for it in page.findChildren(QLineEdit) if it.property(KEPT)]
    buttons = [it for it in page.findChildren(QAbstractButton) if it.property(KEPT)]
    focused = QApplication.focusWidget()
    inside = focused is not None and page.isAncestorOf(focused)
    return Typed(
        {it.objectName(): it.text() for it in fields},
        {it.objectName(): it.isChecked() for it in buttons},
        focused.objectName() if focused is not None and inside else "",
        focused.cursorPosition() if isinstance(focused, QLineEdit) and inside else 0,
    )


def type_again(page: QWidget, typed: Typed) -> None:
    """Bring it back to a page built anew."""
    if isinstance(page, Drafting):
        if typed.draft is not None:
            page.restore(typed.draft)
        return
    for line in page.findChildren(QLineEdit):
        if line.property(KEPT) and line.objectName() in typed.texts:
            line.setText(typed.texts[line.objectName()])
    for button in page.findChildren(QAbstractButton):
        if button.property(KEPT) and typed.ticks.get(button.objectName()):
            button.setChecked(True)
    focused = page.findChild(QWidget, typed.focus) if typed.focus else None
    if focused is not None:
        focused.setFocus()
        if isinstance(focused, QLineEdit):
            focused.setCursorPosition(typed.cursor)

"""Labels: text that is always plain, wraps, and has one of a few roles."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

NOT_LEARNT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText

Role: TypeAlias = Literal[
    "title",
    "question",
    "asked",
    "field",
    "hint",
    "why",
    "soft",
    "caption",
    "strong",
    "understood",
    "problem",
    "status",
    "cell",
    "cell_soft",
    "cell_matter",
    "body",
]
"""What a text is: the style sheet gives each role its look. `field` names one field among several; `cell` and
its like stand in the tables of those who read whole drafts."""


def label(text: str, role: Role = "body") -> QLabel:
    """A wrapping label. The text may hold anything: it is shown as it stands, never as markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def change_label(shown: QLabel, role: Role, text: str) -> None:
    """Say something else in a label, perhaps in another role, and show it; an empty text hides it."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().polish(shown)
    shown.setText(text)
    show_or_hide(shown, shown=bool(text))


def show_or_hide(part: QWidget, *, shown: bool) -> None:
    """Show or hide a part. One that comes up with its page anyway is not shown twice, which takes time."""
    if part.isHidden() == shown:
        part.setVisible(shown)


def name_field(name: QLabel, field: QWidget) -> None:
    """Make `name` the label of `field` for those who hear the page; its text stays no shortcut.

    Whatever has a name here is typed by somebody about themselves: keyboards are asked not to learn from it.
    """
    name.setText(unaccelerated(name.text()))
    name.setBuddy(field)
    field.setInputMethodHints(field.inputMethodHints() | NOT_LEARNT)


def unaccelerated(text: str) -> str:
    """The text for a button, a menu or a label of a field, where a lone "&" would be taken for a shortcut."""
    return text.replace("&", "&&")


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text that appeared on its own, when it is done with what it says now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # start-up: nothing is announced then

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

"""Labels: text that is always plain, wraps, and has one of a few roles."""

import re
from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_ROOM = 3
"""Px that the style sheet leaves on both sides of a text, as much as a focus ring takes."""
NOT_LEARNT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText

Role: TypeAlias = Literal[
    "title",
    "question",
    "asked",
    "field",
    "second",
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


LONGEST_RUN = 30
"""Letters without a space, after which a line may break: else one long word makes the page too wide."""
LONGEST_NAME = 90
"""Letters of a name that stands as a heading; the whole of it stands where it was typed."""

_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


class Text(QLabel):
    """A label that breaks a run of letters too long for any line, and stands on the side where lines begin in
    this window, whatever the script of its text.
    """

    def __init__(self) -> None:
        super().__init__()
        if QGuiApplication.isRightToLeft():  # else Qt asks the text, and each line has its own side
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            self.setAlignment(sides | Qt.AlignmentFlag.AlignVCenter)

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's own name)
        super().setText(breakable(text))


class Phrase(Text):
    """A label that is as wide as its text, for rows: Qt would make a wrapping one as square as it can."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().size(0, self.text()).width() + 2 * _ROOM + 2  # fractions are cut off
        return QSize(width, self.heightForWidth(width))


def breakable(text: str) -> str:
    """The text with places to break in its long runs, which nobody sees or hears."""
    return _RUN.sub(lambda run: f"{run[0]}\N{ZERO WIDTH SPACE}", text)


def shortened(name: str) -> str:
    """A name as a heading holds it: cut short where it would fill the page."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def label(text: str, role: Role = "body") -> QLabel:
    """A wrapping label. The text may hold anything: it is shown as it stands, never as markup."""
    return _prepared(Text(), text, role)


def phrase(text: str, role: Role = "body") -> QLabel:
    """The same for a row of a Flow, where it takes all the width it needs before it wraps."""
    return _prepared(Phrase(), text, role)


def _prepared(made: QLabel, text: str, role: Role) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIndent(0)  # else Qt adds half a letter's width, which grows with the letters
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

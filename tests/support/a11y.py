"""What a page must offer to those who hear it or use it without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QRadioButton, QWidget

SMALLEST_TARGET = 24
NO_ROLE = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Whitespace})


def complaints(page: QWidget) -> list[str]:
    """What is wrong for a screen reader or a shaking hand: no name, no role, a target that is too small."""
    found = []
    for control in controls(page):
        known = QAccessible.queryAccessibleInterface(control)
        if not heard_as(control):
            found.append(f"{_described(control)} has no name")
        if known is None or known.role() in NO_ROLE:
            found.append(f"{_described(control)} has no role")
        if min(control.width(), control.height()) < SMALLEST_TARGET:
            found.append(f"{_described(control)} is {control.width()} x {control.height()} px")
    return found


def controls(page: QWidget) -> list[QWidget]:
    """All that can be used on a page now."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and not isinstance(widget, QMenu) and _usable(widget)
    ]


def heard_as(control: QWidget) -> str:
    """What a screen reader says the control is: its own name, or that of its label."""
    known = QAccessible.queryAccessibleInterface(control)
    if known is None:
        return ""
    labels = (
        _text(other) for other, relation in known.relations() if relation & QAccessible.RelationFlag.Label
    )
    return next(filter(None, labels), "") or _text(known)


def stops(page: QWidget) -> list[QWidget]:
    """The controls that Tab comes to, from the one that has the focus round to it again.

    AssertionError when Tab never comes back: it is trapped.
    """
    start = QApplication.focusWidget()
    assert start is not None, "nothing has the focus"
    found = [start]
    for _ in range(len(controls(page)) + 10):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None, "Tab led nowhere"
        if focused is start:
            return found
        found.append(focused)
    shown = ", ".join(map(_described, [*found[:3], *found[-4:]]))
    raise AssertionError(f"Tab never comes back to where it began: {shown}")


def missed(page: QWidget, visited: list[QWidget]) -> list[str]:
    """The controls that Tab did not come to; of a group of radio buttons one is enough."""
    groups = {widget.group() for widget in visited if isinstance(widget, QRadioButton)}
    return [
        _described(control)
        for control in controls(page)
        if control not in visited
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(control, QRadioButton) and control.group() in groups)
    ]


def _usable(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    )


def _text(known: QAccessibleInterface) -> str:
    return known.text(QAccessible.Text.Name).strip()


def _described(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    return f"{type(widget).__name__} “{words}”"

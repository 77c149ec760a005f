"""The order in which Tab comes to the fields of an editor, some of which are added while it is used."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def line_up(stops: Sequence[QWidget], first: QWidget) -> None:
    """Let Tab come to these one after the other, from where it comes to `first`, one of them, now.

    Qt puts what is added later at the end of the window. Before the page is on screen nothing is done: the
    fields have no neighbours yet, and keep the order in which they were made.
    """
    if not first.isVisible():
        return
    before = _stop_before(first, stops)
    order = [*([before] if before is not None else []), *stops]
    for one, other in pairwise(order):
        QWidget.setTabOrder(one, other)


def _stop_before(first: QWidget, stops: Sequence[QWidget]) -> QWidget | None:
    """The last stop ahead of `first` that is none of these; None when there is no other in the window."""
    found = first.previousInFocusChain()
    while found is not None and found is not first:
        if found not in stops and found.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return found
        found = found.previousInFocusChain()
    return None

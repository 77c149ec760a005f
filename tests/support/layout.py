"""What is wrong with how a page is laid out: texts cut short, parts over each other, a page too wide."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton

PARTS = (QLabel, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSlider)
_SLACK = 2
"""Px by which frames may touch."""


def layout_faults(page: QWidget) -> list[str]:
    """Every fault of a page that is on screen, in words."""
    columns = [page] if isinstance(page, QScrollArea) else page.findChildren(QScrollArea)
    wide = [
        f"the page is {over} px too wide" for it in columns if (over := it.horizontalScrollBar().maximum())
    ]
    parts = [it for it in page.findChildren(QWidget) if isinstance(it, PARTS) and it.isVisible()]
    cut = [f"{_said(it)!r} is cut short" for it in parts if _is_cut(it)]
    return [*wide, *cut, *_overlaps(page, parts)]


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, QLabel):
        return part.wordWrap() and part.height() < part.heightForWidth(part.width())
    if isinstance(part, PrimaryButton | QuietButton | LinkButton):
        return part.width() < part.minimumSizeHint().width() or part.height() < part.heightForWidth(
            part.width()
        )
    return part.height() < part.minimumSizeHint().height()


def _overlaps(page: QWidget, parts: list[QWidget]) -> list[str]:
    placed = sorted(((it, _place(it, page)) for it in parts if not _inside_another(it)), key=_top)
    return [
        f"{_said(one)!r} lies over {_said(other)!r}"
        for (one, here), (other, there) in pairwise(placed)
        if _overlap(here, there)
    ]


def _overlap(one: QRect, other: QRect) -> bool:
    common = one.intersected(other)
    return common.width() > _SLACK and common.height() > _SLACK


def _place(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint()), part.size())


def _inside_another(part: QWidget) -> bool:
    around = part.parentWidget()
    return isinstance(around, PARTS)


def _top(placed: tuple[QWidget, QRect]) -> tuple[int, int]:
    return placed[1].top(), placed[1].left()


def _said(part: QWidget) -> str:
    words = part.accessibleName() or (part.text() if isinstance(part, QLabel | QLineEdit) else "")
    return words or type(part).__name__

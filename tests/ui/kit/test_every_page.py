"""Every page of the shipped pack, in every language: heard, reached by keys, wide enough for its words."""

import gc
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from intake.interview import Spot
from tests.support.a11y import complaints, missed, stops
from tests.ui.kit.conftest import LANGUAGES, Sitting
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.question_page import QuestionPage
from ui.pages.voice import Voice
from ui.theme import Look
from ui.widgets.labels import NOT_LEARNT

Turned: TypeAlias = QuestionPage | EntriesPage | CheckPage
Leaf: TypeAlias = Callable[[Iterable[Turned]], Iterator[Turned]]

FIRST, SMALL = (1040, 730), (680, 460)
"""The window as it is first shown, and a small one, without their bars."""


def spots(sitting: Sitting) -> list[Spot]:
    """Each page and list once, inside the first entry that asks it."""
    interview, found = sitting.interview, {}
    for section in interview.form.sections:
        for spot in interview.spots(section.name):
            found.setdefault(spot.item, spot)
    return list(found.values())


def pages(sitting: Sitting, voice: Voice) -> Iterator[Turned]:
    for spot in spots(sitting):
        make = EntriesPage if spot.item in sitting.interview.form.repeats else QuestionPage
        yield make(spot, voice, sitting.current)
    for section in sitting.interview.form.sections:
        yield CheckPage([section.name], voice, sitting.current)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_heard_reached_by_tab_and_read_in_a_small_window(
    language: str, teacher: Sitting, voices: dict[str, Voice], leaf: Leaf
) -> None:
    """Keyboards are asked to learn from no field. A gap in a catalogue would show as marked English."""
    fields = 0
    for page in leaf(pages(teacher, voices[language])):
        page.first_field().setFocus()
        assert complaints(page) == []
        assert missed(page, stops(page)) == []
        assert [it.text() for it in page.findChildren(QLabel) if "[en]" in it.text()] == []
        for field in (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)):
            assert field.inputMethodHints() & NOT_LEARNT == NOT_LEARNT, field.accessibleName()
            fields += 1
        assert _too_wide_or_cut(page, SMALL) == []
    assert fields > 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_the_window_and_no_text_is_cut_at_the_largest_size(
    language: str, teacher: Sitting, voices: dict[str, Voice], wear: Callable[[Look], None], leaf: Leaf
) -> None:
    wear(Look(scale=2.0))
    for page in leaf(pages(teacher, voices[language])):
        assert _too_wide_or_cut(page, FIRST) == []
        assert _too_wide_or_cut(page, SMALL) == []


def _too_wide_or_cut(page: QWidget, size: tuple[int, int]) -> list[str]:
    """What does not fit a window of this size, in px."""
    page.resize(*size)
    page.grab()
    column = page.findChild(QScrollArea)
    over = column.horizontalScrollBar().maximum()
    wide = [f"{page} is {over} px too wide"] if over else []
    return wide + [it.text() for it in page.findChildren(QLabel) if it.isVisible() and _is_cut(it)]


def _is_cut(text: QLabel) -> bool:
    return text.wordWrap() and text.height() < text.heightForWidth(text.width())


def test_pages_that_were_turned_leave_nothing_behind(
    teacher: Sitting, voice: Voice, qapp: QApplication
) -> None:
    window = QStackedWidget()
    window.show()
    counts = []
    for _ in range(3):
        for page in pages(teacher, voice):
            former = window.currentWidget()
            window.addWidget(page)
            window.setCurrentWidget(page)
            if former is not None:
                window.removeWidget(former)
                former.deleteLater()
                former = None
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        counts.append(len(qapp.allWidgets()))
    window.close()
    window.deleteLater()
    assert len(set(counts[1:])) == 1

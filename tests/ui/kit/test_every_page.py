"""Every page of the shipped pack, in every language: heard, reached by keys, wide enough for its words."""

import gc
from collections.abc import Callable, Iterator

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

FIRST, SMALL = (1040, 730), (680, 460)
"""The window as it is first shown, and a small one, without their bars."""


def spots(sitting: Sitting) -> list[Spot]:
    """Each page and list once, inside the first entry that asks it."""
    interview, found = sitting.interview, {}
    for section in interview.form.sections:
        for spot in interview.spots(section.name):
            found.setdefault(spot.item, spot)
    return list(found.values())


def pages(sitting: Sitting, voice: Voice) -> Iterator[QuestionPage | EntriesPage | CheckPage]:
    for spot in spots(sitting):
        make = EntriesPage if spot.item in sitting.interview.form.repeats else QuestionPage
        yield make(spot, voice, sitting.current)
    for section in sitting.interview.form.sections:
        yield CheckPage([section.name], voice, sitting.current)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_of_every_page_is_named_and_reached_by_tab(
    language: str, teacher: Sitting, voices: dict[str, Voice], show: Callable[[QWidget], QWidget]
) -> None:
    for page in pages(teacher, voices[language]):
        show(page)
        page.first_field().setFocus()
        assert complaints(page) == []
        assert missed(page, stops(page)) == []
        page.close()


def test_keyboards_are_asked_to_learn_from_no_field(
    teacher: Sitting, voices: dict[str, Voice], show: Callable[[QWidget], QWidget]
) -> None:
    fields = 0
    for page in pages(teacher, voices["en"]):
        show(page)
        for field in (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)):
            assert field.inputMethodHints() & NOT_LEARNT == NOT_LEARNT, field.accessibleName()
            fields += 1
        page.close()
    assert fields > 50


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("scale", "size"), [(1.0, SMALL), (2.0, FIRST), (2.0, SMALL)])
def test_no_page_is_wider_than_the_window_and_no_text_is_cut(
    language: str,
    scale: float,
    size: tuple[int, int],
    teacher: Sitting,
    voices: dict[str, Voice],
    wear: Callable[[Look], None],
    show: Callable[[QWidget], QWidget],
) -> None:
    wear(Look(scale=scale))
    for page in pages(teacher, voices[language]):
        show(page)
        page.resize(*size)
        page.grab()
        column = page.findChild(QScrollArea)
        assert column.horizontalScrollBar().maximum() == 0, (
            f"{page} needs {column.widget().minimumSizeHint()}"
        )
        cut = [it.text() for it in page.findChildren(QLabel) if it.isVisible() and _is_cut(it)]
        assert cut == []
        page.close()


def _is_cut(text: QLabel) -> bool:
    return text.wordWrap() and text.height() < text.heightForWidth(text.width())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_anything_in_two_languages(
    language: str, teacher: Sitting, voices: dict[str, Voice], show: Callable[[QWidget], QWidget]
) -> None:
    """A gap in a catalogue shows as marked English."""
    for page in pages(teacher, voices[language]):
        show(page)
        assert [it.text() for it in page.findChildren(QLabel) if "[en]" in it.text()] == []
        page.close()


def test_pages_that_were_turned_leave_nothing_behind(
    teacher: Sitting, voice: Voice, qapp: QApplication
) -> None:
    window = QStackedWidget()
    window.show()
    counts = []
    for _ in range(4):
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

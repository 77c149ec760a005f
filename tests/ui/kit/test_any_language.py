"""Every page in languages that are longer than any, and in one that runs from right to left."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from intake.answers import State
from intake.interview import Progress
from tests.support.a11y import complaints, controls, missed, stops
from tests.support.layout import layout_faults
from tests.support.pseudo import long_voice, mirrored_voice, stretched, turned
from tests.ui.kit.conftest import LANGUAGES, Sitting
from tests.ui.kit.test_every_page import FIRST, SMALL, pages
from ui.pages.answer_list import put_off
from ui.pages.home_page import HomePage, Resume, SectionLine, Standing
from ui.pages.later_page import LaterPage
from ui.pages.quiet_page import QuietPage, RestPage
from ui.pages.share_page import SharePage
from ui.pages.stop_page import StopPage
from ui.pages.voice import Voice
from ui.status import Status
from ui.theme import Look
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.labels import label

Show = Callable[[QWidget], QWidget]
Wear = Callable[[Look], None]
Leaf = Callable[[Iterable[QWidget]], Iterator[QWidget]]


ROUNDS = 8
"""A text that takes another line moves what is around it, which may do the same: so often at the most."""


def resize(page: QWidget, width: int, height: int) -> None:
    """Give the page another size and let all of it find its place."""
    page.resize(width, height)
    for _ in range(ROUNDS):
        QApplication.processEvents()


def quiet_pages(sitting: Sitting, voice: Voice) -> Iterator[QWidget]:
    """The pages around the questions."""
    interview, words = sitting.interview, voice.words
    sections = [
        SectionLine(
            part.name,
            voice.heading(part, "label", interview, None),
            voice.heading(part, "hint", interview, None),
            part.minutes,
            Progress.STARTED,
            voice.of_section(part, "at_hand"),
        )
        for part in interview.form.sections
    ]
    status = words.say("It is shared: those who review drafts in this vault can read it.")
    standing = Standing(status, Resume(sections[0].label), 3)
    yield HomePage(words, "Образцова Марина Сергеевна", sections, standing)
    heavy = next(part for part in interview.form.sections if part.heavy)
    support = voice.of_section(heavy, "support")
    yield QuietPage(words, voice.heading(heavy, "label", interview, None), heavy.minutes)
    yield StopPage(words, support)
    yield RestPage(words, support)
    yield LaterPage(words, put_off(voice, interview))
    yield SharePage(words, Status.IN_PROGRESS)


def test_gaps_stay_in_languages_that_are_made_up() -> None:
    assert stretched("From {start} to ${end}").startswith("Fröm {start} tö ${end} ")
    assert turned("from ${leg}") == "ופנל ${leg}"


def test_everything_fits_in_a_long_language_at_the_largest_size(
    teacher: Sitting, wear: Wear, leaf: Leaf
) -> None:
    wear(Look(scale=2.0))
    teacher.state("given_names", State.LATER)
    voice = long_voice()
    for page in leaf(chain(pages(teacher, voice), quiet_pages(teacher, voice))):
        for size in (FIRST, SMALL):
            resize(page, *size)
            assert layout_faults(page) == [], (page, size)


@pytest.mark.usefixtures("mirrored")
def test_everything_fits_and_stands_on_the_right_from_right_to_left(
    teacher: Sitting, wear: Wear, leaf: Leaf
) -> None:
    wear(Look(scale=2.0))
    teacher.state("given_names", State.LATER)
    voice = mirrored_voice()
    for page in leaf(chain(pages(teacher, voice), quiet_pages(teacher, voice))):
        resize(page, *SMALL)
        assert layout_faults(page) == [], page


@pytest.mark.usefixtures("mirrored")
def test_a_wide_window_has_its_air_on_the_left_from_right_to_left(teacher: Sitting, show: Show) -> None:
    voice = mirrored_voice()
    for page in quiet_pages(teacher, voice):
        show(page)
        resize(page, 1400, 800)
        column = page if isinstance(page, QScrollArea) else page.findChild(QScrollArea)
        ground = column.widget()
        inner = ground.findChild(QWidget, "column", Qt.FindChildOption.FindDirectChildrenOnly)
        assert inner.geometry().left() > ground.width() - inner.geometry().right()
        page.close()


def sides_with_ink(widget: QWidget) -> tuple[bool, bool]:
    """Whether anything dark is painted in the left third of a widget, and in the right one."""
    widget.clearFocus()
    image = widget.grab().toImage()
    third = image.width() // 3

    def inked(columns: range) -> bool:
        return any(
            image.pixelColor(x, y).lightness() < 100 for x in columns for y in range(0, image.height(), 2)
        )

    return inked(range(third)), inked(range(image.width() - third, image.width()))


@pytest.mark.parametrize("text", ["yes", "כן"])
@pytest.mark.usefixtures("mirrored")
def test_a_line_begins_on_the_right_whatever_its_script_from_right_to_left(text: str, show: Show) -> None:
    for part in (ChoiceRadio(text), ChoiceCheck(text), label(text)):
        show(part)
        resize(part, 600, 40)
        assert sides_with_ink(part) == (False, True), part
        part.close()


@pytest.mark.parametrize("text", ["yes", "כן"])
def test_a_choice_stands_beside_its_mark_from_left_to_right(text: str, show: Show) -> None:
    for part in (ChoiceRadio(text), ChoiceCheck(text)):
        show(part)
        resize(part, 600, 40)
        assert sides_with_ink(part) == (True, False), part
        part.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_around_the_questions_is_named_and_reached_by_tab(
    language: str, teacher: Sitting, voices: dict[str, Voice], show: Show
) -> None:
    teacher.state("given_names", State.LATER)
    for page in quiet_pages(teacher, voices[language]):
        show(page)
        controls(page)[0].setFocus()
        assert complaints(page) == [], page
        assert missed(page, stops(page)) == [], page
        page.close()

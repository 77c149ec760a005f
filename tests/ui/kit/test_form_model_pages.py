"""Pages of forms that use all of XLSForm: values that are only read, counted repeats, repeats in repeats."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake.interview import Spot
from intake.words import Words
from tests.support.a11y import complaints
from tests.support.packs import form
from tests.ui.kit.conftest import Sitting
from ui.editors.filing import FileEditor
from ui.pages.answer_list import answer_list
from ui.pages.entries_page import EntriesPage
from ui.pages.question_page import QuestionPage
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton

Show = Callable[[QWidget], QWidget]
FAMILY = form(
    """
    - type: group
      name: sums
      label: Sums
      items:
        - {type: integer, name: children, label: How many children?}
        - {type: integer, name: people, label: People in all, calculation: "${children} + 1"}
        - {type: text, name: office, label: Office, default: Tijuana, read_only: "yes"}
        - {type: calculate, name: doubled, calculation: "${people} * 2"}
        - {type: note, name: told, label: "Twice that is ${doubled}."}
    - {type: hidden, name: origin, default: window}
    - type: repeat
      name: child_list
      label: Children
      entry: ${child}
      add: Add a child
      repeat_count: ${children}
      items:
        - {type: text, name: child, label: Name?}
        - type: repeat
          name: school_list
          label: Schools
          entry: ${school}
          add: Add a school
          items:
            - {type: text, name: school, label: Which?}
            - type: repeat
              name: year_list
              label: Years
              entry: ${year}
              add: Add a year
              items:
                - {type: integer, name: year, label: Which year?}
    """
)


@pytest.fixture
def family() -> Sitting:
    return Sitting(FAMILY)


@pytest.fixture
def plain_voice(words: Words) -> Voice:
    """The pack has no catalogue: it speaks English only."""
    return Voice(words, words)


def texts(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible()]


def links(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(LinkButton) if it.isVisible()]


def test_what_is_worked_out_or_only_read_is_shown_without_a_field(
    family: Sitting, plain_voice: Voice, show: Show
) -> None:
    page = QuestionPage(Spot("sums"), plain_voice, family.current)
    show(page)
    assert len(page.findChildren(QLineEdit)) == 1
    page.apply(family.give("children", 2))
    family.interview, delta = family.interview.see(Spot("sums"))
    page.apply(delta)
    shown = texts(page)
    assert {"3", "Tijuana", "Twice that is 6."} <= set(shown)
    assert "doubled" not in shown
    page.apply(family.give("children", 5))
    assert "6" in texts(page)
    assert complaints(page) == []


def test_what_is_never_shown_is_on_no_list_of_answers(family: Sitting, plain_voice: Voice) -> None:
    family.give("children", 2)
    family.interview, _ = family.interview.see(Spot("sums"))
    lines = [line for part in answer_list("main", plain_voice, family.current()) for line in part.lines]
    assert [(line.question, line.answer) for line in lines[:2]] == [
        ("How many children?", ("2",)),
        ("Office", ("Tijuana",)),
    ]
    assert {line.path.question for line in lines} == {"children", "office", "child"}


def test_counted_entries_can_be_opened_but_neither_added_nor_removed(
    family: Sitting, plain_voice: Voice, show: Show
) -> None:
    family.give("children", 2)
    first, _ = family.current().entries("child_list")
    family.give("child", "Ada", entry=first)
    page = EntriesPage(Spot("child_list"), plain_voice, family.current)
    show(page)
    assert "1. Ada" in texts(page)
    assert links(page).count("Change") == 2
    assert "Remove" not in links(page)
    assert not page.findChild(QuietButton).isVisible()
    assert page.first_field().isVisible()
    family.give("children", 1)
    fewer = EntriesPage(Spot("child_list"), plain_voice, family.current)
    show(fewer)
    assert links(fewer).count("Change") == 1


def test_a_counted_list_without_entries_leads_on(family: Sitting, plain_voice: Voice, show: Show) -> None:
    page = EntriesPage(Spot("child_list"), plain_voice, family.current)
    show(page)
    assert "Nothing is added here yet." in texts(page)
    assert page.first_field().isVisible()


def test_lists_three_deep_hold_the_entries_of_the_one_they_lie_in(
    family: Sitting, plain_voice: Voice, show: Show
) -> None:
    family.give("children", 2)
    first, second = family.current().entries("child_list")
    family.add_entry("school_list", "SCHOOL0001", first)
    family.give("school", "The old one", entry="SCHOOL0001")
    for year, entry in ((1999, "YEAR000001"), (2001, "YEAR000002")):
        family.add_entry("year_list", entry, "SCHOOL0001")
        family.give("year", year, entry=entry)
    page = EntriesPage(Spot("year_list", "SCHOOL0001"), plain_voice, family.current)
    show(page)
    assert {"1. 1999", "2. 2001"} <= set(texts(page))
    opened = QSignalSpy(page.opened)
    next(it for it in page.findChildren(LinkButton) if it.accessibleName() == "Change: 2. 2001").click()
    assert opened.at(0) == ["YEAR000002"]
    other = EntriesPage(Spot("school_list", second), plain_voice, family.current)
    show(other)
    assert "Nothing is added here yet." in texts(other)
    assert other.findChild(PrimaryButton).isVisible()


def test_what_cannot_be_taken_in_is_described_and_said_so(plain_voice: Voice, show: Show) -> None:
    sitting = Sitting(form("- {type: geopoint, name: place, label: Where?, hint: If you like.}"))
    page = QuestionPage(Spot("place"), plain_voice, sitting.current)
    show(page)
    assert "If you like.\nThis computer cannot take it in. Please describe it in your own words." in texts(
        page
    )
    assert len(page.findChildren(QPlainTextEdit)) == 1


def test_a_recording_is_added_as_a_file(plain_voice: Voice, show: Show) -> None:
    sitting = Sitting(form("- {type: audio, name: call, label: What was said?}"))
    page = QuestionPage(Spot("call"), plain_voice, sitting.current)
    show(page)
    assert page.findChild(FileEditor) is not None

"""Choosing a passphrase: words are offered, what is easily guessed is said, the button stays in sight."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.passphrases import WORDS, word_list
from intake.words import Words
from tests.support.at_window import AtWindow
from ui.pages.create_page import CreatePage
from ui.pages.new_passphrase import NewPassphrase
from ui.pages.typing_hint import TypingHint
from ui.pages.unlock_page import UnlockPage
from ui.paths import find_folders
from ui.widgets.column import Column

LEAST_WINDOW = (680, 400)
"""What the window leaves a page at its least size."""


def words_in(language: str) -> Words:
    return Words.load(language, find_folders().translations)


def labels(part: NewPassphrase) -> list[str]:
    return [it.text() for it in part.findChildren(QLabel) if it.isVisibleTo(part)]


def button(part: object, name: str) -> QPushButton:
    found = part.findChild(QPushButton, name)  # type: ignore[attr-defined]
    assert isinstance(found, QPushButton)
    return found


def fill(part: NewPassphrase, first: str, second: str | None = None) -> None:
    part.first.line.setText(first)
    part.first.line.editingFinished.emit()
    part.second.line.setText(first if second is None else second)


@pytest.fixture(params=["en", "ru", "es"])
def part(request: pytest.FixtureRequest, qtbot: QtBot) -> NewPassphrase:
    made = NewPassphrase(words_in(request.param))
    qtbot.addWidget(made)
    made.setProperty("language", request.param)
    return made


def test_words_of_the_persons_language_are_offered_and_taken_whole(
    part: NewPassphrase,
) -> None:
    known = set(word_list(part.property("language")))
    offered = [text for text in labels(part) if set(text.split(" ")) <= known]
    assert len(offered) == 1
    assert len(offered[0].split(" ")) == WORDS
    button(part, "other-words").click()
    again = [text for text in labels(part) if set(text.split(" ")) <= known]
    assert again != offered
    button(part, "take").click()
    assert [part.text()] == again
    assert part.fault() == ""
    assert part.first.line.echoMode() == QLineEdit.EchoMode.Normal, "it has to be read to be written down"


@pytest.mark.parametrize("passphrase", ["пароль12345", "gfhjkm12345", "contraseña12", "qwertyuiop"])
def test_what_is_easily_guessed_is_said_and_not_taken(qtbot: QtBot, passphrase: str) -> None:
    part = NewPassphrase(words_in("en"))
    qtbot.addWidget(part)
    fill(part, passphrase)
    assert "This is easily guessed." in labels(part)
    assert part.fault().startswith("This passphrase is among those that are guessed first.")


def test_nothing_is_praised(qtbot: QtBot) -> None:
    part = NewPassphrase(words_in("en"))
    qtbot.addWidget(part)
    fill(part, "корова пишет на луне")
    assert "This is not among the passphrases that are guessed first." in labels(part)
    assert part.fault() == ""
    fill(part, "zq9 vk")
    assert not any("guessed first" in text for text in labels(part)), "what is short is not judged"
    assert part.fault().startswith("Please make the passphrase longer")
    fill(part, "корова пишет на луне", "корова пишет на дне")
    assert part.fault().startswith("The two passphrases are not the same.")


def press(line: QLineEdit, letter: str, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, letter))


@pytest.mark.parametrize(
    ("letter", "shift", "told"),
    [("Ф", False, True), ("ф", True, True), ("ф", False, False), ("Ф", True, False), ("7", True, False)],
)
def test_capitals_that_nobody_asked_for_are_told(qtbot: QtBot, letter: str, shift: bool, told: bool) -> None:
    line = QLineEdit()
    hint = TypingHint(words_in("en"), line)
    qtbot.addWidget(line)
    qtbot.addWidget(hint)
    press(line, letter, shift=shift)
    said = [it.text() for it in hint.findChildren(QLabel) if it.isVisibleTo(hint)]
    assert any("Caps Lock" in text for text in said) == told
    assert line.text() == letter


@pytest.mark.parametrize(
    ("language", "letter", "told"),
    [("en", "ф", "Cyrillic"), ("en", "a", ""), ("ru", "a", "латин"), ("ru", "ф", ""), ("es", "ñ", "")],
)
def test_a_letter_of_another_alphabet_is_told(qtbot: QtBot, language: str, letter: str, told: str) -> None:
    line = QLineEdit()
    hint = TypingHint(words_in(language), line)
    qtbot.addWidget(line)
    qtbot.addWidget(hint)
    press(line, letter)
    said = [it.text() for it in hint.findChildren(QLabel) if it.isVisibleTo(hint)]
    assert bool(said) == bool(told)
    assert all(told in text for text in said)
    press(line, "7")
    assert [it.text() for it in hint.findChildren(QLabel) if it.isVisibleTo(hint)] == said


@pytest.mark.parametrize("kind", [CreatePage, UnlockPage])
def test_the_button_and_what_is_said_about_it_stand_in_sight_in_the_smallest_window(
    qtbot: QtBot, kind: type[CreatePage] | type[UnlockPage], tmp_path: Path
) -> None:
    page = kind(words_in("en"), tmp_path)
    qtbot.addWidget(page)
    page.resize(*LEAST_WINDOW)
    page.show()
    page.tell("What has to be put right, in a sentence that is long enough to need two lines of the window.")
    QApplication.processEvents()
    for part in (page.act, page.told):
        corner = part.mapTo(page, QPoint(part.width(), part.height()))
        assert 0 < corner.y() <= page.height()
        assert corner.x() <= page.width()
        assert part.visibleRegion().boundingRect().height() == part.height()
    column = page.findChild(Column)
    assert column.height() > page.height() // 3


def test_while_it_is_being_done_the_focus_goes_nowhere_else(qtbot: QtBot, tmp_path: Path) -> None:
    page = CreatePage(words_in("en"), tmp_path)
    qtbot.addWidget(page)
    page.show()
    page.act.setFocus()
    page.wait()
    assert not page.act.isEnabled()
    page.tell("It was not made.")
    assert page.focusWidget() is page.act


@pytest.mark.parametrize("kind", [CreatePage, UnlockPage])
def test_the_field_that_is_to_be_looked_at_stays_in_sight_when_a_message_takes_its_room(
    kind: type[CreatePage] | type[UnlockPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = kind(words_in("en"), tmp_path)
    qtbot.addWidget(page)
    page.resize(*LEAST_WINDOW)
    page.show()
    for field in page.findChildren(QLineEdit):
        page.told.tell("")
        page.bring(field)
        page.wait()
        QApplication.processEvents()
        page.tell("It was not made, and this is why. " * 4)
        QApplication.processEvents()
        assert page.focusWidget() is field
        assert field.visibleRegion().boundingRect().height() == field.height()


@pytest.mark.parametrize("copied", [True, False])
def test_a_place_that_a_service_copies_is_warned_of_before_a_vault_is_made(
    qtbot: QtBot, tmp_path: Path, copied: bool
) -> None:
    page = CreatePage(words_in("en"), tmp_path / ("OneDrive - Office" if copied else "papers"))
    qtbot.addWidget(page)
    note = page.findChild(QWidget, "place-note")
    assert (note is not None) == copied
    assert not copied or any("OneDrive copies" in it.text() for it in note.findChildren(QLabel))


@pytest.mark.skipif(os.name != "posix", reason="on Windows a folder inherits who may see it")
def test_a_folder_that_others_could_look_into_is_told_of_in_the_list_of_drafts(person: AtWindow) -> None:
    person.make_vault()
    assert not person.sit().told.isVisible()
    person.hands.press("Take a break")
    person.vault.chmod(0o755)
    person.unlock()
    assert person.sit().told.text().startswith("Other people of this computer could look into")

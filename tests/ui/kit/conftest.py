"""The look, the shipped pack, and a person's answers, for tests of pages and their parts."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path as FilePath
from random import Random
from typing import Any, TypeVar

import pytest
import yaml
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.answers import Answer, Answers, Path, State, Stored
from intake.form.loader import load_form
from intake.form.model import Form
from intake.interview import Delta, Interview
from intake.words import Words
from ui.pages.voice import Voice
from ui.theme import Look, apply_look, load_fonts

ROOT = FilePath(__file__).resolve().parents[3]
RESOURCES = ROOT / "resources"
PACK = ROOT / "forms" / "asylum_us"
NOW = datetime(2026, 11, 24, 14, 2, tzinfo=UTC)
LANGUAGES = ("en", "es", "ru")

Shown = TypeVar("Shown", bound=QWidget)


class Sitting:
    """An interview that goes on, as a session holds it."""

    def __init__(self, form: Form) -> None:
        self.interview = Interview.begin(form, Answers(), now=lambda: NOW, random=Random(1))

    def current(self) -> Interview:
        return self.interview

    def give(self, question: str, value: Stored | None = None, *, entry: str | None = None) -> Delta:
        """Answer with a value, or take the answer back."""
        kind = self.interview.form.questions[question].kind
        answer = None if value is None else Answer(value, kind=kind)
        self.interview, delta = self.interview.answer(Path(question, entry), answer)
        return delta

    def state(self, question: str, state: State, *, entry: str | None = None) -> Delta:
        kind = self.interview.form.questions[question].kind
        answer = Answer(state=state, kind=kind)
        self.interview, delta = self.interview.answer(Path(question, entry), answer)
        return delta

    def add_entry(self, repeat: str, entry: str, parent: str | None = None) -> Delta:
        self.interview, delta = self.interview.add_entry(repeat, parent, entry)
        return delta

    def remove_entry(self, entry: str) -> Delta:
        self.interview, delta = self.interview.remove_entry(entry, NOW)
        return delta

    def arrange(self, order: tuple[str, ...]) -> Delta:
        self.interview, delta = self.interview.arrange(order)
        return delta

    def restore_entry(self, entry: str) -> Delta:
        self.interview, delta = self.interview.restore_entry(entry)
        return delta


@pytest.fixture(scope="session")
def form() -> Form:
    return load_form(PACK)


@pytest.fixture
def sitting(form: Form) -> Sitting:
    return Sitting(form)


@pytest.fixture
def teacher(form: Form) -> Sitting:
    """The shipped sample case, answered: nearly every page is asked in it. Its people are fictional."""
    sitting = Sitting(form)
    sample = yaml.safe_load((PACK / "samples" / "teacher_ru.yaml").read_text(encoding="utf-8"))
    _answer(sitting, sample["answers"], None)
    _add_entries(sitting, sample["entries"], None)
    return sitting


def _add_entries(sitting: Sitting, entries: list[dict[str, Any]], parent: str | None) -> None:
    for sampled in entries:
        entry = f"{len(sitting.interview.answers.by_entry):010d}"
        sitting.add_entry(sampled["repeat"], entry, parent)
        _answer(sitting, sampled["answers"], entry)
        _add_entries(sitting, sampled.get("entries", []), entry)


def _answer(sitting: Sitting, answers: dict[str, Any], entry: str | None) -> None:
    for question, given in answers.items():
        if isinstance(given, dict) and "state" in given:
            sitting.state(question, State(given["state"]), entry=entry)
        elif isinstance(given, dict):
            sitting.give(question, {**given, "calendar": "gregorian"}, entry=entry)
        else:
            sitting.give(question, tuple(given) if isinstance(given, list) else given, entry=entry)


@pytest.fixture(scope="session")
def voices() -> dict[str, Voice]:
    """A voice for each language the program speaks."""
    return {
        language: Voice(
            Words.load(language, RESOURCES / "translations"), Words.load(language, PACK / "translations")
        )
        for language in LANGUAGES
    }


@pytest.fixture
def voice(voices: dict[str, Voice]) -> Voice:
    return voices["en"]


@pytest.fixture
def words(voice: Voice) -> Words:
    return voice.words


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Look:
    """The program's fonts and the light theme at 100 %; put back after a test that changes it."""
    chosen = Look()
    if not qapp.property("fonts loaded"):
        load_fonts(RESOURCES / "fonts")
        qapp.setProperty("fonts loaded", True)
    if qapp.property("look") != chosen:
        apply_look(qapp, chosen, RESOURCES)
        qapp.setProperty("look", chosen)
    return chosen


@pytest.fixture
def wear(qapp: QApplication) -> Callable[[Look], None]:
    """Change the look for one test."""

    def change(look: Look) -> None:
        apply_look(qapp, look, RESOURCES)
        qapp.setProperty("look", look)

    return change


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """The whole program from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget as a window of its own and wait until it has the keyboard."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        _bring_up(widget, qtbot)
        return widget

    return shown


@pytest.fixture
def leaf(qapp: QApplication, qtbot: QtBot) -> Callable[[Iterable[Shown]], Iterator[Shown]]:
    """Show one page after the other as a window of its own, and let each go before the next."""

    def through(pages: Iterable[Shown]) -> Iterator[Shown]:
        for page in pages:
            _bring_up(page, qtbot)
            try:
                yield page
            finally:
                page.close()
                page.deleteLater()
                qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return through


def _bring_up(widget: QWidget, qtbot: QtBot) -> None:
    widget.resize(900, 900)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)

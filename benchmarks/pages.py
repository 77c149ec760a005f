"""Turning to a page of eight questions of mixed kinds: built for the first time, and shown again."""

import os
import random
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.rows import Row
from intake.answers import Answers
from intake.form.model import Choice, ChoiceList, Form, Page, Question, Section
from intake.interview import Interview, Spot
from intake.words import Words
from ui.pages.question_page import QuestionPage
from ui.pages.voice import Voice

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 41
KINDS = (
    "text",
    "long_text",
    "integer",
    "select_one",
    "select_multiple",
    "yes_no",
    "country",
    "uncertain_date",
)


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QStackedWidget

    from ui.theme import Look, apply_look, load_fonts

    app = QApplication.instance() or QApplication(sys.argv[:1])
    resources = ROOT / "resources"
    load_fonts(resources / "fonts")
    apply_look(app, Look(), resources)
    words = Words.load("en", resources / "translations")
    window = QStackedWidget()
    window.resize(1040, 780)
    window.show()

    def turn(page: QuestionPage) -> None:
        if window.indexOf(page) < 0:
            window.addWidget(page)
        window.setCurrentWidget(page)
        page.first_field().setFocus()
        app.processEvents()

    cold, kept = [], []
    for _ in range(ROUNDS):
        cold.append(_milliseconds(lambda: kept.append(page_of_eight(words)) or turn(kept[-1])))
    cached = [_milliseconds(lambda page=page: turn(page)) for page in kept[:6] * 7]
    return [
        Row("a page of 8 questions, first shown, CPU, median", median(cold), "ms", 60),
        Row("the same page, shown again, CPU, median", median(cached), "ms", 16),
    ]


def page_of_eight(words: Words) -> QuestionPage:
    """A page of eight questions of mixed kinds, built anew."""
    interview = Interview.begin(_form(), Answers(), now=lambda: datetime.now(UTC), random=random.Random(1))
    return QuestionPage(Spot("page"), Voice(words, words), lambda: interview)


def _milliseconds(act: Callable[[], object]) -> float:
    """CPU time: all that a turn takes happens on one thread, and other work on the machine is not its."""
    start = process_time()
    act()
    return (process_time() - start) * 1000


def _form() -> Form:
    choices = ChoiceList(
        "some", tuple(Choice(f"c{number}", f"Choice number {number}") for number in range(6))
    )
    questions = tuple(
        Question(f"q{at}", kind, f"What about {kind}?", hint="A hint.", why="A reason.", choice_list="some")
        for at, kind in enumerate(KINDS)
    )
    page = Page("page", "Eight questions", questions)
    return Form("bench", "1", "Bench", "0", ("en",), (Section("s", "S", (page,)),), {"some": choices})

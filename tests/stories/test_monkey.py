"""Somebody does anything that can be done at the window: screen, vault and paper agree.

After each step a backup is made through the vault's own door, restored and opened as another vault.
"""

from collections.abc import Callable
from pathlib import Path as File
from tempfile import TemporaryDirectory

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QLabel

from intake.answers import Answers, Path
from intake.vault.restoring import restore
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, line
from tests.support.vaults import ALONE
from ui.demo_hands import breathe
from ui.inside import Inside
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.home_page import HomePage
from ui.pages.question_block import QuestionBlock
from ui.pages.question_page import QuestionPage
from ui.pages.reading_page import ReadingPage
from ui.pages.state_row import StateRow
from ui.pages.unlock_page import UnlockPage
from ui.widgets.buttons import LinkButton
from ui.widgets.choice import ChoiceRadio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECTIONS = ("about_you", "family", "journey", "papers", "homes_work")
LANGUAGES = ("en", "es", "ru")
LOOKS = ("Dark", "Light", "Text size 200 %", "Text size 100 %")
ANY = st.integers(0, 1 << 16)


def stored(folder: File) -> Answers:
    vault = Vault.open(folder, PASSPHRASE, listener=lambda _: None)
    try:
        (case,) = vault.cases(ALONE)
        return vault.answers(case.id, ALONE)
    finally:
        vault.close()


def on(*kinds: type) -> Callable[["Monkey"], bool]:
    return lambda monkey: isinstance(monkey.person.window.page, kinds)


class Monkey(RuleBasedStateMachine):
    """Presses, types and chooses; `typed` are the words that were, each used once."""

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        self.person = AtWindow(File(self.home.name))
        self.hands = self.person.hands
        self.typed: list[str] = []
        self.backups = 0
        self.person.at_home_of_new_draft()
        self.person.enter_section("about_you")
        self.write(0)  # a draft in which nothing was written is not kept
        self.known = self.answers()

    def teardown(self) -> None:
        self.person.close()
        self.home.cleanup()

    @precondition(on(HomePage))
    @rule(name=st.sampled_from(SECTIONS))
    def enter(self, name: str) -> None:
        self.hands.click(self.person.window.page.findChild(LinkButton, f"section-{name}"))

    @precondition(on(QuestionPage))
    @rule(which=ANY)
    def write(self, which: int) -> None:
        blocks = [it for it in self.blocks() if it.asked.question.kind in {"text", "long_text"}]
        if blocks:
            word = f"zq{len(self.typed)}zq"
            self.typed.append(word)
            block = blocks[which % len(blocks)]
            self.hands.type(block.editor.field, word)

    @precondition(on(QuestionPage))
    @rule(which=ANY)
    def choose(self, which: int) -> None:
        self.click([it for block in self.blocks() for it in block.findChildren(ChoiceRadio)], which)

    @precondition(on(QuestionPage))
    @rule(which=ANY)
    def put_a_state(self, which: int) -> None:
        rows = [it for it in self.page.findChildren(StateRow) if it.isVisible()]
        self.click([it for row in rows for it in row.findChildren(LinkButton)], which)

    @precondition(on(EntriesPage))
    @rule(which=ANY)
    def change_entries(self, which: int) -> None:
        """Add, open, remove, bring back, move: whatever link or button there is but those that leave."""
        links = [it for it in self.page.findChildren(LinkButton) if it.isVisible()]
        self.click([self.page._adding[0], self.page._adding[1], *links], which)

    @precondition(on(QuestionPage, EntriesPage))
    @rule()
    def go_on(self) -> None:
        self.hands.press("Continue", self.page)

    @precondition(on(QuestionPage, EntriesPage, CheckPage, ReadingPage))
    @rule()
    def go_back(self) -> None:
        self.hands.press("Back")

    @precondition(on(HomePage))
    @rule()
    def look_over(self) -> None:
        """The list of all answers holds no word that is not asked for now."""
        self.hands.press("Check all my answers")
        page = self.hands.wait_for_page(ReadingPage)
        assert self.hidden(" ".join(it.text() for it in page.findChildren(QLabel))) == []

    @precondition(on(HomePage))
    @rule()
    def take_out(self) -> None:
        """Nor does the PDF."""
        self.hands.press("Make a PDF for a lawyer")
        password = line(self.hands.wait_for_page(ExportPage), "password").text()
        self.hands.press("Make the PDF")
        self.hands.wait_for_page(ExportedPage)
        newest = max(self.person.places.exports.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        reader = pypdf.PdfReader(newest, password=password)
        assert self.hidden(" ".join(page.extract_text() for page in reader.pages)) == []
        self.hands.press("Back to my draft")

    @rule(language=st.sampled_from(LANGUAGES))
    def speak(self, language: str) -> None:
        self.person.switch(language)

    @rule(look=st.sampled_from(LOOKS))
    def dress(self, look: str) -> None:
        self.hands.choose_in_menu("look", self.hands.words.say(look))

    @rule()
    def lock_and_come_back(self) -> None:
        self.hands.press("Take a break")
        self.hands.wait_for_page(UnlockPage)
        assert stored(self.person.vault) == self.known
        self.person.unlock()
        self.person.sit()
        self.hands.press("Open")
        self.hands.wait_for_page(HomePage)

    @invariant()
    def what_is_saved_is_what_stands_there(self) -> None:
        breathe()
        self.inside._visit._session.collect()
        self.known = self.answers()
        assert self.inside._vault.flush(30)
        breathe()
        backup = File(self.home.name, f"copy {self.backups}")
        self.backups += 1
        self.inside._vault.back_up(backup)
        restore(backup, backup.with_suffix(".intake"), PASSPHRASE)
        found = stored(backup.with_suffix(".intake"))
        assert found == self.known
        if isinstance(self.page, QuestionPage) and self.person.sign().startswith(self.person.saved_words()):
            for block in self.blocks():
                answer = found.get(block.asked.path)
                assert block.value() == (answer.value if answer else None), block.asked.path

    @property
    def page(self) -> object:
        return self.person.window.page

    @property
    def inside(self) -> Inside:
        return self.person.window.findChildren(Inside)[-1]

    def answers(self) -> Answers:
        return self.inside._visit._session.interview.answers

    def blocks(self) -> list[QuestionBlock]:
        """The questions that can be answered now."""
        found = self.page.findChildren(QuestionBlock)
        return [it for it in found if it.isVisible() and it.editor is not None and it.editor.isVisible()]

    def click(self, offered: list[object], which: int) -> None:
        offered = [it for it in offered if it.isVisible() and it.isEnabled()]
        if offered:
            self.hands.click(offered[which % len(offered)])

    def hidden(self, said: str) -> list[str]:
        """The words in it that answer what is not asked now, or that a state stands for."""
        interview = self.inside._visit._session.interview
        asked = {
            str(it.value)
            for path, it in interview.answers.by_path.items()
            if it.value is not None and interview.is_asked(path)
        }
        return [word for word in self.typed if word in said and not any(word in text for text in asked)]


def let_loose(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Monkey,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # a step takes a second: to look for a shorter way would take hours
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.usefixtures("qapp")
def test_whatever_somebody_does_screen_vault_and_paper_agree() -> None:
    let_loose(2, 10)


@pytest.mark.usefixtures("qapp")
def test_a_word_that_is_asked_for_no_more_is_on_no_list_and_in_no_pdf() -> None:
    monkey = Monkey()
    try:
        session = monkey.inside._visit._session
        session.answer(Path("other_names"), "yes")
        session.answer(Path("name_used", session.add_entry("names_used", None)), "zqhiddenzq")
        monkey.typed.append("zqhiddenzq")
        monkey.go_back()
        monkey.look_over()
        assert any("zqhiddenzq" in it.text() for it in monkey.page.findChildren(QLabel))
        session.answer(Path("other_names"), "no")
        monkey.go_back()
        monkey.look_over()
        monkey.go_back()
        monkey.take_out()
        assert "zqhiddenzq" in {it.value for it in session.interview.answers.by_path.values()}, "it is kept"
    finally:
        monkey.teardown()


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_whatever_somebody_does_for_long_screen_vault_and_paper_agree() -> None:
    let_loose(40, 50)

"""An organization's own questionnaire: chosen in the settings of a vault, asked in two languages."""

from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, named
from tests.support.packs import pack
from tests.support.vaults import ALONE, Receipts
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.questionnaire_page import QuestionnairePage
from ui.questionnaire_keeping import QuestionnaireKeeping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ITEMS = """
- {type: text, name: called, label: What do people call you?}
- {type: yes_no, name: cold, label: Are you cold?}
"""
HEAD = (
    'name: shelter\nversion: "1"\ntitle: A night in the shelter\ncase_title: "${called}"\nsections: [main]\n'
)
RUSSIAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "form:title"
msgid "A night in the shelter"
msgstr "Ночь в приюте"

msgctxt "called:label"
msgid "What do people call you?"
msgstr "Как вас называют?"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A questionnaire whose translation has begun."""
    files = pack(ITEMS, more={"form.yaml": HEAD, "translations/ru.po": RUSSIAN})
    for name, content in files.items():
        target = tmp_path / "shelter" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tmp_path / "shelter"


def in_settings(person: AtWindow) -> QuestionnairePage:
    person.hands.press("Vault settings")
    person.hands.press("For an organization: the questions of new drafts")
    return person.hands.wait_for_page(QuestionnairePage)


def choose(person: AtWindow, folder: Path) -> QuestionnairePage:
    """What the dialog for folders does once one is chosen."""
    (keeping,) = person.window.findChildren(QuestionnaireKeeping)
    keeping.choose(folder)
    person.hands.wait_for(lambda: "being checked" not in told(person), "what came of it")
    return person.hands.wait_for_page(QuestionnairePage)


def told(person: AtWindow) -> str:
    page = person.window.page
    assert isinstance(page, QuestionnairePage)
    return page.told.text()


def words_on(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel)]


def test_new_drafts_answer_the_questions_of_a_folder_also_when_it_is_gone(
    person: AtWindow, folder: Path
) -> None:
    person.make_vault()
    person.sit()
    in_settings(person)
    page = choose(person, folder)
    assert page.told.text() == "New drafts have these questions from now on."
    assert "A night in the shelter" in words_on(page)
    rmtree(folder)
    person.close()

    person.open()
    person.speak("ru")
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    person.sit()
    person.begin()
    question = person.enter_section("main")
    assert "Как вас называют?" in words_on(question)
    person.hands.type(person.field("called"), "Образцова")
    person.wait_saved()
    person.switch("en")
    assert person.typed("called") == "Образцова"
    assert "What do people call you?" in words_on(person.window)
    person.close()
    vault = Vault.open(person.vault, PASSPHRASE, listener=Receipts())
    (case,) = vault.cases(ALONE)
    assert (vault.case(case.id, ALONE).pack, case.title) == ("shelter", "Образцова")
    vault.close()


def test_a_draft_that_was_begun_keeps_its_questions(person: AtWindow, folder: Path) -> None:
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    person.hands.type(person.field("family_name"), "Образцова")
    person.hands.press("Back")
    person.hands.press("Back", person.hands.wait_for_page(HomePage).window())
    person.hands.wait_for_page(CasesPage)
    in_settings(person)
    choose(person, folder)
    person.hands.press("Back")
    person.hands.press("Back")
    person.hands.press("Open", person.hands.wait_for_page(CasesPage))
    home = person.hands.wait_for_page(HomePage)
    assert home.findChild(QWidget, "section-about_you") is not None
    assert home.findChild(QWidget, "newer") is None


def test_a_questionnaire_with_faults_is_refused_with_the_first_of_them(
    person: AtWindow, folder: Path
) -> None:
    person.make_vault()
    person.sit()
    in_settings(person)
    section = folder / "sections" / "main.yaml"
    section.write_text(section.read_text().replace("type: yes_no", "type: yes_or_no"), encoding="utf-8")
    page = choose(person, folder)
    assert "sections/main.yaml:5" in page.told.text()
    assert "Asylum in the United States" in words_on(page)


def test_one_can_go_back_to_the_questions_of_the_program(person: AtWindow, folder: Path) -> None:
    person.make_vault()
    person.sit()
    in_settings(person)
    choose(person, folder)
    person.hands.press("Use the questions that come with Intake")
    person.hands.wait_for(lambda: "from now on" in told(person), "the change")
    page = person.hands.wait_for_page(QuestionnairePage)
    assert "Asylum in the United States" in words_on(page)
    person.hands.press("Back")
    person.hands.press("Back")
    person.begin()
    person.enter_section("about_you")

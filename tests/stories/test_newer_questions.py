"""A draft that was begun with older questions moves to those that the program brings, when that is wanted."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from intake.answers import Answer, Path
from intake.changes import AnswerSet, Seen
from intake.form.loader import form_of
from intake.opening import read_pack
from intake.vault import rotation
from intake.vault.vault import PackText, Vault
from tests.support.at_window import PASSPHRASE, AtWindow, named
from tests.support.layout import layout_faults
from tests.support.packs import pack
from tests.support.shipped import PACK
from tests.support.vaults import ALONE, CHEAP, Receipts
from ui.jobs import Jobs
from ui.pages.chair_page import GivePage, ReturnPage
from ui.pages.home_page import HomePage
from ui.pages.newer_page import MOST_LISTED, NewerPage
from ui.pages.reading_page import ReadingPage
from ui.pages.unlock_page import UnlockPage
from ui.theme import Look
from ui.widgets.column import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HEAD = 'name: asylum_us\nversion: "0.0.1"\ntitle: Older\ncase_title: "${family_name}"\nsections: [main]\n'
ITEMS = """
- {type: text, name: family_name, label: What is your surname?}
- {type: text, name: middle_names, label: "Middle name or father's name"}
- {type: text, name: birth_date, label: When were you born?}
- {type: text, name: mood, label: How are you today?}
"""
SAID = {"family_name": "Образцова", "middle_names": "Павловна", "birth_date": "in spring", "mood": "tired"}


def older() -> PackText:
    files = pack(ITEMS, more={"form.yaml": HEAD})
    form = form_of(files)
    return PackText(form.name, form.hash, files)


@pytest.fixture
def old_draft(person: AtWindow) -> AtWindow:
    """A vault with one draft that answers older questions; its door on screen."""
    vault = Vault.create(person.vault, PASSPHRASE, listener=Receipts(), cost=CHEAP)
    case = vault.new_case(older(), "en", fictional=True)
    told = [AnswerSet(Path(name), Answer(words, language="ru", at=NOON)) for name, words in SAID.items()]
    vault.submit(case.id, [*told, Seen(frozenset(map(Path, SAID)))])
    vault.set_case(case.id, title="Образцова", resume_at="p")
    vault.close()
    person.close()
    person.open()
    person.hands.click(named(person.window, "vault-0"))
    person.unlock()
    return person


def at_home(person: AtWindow) -> HomePage:
    person.sit()
    person.hands.press("Open")
    return person.hands.wait_for_page(HomePage)


def ask(person: AtWindow) -> NewerPage:
    """What the newer questions would change."""
    person.hands.press("There is a newer version of the questions")
    return person.hands.wait_for_page(NewerPage)


def words_on(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel)]


def test_what_would_change_is_said_in_the_words_of_the_questions(old_draft: AtWindow) -> None:
    at_home(old_draft)
    said = words_on(ask(old_draft))
    at = [
        said.index(it)
        for it in ("Asked in other words", "Please answer again", "No longer asked", "New questions")
    ]
    assert at == sorted(at)
    assert "1 of your answers stays just as it is." in said
    assert said[at[0] + 2 : at[1]] == ["Family name"]
    assert said[at[1] + 2 : at[2]] == ["When were you born?"]
    assert said[at[2] + 2 : at[3]] == ["How are you today?"]
    new = said[at[3] + 2 :]
    assert "Who is writing here today?" in new
    assert new[MOST_LISTED].startswith("and ")


def test_nothing_changes_until_the_button_is_pressed(old_draft: AtWindow) -> None:
    at_home(old_draft)
    old_draft.hands.press("Keep the questions as they are", ask(old_draft))
    home = old_draft.hands.wait_for_page(HomePage)
    assert home.findChild(QWidget, "newer") is not None
    old_draft.hands.press("Leave now")
    vault = Vault.open(old_draft.vault, PASSPHRASE, listener=Receipts())
    (case,) = vault.cases(ALONE)
    assert vault.case(case.id, ALONE).pack_hash == older().hash
    vault.close()


def test_the_draft_goes_on_with_the_newer_questions_and_with_its_answers(old_draft: AtWindow) -> None:
    at_home(old_draft)
    copies = rotation.kept(old_draft.vault)
    old_draft.hands.press("Use the newer questions", ask(old_draft))
    home = old_draft.hands.wait_for_page(HomePage)
    assert "Your draft has the newer questions now. Your answers are here." in words_on(home)
    assert home.findChild(QWidget, "newer") is None
    assert len(rotation.kept(old_draft.vault)) > len(copies)
    old_draft.enter_section("about_you")
    assert (old_draft.typed("family_name"), old_draft.typed("middle_names")) == ("Образцова", "Павловна")
    old_draft.hands.type(old_draft.field("given_names"), "Марина")
    old_draft.wait_saved()
    old_draft.close()
    vault = Vault.open(old_draft.vault, PASSPHRASE, listener=Receipts())
    (case,) = vault.cases(ALONE)
    assert vault.case(case.id, ALONE).pack_hash == read_pack(PACK).form.hash
    values = {path.question: answer.value for path, answer in vault.answers(case.id, ALONE).by_path.items()}
    assert {**SAID, "given_names": "Марина"}.items() <= values.items()
    vault.close()


def test_on_a_chair_that_is_lent_the_draft_moves_and_shows_no_other(old_draft: AtWindow) -> None:
    old_draft.sit("I review drafts for a lawyer", "A. Example (fictional)")
    old_draft.hands.press("Give your place to the applicant")
    old_draft.hands.press("Show this draft alone", old_draft.hands.wait_for_page(GivePage))
    old_draft.hands.wait_for_page(HomePage)
    old_draft.hands.press("Use the newer questions", ask(old_draft))
    old_draft.hands.wait_for_page(HomePage)
    old_draft.hands.press("Back")
    old_draft.hands.wait_for_page(ReturnPage)


def test_locked_on_the_way_nothing_of_the_draft_comes_back_and_nothing_is_lost(old_draft: AtWindow) -> None:
    at_home(old_draft)
    ask(old_draft).agreed.emit()
    old_draft.hands.press("Take a break")
    old_draft.hands.wait_for_page(UnlockPage)
    for jobs in old_draft.window.findChildren(Jobs):
        jobs.wait()
    old_draft.hands.wait_for_page(UnlockPage)
    old_draft.unlock()
    at_home(old_draft)
    old_draft.hands.press("Check all my answers")
    assert "Павловна" in words_on(old_draft.hands.wait_for_page(ReadingPage))


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_the_page_fits_a_small_window_with_the_largest_letters(old_draft: AtWindow, language: str) -> None:
    at_home(old_draft)
    ask(old_draft)
    old_draft.stage.choose_language(language)
    old_draft.stage.dress(Look(scale=2.0))
    old_draft.window.resize(700, 520)
    old_draft.hands.wait_for(lambda: old_draft.window.width() == 700, "the small window")
    page = old_draft.window.page
    assert isinstance(page, NewerPage)
    column = page.findChild(Column)
    assert layout_faults(column) == []

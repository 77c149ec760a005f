"""What nobody types on purpose, at the whole window: it comes into vault and PDF, and nothing is lost."""

from pathlib import Path as File

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from intake.answers import Path
from intake.vault.vault import Vault
from tests.support.at_window import PASSPHRASE, AtWindow, line
from tests.support.typing_ import commit_text
from tests.support.vaults import ALONE
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.home_page import HomePage
from ui.pages.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROUGH = {
    "emoji of several signs": "Марина 👩‍👩‍👧‍👦🏳️‍🌈",
    "letters of no first plane": "𐤀𞤀𠀀",
    "an override of the direction": "abc\N{RIGHT-TO-LEFT OVERRIDE}fed",
    "isolates that are never closed": "\N{RIGHT-TO-LEFT ISOLATE}имя",
    "marks without a letter": "\u0301\u0308",
    "markup": "<b>x</b>&amp;<img src='file:///etc/passwd'>",
    "a gap of a template": "${family_name} {count} %s",
    "a long word": "я" * 50_000,
}


def stored(person: AtWindow, question: str) -> object:
    vault = Vault.open(person.vault, PASSPHRASE, listener=lambda _: None)
    try:
        (case,) = vault.cases(ALONE)
        answer = vault.answers(case.id, ALONE).by_path.get(Path(question))
        return answer.value if answer else None
    finally:
        vault.close()


@pytest.fixture
def typing(person: AtWindow) -> QLineEdit:
    """At the page of the own name, in its first field."""
    person.at_home_of_new_draft()
    person.enter_section("about_you")
    field = person.field("family_name")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    return field


def lock(person: AtWindow) -> None:
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)


@pytest.mark.parametrize("text", ROUGH.values(), ids=ROUGH)
def test_it_comes_back_as_it_was_given(text: str, person: AtWindow, typing: QLineEdit) -> None:
    commit_text(typing, text)
    shown = typing.text()
    lock(person)
    assert stored(person, "family_name") == text
    person.unlock()
    person.sit()
    person.hands.press("Open")
    person.hands.wait_for_page(HomePage)
    person.hands.press("Go on")
    assert person.typed("family_name") == shown


def test_a_pdf_is_made_of_all_of_it(person: AtWindow, typing: QLineEdit) -> None:
    commit_text(typing, " ".join(it for it in ROUGH.values() if len(it) < 1000))
    person.hands.press("Back")
    person.hands.press("Make a PDF for a lawyer")
    password = line(person.hands.wait_for_page(ExportPage), "password").text()
    person.hands.press("Make the PDF")
    person.hands.wait_for_page(ExportedPage)
    (made,) = File(person.places.exports).iterdir()
    told = "".join(page.extract_text() for page in pypdf.PdfReader(made, password=password).pages)
    assert "Марина" in told
    assert "{count}" in told


@pytest.mark.parametrize("question", ["family_name", "given_names"])
def test_what_was_being_composed_when_the_window_locks_is_kept(
    question: str, person: AtWindow, typing: QLineEdit
) -> None:
    field = person.field(question)
    field.setFocus()
    commit_text(field, "王")
    QApplication.sendEvent(field, QInputMethodEvent("小明", []))
    lock(person)
    assert stored(person, question) == "王小明"


def test_a_paste_of_what_is_not_text_changes_nothing(person: AtWindow, typing: QLineEdit) -> None:
    from PySide6.QtGui import QImage

    commit_text(typing, "Марина")
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    typing.paste()
    QGuiApplication.clipboard().clear()
    lock(person)
    assert stored(person, "family_name") == "Марина"

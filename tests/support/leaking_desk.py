"""What a reviewer writes beside a draft, and a package that goes out: the secret once in each."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Path as AnswerPath
from tests.support.at_window import AtWindow, named
from tests.support.handing_over import at_cards, seal, words_on
from ui.demo_hands import Hands
from ui.demo_story import Review
from ui.desk.grounds_view import GroundsView
from ui.desk.review_page import ReviewPage
from ui.desk.versions_view import VersionsView
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage

ANSWER = AnswerPath("family_name")
GROUNDS, VERSIONS = 3, 4


def write_everywhere(secret: str) -> Review:
    """A reviewer who writes the secret into each form and field of the desk."""

    def review(hands: Hands, page: ReviewPage) -> None:
        _write(hands, page, secret)
        _mark(hands, page, secret)
        _seal_version(hands, page, secret)

    return review


def find_and_give(home: Path, secret: str, passphrase: str) -> str:
    """A reviewer searches for it, then the applicant seals the draft; gives the passphrase of the package."""
    person = AtWindow(home)
    person.hands.click(named(person.window, "vault-0"))
    _unlock(person, passphrase)
    cases = person.sit("I review drafts for a lawyer", secret)
    person.hands.type(cases.search.line, secret)
    person.hands.wait_for(lambda: cases.search.found is not None, "what was found")
    phrase = _give(person, passphrase)
    person.close()
    return phrase


def _unlock(person: AtWindow, passphrase: str) -> None:
    """The window goes on in the language of the vault."""
    person.unlock(passphrase)
    person.hands.wait_for_page(SittingPage)
    person.hands.read(person.stage.words.language)


def _write(hands: Hands, page: ReviewPage, secret: str) -> None:
    """A note, a question, a proposal and English for one answer, the secret in each field."""
    answers = page.answers
    for act in (answers.note, answers.ask, answers.propose, answers.translate):
        answers.go_to(ANSWER)
        act()
        form = answers.side.form
        assert form is not None
        fields = (*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit))
        for field in filter(QWidget.isVisible, fields):
            hands.type(field, secret)
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _mark(hands: Hands, page: ReviewPage, secret: str) -> None:
    page.tabs.setCurrentIndex(GROUNDS)
    board = page.findChild(GroundsView)
    assert board is not None
    hands.type(board.remark.line, secret)
    board.table.go_to(next(it.about for it in board.table.rows.rows if isinstance(it.about, AnswerPath)))
    QTest.keyClick(board.table, Qt.Key.Key_1)


def _seal_version(hands: Hands, page: ReviewPage, secret: str) -> None:
    page.tabs.setCurrentIndex(VERSIONS)
    versions = page.findChild(VersionsView)
    assert versions is not None
    hands.type(versions.name.line, secret)
    hands.press("Seal a version now")


def _give(person: AtWindow, passphrase: str) -> str:
    """The applicant comes back and seals the draft with a passphrase."""
    person.hands.press("Take a break")
    person.hands.wait_for_page(UnlockPage)
    _unlock(person, passphrase)
    person.sit()
    person.hands.press("Open")
    person.hands.press("They have no card: use a passphrase", at_cards(person))
    person.hands.press("Use these words")
    person.hands.press("Go on")
    page = seal(person, person.home / "exports" / "package.age")
    heading = person.hands.words.say("Passphrase of the package")
    return words_on(page).split(f"{heading}\n")[1].splitlines()[0]

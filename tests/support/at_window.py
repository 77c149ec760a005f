"""A person at the real window, with a real vault in a folder of the test's own."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from intake.vault.keys import Cost
from tests.support.vaults import CHEAP
from ui.app import Around, build
from ui.demo_hands import Hands, breathe
from ui.jobs import Jobs
from ui.opening import keys
from ui.pages.before_page import BeforePage
from ui.pages.cases_page import CasesPage
from ui.pages.create_page import CreatePage
from ui.pages.home_page import HomePage
from ui.pages.question_block import QuestionBlock
from ui.pages.question_page import QuestionPage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.welcome_page import WelcomePage
from ui.paths import Places, find_folders
from ui.stage import NATIVE_NAMES, Stage
from ui.window import Window

PASSPHRASE = "пять слов для меня одной"


class AtWindow:
    """Opens the program and does what a person does in it, by keys and clicks."""

    def __init__(self, home: Path, cost: Cost = CHEAP, around: Around | None = None) -> None:
        self.home = home
        self.places = Places(find_folders(), home / "Intake", home / "Intake exports")
        self.vault = self.places.vaults / "мой.intake"
        self._cost = cost
        self.around = around or Around()
        self.passphrase = PASSPHRASE
        self.open()

    def open(self) -> None:
        """Start the program."""
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self.window: Window = build(program, self.places, keys(self._cost), self.around)
        self.window.show()
        self.hands = Hands(self.window, self.places.folders.translations, self.home)
        self.hands.read(self.stage.words.language)

    def close(self) -> None:
        """Close the window as its frame does, and let everything end; a second time does nothing."""
        if not isValid(self.window):
            return
        self.window.close()
        for jobs in self.window.findChildren(Jobs):
            jobs.wait()
        self.window.deleteLater()
        breathe()

    @property
    def stage(self) -> Stage:
        return next(iter(self.window.findChildren(Stage)))

    def speak(self, language: str) -> None:
        """Choose a language on the first page."""
        self.hands.wait_for_page(WelcomePage)
        self.hands.click(self.hands.button(NATIVE_NAMES[language]))
        self.hands.read(language)

    def switch(self, language: str) -> None:
        """Choose a language in the bar."""
        self.hands.choose_in_menu("language", NATIVE_NAMES[language])
        self.hands.read(language)

    def make_vault(self) -> None:
        """Make a vault and stand before the question who is here."""
        self.hands.press("Make a new vault")
        self.hands.press("Continue", self.hands.wait_for_page(BeforePage))
        page = self.hands.wait_for_page(CreatePage)
        self.hands.type_anew(line(page, "name"), self.vault.stem)
        self.hands.type(line(page, "first"), self.passphrase)
        self.hands.type(line(page, "second"), self.passphrase)
        self.hands.press("Make the vault")
        self.hands.wait_for_page(SittingPage)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase on the unlock page and press Open."""
        page = self.hands.wait_for_page(UnlockPage)
        self.hands.type(line(page, "passphrase"), passphrase)
        self.hands.press("Open", page)

    def sit(self, role: str = "I answer about myself", name: str = "") -> CasesPage:
        """Say who is here; gives the list of drafts."""
        page = self.hands.wait_for_page(SittingPage)
        self.hands.press(role, page)
        if name:
            self.hands.type(line(page, "name"), name)
        self.hands.press("Continue", page)
        return self.hands.wait_for_page(CasesPage)

    def begin(self) -> HomePage:
        """Begin a draft; gives its home."""
        self.hands.press("Begin a new draft")
        return self.hands.wait_for_page(HomePage)

    def at_home_of_new_draft(self) -> HomePage:
        """From the first page to the home of a new draft."""
        self.make_vault()
        self.sit()
        return self.begin()

    def enter_section(self, name: str) -> QuestionPage:
        """Choose a section on the home page."""
        home = self.hands.wait_for_page(HomePage)
        self.hands.click(named(home, f"section-{name}"))
        return self.hands.wait_for_page(QuestionPage)

    def field(self, question: str) -> QWidget:
        """The field of a question on the page."""
        page = self.hands.wait_for_page(QuestionPage)
        block = next(it for it in page.findChildren(QuestionBlock) if it.asked.question.name == question)
        fields = (*block.findChildren(QLineEdit), *block.findChildren(QPlainTextEdit))
        return next(it for it in fields if it.isVisible())

    def typed(self, question: str) -> str:
        """What stands in the field of a question."""
        field = self.field(question)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]

    def wait_saved(self) -> None:
        """Until the sign on the page says that all is saved."""
        self.hands.wait_for(lambda: self.sign().startswith(self.saved_words()), "the words that all is saved")

    def sign(self) -> str:
        """What the sign on the page says."""
        page = self.hands.wait_for_page(QuestionPage)
        return page.saved.text()

    def saved_words(self) -> str:
        return self.hands.words.say("Saved on this computer, {time}", time="")


def line(place: QWidget, name: str) -> QLineEdit:
    found = place.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def named(place: QWidget, name: str) -> QWidget:
    found = place.findChild(QWidget, name)
    assert found is not None, name
    return found

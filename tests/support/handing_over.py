"""An applicant and a firm, each at a window of their own, and the file that travels between them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from tests.support.at_window import AtWindow, line, named
from ui.handover.card_page import CardPage
from ui.handover.compare_page import ComparePage
from ui.handover.contents_page import ContentsPage
from ui.handover.own_card_page import OwnCardPage
from ui.handover.receive_page import ReceivePage
from ui.handover.sealed_page import SealedPage
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.pages.vault_page import VaultPage

FIRM = "Casa Example (fictional)"
REVIEWER = "Rosa Example (fictional)"


@dataclass(frozen=True)
class Pair:
    """Both at their windows, and the folder in which files go from one to the other."""

    home: AtWindow
    firm: AtWindow
    between: Path

    def close(self) -> None:
        self.home.close()
        self.firm.close()


def pair(folder: Path) -> Pair:
    (folder / "between").mkdir()
    return Pair(AtWindow(folder / "home"), AtWindow(folder / "firm"), folder / "between")


def name_file(person: AtWindow, file: Path) -> None:
    """Type the whole name of a file into the dialog that is open, and press Enter."""
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    field = line(dialog, "fileNameEdit")
    person.hands.type_anew(field, str(file))
    person.hands.press_enter(field)
    person.hands.wait_for(lambda: person.window.findChild(QFileDialog) is None, "the end of the dialog")


def words_on(page: QWidget) -> str:
    return "\n".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def at_list_of_firm(both: Pair) -> CasesPage:
    both.firm.speak("en")
    both.firm.make_vault()
    return both.firm.sit("I review drafts for a lawyer", REVIEWER)


def at_own_card(firm: AtWindow) -> OwnCardPage:
    firm.hands.press("Vault settings", firm.hands.wait_for_page(CasesPage))
    firm.hands.click(named(firm.hands.wait_for_page(VaultPage), "own-card"))
    return firm.hands.wait_for_page(OwnCardPage)


def save_card(both: Pair, name: str = FIRM) -> tuple[Path, str]:
    """The firm puts its name on its card and saves it; gives the file and the digits."""
    page = at_own_card(both.firm)
    both.firm.hands.type_anew(line(page, "card-name"), name)
    both.firm.hands.press("Put this name on the card", page)
    page = both.firm.hands.wait_for_page(OwnCardPage)
    file = both.between / f"{name.split(maxsplit=1)[0]}.card"
    both.firm.hands.press("Save the card as a file", page)
    name_file(both.firm, file)
    both.firm.hands.wait_for(file.exists, "the file of the card")
    digits = next(it for it in words_on(page).splitlines() if len(it) == 23 and it.replace(" ", "").isdigit())
    both.firm.hands.press("Back")
    both.firm.hands.press("Back", both.firm.window)
    both.firm.hands.wait_for_page(CasesPage)
    return file, digits


def at_home_with_a_name(both: Pair, family_name: str = "Образцова") -> HomePage:
    both.home.speak("en")
    both.home.at_home_of_new_draft()
    write_name(both.home, family_name)
    return both.home.hands.wait_for_page(HomePage)


def write_name(home: AtWindow, family_name: str) -> None:
    home.enter_section("about_you")
    home.hands.type_anew(home.field("family_name"), family_name)
    home.hands.press("Back")
    home.hands.wait_for_page(HomePage)


def at_cards(home: AtWindow) -> CardPage:
    home.hands.press("Share it, or ask for help", home.hands.wait_for_page(HomePage))
    home.hands.press("Give it to a firm", home.hands.wait_for_page(SharePage))
    return home.hands.wait_for_page(CardPage)


def choose_card(home: AtWindow, file: Path) -> None:
    home.hands.press("Choose the file of the card", at_cards(home))
    name_file(home, file)


def compare(home: AtWindow, digits: str) -> ContentsPage:
    page = home.hands.wait_for_page(ComparePage)
    home.hands.type_anew(line(page, "digits"), digits)
    home.hands.press("These are their digits", page)
    return home.hands.wait_for_page(ContentsPage)


def seal(home: AtWindow, target: Path) -> SealedPage:
    """Choose a place for the package, and seal it."""
    page = home.hands.wait_for_page(ContentsPage)
    home.hands.press("Choose another place", page)
    name_file(home, target)
    home.hands.press("Seal it", page)
    return home.hands.wait_for_page(SealedPage)


def look_at(person: AtWindow, file: Path) -> None:
    """From the list of drafts: look at a package."""
    person.hands.press("Take in a sealed package", person.hands.wait_for_page(CasesPage))
    page = person.hands.wait_for_page(ReceivePage)
    person.hands.press("Choose the file", page)
    name_file(person, file)

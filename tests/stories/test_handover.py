"""A draft goes to a firm and comes back with questions: two people, two vaults, one file at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton

from intake.answers import Path as AnswerPath
from intake.errors import (
    FingerprintDiffers,
    PackageForAnother,
    PackageOlder,
    PackageTaken,
    PackageWrongPassphrase,
)
from intake.sentences import sentence
from tests.support.a11y import complaints
from tests.support.at_window import AtWindow, line, named
from tests.support.handing_over import (
    FIRM,
    Pair,
    at_cards,
    at_home_with_a_name,
    at_list_of_firm,
    choose_card,
    compare,
    look_at,
    name_file,
    pair,
    save_card,
    seal,
    words_on,
    write_name,
)
from ui.desk.grid import Grid
from ui.desk.review_page import ReviewPage
from ui.handover.came_page import CamePage
from ui.handover.compare_page import ComparePage
from ui.handover.contents_page import ContentsPage
from ui.handover.phrase_page import TypePhrasePage
from ui.handover.questions_page import QuestionsPage
from ui.handover.receive_page import ReceivePage
from ui.handover.return_page import ReturnPage
from ui.handover.sealed_page import SealedPage
from ui.handover.taken_page import TakenPage
from ui.pages.asked_page import AskedPage
from ui.pages.cases_page import CasesPage
from ui.pages.home_page import HomePage
from ui.pages.share_page import SharePage
from ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def both(qapp: QApplication, tmp_path: Path) -> Iterator[Pair]:
    made = pair(tmp_path)
    yield made
    made.close()


def given(both: Pair) -> Path:
    """The applicant's draft, sealed to the firm whose digits were compared; both are back."""
    at_list_of_firm(both)
    file, digits = save_card(both)
    at_home_with_a_name(both)
    choose_card(both.home, file)
    compare(both.home, digits)
    return sealed_again(both, "first.age")


def sealed_again(both: Pair, name: str) -> Path:
    package = both.between / name
    both.home.hands.press("Back to my draft", seal(both.home, package))
    both.home.hands.wait_for_page(HomePage)
    return package


def give_again(both: Pair, name: str) -> Path:
    """To a card that is known: no digits are asked for."""
    page = at_cards(both.home)
    both.home.hands.press(f"Give it to them: {FIRM}", page)
    return sealed_again(both, name)


def take(firm: AtWindow, package: Path) -> CamePage:
    look_at(firm, package)
    page = firm.hands.wait_for_page(CamePage)
    firm.hands.press("Take it in", page)
    return page


def to_drafts(firm: AtWindow) -> CasesPage:
    firm.hands.press("To the drafts", firm.hands.wait_for_page(TakenPage))
    return firm.hands.wait_for_page(CasesPage)


def at_desk(firm: AtWindow) -> ReviewPage:
    QTest.keyClick(firm.hands.wait_for_page(CasesPage).table, Qt.Key.Key_Return)
    return firm.hands.wait_for_page(ReviewPage)


def ask(firm: AtWindow, page: ReviewPage, text: str) -> None:
    page.answers.go_to(AnswerPath("family_name"))
    page.answers.ask()
    field = page.answers.side.form.findChild(QPlainTextEdit)
    firm.hands.type(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_draft_is_given_asked_about_answered_and_given_again(both: Pair) -> None:
    package = given(both)
    look_at(both.firm, package)
    page = both.firm.hands.wait_for_page(CamePage)
    assert "The sender is not known yet" in words_on(page)
    assert "Образцова" in words_on(page)
    assert "It becomes a new draft" in words_on(page)
    assert complaints(page) == []
    both.firm.hands.press("Take it in", page)
    to_drafts(both.firm)

    desk = at_desk(both.firm)
    ask(both.firm, desk, "How is it spelled in the passport?")
    both.firm.hands.press("Send questions back", desk)
    back = both.firm.hands.wait_for_page(ReturnPage)
    assert "1 open question" in words_on(back)
    assert complaints(back) == []
    both.firm.hands.press("Choose another place", back)
    answer = both.between / "questions.age"
    name_file(both.firm, answer)
    both.firm.hands.press("Seal it", back)
    both.firm.hands.press("Back to the draft", both.firm.hands.wait_for_page(SealedPage))
    both.firm.hands.wait_for_page(ReviewPage)
    both.firm.hands.press("Back")

    bring(both.home, answer)
    questions = both.home.hands.wait_for_page(QuestionsPage)
    assert FIRM in words_on(questions)
    assert complaints(questions) == []
    both.home.hands.press("Take it in", questions)
    asked = both.home.hands.wait_for_page(AskedPage)
    assert "How is it spelled in the passport?" in words_on(asked)
    both.home.hands.type(asked.findChild(QPlainTextEdit), "OBRAZTSOVA")
    both.home.hands.press("Back to my draft", asked)
    both.home.hands.wait_for_page(HomePage)

    take(both.firm, give_again(both, "second.age"))
    to_drafts(both.firm)
    desk = at_desk(both.firm)
    desk.answers.go_to(AnswerPath("family_name"))
    assert "OBRAZTSOVA" in "\n".join(it.cells[0].text for it in desk.answers.side.list.rows.rows)


def bring(home: AtWindow, file: Path) -> ReceivePage:
    home.hands.press("Share it, or ask for help", home.hands.wait_for_page(HomePage))
    home.hands.press("Take in their file", home.hands.wait_for_page(SharePage))
    page = home.hands.wait_for_page(ReceivePage)
    home.hands.press("Choose the file", page)
    name_file(home, file)
    return page


def test_wrong_digits_seal_nothing_and_the_right_ones_do_not_stand_on_the_page(both: Pair) -> None:
    at_list_of_firm(both)
    file, digits = save_card(both)
    at_home_with_a_name(both)
    choose_card(both.home, file)
    page = both.home.hands.wait_for_page(ComparePage)
    assert FIRM in words_on(page)
    assert digits not in words_on(page)
    assert digits.replace(" ", "") not in words_on(page).replace(" ", "")
    both.home.hands.type(line(page, "digits"), digits[:-1] + str((int(digits[-1]) + 1) % 10))
    both.home.hands.press("These are their digits", page)
    assert page.told.text() == sentence(FingerprintDiffers(), both.home.stage.words)
    assert digits in words_on(compare(both.home, digits)), "they are shown once they were compared"


def test_a_changed_card_of_a_known_name_is_told_loudly(both: Pair, tmp_path: Path) -> None:
    package = given(both)
    assert package.exists()
    (tmp_path / "other").mkdir()
    other = Pair(both.home, AtWindow(tmp_path / "other firm"), tmp_path / "other")
    at_list_of_firm(other)
    file, _ = save_card(other)
    choose_card(both.home, file)
    page = both.home.hands.wait_for_page(ComparePage)
    assert "Please stop and look: these keys are others" in words_on(page)
    other.firm.close()


def test_what_is_taken_out_stays_and_is_counted(both: Pair) -> None:
    at_list_of_firm(both)
    file, digits = save_card(both)
    at_home_with_a_name(both)
    choose_card(both.home, file)
    page = compare(both.home, digits)
    assert "1 answer goes along." in words_on(page)
    both.home.hands.click(named(page, "section-about_you"))
    assert "1 answer stays here." in words_on(page)
    assert not page.act.isEnabled()
    both.home.switch("es")
    page = both.home.hands.wait_for_page(ContentsPage)
    assert page.choice().without == {"about_you"}, "another language ticks nothing again"


def test_conflicts_are_decided_one_by_one_and_nothing_is_chosen_beforehand(both: Pair) -> None:
    take(both.firm, given(both))
    to_drafts(both.firm)
    both.firm.hands.press("Take a break")
    both.firm.unlock()
    both.firm.sit("I help someone and type for them", "Typist (fictional)")
    QTest.keyClick(both.firm.hands.wait_for_page(CasesPage).table, Qt.Key.Key_Return)
    write_name(both.firm, "Primerova")
    both.firm.hands.press("Back")
    write_name(both.home, "Образцова-Примерова")
    second = give_again(both, "second.age")
    look_at(both.firm, second)
    page = both.firm.hands.wait_for_page(CamePage)
    assert "1 answer was changed on both sides" in words_on(page)
    assert not any(it.isChecked() for it in page.findChildren(QRadioButton))
    assert complaints(page) == []
    both.firm.hands.press("Take it in", page)
    assert page.told.text() == "Please decide 1 more answer first."
    both.firm.switch("ru")
    page = both.firm.hands.wait_for_page(CamePage)
    both.firm.switch("en")
    page = both.firm.hands.wait_for_page(CamePage)
    both.firm.hands.press("In the package: Образцова-Примерова", page)
    both.firm.hands.press("Take it in", page)
    to_drafts(both.firm)
    QTest.keyClick(both.firm.hands.wait_for_page(CasesPage).table, Qt.Key.Key_Return)
    both.firm.enter_section("about_you")
    assert both.firm.typed("family_name") == "Образцова-Примерова"


def test_a_replay_and_one_out_of_order_are_told_and_change_nothing(both: Pair) -> None:
    first = given(both)
    write_name(both.home, "Образцова-Примерова")
    second = give_again(both, "second.age")
    take(both.firm, second)
    to_drafts(both.firm)
    for package, error in ((second, PackageTaken()), (first, PackageOlder())):
        look_at(both.firm, package)
        page = both.firm.hands.wait_for_page(ReceivePage)
        said = sentence(error, both.firm.stage.words)
        both.firm.hands.wait_for(lambda page=page, said=said: page.told.text() == said, said)
        both.firm.hands.press("Back", page)


def test_an_office_takes_each_package_of_a_shared_folder_once(both: Pair) -> None:
    package = given(both)
    both.firm.hands.press("Take in a sealed package")
    page = both.firm.hands.wait_for_page(ReceivePage)
    both.firm.hands.press("Choose the shared folder", page)
    name_file(both.firm, both.between)
    both.firm.hands.wait_for(lambda: "Package of" in words_on(page), "the package")
    assert complaints(page) == []
    both.firm.hands.press("Look again", page)
    looks = (it for it in page.findChildren(LinkButton) if it.accessibleName().startswith("Look at it"))
    both.firm.hands.click(next(looks))
    both.firm.hands.press("Take it in", both.firm.hands.wait_for_page(CamePage))
    to_drafts(both.firm)
    assert not package.exists()
    assert len([*(both.between / "taken").iterdir()]) == 1
    both.firm.hands.press("Take in a sealed package")
    page = both.firm.hands.wait_for_page(ReceivePage)
    both.firm.hands.wait_for(lambda: "No package waits in this folder." in words_on(page), "an empty folder")


def test_a_package_for_the_firm_cannot_be_read_where_it_was_sealed(both: Pair) -> None:
    package = given(both)
    page = bring(both.home, package)
    said = sentence(PackageForAnother(), both.home.stage.words)
    both.home.hands.wait_for(lambda: page.told.text() == said, said)


def test_a_passphrase_does_where_there_is_no_card(both: Pair) -> None:
    at_list_of_firm(both)
    at_home_with_a_name(both)
    both.home.hands.press("They have no card: use a passphrase", at_cards(both.home))
    both.home.hands.press("Use these words")
    both.home.hands.press("Go on")
    page = seal(both.home, both.between / "phrase.age")
    phrase = words_on(page).split("Passphrase of the package\n")[1].splitlines()[0]
    look_at(both.firm, both.between / "phrase.age")
    asked = both.firm.hands.wait_for_page(TypePhrasePage)
    both.firm.hands.type(line(asked, "phrase"), "another one")
    both.firm.hands.press("Open the package", asked)
    said = sentence(PackageWrongPassphrase(), both.firm.stage.words)
    both.firm.hands.wait_for(lambda: asked.told.text() == said, said)
    both.firm.hands.type_anew(line(asked, "phrase"), phrase)
    both.firm.hands.press("Open the package", asked)
    assert "Образцова" in words_on(both.firm.hands.wait_for_page(CamePage))


def test_the_table_of_differences_says_what_happens(both: Pair) -> None:
    take(both.firm, given(both))
    to_drafts(both.firm)
    write_name(both.home, "Образцова-Примерова")
    look_at(both.firm, give_again(both, "second.age"))
    page = both.firm.hands.wait_for_page(CamePage)
    assert "A newer version has come" in words_on(page)
    assert "whose packages were taken in here before" in words_on(page)
    table = page.findChild(Grid)
    assert table is not None
    (row,) = table.rows.rows
    assert [cell.text for cell in row.cells][1:] == ["Образцова", "Образцова-Примерова", "What came is taken"]

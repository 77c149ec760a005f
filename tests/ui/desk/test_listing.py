"""What is done in the list of drafts, with a real vault."""

from collections.abc import Iterator
from pathlib import Path as File

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from intake.answers import Answers, Entry, Path
from intake.case import Role, Sitting, Status
from intake.changes import EntrySet
from intake.searching import Passage
from intake.vault.vault import Vault
from intake.words import Words
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, REVIEWER, Receipts, said
from ui.desk.listing import Listing
from ui.faults import FaultBook
from ui.jobs import Jobs
from ui.pages.cases_page import CasesPage

ENGLISH = Words.read("en", None)
HELPER = Sitting(Role.ASSISTED, "B. Example (fictional)")


@pytest.fixture
def vault(tmp_path: File) -> Iterator[Vault]:
    opened = Vault.create(tmp_path / "v.intake", PASSPHRASE, listener=Receipts(), cost=CHEAP)
    for title in ("Антонова", "Борисов"):
        case = opened.new_case(PACK, "ru")
        entry = Entry(f"E{case.id[:9]}", "legs")
        opened.submit(
            case.id,
            [EntrySet(entry), said("story", f"{title} рассказывает"), said("place", "Стамбул", entry.id)],
        )
        opened.set_case(case.id, status=Status.SHARED, title=title)
    yield opened
    opened.close()


@pytest.fixture
def page(vault: Vault, qtbot: QtBot) -> CasesPage:
    return shown(vault, REVIEWER, qtbot)


def shown(vault: Vault, who: Sitting, qtbot: QtBot) -> CasesPage:
    made = CasesPage(ENGLISH, who, vault.cases(who))
    Listing(vault, who, made, Jobs(FaultBook(), made))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.first.setFocus()
    return made


def titles(page: CasesPage) -> list[str]:
    return [page.model.case(at).title for at in range(page.model.rowCount())]


def press(page: CasesPage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_whoever_types_in_the_list_searches_it_and_enter_opens_what_is_found(
    vault: Vault, page: CasesPage, qtbot: QtBot
) -> None:
    case = next(it for it in vault.cases(REVIEWER) if it.title == "Борисов")
    vault.index(case.id, [Passage(Path("story"), "Борисов рассказывает")])
    QTest.keyClicks(page.table, "bo")
    QTest.keyClicks(page.search.line, "riso")
    assert page.search.line.text() == "boriso"
    qtbot.waitUntil(lambda: titles(page) == ["Борисов"])
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert opened.args == [case.id]
    page.search.line.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_a_duplicate_holds_the_same_answers_under_new_entries(
    vault: Vault, page: CasesPage, qtbot: QtBot
) -> None:
    first = page.model.case(page.table.currentIndex().row())
    sha256 = vault.keep_file(first.id, b"a ticket")
    with qtbot.waitSignal(page.findChild(Listing).changed):
        press(page, "duplicate")
    copies = [it for it in vault.cases(REVIEWER) if it.title == first.title]
    assert len(copies) == 2
    assert {vault.file(it.id, sha256) for it in copies} == {b"a ticket"}
    one, other = (vault.answers(it.id, REVIEWER) for it in copies)
    assert words_in(one) == words_in(other)
    assert not set(one.by_entry) & set(other.by_entry)


def words_in(answers: Answers) -> list[tuple[str, str]]:
    return sorted((path.question, str(answer.value)) for path, answer in answers.by_path.items())


def test_a_draft_that_is_put_away_comes_back(vault: Vault, page: CasesPage, qtbot: QtBot) -> None:
    away = page.model.case(page.table.currentIndex().row()).title
    press(page, "archive")
    again = shown(vault, REVIEWER, qtbot)
    assert away not in titles(again)
    again.search.archived.setChecked(True)
    assert titles(again) == [away]
    press(again, "archive")
    assert away in titles(shown(vault, REVIEWER, qtbot))


def test_whoever_is_alone_with_one_draft_finds_nothing_to_search(vault: Vault, qtbot: QtBot) -> None:
    page = shown(vault, ALONE, qtbot)
    buttons = {it.objectName() for it in page.findChildren(QAbstractButton) if it.isVisible()}
    assert {"open", "begin", "vault"} <= buttons
    assert not {"duplicate", "archive", "erase"} & buttons
    assert not page.search.isVisible()


def test_a_reviewer_erases_nothing(page: CasesPage) -> None:
    visible = {it.objectName() for it in page.findChildren(QAbstractButton) if it.isVisible()}
    assert {"duplicate", "archive"} <= visible
    assert "erase" not in visible

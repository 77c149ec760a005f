"""The sparse sample, shared, in a vault of its own, and its review on screen. Its people are fictional."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path as File

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.answers import new_entry_id
from intake.case import Status
from intake.changes import changes_to
from intake.opening import Pack, open_case, read_pack, text_of_pack
from intake.vault.vault import Vault
from intake.words import Words
from tests.support.shipped import PACK, sample
from tests.support.vaults import CHEAP, PASSPHRASE, REVIEWER, Receipts
from ui.desk.dossier import Dossier
from ui.desk.review_page import ReviewPage
from ui.paths import find_folders
from ui.session import Session
from ui.theme import Look, apply_look

NOW = datetime(2026, 11, 24, 14, 2, tzinfo=UTC)

Review = Callable[[str], ReviewPage]


@cache
def shipped() -> Pack:
    return read_pack(PACK)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The light theme at 100 %, as it is at the start."""
    if qapp.property("look") != Look():
        apply_look(qapp, Look(), find_folders().resources)
        qapp.setProperty("look", Look())


@pytest.fixture
def shared_vault(tmp_path: File) -> Iterator[Vault]:
    vault = Vault.create(tmp_path / "desk.intake", PASSPHRASE, listener=Receipts(), cost=CHEAP)
    case = vault.new_case(text_of_pack(PACK, shipped().form), "ru", fictional=True)
    vault.submit(case.id, changes_to(sample("sparse_en").answers, new_entry_id))
    vault.set_case(case.id, status=Status.SHARED, title="Sample")
    yield vault
    vault.close()


@pytest.fixture
def dossier(shared_vault: Vault, qtbot: QtBot) -> Dossier:
    (case,) = shared_vault.cases(REVIEWER)
    opened = open_case(shared_vault, case.id, REVIEWER, shipped(), lambda: NOW)
    return Dossier(Session(shared_vault, REVIEWER, opened, lambda: NOW), NOW.date())


@pytest.fixture
def review(dossier: Dossier, qtbot: QtBot) -> Review:
    """Opens the review in a language, in a window of its own that has the keyboard."""

    def opened(language: str = "en") -> ReviewPage:
        words = Words.load(language, find_folders().translations)
        page = ReviewPage(dossier.voice(words), "Sample (fictional)", dossier, [])
        dossier.changed.connect(page.refresh)
        return show(page, qtbot)

    return opened


def show(page: ReviewPage, qtbot: QtBot) -> ReviewPage:
    window: QWidget = page
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.first_field().setFocus()
    return page

"""Choosing a file leaves no trace of which."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.words import Words
from tests.support.at_window import AtWindow, line
from ui.dialogs import ask_folder, ask_new_file, close_dialogs, forget_folders
from ui.pages.export_page import ExportPage
from ui.paths import find_folders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORDS = Words.load("en", find_folders().translations)
TELLING = "Мария Петрова, убежище"


def test_qt_knows_no_settings_file_that_it_could_write(person: AtWindow) -> None:
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        settings = QSettings(form, QSettings.Scope.UserScope, "QtProject")
        settings.setValue("FileDialog/history", [TELLING])
        settings.sync()
        assert settings.status() == QSettings.Status.AccessError
        assert not Path(settings.fileName()).exists()


def test_a_folder_that_was_chosen_stands_in_no_file_afterwards(
    person: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / TELLING
    folder.mkdir()
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    dialog = person.window.findChild(QFileDialog)
    name = line(dialog, "fileNameEdit")
    person.hands.type_anew(name, str(folder / "out.pdf"))
    person.hands.press_enter(name)
    person.hands.wait_for(lambda: person.window.findChild(QFileDialog) is None, "the end of the dialog")
    person.close()
    telling = [
        path for path in tmp_path.rglob("*") if path.is_file() and TELLING.encode() in path.read_bytes()
    ]
    assert telling == []
    assert not config.exists()


def test_the_dialog_is_our_own_and_not_the_systems(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    forget_folders()
    dialog = ask_new_file(parent, WORDS, tmp_path / "summary.pdf", lambda _: None)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    close_dialogs()


def test_a_dialog_starts_in_the_nearest_folder_that_exists(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask_folder(parent, WORDS, tmp_path / "not" / "yet", lambda _: None)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    close_dialogs()


def test_a_lock_closes_a_dialog_that_is_open(person: AtWindow) -> None:
    person.at_home_of_new_draft()
    person.hands.press("Make a PDF for a lawyer")
    person.hands.wait_for_page(ExportPage)
    person.hands.press("Choose another place")
    person.stage.break_taken.emit()
    person.hands.wait_for(lambda: person.window.findChild(QFileDialog) is None, "the end of the dialog")
    assert person.window.page is not None
    assert person.window.page.findChild(QLineEdit, "passphrase") is not None

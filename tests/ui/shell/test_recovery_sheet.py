"""The sheet with the recovery code: one page, readable, with a warning about printers, and naming nobody."""

import re
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages, extract_text
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from intake.vault.recovery import new_code, read_code, written
from intake.words import Words
from ui.dialogs import close_dialogs
from ui.pages.code_fields import CodeFields
from ui.pages.recovery_sheet import print_on
from ui.paths import find_folders


@pytest.mark.parametrize(
    "paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A5]
)
@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_the_sheet_is_one_page_from_which_the_code_can_be_read(
    qapp: QApplication, tmp_path: Path, language: str, paper: QPageSize.PageSizeId
) -> None:
    words, code = Words.load(language, find_folders().translations), new_code()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    printer.setPageSize(QPageSize(paper))
    print_on(printer, words, written(code))
    file = tmp_path / "sheet.pdf"
    assert len(list(extract_pages(file))) == 1
    text = " ".join(extract_text(file).split())
    assert read_code("".join(re.findall(r"\b[0-9A-Z]{4}\b", text))) == code
    assert words.say("Recovery code") in text
    warning = words.say(
        "If this sheet was printed, the printer and the computer's list of printed things may keep a copy."
        " Clear that list, and do not use a printer that others use."
    )
    assert warning in text


def test_a_lock_closes_the_choice_of_a_printer(qtbot: QtBot) -> None:
    words = Words.load("en", find_folders().translations)
    fields = CodeFields(words, written(new_code()))
    qtbot.addWidget(fields)
    fields.show()
    fields.findChild(QWidget, "print").click()  # type: ignore[union-attr]
    dialogs = [it for it in QApplication.topLevelWidgets() if isinstance(it, QDialog) and it.isVisible()]
    assert len(dialogs) == 1
    close_dialogs()
    assert not dialogs[0].isVisible()

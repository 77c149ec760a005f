"""The card of a vault at the window: named, saved, printed, renewed; a key is deleted by a typed word."""

import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from intake.export.handover.cards import fingerprint, read_card
from tests.support.a11y import complaints
from tests.support.at_window import line, named
from tests.support.handing_over import (
    FIRM,
    Pair,
    at_list_of_firm,
    at_own_card,
    name_file,
    save_card,
    words_on,
)
from ui.handover.delete_key_page import DeleteKeyPage
from ui.handover.own_card_page import OwnCardPage
from ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def deletions(page: QWidget) -> list[LinkButton]:
    return [it for it in page.findChildren(LinkButton) if it.objectName().startswith("delete-")]


def test_the_card_is_saved_as_it_stands_on_the_page(both: Pair) -> None:
    at_list_of_firm(both)
    file, digits = save_card(both)
    card = read_card(file.read_bytes())
    assert card.name == FIRM
    assert fingerprint(card.recipient, card.verifier) == digits


def test_the_page_has_names_for_those_who_hear_it_and_a_picture(both: Pair) -> None:
    at_list_of_firm(both)
    page = at_own_card(both.firm)
    assert complaints(page) == []
    code = named(page, "qr")
    assert isinstance(code, QLabel)
    assert not code.pixmap().isNull()
    assert code.accessibleName()


def test_the_sheet_to_print_says_name_and_digits(both: Pair) -> None:
    at_list_of_firm(both)
    _, digits = save_card(both)
    page = at_own_card(both.firm)
    sheet = both.between / "sheet.pdf"
    both.firm.hands.press("Make a sheet to print", page)
    name_file(both.firm, sheet)
    both.firm.hands.wait_for(sheet.exists, "the sheet")
    reader = pypdf.PdfReader(io.BytesIO(sheet.read_bytes()))
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert FIRM in text
    assert digits in text
    assert len(reader.pages[0].images) == 1


def test_a_folder_that_takes_no_file_is_told(both: Pair) -> None:
    at_list_of_firm(both)
    page = at_own_card(both.firm)
    both.firm.hands.press("Save the card as a file", page)
    name_file(both.firm, both.firm.vault / "x.card")
    both.firm.hands.wait_for(lambda: "There is a vault in this folder" in page.told.text(), "why not")
    assert not (both.firm.vault / "x.card").exists()


def test_a_new_key_changes_the_card_and_the_older_one_is_deleted_by_a_typed_word(
    both: Pair, tmp_path: Path
) -> None:
    at_list_of_firm(both)
    _, digits = save_card(both)
    page = at_own_card(both.firm)
    assert deletions(page) == []
    both.firm.hands.press("Make a new key", page)
    page = both.firm.hands.wait_for_page(OwnCardPage)
    assert digits not in words_on(page)
    (delete,) = deletions(page)
    both.firm.hands.click(delete)
    asked = both.firm.hands.wait_for_page(DeleteKeyPage)
    assert "can never be opened again" in words_on(asked)
    assert complaints(asked) == []
    both.firm.hands.type(line(asked, "word"), "yes")
    both.firm.hands.press("Delete the key for good", asked)
    assert asked.told.text() == "Nothing was deleted. Please type the word exactly as it stands there."
    both.firm.hands.type_anew(line(asked, "word"), "delete")
    both.firm.hands.press("Delete the key for good", asked)
    page = both.firm.hands.wait_for_page(OwnCardPage)
    assert page.told.text().startswith("The key was deleted.")
    assert deletions(page) == []

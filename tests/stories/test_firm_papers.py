"""A firm's letterhead, logo, paper and fonts: kept by its vault, and found again on its documents."""

from pathlib import Path

import pypdf
import pytest
from PIL import Image
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from intake.errors import ExportFontsUnreadable
from intake.export.firm import LONGEST_LETTERHEAD, FirmPapers, papers_of
from intake.sentences import sentence
from tests.support.a11y import complaints
from tests.support.at_window import AtWindow, named
from ui.firm_papers import PapersKeeping
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.papers_page import PapersPage
from ui.pages.vault_page import VaultPage
from ui.widgets.buttons import LinkButton, QuietButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HEAD = "Example Legal Aid (fictional)\n1 Example Street"
HIDDEN = b"taken at the fictional office"


def photo(path: Path) -> Path:
    """A JPEG that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = HIDDEN.decode()
    Image.new("RGB", (300, 100), (120, 10, 10)).save(path, "JPEG", exif=exif)
    return path


def at_papers(person: AtWindow) -> PapersPage:
    person.make_vault()
    person.sit()
    return to_papers(person)


def to_papers(person: AtWindow) -> PapersPage:
    person.hands.press("Vault settings")
    person.hands.click(named(person.hands.wait_for_page(VaultPage), "papers"))
    return person.hands.wait_for_page(PapersPage)


def give_logo(person: AtWindow, file: Path) -> None:
    """What the dialog does with the file that was chosen in it."""
    keeping = next(it for it in person.window.findChildren(PapersKeeping))
    keeping.look_at(file)


def kept(person: AtWindow) -> FirmPapers:
    keeping = next(it for it in person.window.findChildren(PapersKeeping))
    return papers_of(keeping.vault.setting)


def letterhead(page: PapersPage) -> QPlainTextEdit:
    field = named(page, "letterhead")
    assert isinstance(field, QPlainTextEdit)
    return field


def shown(page: QWidget, name: str) -> bool:
    return named(page, name).isVisible()


def make_pdf(person: AtWindow) -> pypdf.PdfReader:
    person.begin()
    person.hands.press("Make a PDF for a lawyer")
    page = person.hands.wait_for_page(ExportPage)
    person.hands.click(named(page, "plain"))
    person.hands.click(named(page, "make"))
    person.hands.wait_for_page(ExportedPage)
    (file,) = person.places.exports.glob("*.pdf")
    return pypdf.PdfReader(file)


def test_letterhead_logo_and_paper_are_on_what_the_vault_exports(person: AtWindow, tmp_path: Path) -> None:
    person.speak("en")
    page = at_papers(person)
    letterhead(page).setPlainText(HEAD)
    give_logo(person, photo(tmp_path / "logo.jpg"))
    person.hands.wait_for(lambda: shown(page, "no-logo"), "the logo")
    person.hands.press("A4", page)
    assert complaints(page) == []
    person.hands.press("Back")
    person.hands.wait_for_page(VaultPage)
    person.hands.press("Back")
    first = make_pdf(person).pages[0]
    assert HEAD.splitlines()[0] in first.extract_text()
    assert int(first.mediabox.width) == 595
    (picture,) = first.images
    assert HIDDEN not in picture.data
    assert picture.image is not None
    assert picture.image.getpixel((5, 5))[0] > 100  # type: ignore[index]


def test_what_was_chosen_is_there_after_the_vault_was_locked(person: AtWindow, tmp_path: Path) -> None:
    person.speak("en")
    page = at_papers(person)
    letterhead(page).setPlainText(HEAD)
    give_logo(person, photo(tmp_path / "logo.jpg"))
    person.hands.wait_for(lambda: shown(page, "no-logo"), "the logo")
    person.hands.press("A4", page)
    page.show_fonts(tmp_path)
    person.stage.break_taken.emit()
    person.unlock()
    person.sit()
    again = to_papers(person)
    assert letterhead(again).toPlainText() == HEAD
    papers = kept(person)
    assert (papers.paper, papers.fonts) == ("a4", tmp_path)
    assert HIDDEN not in papers.logo
    person.hands.press("Remove the logo", again)
    person.hands.press("Use no further fonts", again)
    assert (kept(person).logo, kept(person).fonts) == (b"", None)


def test_a_logo_that_is_no_picture_or_not_there_is_told_and_the_one_before_stays(
    person: AtWindow, tmp_path: Path
) -> None:
    person.speak("en")
    page = at_papers(person)
    give_logo(person, photo(tmp_path / "logo.jpg"))
    person.hands.wait_for(lambda: shown(page, "no-logo"), "the logo")
    before = kept(person).logo
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    give_logo(person, broken)
    person.hands.wait_for(lambda: "no picture" in page.told.text(), "what is wrong with it")
    give_logo(person, tmp_path / "gone.png")
    person.hands.wait_for(lambda: "could not be read" in page.told.text(), "that it is gone")
    assert kept(person).logo == before


def test_fonts_that_are_not_there_when_a_pdf_is_made_are_told(person: AtWindow, tmp_path: Path) -> None:
    person.speak("en")
    page = at_papers(person)
    page.show_fonts(tmp_path / "taken out")
    person.hands.press("Back")
    person.hands.wait_for_page(VaultPage)
    person.hands.press("Back")
    person.begin()
    person.hands.press("Make a PDF for a lawyer")
    export = person.hands.wait_for_page(ExportPage)
    person.hands.click(named(export, "make"))
    person.hands.wait_for(lambda: "fonts" in export.told.text(), "the sentence")
    assert export.told.text() == sentence(ExportFontsUnreadable(), person.stage.words)
    assert list(person.places.exports.glob("*.pdf")) == []


def test_a_letterhead_is_offered_only_where_there_is_one_and_can_be_left_out(person: AtWindow) -> None:
    person.speak("en")
    person.make_vault()
    person.sit()
    person.begin()
    person.hands.press("Make a PDF for a lawyer")
    page = person.hands.wait_for_page(ExportPage)
    assert not shown(page, "headed")
    person.hands.press("Back")
    person.hands.press("Back")
    letterhead(to_papers(person)).setPlainText(HEAD)
    person.hands.press("Back")
    person.hands.wait_for_page(VaultPage)
    person.hands.press("Back")
    person.begin()
    person.hands.press("Make a PDF for a lawyer")
    page = person.hands.wait_for_page(ExportPage)
    person.hands.click(named(page, "headed"))
    person.hands.click(named(page, "plain"))
    person.hands.click(named(page, "make"))
    person.hands.wait_for_page(ExportedPage)
    (file,) = person.places.exports.glob("*.pdf")
    assert HEAD.splitlines()[0] not in pypdf.PdfReader(file).pages[0].extract_text()


def test_reviewers_see_the_firms_papers_and_somebody_alone_no_more_than_a_line(person: AtWindow) -> None:
    person.speak("en")
    person.make_vault()
    person.sit()
    person.hands.press("Vault settings")
    assert isinstance(named(person.hands.wait_for_page(VaultPage), "papers"), LinkButton)
    person.stage.break_taken.emit()
    person.unlock()
    person.sit("I review drafts for a lawyer", "Rae Example")
    person.hands.press("Vault settings")
    assert isinstance(named(person.hands.wait_for_page(VaultPage), "papers"), QuietButton)


def test_a_letterhead_without_end_is_cut(person: AtWindow) -> None:
    person.speak("en")
    letterhead(at_papers(person)).setPlainText("word " * 50_000)
    assert len(kept(person).letterhead) == LONGEST_LETTERHEAD


def test_settings_that_hold_no_papers_are_those_of_everyone() -> None:
    assert papers_of({}.get) == FirmPapers()
    assert papers_of({"papers-logo": "not base64 é", "papers-paper": "a9"}.get) == FirmPapers()

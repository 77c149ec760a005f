"""An order becomes a file: proved, with what is enclosed, told of on the way, and stopped without a trace."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pikepdf
import pypdf
import pytest
from pdfminer.high_level import extract_text
from PIL import Image

from intake.answers import Path as At
from intake.errors import ExportStopped
from intake.export.counsel import Draft, Look, Order, Tongue, write_document
from intake.export.document import Heading, Pair
from intake.export.finish import write_pdf
from intake.export.gathering import gather
from intake.export.plain import Text
from intake.export.profiles import Profile
from intake.form.kinds.files import GivenFile
from intake.record import Record
from intake.words import Words
from tests.support.cases import told
from tests.support.documents import FONTS, pdf_of, squeezed
from tests.support.packs import form
from tests.support.packs import interview as an_interview
from tests.support.samples import NOW, sample_source

ENGLISH = Words.load("en", Path())
TONGUE = Tongue(ENGLISH, ENGLISH, FONTS)
PASSWORD = "тихий сад под луной"


def draft(name: str = "sparse_en") -> Draft:
    source = sample_source(name)
    return Draft(source.case, source.interview)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "summary.pdf"


@pytest.mark.parametrize("profile", Profile)
def test_every_reader_opens_every_document_and_a_wrong_password_opens_none(
    profile: Profile, target: Path
) -> None:
    write_document(Order(draft(), target, PASSWORD, profile), TONGUE, NOW)
    for wrong in ("", "тихий", PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(target, password=wrong)
    with pikepdf.open(target, password=PASSWORD) as opened:
        assert (opened.encryption.V, opened.encryption.R) == (5, 6)
        count = len(opened.pages)
    assert len(pypdf.PdfReader(target, password=PASSWORD).pages) == count
    assert "sample" in squeezed(extract_text(target, password=PASSWORD))


@pytest.mark.skipif(not (which("qpdf") and which("pdftotext")), reason="needs qpdf and poppler-utils")
@pytest.mark.parametrize("profile", Profile)
def test_qpdf_and_poppler_find_no_fault(profile: Profile, target: Path) -> None:
    write_document(Order(draft(), target, None, profile), TONGUE, NOW)
    subprocess.run(["qpdf", "--check", target], check=True, capture_output=True)
    read = subprocess.run(["pdftotext", target, "-"], check=True, capture_output=True, text=True)
    assert read.stderr == ""


def test_progress_goes_from_nothing_to_all_of_it(target: Path) -> None:
    seen: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> bool:
        seen.append((done, of))
        return True

    write_document(Order(draft(), target, None, progress=watch), TONGUE, NOW)
    assert [done for done, _ in seen] == [*range(len(seen))]
    assert {of for _, of in seen} == {len(seen)}


@pytest.mark.parametrize("after", [0, 7, 90])
def test_a_stopped_export_leaves_nothing_behind(after: int, target: Path) -> None:
    target.write_bytes(b"what stood here before")
    with pytest.raises(ExportStopped):
        write_document(Order(draft(), target, None, progress=lambda done, _: done < after), TONGUE, NOW)
    assert target.read_bytes() == b"what stood here before"
    assert [*target.parent.iterdir()] == [target]


def test_the_text_is_enclosed_only_if_that_is_chosen(target: Path) -> None:
    write_document(Order(draft("teacher_ru"), target, None), TONGUE, NOW)
    with pikepdf.open(target) as plain:
        assert len(plain.attachments) == 0
    write_document(Order(draft("teacher_ru"), target, None, with_text=True), TONGUE, NOW)
    with pikepdf.open(target) as full:
        text = full.attachments["document.txt"].get_file().read_bytes().decode("utf-8")
    assert "Образцова" in text


def photo_case() -> tuple[Callable[[str], bytes], GivenFile, Draft]:
    """A draft with one photo that holds where it was taken."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-SOMEBODY"
    Image.new("RGB", (64, 48), (10, 120, 40)).save(out, "JPEG", exif=exif)
    data = out.getvalue()
    file = GivenFile("ab" * 32, "IMG_1.jpg", "image/jpeg", len(data))
    at = an_interview(form("- {type: image, name: photo, label: Is there a photo?}"))
    at = at.answer(At("photo"), told(file.stored(), "image"))[0]
    return (lambda _: data), file, gather(sample_source("sparse_en").case, at, Record(), lambda _: data)


def test_a_picture_is_printed_without_what_its_camera_noted(target: Path) -> None:
    write_document(Order(photo_case()[2], target, None), TONGUE, NOW)
    with pikepdf.open(target) as opened:
        pictures = [picture for page in opened.pages for picture in page.get_images().values()]
        assert len(pictures) == 1
        assert b"CAMERA-OF-SOMEBODY" not in pictures[0].read_raw_bytes()
        assert len(opened.attachments) == 0


def test_originals_are_enclosed_only_if_that_is_chosen_and_then_bit_for_bit(target: Path) -> None:
    read, file, bare = photo_case()
    whole = gather(bare.case, bare.interview, Record(), read, originals=True)
    write_document(Order(whole, target, None), TONGUE, NOW)
    with pikepdf.open(target) as opened:
        assert opened.attachments["exhibit-1.jpg"].get_file().read_bytes() == read(file.sha256)


def test_a_letterhead_and_a_logo_stand_at_the_head(target: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (120, 40), (29, 91, 121)).save(out, "PNG")
    look = Look(letterhead="Example Legal Aid (fictional)\n1 Example Street", logo=out.getvalue())
    write_document(Order(draft(), target, None, look=look), TONGUE, NOW)
    first = pypdf.PdfReader(target).pages[0]
    assert "Example Legal Aid (fictional)" in first.extract_text()
    assert len(first.images) == 1


@pytest.mark.parametrize(("paper", "width"), [("letter", 612), ("a4", 595)])
def test_the_paper_is_the_one_that_was_chosen(paper: str, width: int, target: Path) -> None:
    write_document(Order(draft(), target, None, look=Look(paper=paper)), TONGUE, NOW)  # type: ignore[arg-type]
    assert int(pypdf.PdfReader(target).pages[0].mediabox.width) == width


@pytest.mark.slow
def test_a_case_of_twelve_hundred_pages_is_made_and_proved(target: Path) -> None:
    blocks = [
        Pair(Text(f"Question {number}"), (Text("Слова о том, что было. " * 30, own=True, language="ru"),))
        for number in range(5200)
    ]
    write_pdf(pdf_of(Heading(1, Text("What happened")), *blocks), target, PASSWORD)
    with pikepdf.open(target, password=PASSWORD) as opened:
        assert len(opened.pages) >= 1200

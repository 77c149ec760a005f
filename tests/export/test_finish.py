"""A PDF put where it was asked for: proved first, or not at all."""

import io
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdf
import pytest

from intake.errors import (
    ExportIntoVault,
    ExportNoPassword,
    ExportPasswordUnfit,
    ExportStopped,
    ExportUnproved,
    ExportUnwritable,
)
from intake.export.document import Pair, Prose
from intake.export.finish import prove, write_pdf
from intake.export.plain import Text
from intake.folders import VAULT_FILES
from intake.vault import copies, lock
from tests.support.documents import ROOT, pages_of, pdf_of

NAME = "Образцова OBRAZTSOVA"
OLD = b"what stood here before"


@pytest.fixture
def pdf() -> bytes:
    return pdf_of(Prose(Text(NAME, own=True)), Pair(Text("City"), (Text("Шадринск", own=True),)))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    found = tmp_path / "мои документы" / "summary.pdf"
    found.parent.mkdir()
    return found


def test_a_wrong_password_opens_nothing_and_the_right_one_opens_all(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, "тихий сад")
    for wrong in ("", "тихий", "Тихий сад"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(target, password=wrong)
    with pikepdf.open(target, password="тихий сад") as opened:
        assert (opened.encryption.V, opened.encryption.R, len(opened.pages)) == (5, 6, 1)
    reader = pypdf.PdfReader(target, password="тихий сад")
    assert "OBRAZTSOVA" in reader.pages[0].extract_text()


@pytest.mark.skipif(not (which("pdftotext") and which("qpdf")), reason="needs poppler-utils and qpdf")
def test_poppler_and_qpdf_take_the_password_too(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, "quiet garden")
    read = _run("pdftotext", "-upw", "quiet garden", str(target), "-")
    assert "OBRAZTSOVA" in read.stdout
    assert _run("qpdf", "--check", "--password=quiet garden", str(target)).returncode == 0
    assert _run("pdftotext", str(target), "-").returncode != 0


def test_an_encrypted_file_shows_neither_text_nor_title(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, "quiet garden")
    written = target.read_bytes()
    words = ("Intake summary", "OBRAZTSOVA", "Образцова", "NotoSans", "quiet garden")
    for encoding in ("utf-8", "utf-16-be"):
        assert [word for word in words if word.encode(encoding) in written] == []


def test_a_password_is_taken_as_readers_take_it(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, "tasse de cafe\u0301")
    pikepdf.open(target, password="tasse de caf\u00e9").close()


@pytest.mark.parametrize("password", ["", "\u200b" * 0])
def test_an_empty_password_is_refused_and_never_taken_for_none(
    pdf: bytes, target: Path, password: str
) -> None:
    target.write_bytes(OLD)
    with pytest.raises(ExportNoPassword):
        write_pdf(pdf, target, password)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("я" * 64, "long"),
        ("w" * 128, "long"),
        ("quiet\x00garden", "unseen"),
        ("quiet\u200bgarden", "unseen"),
        ("quiet\ud800garden", "unseen"),
        ("quiet", "short"),
        ("        ", "short"),
    ],
)
def test_a_password_that_would_not_open_the_file_is_refused_with_the_reason(
    pdf: bytes, target: Path, password: str, reason: str
) -> None:
    with pytest.raises(ExportPasswordUnfit) as caught:
        write_pdf(pdf, target, password)
    assert caught.value.facts["reason"] == reason
    assert not target.exists()


@pytest.mark.parametrize("password", ["я" * 63, "w" * 127])
def test_the_longest_password_opens_the_file(pdf: bytes, target: Path, password: str) -> None:
    write_pdf(pdf, target, password)
    pikepdf.open(target, password=password).close()


@pytest.mark.parametrize("name", VAULT_FILES)
def test_no_file_is_put_into_the_folder_of_a_vault(pdf: bytes, target: Path, name: str) -> None:
    (target.parent / name).touch()
    by_another_way = target.parent.parent / "way"
    by_another_way.symlink_to(target.parent)
    (target.parent / "copies").mkdir()
    for path in (target, by_another_way / "vault-00000000.db", target.parent / "copies" / "x.copy"):
        with pytest.raises(ExportIntoVault):
            write_pdf(pdf, path, None)
        assert not path.exists()


def test_the_files_of_a_vault_are_those_that_vaults_have() -> None:
    assert set(VAULT_FILES) == {*copies.NAMES, lock.NAME}


@pytest.mark.parametrize("name", ["", ".", "/", "..", "x" * 300])
def test_what_is_no_name_of_a_file_is_told(
    pdf: bytes, target: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(target.parent)
    with pytest.raises(ExportUnwritable) as caught:
        write_pdf(pdf, Path(name), None)
    assert caught.value.facts == {"reason": "name"}


def test_a_file_nobody_waits_for_any_more_never_comes_to_be(pdf: bytes, target: Path) -> None:
    target.write_bytes(OLD)
    with pytest.raises(ExportStopped):
        write_pdf(pdf, target, "quiet garden", lambda: False)
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == ["summary.pdf"]


def test_a_plain_file_is_written_only_when_no_password_is_asked_for(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, None)
    assert pages_of(target.read_bytes()) == pages_of(pdf)


def test_metadata_holds_a_title_and_the_program_and_nothing_else(pdf: bytes, target: Path) -> None:
    write_pdf(pdf, target, None)
    with pikepdf.open(target) as opened:
        assert {key: str(value) for key, value in opened.docinfo.items()} == {
            "/Title": "Intake summary",
            "/Producer": "Intake",
        }
        described = ElementTree.fromstring(opened.Root.Metadata.read_bytes())
        words = [part.strip() for part in described.itertext() if part.strip()]
        assert words == ["application/pdf", "Intake summary", "en", "Intake"]


def test_the_file_is_for_its_owner_alone_and_nothing_is_left_beside_it(pdf: bytes, target: Path) -> None:
    target.write_bytes(OLD)
    write_pdf(pdf, target, "quiet garden")
    assert target.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["summary.pdf"]


@pytest.mark.parametrize("made", [b"no pdf at all", b"%PDF-1.4\n%%EOF"])
def test_what_cannot_be_read_never_replaces_what_is_there(target: Path, made: bytes) -> None:
    target.write_bytes(OLD)
    with pytest.raises(ExportUnproved) as caught:
        write_pdf(made, target, None)
    assert caught.value.facts == {"reason": "unreadable"}
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == ["summary.pdf"]


def test_a_page_without_text_is_not_taken_for_a_summary(target: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    with pikepdf.new() as blank:
        blank.add_blank_page()
        blank.save(empty)
    with pytest.raises(ExportUnproved) as caught:
        write_pdf(empty.read_bytes(), target, "quiet garden")
    assert caught.value.facts == {"reason": "text"}
    assert not target.exists()


PASSWORD = "quiet garden"
SAVINGS = {
    "opens-without-password": (
        {"encryption": pikepdf.Encryption(owner=PASSWORD, user="", R=6)},
        {"encryption": pikepdf.Encryption(owner=PASSWORD, user=PASSWORD, R=6), "force_version": "1.7"},
        {"encryption": False},
    ),
    "encryption": ({"encryption": pikepdf.Encryption(owner=PASSWORD, user=PASSWORD, R=4)},),
}
"""What a file must not be saved with; the forced version silently leaves it plain."""


@pytest.mark.parametrize(
    ("reason", "how"), [(reason, how) for reason, all_of_it in SAVINGS.items() for how in all_of_it]
)
def test_a_file_that_is_not_encrypted_as_it_should_be_is_found_out(
    pdf: bytes, tmp_path: Path, reason: str, how: dict[str, Any]
) -> None:
    saved = tmp_path / "saved.pdf"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(saved, **how)
    with pytest.raises(ExportUnproved) as caught:
        prove(saved.read_bytes(), 1, PASSWORD)
    assert caught.value.facts == {"reason": reason}


def test_a_missing_page_and_unwanted_encryption_are_found_out(pdf: bytes, target: Path) -> None:
    prove(pdf, 1, None)
    with pytest.raises(ExportUnproved, match="pages"):
        prove(pdf, 2, None)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(target, encryption=pikepdf.Encryption(owner=PASSWORD, user="", R=6))
    with pytest.raises(ExportUnproved, match="encryption"):
        prove(target.read_bytes(), 1, None)


def test_a_folder_that_is_not_there_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(ExportUnwritable):
        write_pdf(pdf, tmp_path / "gone" / "summary.pdf", None)


def test_a_folder_stands_where_the_file_should(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(ExportUnwritable):
        write_pdf(pdf, tmp_path, None)
    assert [*tmp_path.iterdir()] == []


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that another user may look into, but not write to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_folder_that_may_not_be_written_keeps_what_it_has(pdf: bytes, public: Path) -> None:
    told = _child(
        """
        import os, pwd
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        assert os.getuid() != 0
        assert target.read_bytes() == b"what stood here before"
        if target.parent.owner() == pwd.getpwuid(os.getuid()).pw_name:
            target.parent.chmod(0o555)
        try:
            write_pdf(pdf, target, "quiet garden")
        except ExportUnwritable:
            print("unwritable")
        """,
        pdf,
        public,
    )
    public.chmod(0o755)
    assert told == "unwritable"


def test_a_full_disk_keeps_what_was_there_and_leaves_nothing_half_written(pdf: bytes, public: Path) -> None:
    told = _child(
        """
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_pdf(pdf, target, "quiet garden")
        except ExportDiskFull:
            print("full")
        """,
        pdf,
        public,
    )
    assert told == "full"


def _child(steps: str, pdf: bytes, folder: Path) -> str:
    """What a process of its own prints when it exports; `pdf` and `target` are given to it.

    Whatever it does, the file that stood at the target has to be there still, and nothing else.
    """
    target, made = folder / "summary.pdf", folder / "made"
    target.write_bytes(OLD)
    made.write_bytes(pdf)
    target.chmod(0o644)
    made.chmod(0o644)
    opening = f"""
from pathlib import Path
from intake.errors import ExportDiskFull, ExportUnwritable
from intake.export.finish import prove, write_pdf
from intake.folders import VAULT_FILES
from intake.vault import copies, lock
pdf, target = Path({str(made)!r}).read_bytes(), Path({str(target)!r})
"""
    done = _run(sys.executable, "-c", opening + textwrap.dedent(steps))
    assert done.stderr == ""
    assert target.read_bytes() == OLD
    assert {path.name for path in folder.iterdir()} == {"summary.pdf", "made"}
    return done.stdout.strip()


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=dict(os.environ), check=False
    )

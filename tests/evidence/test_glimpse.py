"""Looking at files that someone else made, some of them to do harm."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from intake.evidence.glimpse import Glimpse, glimpse
from intake.evidence.media import media_of

SECRET = b"GPS 59.9311 N, taken by a fictional person"


def picture(kind: str, size: tuple[int, int] = (800, 600), **extra: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **extra)
    return out.getvalue()


def photo_lying_on_its_side() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010E] = SECRET.decode()
    return picture("JPEG", exif=exif)


def document(pages: int) -> bytes:
    out, made = io.BytesIO(), pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    made.save(out)
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A few hundred bytes that say they are this many px."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def pdf_bomb() -> bytes:
    """An object stream that unpacks to far more than the child may have."""
    stream = zlib.compress(b" " * (900 << 20), 1)
    head = b"<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode]/Length %d>>" % len(stream)
    body = b"%PDF-1.7\n1 0 obj" + head + b"stream\n" + stream + b"\nendstream endobj\n"
    return body + b"trailer<</Root 2 0 R>>\nstartxref\n0\n%%EOF"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_drawn_anew_no_larger_than_asked_for(kind: str) -> None:
    seen = glimpse(picture(kind), edge=200)
    assert (seen.width, seen.height) == (800, 600)
    with Image.open(io.BytesIO(seen.picture)) as shown:
        assert shown.format == "JPEG"
        assert max(shown.size) == 200


def test_a_photo_is_shown_upright_and_without_what_its_camera_wrote_into_it() -> None:
    data = photo_lying_on_its_side()
    assert SECRET in data
    seen = glimpse(data)
    assert (seen.width, seen.height) == (600, 800)
    assert SECRET not in seen.picture
    with Image.open(io.BytesIO(seen.picture)) as shown:
        assert shown.height > shown.width
        assert not shown.getexif()


def test_a_pdf_says_only_how_many_pages_it_has() -> None:
    assert glimpse(document(3)) == Glimpse(pages=3)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a frozen program is a shell script")
def test_a_frozen_program_looks_at_files_through_its_own_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a frozen program `sys.executable` is the program itself, which knows no `-m`."""
    program = tmp_path / "intake"
    program.write_text(f'#!/bin/sh\ncd "{tmp_path}" && exec "{sys.executable}" -m ui "$@"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    seen = glimpse(photo_lying_on_its_side())
    assert (seen.width, seen.height) == (600, 800)
    assert media_of(seen.picture) == "image/jpeg"
    assert SECRET not in seen.picture
    assert glimpse(b"\xff\xd8\xff and then nothing") == Glimpse()


def test_nothing_is_loaded_from_the_folder_in_which_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever leaves a file called like a library where a photo lies must not have it run."""
    for name in ("PIL", "pikepdf", "intake", "json"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    assert glimpse(picture("PNG")).picture
    assert not (tmp_path / "ran").exists()


LIMITS = """
import socket, sys
from intake.evidence.child import confine
confine()
for attempt in (lambda: open("/etc/hostname"), socket.socket, lambda: open("new", "w")):
    try:
        attempt()
    except OSError:
        continue
    sys.exit("allowed")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no such limits")
def test_a_decoder_that_was_taken_over_can_open_neither_file_nor_connection(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITS], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_a_photo_of_forty_megapixels_can_be_seen() -> None:
    seen = glimpse(picture("JPEG", (8000, 5000)), edge=320)
    assert (seen.width, seen.height) == (8000, 5000)
    assert seen.picture


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words",
        b"\xff\xd8\xff and then nothing",
        b"%PDF-1.7 and then nothing",
        picture("PNG")[:500],
        png_that_claims(60_000, 60_000),
        picture("GIF"),
    ],
    ids=["empty", "text", "broken photo", "broken pdf", "half a png", "huge claim", "no kind of ours"],
)
def test_what_is_broken_or_too_much_shows_nothing_and_does_no_harm(data: bytes) -> None:
    seen = glimpse(data)
    assert (seen.picture, seen.pages) == (b"", 0)


@pytest.mark.slow
def test_a_pdf_bomb_ends_the_child_and_nothing_else() -> None:
    assert glimpse(pdf_bomb()).picture == b""


def test_a_file_is_what_it_holds_and_not_what_it_is_called() -> None:
    assert media_of(picture("JPEG")) == "image/jpeg"
    assert media_of(picture("PNG")) == "image/png"
    assert media_of(b"\n\n" + document(1)) == "application/pdf"
    assert media_of(b"MZ\x90") == "application/octet-stream"

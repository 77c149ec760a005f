"""The last step of a PDF: compressed, encrypted, proved on the disk, only then put where it was asked for."""

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf

from intake.errors import ExportStopped, ExportUnproved
from intake.export.password import fit_password
from intake.export.target import check_target, disk_told, made_beside, new_file

PRODUCER = "Intake"
_AES_256 = {"V": 5, "R": 6}


def always() -> bool:
    """The file is still wanted."""
    return True


def write_pdf(pdf: bytes, target: Path, password: str | None, wanted: Callable[[], bool] = always) -> None:
    """Write `pdf` to `target`: encrypted with AES-256 (ISO 32000-2, revision 6), plain if `password` is None.

    The file is made beside the target, read back and proved; only a proved one replaces it, and only if it
    is still `wanted`, which is asked last of all. Whatever is raised, the target is as it was: what
    `check_target` and `fit_password` raise, ExportUnwritable, ExportDiskFull, ExportStopped, and
    ExportUnproved, whose fact `reason` says which check failed.
    """
    check_target(target)
    if password is not None:
        password = fit_password(password)
    with _told_apart():
        finished, pages = _finished(pdf, password)
        with made_beside(target) as beside:
            with new_file(beside) as descriptor, os.fdopen(descriptor, "wb", closefd=False) as file:
                file.write(finished)
            prove(beside.read_bytes(), pages, password)
            if not wanted():
                raise ExportStopped


def _finished(pdf: bytes, password: str | None) -> tuple[bytes, int]:
    """The bytes to write, and their number of pages.

    `force_version` must never be given to `save`: with it qpdf writes plain text and says nothing.
    """
    out = io.BytesIO()
    protection = False if password is None else pikepdf.Encryption(owner=password, user=password, R=6)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        title = document.docinfo.get("/Title", "")
        del document.docinfo
        document.docinfo["/Title"] = title
        document.docinfo["/Producer"] = PRODUCER
        document.save(
            out,
            encryption=protection,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=password is None,
        )
        return out.getvalue(), len(document.pages)


def prove(written: bytes, pages: int, password: str | None) -> None:
    """Raise ExportUnproved unless these bytes are a PDF of so many pages with text that opens as it should.

    With a password that means by it alone, and AES-256; without one, not encrypted at all.
    """
    if password is not None and _opens_without_password(written):
        raise ExportUnproved(reason="opens-without-password")
    with pikepdf.open(io.BytesIO(written), password=password or "") as document:
        found = {"V": document.encryption.V, "R": document.encryption.R} if document.is_encrypted else None
        if found != (_AES_256 if password is not None else None):
            raise ExportUnproved(reason="encryption")
        if len(document.pages) != pages:
            raise ExportUnproved(reason="pages")
        if not all(_has_text(page) for page in document.pages):
            raise ExportUnproved(reason="text")


def _opens_without_password(written: bytes) -> bool:
    try:
        pikepdf.open(io.BytesIO(written)).close()
    except pikepdf.PasswordError:
        return False
    return True


def _has_text(page: pikepdf.Page) -> bool:
    return "/Contents" in page.obj and b"TJ" in page.Contents.read_bytes()


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Faults of the disk, and of what was written to it, as errors a person can act on."""
    with disk_told():
        try:
            yield
        except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
            raise ExportUnproved(reason="unreadable") from fault

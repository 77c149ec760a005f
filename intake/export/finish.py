"""The last step of a PDF: compressed, encrypted, proved on the disk, only then put where it was asked for."""

import contextlib
import errno
import io
import os
import secrets
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from intake.errors import ExportDiskFull, ExportNoPassword, ExportUnproved, ExportUnwritable

PRODUCER = "Intake"
_AES_256 = {"V": 5, "R": 6}
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_pdf(pdf: bytes, target: Path, password: str | None) -> None:
    """Write `pdf` to `target`: encrypted with AES-256 (ISO 32000-2, revision 6), plain if `password` is None.

    The file is made beside the target, read back and proved; only a proved one replaces it. Whatever is
    raised, the target is as it was: ExportNoPassword for an empty password, ExportUnwritable,
    ExportDiskFull, and ExportUnproved, whose fact `reason` says which check failed.
    """
    if password is not None:
        password = unicodedata.normalize(
            "NFKC", password
        )  # what a reader of the file does with what is typed there
        if not password:
            raise ExportNoPassword
    with _told_apart():
        finished, pages = _finished(pdf, password)
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            _write(beside, finished)
            prove(beside.read_bytes(), pages, password)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(target.parent)


def _finished(pdf: bytes, password: str | None) -> tuple[bytes, int]:
    """The bytes to write, and their number of pages.

    `force_version` must never be given to `save`: with it qpdf writes plain text and says nothing.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        title = document.docinfo.get("/Title", "")
        del document.docinfo
        document.docinfo["/Title"] = title
        document.docinfo["/Producer"] = PRODUCER
        document.save(
            out,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6)
            if password is not None
            else False,
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


def _write(path: Path, content: bytes) -> None:
    """A new file that its owner alone can read, on the disk before this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can (Windows cannot open folders)."""
    with contextlib.suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Faults of the disk, and of what was written to it, as errors a person can act on."""
    try:
        yield
    except pikepdf.PdfError as fault:
        raise ExportUnproved(reason="unreadable") from fault
    except OSError as fault:
        if fault.errno in _NO_ROOM:
            raise ExportDiskFull from fault
        raise ExportUnwritable from fault

"""The last step of a PDF: compressed, encrypted, proved on the disk, only then put where it was asked for."""

import contextlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pikepdf

from intake.errors import ExportStopped, ExportUnproved
from intake.export.password import fit_password
from intake.export.target import check_target, disk_told, made_beside, new_file, written

PRODUCER = "Intake"
_TAGGED = "1.7"
_AES_256 = {"V": 5, "R": 6}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""ISO 16684-1; names of the namespaces, not places to go to."""


def always() -> bool:
    """The file is still wanted."""
    return True


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that travels inside a PDF, under this name; `media` is its media type, `told` what it is."""

    name: str
    media: str
    told: str
    data: bytes


def write_pdf(
    pdf: bytes,
    target: Path,
    password: str | None,
    wanted: Callable[[], bool] = always,
    enclosed: Sequence[Enclosed] = (),
) -> None:
    """Write `pdf` to `target`: encrypted with AES-256 (ISO 32000-2, revision 6), plain if `password` is None.

    What is `enclosed` is encrypted with it.

    The file is made beside the target, read back and proved; only a proved one replaces it, and only if it
    is still `wanted`, which is asked last of all. Whatever is raised, the target is as it was: what
    `check_target` and `fit_password` raise, ExportUnwritable, ExportDiskFull, ExportStopped, and
    ExportUnproved, whose fact `reason` says which check failed.
    """
    check_target(target)
    if password is not None:
        password = fit_password(password)
    with _told_apart():
        finished, pages = _finished(pdf, password, enclosed)
        with made_beside(target) as beside:
            with new_file(beside) as descriptor, written(descriptor) as file:
                file.write(finished)
            prove(beside.read_bytes(), pages, password)
            if not wanted():
                raise ExportStopped


def _finished(pdf: bytes, password: str | None, enclosed: Sequence[Enclosed]) -> tuple[bytes, int]:
    """The bytes to write, and their number of pages.

    `force_version` must never be given to `save`: with it qpdf writes plain text and says nothing.
    """
    out = io.BytesIO()
    protection = False if password is None else pikepdf.Encryption(owner=password, user=password, R=6)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _describe(document)
        for file in enclosed:
            document.attachments[file.name] = pikepdf.AttachedFileSpec(
                document, file.data, description=file.told, filename=file.name, mime_type=file.media
            )
        document.save(
            out,
            encryption=protection,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=password is None,
            min_version=_TAGGED,
            fix_metadata_version=False,  # ours names no version
        )
        return out.getvalue(), len(document.pages)


def _describe(document: pikepdf.Pdf) -> None:
    """Title, language and program, in both places where readers look, and nothing that names anybody."""
    title = str(document.docinfo.get("/Title", ""))
    del document.docinfo
    document.docinfo["/Title"] = title
    document.docinfo["/Producer"] = PRODUCER
    language = str(document.Root.get("/Lang", ""))
    packet = _XMP.format(title=escape(title), language=escape(language), producer=PRODUCER)
    document.Root.Metadata = pikepdf.Stream(
        document, packet.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


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
    """Whether there is text on a page besides what every page carries."""
    text, *_around = page.Contents if isinstance(page.Contents, pikepdf.Array) else (page.Contents,)
    return b"TJ" in text.read_bytes()


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Faults of the disk, and of what was written to it, as errors a person can act on."""
    with disk_told():
        try:
            yield
        except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
            raise ExportUnproved(reason="unreadable") from fault

"""A PDF of a case, from values to a proved file. Window and command line both order it here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from intake.case import Case
from intake.errors import ExportFontsUnreadable
from intake.export.as_text import as_text
from intake.export.document import Document
from intake.export.exhibits import exhibits
from intake.export.finish import Enclosed, always, write_pdf
from intake.export.firm import PaperName
from intake.export.memo import PAGES
from intake.export.pdf.furniture import Paper
from intake.export.pdf.render import A4, LETTER, Press, count_pages, make_pdf
from intake.export.profiles import Profile, document
from intake.export.progress import Progress, unwatched
from intake.export.source import Earlier, Imprint, Source, shared, without_sensitive
from intake.export.target import check_target
from intake.export.text.fonts import Fonts
from intake.interview import Interview
from intake.record import Record
from intake.review.reading import Reading
from intake.words import Words

PAPERS: Mapping[PaperName, Paper] = {"letter": LETTER, "a4": A4}


@dataclass(frozen=True, slots=True)
class Draft:
    """A snapshot of a draft: what was answered, what was written beside it, and its files by their SHA-256.

    `previews` are re-encoded pictures; `originals` the bytes of those files that are to be enclosed;
    `earlier` is what it was when it was sealed last, for work product.
    """

    case: Case
    interview: Interview
    record: Record = field(default_factory=Record)
    previews: Mapping[str, bytes] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """For whom, on which paper, under which letterhead (lines of text, and a logo as JPEG or PNG)."""

    prepared_for: str = ""
    paper: PaperName = "letter"
    letterhead: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: which document, the file, its password (None: deliberately none).

    `sensitive`: an applicant's copy holds answers to sensitive questions too. `with_text`: the text of the
    document is enclosed as UTF-8. `wanted` is asked once, right before the finished file is put in its place,
    `progress` all along; both on the thread that makes it.
    """

    draft: Draft
    target: Path
    password: str | None
    profile: Profile = Profile.COUNSEL
    look: Look = Look()
    sensitive: bool = True
    with_text: bool = False
    wanted: Callable[[], bool] = always
    progress: Progress = unwatched


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a document is made with: the words of the program, those of the pack, folders of fonts.

    Of `more_fonts` those are taken that the others do not have.
    """

    words: Words
    pack_words: Words
    fonts: Path
    more_fonts: Path | None = None


def write_document(order: Order, tongue: Tongue, exported: datetime) -> None:
    """Make the document and put it where it was asked for once it is proved.

    `exported` carries its time zone. Raises ExportError, and then what stood at the target is left as it was.
    """
    check_target(order.target)
    fonts = _fonts(tongue)
    source = _source(order, tongue, exported)
    paper = PAPERS[order.look.paper]

    def fits(made: Document) -> bool:
        return count_pages(made, Press(fonts, paper)) <= PAGES

    made = document(order.profile, source, order.draft.record, order.draft.earlier, fits)
    pdf = make_pdf(made, Press(fonts, paper, order.progress))
    enclosed = (*_text(order, made), *_originals(order, source))
    write_pdf(pdf, order.target, order.password, order.wanted, enclosed)


def _fonts(tongue: Tongue) -> Fonts:
    """Raises ExportFontsUnreadable for the folder that a person named."""
    if tongue.more_fonts is None:
        return Fonts.load(tongue.fonts)
    try:
        return Fonts.load(tongue.fonts, tongue.more_fonts)
    except OSError as fault:
        raise ExportFontsUnreadable from fault


def _source(order: Order, tongue: Tongue, exported: datetime) -> Source:
    draft, look = order.draft, order.look
    imprint = Imprint(exported, version("asylum-intake"), look.prepared_for, look.letterhead, look.logo)
    reading = Reading(draft.interview, tongue.words, tongue.pack_words)
    whole = Source(draft.case, reading, imprint, shared(draft.record), draft.previews)
    is_less = order.profile is Profile.APPLICANT and not order.sensitive
    return without_sensitive(whole) if is_less else whole


def _text(order: Order, made: Document) -> tuple[Enclosed, ...]:
    if not order.with_text:
        return ()
    return (Enclosed("document.txt", "text/plain", made.title, as_text(made).encode()),)


def _originals(order: Order, source: Source) -> tuple[Enclosed, ...]:
    """The files that were chosen, under the numbers by which they are cited."""
    given = order.draft.originals
    return tuple(
        Enclosed(
            f"exhibit-{one.number}{Path(one.file.name).suffix[:8]}",
            one.file.media,
            one.file.name,
            given[one.file.sha256],
        )
        for one in exhibits(source)
        if one.file.sha256 in given
    )

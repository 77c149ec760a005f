"""The summary for counsel, from values to a proved file. Window and command line both order it here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal, TypeAlias

from intake.case import Case
from intake.export.finish import always, write_pdf
from intake.export.pdf.render import A4, LETTER, Press, make_pdf
from intake.export.source import Imprint, Source
from intake.export.summary import summarise
from intake.export.target import check_target
from intake.export.text.fonts import Fonts
from intake.interview import Interview
from intake.review.reading import Reading
from intake.words import Words

PaperName: TypeAlias = Literal["letter", "a4"]
PAPERS = {"letter": LETTER, "a4": A4}


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: a snapshot of the draft, the file, its password (None: deliberately none), for whom.

    `wanted` is asked once, right before the finished file is put in its place, on the thread that makes it.
    """

    case: Case
    interview: Interview
    target: Path
    password: str | None
    prepared_for: str = ""
    paper: PaperName = "letter"
    wanted: Callable[[], bool] = always


def write_summary(order: Order, words: Words, pack_words: Words, fonts: Path, exported: datetime) -> None:
    """Make the summary, in the language of `words`, and put it where it was asked for once it is proved.

    `exported` carries its time zone. Raises ExportError, and then what stood at the target is left as it was.
    """
    check_target(order.target)
    imprint = Imprint(exported, version("asylum-intake"), order.prepared_for)
    document = summarise(Source(order.case, Reading(order.interview, words, pack_words), imprint))
    pdf = make_pdf(document, Press(Fonts.load(fonts), PAPERS[order.paper]))
    write_pdf(pdf, order.target, order.password, order.wanted)

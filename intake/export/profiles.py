"""Which document is made of a case, for whom: one door for the window and the command line."""

from collections.abc import Callable
from enum import StrEnum

from intake.export.document import Document
from intake.export.memo import memo, rows_told
from intake.export.source import Earlier, Source
from intake.export.summary import applicants_copy, summarise
from intake.export.work_product import work_product
from intake.record import Record


class Profile(StrEnum):
    """Whom a PDF is for. Only WORK_PRODUCT holds what is for counsel alone."""

    COUNSEL = "counsel"
    WORK_PRODUCT = "work-product"
    APPLICANT = "applicant"
    MEMO = "memo"


def document(
    profile: Profile,
    source: Source,
    record: Record,
    earlier: Earlier | None,
    fits: Callable[[Document], bool],
) -> Document:
    """The document of a profile. `earlier` is the case as it was sealed last, if it was; `fits` tells of a
    memo whether it keeps to its pages.
    """
    match profile:
        case Profile.WORK_PRODUCT:
            return work_product(source, record, earlier)
        case Profile.APPLICANT:
            return applicants_copy(source)
        case Profile.MEMO:
            return _fitting(source, fits)
        case Profile.COUNSEL:
            return summarise(source)


def _fitting(source: Source, fits: Callable[[Document], bool]) -> Document:
    """The memo with as many rows as its pages hold."""
    most, least = rows_told(source), 0
    if fits(memo(source, most)):
        return memo(source, most)
    while most - least > 1:
        middle = (most + least) // 2
        least, most = (middle, most) if fits(memo(source, middle)) else (least, middle)
    return memo(source, least)

"""A draft gathered for a document: what was told, what was written beside it, and its files to look at."""

from collections.abc import Callable

from intake.case import Case
from intake.evidence.glimpse import glimpse
from intake.export.counsel import Draft
from intake.form.kinds.files import PICTURES, GivenFile, file_of
from intake.interview import Interview
from intake.record import Record

_EDGE = 1000
"""Px of the longer side of a picture on paper: some 200 to the inch."""


def gather(
    case: Case,
    interview: Interview,
    record: Record,
    read: Callable[[str], bytes],
    *,
    originals: bool = False,
) -> Draft:
    """`read` gives the bytes of a file by its SHA-256; they are enclosed as they are with `originals`."""
    files = _files(interview)
    previews = {
        file.sha256: picture
        for file in files
        if file.media in PICTURES and (picture := glimpse(read(file.sha256), _EDGE).picture)
    }
    enclosed = {file.sha256: read(file.sha256) for file in files} if originals else {}
    return Draft(case, interview, record, previews, enclosed)


def _files(interview: Interview) -> tuple[GivenFile, ...]:
    """Those that are asked for now."""
    asked = (answer for path, answer in interview.answers.by_path.items() if interview.is_asked(path))
    found = (file_of(answer.value) for answer in asked if answer.value is not None)
    return tuple(file for file in found if file)

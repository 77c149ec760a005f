"""Questions answered with a file: a picture, or any other. Its bytes lie in the vault under their SHA-256."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import OneLine, plain

PICTURES = frozenset({"image/jpeg", "image/png"})
"""The media types that can be shown and printed."""

MEDIA = PICTURES | {"application/pdf", "application/octet-stream"}
"""Every media type that is told apart; the last stands for all others."""

LARGEST_FILE = 25 * 1024 * 1024
"""Bytes of one file."""

LONGEST_NAME = 255
"""Characters of a file's name: what file systems allow."""

_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that was given as an answer: the digest of its bytes, its own name, what it is, bytes of it."""

    sha256: str
    name: str
    media: str
    size: int

    def stored(self) -> Stored:
        return asdict(self)


def file_of(value: Stored) -> GivenFile | None:
    """The file that a stored value names; None when it names none."""
    if not isinstance(value, Mapping) or value.keys() != {"sha256", "name", "media", "size"}:
        return None
    sha256, name, media, size = value["sha256"], value["name"], value["media"], value["size"]
    if not isinstance(sha256, str) or not _DIGEST.fullmatch(sha256):
        return None
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
        return None
    if not isinstance(media, str) or media not in MEDIA:
        return None
    if not isinstance(size, int) or isinstance(size, bool) or not 0 <= size <= LARGEST_FILE:
        return None
    return GivenFile(sha256, name, media, size)


@dataclass(frozen=True, slots=True)
class FileKind(OneLine):
    """Stored: {"sha256", "name", "media", "size"}, as `GivenFile` has them. Typed: a file that is chosen.

    Shown: the name it had. Expressions see that name too. Where `pictures` are asked for, any other file is
    something to look at.
    """

    name: str
    pictures: bool

    def check(self, value: Stored) -> str | None:
        kept = file_of(value)
        if kept is None:
            return "not_a_file"
        return "not_a_picture" if self.pictures and kept.media not in PICTURES else None

    def xpath(self, value: Stored) -> str:
        kept = file_of(value)
        return kept.name if kept else plain(value)

    def brief(self, value: Stored, reader: Reader) -> str:
        return " ".join(shown_text(self.xpath(value)).split())

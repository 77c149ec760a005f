"""What a package says of itself: who sealed it, for whom, which draft it is, and the hashes of all in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.errors import NotAPackage, PackageDamaged, PackageTooNew
from intake.export.handover.cards import Card
from intake.written import from_json, text_of

FORMAT = "intake-package"
VERSION = 1


class Purpose(StrEnum):
    """A draft on its way to those who help, or their questions on the way back."""

    DRAFT = "draft"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands over a package. `number` counts the packages of a case from one sender, so that an older
    one that comes later is known as older; `id` is random.
    """

    id: str
    purpose: Purpose
    case: str
    number: int
    made: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The signed part. `sender` is the card to answer to; `to` the fingerprint of the one it was sealed to,
    so that whoever opens it cannot pass it on as if it had been meant for another.
    """

    letterhead: Letterhead
    sender: Card
    to: str
    contents: tuple["Item", ...]

    @property
    def hashes(self) -> Mapping[str, str]:
        """The SHA-256 of each file, in hex, by its name."""
        return {item.name: item.sha256 for item in self.contents}


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Outer:
    format: str
    version: int
    manifest: Manifest


def written(manifest: Manifest) -> bytes:
    """The manifest as a file, and as it is signed."""
    return text_of(_Outer(FORMAT, VERSION, manifest)).encode("utf-8")


def read(data: bytes) -> Manifest:
    """The manifest in a file. Raises NotAPackage, PackageTooNew, PackageDamaged."""
    try:
        found = json.loads(data)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise NotAPackage
        if isinstance(found.get("version"), int) and found["version"] > VERSION:
            raise PackageTooNew
        return from_json(_Outer, found).manifest
    except (ValueError, RecursionError):
        raise PackageDamaged(reason="contents") from None

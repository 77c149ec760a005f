"""The papers of a firm: what its documents look like, as a value that its vault keeps."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

PaperName: TypeAlias = Literal["letter", "a4"]

LONGEST_LETTERHEAD = 1000
"""Letters: it stands above a summary and is none itself."""
_LETTERHEAD, _LOGO, _PAPER, _FONTS = "papers-letterhead", "papers-logo", "papers-paper", "papers-fonts"


@dataclass(frozen=True, slots=True)
class FirmPapers:
    """Lines and a logo (a JPEG drawn anew; empty: none) at the head of a document, the paper it is for, and
    a folder with fonts for scripts that the program has none for.
    """

    letterhead: str = ""
    logo: bytes = b""
    paper: PaperName = "letter"
    fonts: Path | None = None

    @property
    def heads(self) -> bool:
        """Whether anything stands at the head."""
        return bool(self.letterhead or self.logo)

    def settings(self) -> dict[str, str]:
        """As a vault keeps it."""
        return {
            _LETTERHEAD: self.letterhead,
            _LOGO: base64.b64encode(self.logo).decode("ascii"),
            _PAPER: self.paper,
            _FONTS: str(self.fonts) if self.fonts else "",
        }


def papers_of(setting: Callable[[str], str | None]) -> FirmPapers:
    """The papers that settings hold; what they do not hold, or not well, is as for everyone."""
    fonts = setting(_FONTS)
    return FirmPapers(
        setting(_LETTERHEAD) or "",
        _bytes(setting(_LOGO) or ""),
        "a4" if setting(_PAPER) == "a4" else "letter",
        Path(fonts) if fonts else None,
    )


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""

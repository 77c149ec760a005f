"""Questions answered in the person's own words, and notes, which ask nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader

LONGEST_TEXT = 1_000_000
"""Characters. Far above any testimony, far below what slows the window or the vault."""


def plain(value: Stored) -> str:
    """Any stored value as one text: lists joined by spaces, as XPath joins choices; booleans as words."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, tuple | list):
        return " ".join(plain(part) for part in value)
    if isinstance(value, Mapping):
        return " ".join(plain(part) for part in value.values())
    return str(value)


class OneLine:
    """What kinds have in common whose values are said in one line: as they are stored, unless a kind knows
    better.
    """

    __slots__ = ()

    def xpath(self, value: Stored) -> str:
        return plain(value)

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return (self.brief(value, reader),)

    def brief(self, value: Stored, reader: Reader) -> str:
        return shown_text(plain(value))

    def from_text(self, text: str) -> Stored:
        return text


@dataclass(frozen=True, slots=True)
class TextKind(OneLine):
    """Stored: the text as typed. Typed: anything. Shown: the same words, without control characters."""

    name: str

    def check(self, value: Stored) -> str | None:
        if not isinstance(value, str):
            return "not_a_text"
        return "too_long" if len(value) > LONGEST_TEXT else None


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Stored: nothing, a note asks nothing. Shown: its label is all there is."""

    name: str = "note"

    def check(self, value: Stored) -> str | None:
        return None

    def xpath(self, value: Stored) -> str:
        return ""

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return ()

    def brief(self, value: Stored, reader: Reader) -> str:
        return ""

    def from_text(self, text: str) -> Stored:
        return text

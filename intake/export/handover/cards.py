"""A card: the public half of a vault's keys, as a small file, as a picture, and as digits to be read aloud.

A swapped card is the one way in which a package can reach a stranger, so that nothing is sealed to a card
whose fingerprint was not compared. Twenty digits are 66 bits.
"""

import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import segno

from intake.errors import CardUnreadable
from intake.export.handover.keys import OwnKeys, is_recipient, is_signed_by, is_verifier, signed

FIRST_LINE = "Intake card 1"
SUFFIX = ".card"
LARGEST = 4096
"""Bytes of a card file; more is none of ours."""

_DIGITS, _GROUP = 20, 5
_FIELDS = ("name", "made", "recipient", "verifier", "signature")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Card:
    """Whom to seal to: an age recipient, the Ed25519 key (hex) that signs what comes back, and a name.

    `signature` is by that key over the rest, in hex: whoever holds the receiving key made the card.
    """

    name: str
    made: date
    recipient: str
    verifier: str
    signature: str


class Acquaintance(StrEnum):
    """What is known of a card's holder: nothing; this very card; the same signer with a new receiving key; or
    a name that had other keys before.
    """

    NEW = "new"
    KNOWN = "known"
    ROTATED = "rotated"
    CHANGED = "changed"


def card_of(keys: OwnKeys) -> Card:
    """The card of a vault, with its current receiving key."""
    bare = Card(_one_line(keys.name), keys.current.made, keys.current.recipient, keys.verifier, "")
    signature = signed(_signed_part(bare), keys).hex()
    return Card(bare.name, bare.made, bare.recipient, bare.verifier, signature)


def written(card: Card) -> str:
    """The card as a text file: a line that says what it is, then one line a field."""
    return "\n".join((FIRST_LINE, *(f"{name}: {getattr(card, name)}" for name in _FIELDS), ""))


def read_card(data: bytes) -> Card:
    """The card in a file. Raises CardUnreadable."""
    try:
        lines = data[: LARGEST + 1].decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise CardUnreadable(reason="text") from None
    lines = [line.rstrip("\r") for line in lines]
    if len(data) > LARGEST or not lines[0].startswith("Intake card "):
        raise CardUnreadable(reason="text")
    if lines[0] != FIRST_LINE:
        raise CardUnreadable(reason="newer")
    pairs = [line.partition(": ") for line in lines[1:] if line]
    if tuple(name for name, _, _ in pairs) != _FIELDS:
        raise CardUnreadable(reason="text")
    return _checked({name: value for name, _, value in pairs})


def fingerprint(recipient: str, verifier: str) -> str:
    """Four groups of five digits that stand for both keys."""
    digest = hashlib.sha256(f"intake card 1\n{recipient}\n{verifier}".encode()).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def same_digits(typed: str, card: Card) -> bool:
    """Whether what a person typed are the digits of this card's fingerprint, however they are grouped."""
    digits = "".join(str(int(letter)) for letter in typed if letter.isdecimal())
    return digits == fingerprint(card.recipient, card.verifier).replace(" ", "")


def acquaintance(card: Card, known: Iterable[Card]) -> Acquaintance:
    """What earlier cards say of this one. A name counts as the same however it is spaced or capitalised."""
    found = Acquaintance.NEW
    for other in known:
        if other.verifier == card.verifier:
            return Acquaintance.KNOWN if other.recipient == card.recipient else Acquaintance.ROTATED
        if card.name and other.name.casefold().split() == card.name.casefold().split():
            found = Acquaintance.CHANGED
    return found


def picture(card: Card) -> bytes:
    """The card file as a QR code: a PNG, black on white, with the quiet margin that readers need."""
    image = io.BytesIO()
    segno.make(written(card), error="m", micro=False).save(image, kind="png", scale=6, border=4)
    return image.getvalue()


def _checked(fields: dict[str, str]) -> Card:
    try:
        made = date.fromisoformat(fields["made"])
        card = Card(fields["name"], made, fields["recipient"], fields["verifier"], fields["signature"])
        signature = bytes.fromhex(card.signature)
    except ValueError:
        raise CardUnreadable(reason="text") from None
    if (
        card.name != _one_line(card.name)
        or not is_recipient(card.recipient)
        or not is_verifier(card.verifier)
    ):
        raise CardUnreadable(reason="text")
    if not is_signed_by(_signed_part(card), signature, card.verifier):
        raise CardUnreadable(reason="altered")
    return card


def _signed_part(card: Card) -> bytes:
    return written(Card(card.name, card.made, card.recipient, card.verifier, "")).encode()


def _one_line(name: str) -> str:
    """A name without line breaks, controls and marks that reorder what stands around them."""
    seen = re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", " ", name)
    return " ".join(seen.split())[:_LONGEST_NAME].strip()

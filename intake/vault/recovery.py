"""The recovery code: 160 random bits that a person keeps on paper, with a check against slips of the pen."""

import hashlib
import os
import re
from dataclasses import dataclass

from intake.answers import CROCKFORD
from intake.errors import RecoveryCodeMistyped

SECRET_BYTES = 20
GROUP = 4
LETTERS = SECRET_BYTES * 8 // 5
GROUPS = LETTERS // GROUP + 1
"""Eight groups of four carry the secret; the ninth proves that they were copied well."""

_SPACES = re.compile(r"[\s\u2010-\u2015\u2212_.-]+")
_LOOKALIKES = str.maketrans("OIL", "011")
"""Crockford's alphabet has no O, I and L, so that they can be read as what they were taken for."""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The secret of a code. Random, so that no guess needs to be made slow."""

    secret: bytes

    def __repr__(self) -> str:
        return "RecoveryCode"


def new_code() -> RecoveryCode:
    return RecoveryCode(os.urandom(SECRET_BYTES))


def written(code: RecoveryCode) -> tuple[str, ...]:
    """The nine groups of four letters and digits that a code is written in."""
    text = _letters(code.secret) + _check(code.secret)
    return tuple(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def read_code(text: str) -> RecoveryCode:
    """The code in what a person typed, in small letters or capitals, with or without spaces and hyphens.

    Raises RecoveryCodeMistyped.
    """
    letters = _SPACES.sub("", text).upper().translate(_LOOKALIKES)
    strange = next((letter for letter in letters if letter not in CROCKFORD), None)
    if strange is not None:
        raise RecoveryCodeMistyped(reason="letter")
    if len(letters) != GROUPS * GROUP:
        raise RecoveryCodeMistyped(reason="length", found=len(letters), wanted=GROUPS * GROUP)
    number = 0
    for letter in letters[:LETTERS]:
        number = number << 5 | CROCKFORD.index(letter)
    secret = number.to_bytes(SECRET_BYTES, "big")
    if _check(secret) != letters[LETTERS:]:
        raise RecoveryCodeMistyped(reason="check")
    return RecoveryCode(secret)


def _letters(secret: bytes) -> str:
    number, length = int.from_bytes(secret, "big"), len(secret) * 8 // 5
    return "".join(CROCKFORD[number >> 5 * (length - 1 - place) & 31] for place in range(length))


def _check(secret: bytes) -> str:
    return _letters(hashlib.sha256(b"intake/v1/recovery-check" + secret).digest()[:5])[:GROUP]

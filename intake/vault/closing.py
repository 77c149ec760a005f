"""A secret that leaves the vault closed with a passphrase: what stands beside it can be read by anyone."""

import os
from collections.abc import Mapping

from intake.vault.keys import (
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    Cost,
    derived,
    passing,
    passphrase_key,
    sealed,
    unsealed,
)

_FORMAT = "intake-passphrase-1"
_PURPOSE = "package"
_FIELDS = {"format", "memory", "passes", "lanes", "salt", "sealed"}


def closed(secret: bytes, passphrase: str, cost: Cost) -> Mapping[str, str | int]:
    """The secret, closed with a passphrase (Argon2id, HKDF-SHA256, ChaCha20-Poly1305). Bytes are in hex.

    Raises VaultNeedsMemory.
    """
    salt = os.urandom(SALT_BYTES)
    with passing(_key(passphrase, salt, cost)) as key, passing(bytearray(secret)) as open_secret:
        text = sealed(open_secret, key, _FORMAT.encode()).hex()
    return {
        "format": _FORMAT,
        "memory": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": salt.hex(),
        "sealed": text,
    }


def reopened(slot: Mapping[str, str | int], passphrase: str) -> bytes | None:
    """The secret that `closed` closed, or None when the passphrase is another or anything was altered.

    Raises ValueError for what `closed` did not write or asks for more than we agree to pay, and
    VaultNeedsMemory.
    """
    if not isinstance(slot, dict) or slot.keys() != _FIELDS or slot["format"] != _FORMAT:
        raise ValueError("no closed secret")
    numbers = [slot[name] for name in ("memory", "passes", "lanes")]
    salt, text = bytes.fromhex(str(slot["salt"])), bytes.fromhex(str(slot["sealed"]))
    shaped = len(salt) == SALT_BYTES and NONCE_BYTES + TAG_BYTES < len(text) <= NONCE_BYTES + TAG_BYTES + 4096
    if not shaped or not all(isinstance(number, int) for number in numbers):
        raise ValueError("no closed secret")
    cost = Cost(*(int(number) for number in numbers))
    if not cost.bearable:
        raise ValueError("no closed secret")
    with passing(_key(passphrase, salt, cost)) as key:
        secret = unsealed(text, key, _FORMAT.encode())
    return None if secret is None else bytes(secret)


def _key(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    with passing(passphrase_key(passphrase, salt, cost)) as slow:
        return derived(slow, salt, _PURPOSE)

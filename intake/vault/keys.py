"""Keys: made slowly from a passphrase, derived for one purpose, sealed with another, and wiped.

They live in bytearrays, which can be wiped; a passphrase, being a str, stays in memory until that is reused.
"""

import hashlib
import hmac
import os
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from argon2.low_level import ARGON2_VERSION, Type, ffi
from argon2.low_level import lib as argon2  # type: ignore[attr-defined]  # hash_secret_raw leaves copies
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.errors import VaultNeedsMemory

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SALT_BYTES = 16

# The floor is OWASP's least for one pass or more. The ceiling is what the dearest calibration asks for: a
# header full of slots that somebody made up costs no more than eight of those for one passphrase.
_LEAST_MEMORY, _MOST_LANES = 19 * 1024, 8
_DEFAULT_MEMORY, _CALIBRATED_MEMORY, _CALIBRATED_PASSES = 64 * 1024, 256 * 1024, 4
_MOST_WORK = _CALIBRATED_MEMORY * _CALIBRATED_PASSES
_SHORTEST = 1e-3
_MEBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs with Argon2id: memory in KiB, passes over it, lanes.

    The default is the second recommendation of RFC 9106.
    """

    memory: int = _DEFAULT_MEMORY
    passes: int = 3
    lanes: int = 4

    @property
    def work(self) -> int:
        """KiB gone over, which the time of a guess follows."""
        return self.memory * self.passes

    @property
    def bearable(self) -> bool:
        """Whether we agree to pay it: below the floor guessing is cheap, above the ceiling opening hangs."""
        return (
            self.memory >= _LEAST_MEMORY
            and self.passes >= 1
            and self.work <= _MOST_WORK
            and 1 <= self.lanes <= _MOST_LANES
        )


def calibrated(seconds: float = 1.0) -> Cost:
    """A cost that takes this computer about so long, in 64 to 256 MiB, which small laptops have."""
    least = Cost()
    start = time.perf_counter()
    wipe(passphrase_key("", bytes(SALT_BYTES), least))
    wanted = seconds / max(time.perf_counter() - start, _SHORTEST)
    wider = min(max(wanted, 1), _CALIBRATED_MEMORY / least.memory)
    memory = int(least.memory * wider) // _MEBIBYTE * _MEBIBYTE
    passes = min(max(int(least.passes * wanted / wider), least.passes), _CALIBRATED_PASSES)
    return Cost(memory, passes, least.lanes)


def new_key() -> bytearray:
    """A random key of 256 bits."""
    return bytearray(os.urandom(KEY_BYTES))


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    """The key that a passphrase makes, however its letters were composed (NFKC).

    Raises VaultNeedsMemory when this computer cannot find the memory that the cost asks for.
    """
    secret = bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"))
    key = bytearray(KEY_BYTES)
    with passing(secret):
        fault = argon2.argon2_hash(
            cost.passes,
            cost.memory,
            cost.lanes,
            ffi.from_buffer(secret),
            len(secret),
            salt,
            len(salt),
            ffi.from_buffer("uint8_t[]", key, require_writable=True),
            len(key),
            ffi.NULL,
            0,
            Type.ID.value,
            ARGON2_VERSION,
        )
    if fault != argon2.ARGON2_OK:
        raise VaultNeedsMemory(mebibytes=cost.memory // _MEBIBYTE)
    return key


def derived(key: bytearray, salt: bytes, purpose: str) -> bytearray:
    """A key for one purpose (HKDF-SHA256), from which no key for another purpose follows."""
    made = bytearray(KEY_BYTES)
    HKDF(hashes.SHA256(), KEY_BYTES, salt, f"intake/v1/{purpose}".encode()).derive_into(key, made)
    return made


def sealed(secret: bytearray, key: bytearray, bound_to: bytes) -> bytes:
    """The secret sealed with the key: a nonce, then ChaCha20-Poly1305. `bound_to` is needed to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, secret, bound_to)


def unsealed(closed: bytes, key: bytearray, bound_to: bytes) -> bytearray | None:
    """The secret, or None when the key is another or anything was altered."""
    secret = bytearray(len(closed) - NONCE_BYTES - TAG_BYTES)
    try:
        ChaCha20Poly1305(key).decrypt_into(closed[:NONCE_BYTES], closed[NONCE_BYTES:], bound_to, secret)
    except InvalidTag:
        return None
    return secret


def authenticated(text: bytes, key: bytearray) -> bytes:
    """The HMAC-SHA256 of a text."""
    return hmac.new(key, text, hashlib.sha256).digest()


def wipe(key: bytearray) -> None:
    """Overwrite a key with zeros where it stands."""
    key[:] = bytes(len(key))


@contextmanager
def passing(key: bytearray) -> Iterator[bytearray]:
    """Lend a key for one block, and wipe it at its end."""
    try:
        yield key
    finally:
        wipe(key)

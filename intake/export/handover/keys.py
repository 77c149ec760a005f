"""The keys with which a vault receives and signs: age identities (X25519) and one Ed25519 signer."""

from dataclasses import dataclass, field, replace
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pyrage import RecipientError, x25519

from intake.errors import LastReceivingKey


@dataclass(frozen=True, slots=True)
class ReceivingKey:
    """An age identity. `retired`: the day from which no card names it; it opens what was sealed to it."""

    recipient: str
    secret: str = field(repr=False)
    made: date
    retired: date | None = None


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """All keys of a vault, the newest last. `name` stands on its card; `signer` is a seed in hex."""

    name: str
    signer: str = field(repr=False)
    receiving: tuple[ReceivingKey, ...]

    @property
    def current(self) -> ReceivingKey:
        """The key that the card names: the newest that is not retired."""
        return next(key for key in reversed(self.receiving) if key.retired is None)

    @property
    def verifier(self) -> str:
        """The public half of the signer, in hex."""
        return _signer(self.signer).public_key().public_bytes_raw().hex()


def new_keys(name: str, today: date) -> OwnKeys:
    """A signer and a first receiving key."""
    return OwnKeys(name, Ed25519PrivateKey.generate().private_bytes_raw().hex(), (_new(today),))


def rotated(keys: OwnKeys, today: date) -> OwnKeys:
    """With a new receiving key, and the current one retired."""
    return retired(replace(keys, receiving=(*keys.receiving, _new(today))), keys.current, today)


def retired(keys: OwnKeys, key: ReceivingKey, today: date) -> OwnKeys:
    """With this key on no card any more. Raises LastReceivingKey when no other would be left for the card."""
    if not any(other.retired is None for other in keys.receiving if other != key):
        raise LastReceivingKey
    changed = (replace(it, retired=today) if it == key else it for it in keys.receiving)
    return replace(keys, receiving=tuple(changed))


def without(keys: OwnKeys, key: ReceivingKey) -> OwnKeys:
    """With this key gone: what was sealed to it can never be opened again. Raises LastReceivingKey."""
    if key == keys.current:
        raise LastReceivingKey
    return replace(keys, receiving=tuple(it for it in keys.receiving if it != key))


def signed(text: bytes, keys: OwnKeys) -> bytes:
    """The Ed25519 signature of a text: 64 bytes."""
    return _signer(keys.signer).sign(text)


def is_signed_by(text: bytes, signature: bytes, verifier: str) -> bool:
    """Whether the signature is that of the text by the holder of this key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(verifier)).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_recipient(text: str) -> bool:
    """Whether this is the public half of an age identity, as we write it."""
    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True


def is_verifier(text: str) -> bool:
    """Whether this is the public half of a signer, as we write it."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(text))
    except ValueError:
        return False
    return text == text.lower()


def _new(today: date) -> ReceivingKey:
    identity = x25519.Identity.generate()
    return ReceivingKey(str(identity.to_public()), str(identity), today)


def _signer(seed: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))

"""What this computer remembers of a vault, so that it opens without its passphrase: a secret in its keyring.

The keyring holds a random secret that opens one slot of the header, and nothing without the header. A lock
takes the secret away and leaves a note that there was one: the next passphrase has a new one made, on this
computer alone. Losing it never means more than typing the passphrase.

A keyring may hang just when the vault must lock. So a mark beside the database says first that the passphrase
is to be typed; it goes once the keyring has another secret, or none.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from intake.errors import KeyringForgot, KeyringUnavailable
from intake.vault import copies, keystore
from intake.vault.files import PRIVATE_FILE
from intake.vault.header import Header, Kind, Slot, signed
from intake.vault.keys import KEY_BYTES, wipe
from intake.vault.slots import KeyringSecret, keyring_slot, new_id, opened

_SUSPENDED = "-"
MARK = "vault.held"
"""An empty file: it needs no room on a disk that is full, and tells no more than the lock beside it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The slot that the keyring's text is for, and the secret; None while it is taken away."""

    slot: str
    secret: KeyringSecret | None


def slot_of(header: Header) -> Slot | None:
    """The slot for a keyring, here or on another computer; None when there is none."""
    return next((slot for slot in header.slots if slot.kind is Kind.KEYRING), None)


def may_open(folder: Path) -> bool:
    """Whether it is worth asking the keyring for the vault in a folder.

    Raises VaultMissing, VaultTooNew, HeaderDamaged, PermissionError.
    """
    return any(slot_of(header) is not None for header in copies.read(folder))


def secret_for(folder: Path) -> KeyringSecret:
    """What opens the vault in a folder without its passphrase.

    Raises KeyringForgot when nothing here could, KeyringUnavailable, and what `may_open` raises.
    """
    header = copies.read(folder)[0]
    slot = slot_of(header)
    asked = slot is not None and not is_held(folder)
    found = _kept(header.vault_id) if asked else None
    if slot is None or found is None or found.slot != slot.id or found.secret is None:
        raise KeyringForgot
    return found.secret


def remember(header: Header, data_key: bytearray) -> Slot:
    """Put a new secret into the keyring, and give the slot that it opens. Raises KeyringUnavailable.

    The keyring may ask its owner for its own password first: that takes as long as it takes.
    """
    keystore.probe()
    return _remembered(header, data_key, new_id())


def is_held(folder: Path) -> bool:
    """Whether the passphrase must be typed, whatever the keyring holds."""
    return (folder / MARK).exists()


def hold(folder: Path) -> None:
    """From now on no keyring opens the vault in a folder until its passphrase is typed. Never waits."""
    with suppress(OSError):  # a disk that is read-only: the keyring alone is left to take its secret away
        (folder / MARK).touch(mode=PRIVATE_FILE)


def let_go(folder: Path) -> None:
    """The keyring holds nothing more that opened the vault when it was held."""
    with suppress(OSError):
        (folder / MARK).unlink(missing_ok=True)


def renewed(folder: Path, header: Header, data_key: bytearray) -> Header | None:
    """The header with a new slot, for which a new secret is kept; None when the keyring needs none.

    Only a computer that a lock took the secret from gets a new one. It is no new generation of the header:
    nothing opens the vault that did not before, and the copies of the vault need not be made anew.
    """
    slot = slot_of(header)
    if slot is None:
        return None
    with suppress(KeyringUnavailable):  # what it may still hold stays held off
        found = _kept(header.vault_id)
        if found is None or found.slot != slot.id or (not is_held(folder) and _opens(header, found.secret)):
            let_go(folder)
            return None
        fresh = _remembered(header, data_key, slot.id)
        slots = tuple(fresh if it == slot else it for it in header.slots)
        return signed(replace(header, slots=slots), data_key)
    return None


def suspend(header: Header) -> None:
    """Take the secret of this vault away until its passphrase is typed. Raises KeyringUnavailable."""
    slot = slot_of(header)
    found = _kept(header.vault_id) if slot is not None else None
    if found is not None and found.secret is not None:
        keystore.keep(_name(header.vault_id), f"{found.slot} {_SUSPENDED}")


def forget(header: Header) -> None:
    """Have the keyring hold nothing of this vault. Raises KeyringUnavailable."""
    if slot_of(header) is not None:
        keystore.drop(_name(header.vault_id))


def _remembered(header: Header, data_key: bytearray, slot_id: str) -> Slot:
    secret = KeyringSecret(os.urandom(KEY_BYTES))
    slot = keyring_slot(secret, data_key, header.vault_id, slot_id)
    keystore.keep(_name(header.vault_id), f"{slot.id} {secret.secret.hex()}")
    return slot


def _opens(header: Header, secret: KeyringSecret | None) -> bool:
    found = opened(header, secret) if secret is not None else None
    if found is None:
        return False
    wipe(found[1])
    return True


def _kept(vault_id: bytes) -> _Kept | None:
    """What the keyring holds of a vault; None when that is nothing, or nothing of ours."""
    slot, _, secret = (keystore.kept(_name(vault_id)) or "").partition(" ")
    if secret == _SUSPENDED:
        return _Kept(slot, None)
    with suppress(ValueError):
        known = bytes.fromhex(secret)
        return _Kept(slot, KeyringSecret(known)) if len(known) == KEY_BYTES else None
    return None


def _name(vault_id: bytes) -> str:
    return vault_id.hex()

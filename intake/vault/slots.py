"""The ways to a vault's data key: sealing it for a secret, and trying a secret on what is sealed."""

import os
import secrets
from dataclasses import dataclass, replace
from typing import TypeAlias

from intake.vault.header import Header, Kind, Slot, Stretching
from intake.vault.keys import SALT_BYTES, Cost, derived, passing, passphrase_key, sealed, unsealed
from intake.vault.recovery import RecoveryCode


@dataclass(frozen=True, slots=True)
class KeyringSecret:
    """What a computer's keyring keeps: 256 random bits."""

    secret: bytes

    def __repr__(self) -> str:
        return "KeyringSecret"


Secret: TypeAlias = str | RecoveryCode | KeyringSecret
"""What opens a slot. A str is a passphrase."""


def passphrase_slot(passphrase: str, cost: Cost, data_key: bytearray, vault_id: bytes) -> Slot:
    """A new slot that opens with the passphrase. Raises VaultNeedsMemory."""
    stretching = Stretching(os.urandom(SALT_BYTES), cost)
    return _filled(Slot(new_id(), Kind.PASSPHRASE, stretching), passphrase, data_key, vault_id)


def recovery_slot(code: RecoveryCode, data_key: bytearray, vault_id: bytes) -> Slot:
    """A new slot that opens with the recovery code, which is random and needs no stretching."""
    return _filled(Slot(new_id(), Kind.RECOVERY), code, data_key, vault_id)


def keyring_slot(secret: KeyringSecret, data_key: bytearray, vault_id: bytes, slot_id: str) -> Slot:
    """A slot of this id that opens with what a keyring keeps."""
    return _filled(Slot(slot_id, Kind.KEYRING), secret, data_key, vault_id)


def new_id() -> str:
    return secrets.token_hex(8)


def kind_of(secret: Secret) -> Kind:
    """The kind of slot that the secret may open."""
    match secret:
        case RecoveryCode():
            return Kind.RECOVERY
        case KeyringSecret():
            return Kind.KEYRING
        case _:
            return Kind.PASSPHRASE


def opened(header: Header, secret: Secret) -> tuple[Slot, bytearray] | None:
    """The slot that the secret opens, and the data key; None without one. Raises VaultNeedsMemory."""
    kind = kind_of(secret)
    for slot in header.slots:
        if slot.kind is not kind:
            continue
        with passing(_slot_key(slot, secret, header.vault_id)) as key:
            data_key = unsealed(slot.sealed, key, slot.bound_to(header.vault_id))
        if data_key is not None:
            return slot, data_key
    return None


def _filled(slot: Slot, secret: Secret, data_key: bytearray, vault_id: bytes) -> Slot:
    with passing(_slot_key(slot, secret, vault_id)) as key:
        return replace(slot, sealed=sealed(data_key, key, slot.bound_to(vault_id)))


def _slot_key(slot: Slot, secret: Secret, vault_id: bytes) -> bytearray:
    purpose = f"slot/{slot.kind}"
    if not isinstance(secret, str):
        with passing(bytearray(secret.secret)) as random:
            return derived(random, vault_id, purpose)
    assert slot.stretching is not None, "a passphrase's slot says how it is stretched"  # noqa: S101
    with passing(passphrase_key(secret, slot.stretching.salt, slot.stretching.cost)) as slow:
        return derived(slow, vault_id, purpose)

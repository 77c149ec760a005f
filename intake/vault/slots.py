"""The ways to a vault's data key: sealing it for a secret, and trying a secret on what is sealed."""

import os
import secrets
from dataclasses import replace
from typing import TypeAlias

from intake.vault.header import Header, Kind, Slot, Stretching
from intake.vault.keys import SALT_BYTES, Cost, derived, passing, passphrase_key, sealed, unsealed
from intake.vault.recovery import RecoveryCode

Secret: TypeAlias = str | RecoveryCode
"""What opens a slot. A str is a passphrase."""


def passphrase_slot(passphrase: str, cost: Cost, data_key: bytearray, vault_id: bytes) -> Slot:
    """A new slot that opens with the passphrase. Raises VaultNeedsMemory."""
    stretching = Stretching(os.urandom(SALT_BYTES), cost)
    return _filled(Slot(_new_id(), Kind.PASSPHRASE, stretching), passphrase, data_key, vault_id)


def recovery_slot(code: RecoveryCode, data_key: bytearray, vault_id: bytes) -> Slot:
    """A new slot that opens with the recovery code, which is random and needs no stretching."""
    return _filled(Slot(_new_id(), Kind.RECOVERY), code, data_key, vault_id)


def opened(header: Header, secret: Secret) -> tuple[Slot, bytearray] | None:
    """The slot that the secret opens, and the data key; None without one. Raises VaultNeedsMemory."""
    kind = Kind.PASSPHRASE if isinstance(secret, str) else Kind.RECOVERY
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


def _new_id() -> str:
    return secrets.token_hex(8)

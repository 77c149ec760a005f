"""The ways to a vault's data key: making one from a passphrase, and trying a passphrase on them."""

import os
import secrets
from dataclasses import replace

from intake.vault.header import Header, Slot
from intake.vault.keys import SALT_BYTES, Cost, derived, passing, passphrase_key, sealed, unsealed


def passphrase_slot(passphrase: str, cost: Cost, data_key: bytearray, vault_id: bytes) -> Slot:
    """A new slot that opens with the passphrase. Raises VaultNeedsMemory."""
    slot = Slot(secrets.token_hex(8), os.urandom(SALT_BYTES), cost)
    with passing(_slot_key(slot, passphrase, vault_id)) as key:
        return replace(slot, sealed=sealed(data_key, key, slot.bound_to(vault_id)))


def data_key_of(header: Header, passphrase: str) -> bytearray | None:
    """The data key from a slot that the passphrase opens, None without one. Raises VaultNeedsMemory."""
    for slot in header.slots:
        with passing(_slot_key(slot, passphrase, header.vault_id)) as key:
            data_key = unsealed(slot.sealed, key, slot.bound_to(header.vault_id))
        if data_key is not None:
            return data_key
    return None


def _slot_key(slot: Slot, passphrase: str, vault_id: bytes) -> bytearray:
    with passing(passphrase_key(passphrase, slot.salt, slot.cost)) as slow:
        return derived(slow, vault_id, "slot/passphrase")

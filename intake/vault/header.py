"""The header of a vault: who it is, which file holds its database, and the ways to its key.

It is canonical JSON with two proofs over itself. A plain SHA-256 tells damage before any passphrase is tried;
a MAC under the data key tells, once it is open, that somebody altered it. The first is the same in all
versions to come, so that damage is never taken for a newer one.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from intake.errors import HeaderDamaged, VaultTooNew
from intake.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    Cost,
    authenticated,
    derived,
    passing,
)

FORMAT = "intake-vault"
VERSION = 1
MOST_BYTES = 64 * 1024
MOST_SLOTS = 8

_DATABASE = re.compile(r"vault-[0-9a-f]{8}\.db")
_KEY_DERIVATION = "argon2id"


class Kind(StrEnum):
    """What opens a slot: a passphrase, a recovery code on paper, or a secret in a computer's keyring."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, not a secret
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Stretching:
    """How a passphrase becomes a key: its salt, and what one guess costs."""

    salt: bytes
    cost: Cost


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the data key sealed. Only a passphrase is stretched; the other secrets are random."""

    id: str
    kind: Kind
    stretching: Stretching | None = None
    sealed: bytes = b""

    def bound_to(self, vault_id: bytes) -> bytes:
        """What the sealed key belongs to: it opens in no other vault, slot, kind or cost."""
        return _canonical(
            [FORMAT, VERSION, vault_id.hex(), self.id, self.kind, _cost_fields(self.stretching)]
        )


@dataclass(frozen=True, slots=True)
class Header:
    """`generation` counts the changes of the header; `database` is a bare file name in the vault's folder."""

    vault_id: bytes
    generation: int
    database: str
    slots: tuple[Slot, ...]
    mac: bytes = b""


def signed(header: Header, data_key: bytearray) -> Header:
    """The same header with its MAC under the data key."""
    return replace(header, mac=_mac(header, data_key))


def is_genuine(header: Header, data_key: bytearray) -> bool:
    """Whether the header is as somebody who held the data key left it."""
    return hmac.compare_digest(header.mac, _mac(header, data_key))


def encoded(header: Header) -> bytes:
    """The bytes of a header as they stand in its two files."""
    fields = {**_fields(header), "mac": _text(header.mac)}
    return _canonical({**fields, "sha256": _checksum(fields)})


def decoded(text: bytes) -> Header:
    """The header in these bytes, which must be exactly those that `encoded` makes of it.

    Raises HeaderDamaged, or VaultTooNew for an undamaged header of a later version.
    """
    if len(text) > MOST_BYTES:
        raise HeaderDamaged
    try:
        fields = json.loads(text)
        _check_whole(fields)
        header = _header(fields)
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise HeaderDamaged from fault
    if encoded(header) != text or not all(_sound(slot) for slot in header.slots):
        raise HeaderDamaged
    return header


def _sound(slot: Slot) -> bool:
    if slot.kind is not Kind.PASSPHRASE:
        return slot.stretching is None
    return slot.stretching is not None and slot.stretching.cost.bearable


def _check_whole(fields: Any) -> None:
    if not isinstance(fields, dict):
        raise HeaderDamaged
    rest = {name: value for name, value in fields.items() if name != "sha256"}
    if fields["format"] != FORMAT or fields["sha256"] != _checksum(rest):
        raise HeaderDamaged
    if _whole(fields["version"]) > VERSION:
        raise VaultTooNew(version=fields["version"])


def _header(fields: Mapping[str, Any]) -> Header:
    if not _DATABASE.fullmatch(fields["database"]) or not 1 <= len(fields["slots"]) <= MOST_SLOTS:
        raise HeaderDamaged
    return Header(
        vault_id=bytes.fromhex(fields["vault_id"]),
        generation=_whole(fields["generation"]),
        database=fields["database"],
        slots=tuple(_slot(slot) for slot in fields["slots"]),
        mac=_bytes(fields["mac"], KEY_BYTES),
    )


def _slot(fields: Mapping[str, Any]) -> Slot:
    return Slot(
        id=str(fields["id"]),
        kind=Kind(fields["type"]),
        stretching=_stretching(fields["kdf"]) if fields["kdf"] is not None else None,
        sealed=_bytes(fields["sealed"], NONCE_BYTES + KEY_BYTES + TAG_BYTES),
    )


def _stretching(fields: Mapping[str, Any]) -> Stretching:
    cost = Cost(_whole(fields["memory"]), _whole(fields["passes"]), _whole(fields["lanes"]))
    return Stretching(_bytes(fields["salt"], SALT_BYTES), cost)


def _fields(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": header.vault_id.hex(),
        "generation": header.generation,
        "database": header.database,
        "slots": [
            {
                "id": slot.id,
                "type": slot.kind,
                "kdf": _cost_fields(slot.stretching),
                "sealed": _text(slot.sealed),
            }
            for slot in header.slots
        ],
    }


def _cost_fields(stretching: Stretching | None) -> dict[str, Any] | None:
    if stretching is None:
        return None
    cost = stretching.cost
    return {
        "name": _KEY_DERIVATION,
        "memory": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _text(stretching.salt),
    }


def _mac(header: Header, data_key: bytearray) -> bytes:
    with passing(derived(data_key, header.vault_id, "header-mac")) as key:
        return authenticated(_canonical(_fields(header)), key)


def _checksum(fields: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(fields)).hexdigest()


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(text: str, length: int) -> bytes:
    value = base64.b64decode(text, validate=True)
    if len(value) != length:
        raise binascii.Error
    return value


def _whole(value: object) -> int:
    if type(value) is not int:  # a JSON true is an int to Python
        raise TypeError
    return value

"""The header is told whole from damaged before any passphrase is tried, whatever stands in it."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.errors import HeaderDamaged, VaultTooNew
from intake.vault.header import (
    MOST_BYTES,
    Header,
    Kind,
    Slot,
    Stretching,
    decoded,
    encoded,
    is_genuine,
    signed,
)
from intake.vault.keys import Cost, new_key

KEY = new_key()
SALT = bytes(range(16))
SLOT = Slot("a1b2c3d4e5f60718", Kind.PASSPHRASE, Stretching(SALT, Cost()), bytes(range(60)))
RECOVERY = Slot("b1b2c3d4e5f60718", Kind.RECOVERY, None, bytes(range(1, 61)))
HEADER = signed(Header(bytes(range(16)), 7, "vault-00ff00ff.db", (SLOT, RECOVERY)), KEY)
TEXT = encoded(HEADER)


def resealed(**changes: Any) -> bytes:
    """The sample header with other fields and a right checksum: what anyone can write."""
    fields = {**json.loads(TEXT), **changes}
    del fields["sha256"]
    fields["sha256"] = hashlib.sha256(canonical(fields)).hexdigest()
    return canonical(fields)


def canonical(fields: object) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def kdf(**changes: Any) -> list[dict[str, Any]]:
    return slot(kdf={**json.loads(TEXT)["slots"][0]["kdf"], **changes})


def slot(**changes: Any) -> list[dict[str, Any]]:
    return [{**json.loads(TEXT)["slots"][0], **changes}]


def test_a_header_reads_back_as_it_was_written() -> None:
    assert decoded(TEXT) == HEADER
    assert resealed() == TEXT


@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_is_told_as_damage(bit: int) -> None:
    for place in range(len(TEXT)):
        damaged = bytearray(TEXT)
        damaged[place] ^= 1 << bit
        with pytest.raises(HeaderDamaged):
            decoded(bytes(damaged))


def test_every_cut_is_told_as_damage() -> None:
    for length in range(len(TEXT)):
        with pytest.raises(HeaderDamaged):
            decoded(TEXT[:length])


@given(st.binary(max_size=200) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(canonical))
@example(b"[" * 60_000)
@example(b"9" * 5000)
@example(b"{}")
@example(b"[]")
@example(b'{"format":"intake-vault","version":1e400}')
@example(TEXT + b" " * MOST_BYTES)
@example(TEXT + b"\n")
@example(b"\xef\xbb\xbf" + TEXT)
def test_anything_else_is_no_header(text: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        decoded(text)


def test_a_later_version_is_told_as_newer_and_a_damaged_one_as_damaged() -> None:
    later = resealed(version=2, something=["new"])
    with pytest.raises(VaultTooNew) as told:
        decoded(later)
    assert told.value.facts == {"version": 2}
    with pytest.raises(HeaderDamaged):
        decoded(later.replace(b"new", b"now"))


@pytest.mark.parametrize(
    "changes",
    [
        {"slots": kdf(memory=8)},
        {"slots": kdf(memory=2**40)},
        {"slots": kdf(memory=2 * 1024 * 1024, passes=16) * 8},
        {"slots": kdf(memory=256 * 1024, passes=5)},
        {"slots": kdf(memory=-(2**40), passes=-1)},
        {"slots": kdf(passes=10**6)},
        {"slots": kdf(lanes=0)},
        {"slots": kdf(memory=True)},
        {"slots": kdf(salt="")},
        {"slots": kdf(name="none")},
        {"slots": slot(kdf=None)},
        {"slots": slot(type="recovery")},
        {"slots": slot(type="other")},
        {"slots": slot(type=None)},
        {"slots": slot(sealed="")},
        {"slots": []},
        {"slots": kdf() * 9},
        {"slots": None},
        {"database": "../../other.db"},
        {"database": "vault-00ff00ff.db\n"},
        {"database": 7},
        {"vault_id": "zz"},
        {"vault_id": " 00"},
        {"generation": 1.5},
        {"generation": "7"},
        {"version": True},
        {"version": 0},
        {"version": "1"},
        {"format": "other"},
        {"mac": ""},
        {"more": 1},
    ],
    ids=str,
)
def test_a_hostile_header_with_a_right_checksum_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(HeaderDamaged):
        decoded(resealed(**changes))


def test_only_the_data_key_makes_a_header_genuine() -> None:
    assert is_genuine(HEADER, KEY)
    assert not is_genuine(HEADER, new_key())
    assert not is_genuine(replace(HEADER, generation=8), KEY)
    assert not is_genuine(replace(HEADER, database="vault-00ff00fe.db"), KEY)
    assert not is_genuine(
        replace(HEADER, slots=(replace(SLOT, stretching=Stretching(SALT, Cost(19 * 1024))),)), KEY
    )

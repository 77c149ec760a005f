"""Keys are made the same from the same words, open only what they closed, and can be wiped."""

from contextlib import suppress

import pytest
from argon2.low_level import Type, hash_secret_raw
from hypothesis import given
from hypothesis import strategies as st

from intake.vault.keys import Cost, calibrated, derived, new_key, passing, passphrase_key, sealed, unsealed
from tests.support.vaults import CHEAP, outcome

SALT = bytes(range(16))


def test_letters_composed_in_another_way_make_the_same_key() -> None:
    assert passphrase_key("й", SALT, CHEAP) == passphrase_key("и\u0306", SALT, CHEAP)
    assert passphrase_key("ﬁn", SALT, CHEAP) == passphrase_key("fin", SALT, CHEAP)


@pytest.mark.parametrize("passphrase", ["", "\ud800", "\x00", "слово" * 10_000])
def test_no_passphrase_is_too_strange(passphrase: str) -> None:
    assert len(passphrase_key(passphrase, SALT, CHEAP)) == 32


def test_argon2id_gives_what_other_programs_get() -> None:
    elsewhere = hash_secret_raw(b"password", b"somesalt12345678", 2, 19_456, 1, 32, Type.ID)
    assert passphrase_key("password", b"somesalt12345678", Cost(19_456, 2, 1)) == elsewhere


def test_passphrase_salt_and_cost_all_change_the_key() -> None:
    keys = {
        bytes(passphrase_key("a", SALT, CHEAP)),
        bytes(passphrase_key("b", SALT, CHEAP)),
        bytes(passphrase_key("a", bytes(16), CHEAP)),
        bytes(passphrase_key("a", SALT, Cost(CHEAP.memory, 2, 1))),
        bytes(passphrase_key("a", SALT, Cost(CHEAP.memory, 1, 2))),
    }
    assert len(keys) == 5


def test_a_key_for_one_purpose_is_no_key_for_another() -> None:
    key = new_key()
    assert len({bytes(derived(key, salt, use)) for salt in (b"1", b"2") for use in ("database", "mac")}) == 4


def test_a_lent_key_is_wiped_even_when_the_borrower_fails() -> None:
    key = new_key()
    with suppress(LookupError), passing(key) as lent:
        assert any(lent)
        raise LookupError
    assert key == bytes(32)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=40), st.integers(0, 8 * 60 - 1))
def test_what_is_sealed_opens_whole_or_not_at_all(secret: bytes, bound_to: bytes, flipped: int) -> None:
    key = new_key()
    closed = sealed(bytearray(secret), key, bound_to)
    assert unsealed(closed, key, bound_to) == secret
    altered = bytearray(closed)
    altered[flipped // 8] ^= 1 << flipped % 8
    assert unsealed(bytes(altered), key, bound_to) is None
    assert unsealed(closed, key, bound_to + b"!") is None
    assert unsealed(closed, new_key(), bound_to) is None


def test_a_calibrated_cost_can_be_paid_on_a_small_laptop() -> None:
    for seconds in (0.0, 1e-6, 1e6):
        cost = calibrated(seconds)
        assert cost.bearable
        assert 64 * 1024 <= cost.memory <= 256 * 1024
        assert 3 <= cost.passes <= 8
    assert calibrated(0.0) == Cost(64 * 1024, 3, 4)
    assert calibrated(1e6) == Cost(256 * 1024, 4, 4)


@pytest.mark.parametrize(
    "cost", [Cost(19_455), Cost(2**21 + 1), Cost(passes=0), Cost(passes=17), Cost(lanes=9)]
)
def test_costs_outside_the_bounds_are_not_paid(cost: Cost) -> None:
    assert not cost.bearable


def test_too_little_memory_is_told_as_such() -> None:
    script = """
import resource
from intake.errors import VaultNeedsMemory
from intake.vault.keys import Cost, passphrase_key
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
try:
    passphrase_key("a", bytes(16), Cost(memory=2**21))
except VaultNeedsMemory as fault:
    print(fault.facts["mebibytes"])
"""
    assert outcome(script) == "2048"

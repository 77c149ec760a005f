"""A secret closed with a passphrase opens with that passphrase, and with nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.vault.closing import closed, reopened
from intake.vault.keys import Cost

CHEAP = Cost(memory=19 * 1024, passes=1, lanes=1)
SLOT = closed(b"AGE-SECRET-KEY-1", "correct horse", CHEAP)


def test_it_opens_with_its_passphrase_alone() -> None:
    assert reopened(SLOT, "correct horse") == b"AGE-SECRET-KEY-1"
    assert reopened(SLOT, "Correct horse") is None


def test_nothing_of_the_secret_or_the_passphrase_stands_in_it() -> None:
    shown = str(SLOT)
    assert "AGE-SECRET-KEY" not in shown
    assert b"AGE-SECRET-KEY".hex() not in shown
    assert "horse" not in shown


@pytest.mark.parametrize("field", ["salt", "sealed"])
def test_an_altered_one_does_not_open(field: str) -> None:
    text = str(SLOT[field])
    altered = ("0" if text[0] != "0" else "1") + text[1:]
    assert reopened({**SLOT, field: altered}, "correct horse") is None


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 2**40},
        {"memory": "many"},
        {"memory": True},
        {"passes": 0},
        {"lanes": 10_000},
        {"salt": ""},
        {"salt": "zz"},
        {"sealed": "00"},
        {"sealed": "00" * 100_000},
        {"format": "intake-passphrase-9"},
        {"more": 1},
    ],
)
def test_a_made_up_one_is_refused_before_it_costs_anything(change: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match=r"no closed secret|non-hexadecimal"):
        reopened({**SLOT, **change}, "correct horse")


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8), max_size=7))
def test_anything_else_is_refused(slot: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="no closed secret"):
        reopened(slot, "correct horse")

"""Cards: what a person can compare, and what a card that is none, or was swapped, is told as."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import CardUnreadable, LastReceivingKey
from intake.export.handover.cards import (
    Acquaintance,
    acquaintance,
    card_of,
    fingerprint,
    picture,
    read_card,
    same_digits,
    written,
)
from intake.export.handover.keys import new_keys, retired, rotated, without

TODAY = date(2026, 11, 24)
LATER = date(2027, 2, 1)
FIRM = new_keys("Example Legal Aid (fictional)", TODAY)
CARD = card_of(FIRM)


def digits(card: object = CARD) -> str:
    return fingerprint(card.recipient, card.verifier)  # type: ignore[attr-defined]


def test_a_card_comes_back_from_its_file_as_it_was() -> None:
    assert read_card(written(CARD).encode()) == CARD


@pytest.mark.parametrize("shape", ["\r\n", "bom"])
def test_a_card_survives_what_mail_programs_do_to_text(shape: str) -> None:
    text = written(CARD)
    changed = text.replace("\n", "\r\n") if shape == "\r\n" else "\ufeff" + text
    assert read_card(changed.encode()) == CARD


def test_a_fingerprint_is_four_groups_of_five_digits() -> None:
    groups = digits().split(" ")
    assert [len(group) for group in groups] == [5, 5, 5, 5]
    assert "".join(groups).isdecimal()


@pytest.mark.parametrize("write", [str, lambda it: it.replace(" ", ""), lambda it: it.replace(" ", " - ")])
def test_digits_are_compared_however_they_are_grouped(write: object) -> None:
    assert same_digits(write(digits()), CARD)  # type: ignore[operator]


def test_digits_may_be_typed_as_arabs_write_them() -> None:
    eastern = digits().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert same_digits(eastern, CARD)


@given(place=st.integers(0, 19), by=st.integers(1, 9))
def test_one_wrong_digit_is_noticed(place: int, by: int) -> None:
    plain = digits().replace(" ", "")
    wrong = str((int(plain[place]) + by) % 10)
    assert not same_digits(plain[:place] + wrong + plain[place + 1 :], CARD)


@pytest.mark.parametrize("typed", ["", "1", "not digits"])
def test_too_few_digits_are_no_comparison(typed: str) -> None:
    assert not same_digits(typed, CARD)


@pytest.mark.parametrize("field", ["name", "made", "recipient", "verifier", "signature"])
def test_a_card_in_which_one_field_was_swapped_is_refused(field: str) -> None:
    other = card_of(new_keys("Somebody else (fictional)", LATER))
    forged = replace(CARD, **{field: getattr(other, field)})
    with pytest.raises(CardUnreadable) as caught:
        read_card(written(forged).encode())
    assert caught.value.facts == {"reason": "altered"}


@given(st.binary(max_size=300))
def test_what_is_no_card_is_told_as_none(data: bytes) -> None:
    with pytest.raises(CardUnreadable):
        read_card(data)


def test_a_card_of_a_newer_program_is_told_as_newer() -> None:
    with pytest.raises(CardUnreadable) as caught:
        read_card(written(CARD).replace("Intake card 1", "Intake card 2").encode())
    assert caught.value.facts == {"reason": "newer"}


def test_a_huge_file_is_no_card() -> None:
    with pytest.raises(CardUnreadable):
        read_card(written(CARD).encode() + b"\n" * 5000)


def test_a_name_cannot_break_out_of_its_line_or_turn_the_text_around() -> None:
    card = card_of(new_keys("Aid\nrecipient: age1evil\u202e\u2028", TODAY))
    assert read_card(written(card).encode()).name == "Aid recipient: age1evil"


def test_a_new_receiving_key_of_a_known_signer_is_told_apart_from_a_swapped_card() -> None:
    known = [CARD]
    assert acquaintance(CARD, known) is Acquaintance.KNOWN
    assert acquaintance(card_of(rotated(FIRM, LATER)), known) is Acquaintance.ROTATED
    stranger = card_of(new_keys("  example LEGAL aid (fictional)", LATER))
    assert acquaintance(stranger, known) is Acquaintance.CHANGED
    assert acquaintance(card_of(new_keys("Other (fictional)", LATER)), known) is Acquaintance.NEW


def test_a_rotated_key_leaves_the_old_one_to_open_what_was_sealed_to_it() -> None:
    turned = rotated(FIRM, LATER)
    old, new = turned.receiving
    assert (old.recipient, old.retired) == (CARD.recipient, LATER)
    assert turned.current == new
    assert without(turned, old).receiving == (new,)


def test_the_key_on_the_card_is_neither_retired_nor_deleted() -> None:
    with pytest.raises(LastReceivingKey):
        retired(FIRM, FIRM.current, LATER)
    with pytest.raises(LastReceivingKey):
        without(FIRM, FIRM.current)


def test_keys_show_no_secret_when_they_are_printed() -> None:
    shown = repr(FIRM)
    assert FIRM.signer not in shown
    assert FIRM.current.secret not in shown


def test_the_picture_is_a_png() -> None:
    assert picture(CARD).startswith(b"\x89PNG")

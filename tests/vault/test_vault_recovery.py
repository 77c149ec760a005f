"""A recovery code is read however it was copied, and a slip of the pen is told as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import CROCKFORD
from intake.errors import RecoveryCodeMistyped
from intake.vault.recovery import GROUP, GROUPS, SECRET_BYTES, RecoveryCode, new_code, read_code, written

CODE = RecoveryCode(bytes(range(SECRET_BYTES)))
TEXT = "-".join(written(CODE))


def test_the_paper_of_a_secret_is_the_same_in_all_versions() -> None:
    assert TEXT == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-S9YJ"
    assert len(written(CODE)) == GROUPS
    assert {len(group) for group in written(CODE)} == {GROUP}


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES))
def test_what_was_written_reads_back(secret: bytes) -> None:
    assert read_code(" ".join(written(RecoveryCode(secret)))).secret == secret


@pytest.mark.parametrize(
    "copied",
    [
        TEXT.lower(),
        TEXT.replace("-", ""),
        TEXT.replace("-", "\u2013"),
        TEXT.replace("-", " \n"),
        TEXT.replace("0", "O").replace("1", "l"),
        TEXT.replace("0", "o").replace("1", "I"),
        f"\t{TEXT}. ",
    ],
)
def test_a_code_is_read_however_it_was_copied(copied: str) -> None:
    assert read_code(copied) == CODE


@pytest.mark.parametrize("place", range(GROUPS * GROUP))
def test_any_one_wrong_letter_is_told(place: int) -> None:
    letters = "".join(written(CODE))
    for letter in CROCKFORD.replace(letters[place], ""):
        with pytest.raises(RecoveryCodeMistyped):
            read_code(letters[:place] + letter + letters[place + 1 :])


def test_two_neighbours_that_changed_places_are_told() -> None:
    letters = "".join(written(CODE))
    for place in range(len(letters) - 1):
        swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
        if swapped != letters:
            with pytest.raises(RecoveryCodeMistyped):
                read_code(swapped)


@pytest.mark.parametrize(
    ("copied", "reason"),
    [
        ("", "length"),
        (TEXT[:-1], "length"),
        (TEXT + "0", "length"),
        ("0" * 100_000, "length"),
        (TEXT.replace("0", "U"), "letter"),
        ("пять слов для меня одной", "letter"),
        ("\x00", "letter"),
        ("\ud800", "letter"),
        ("0" * GROUPS * GROUP, "check"),
    ],
)
def test_what_is_no_code_is_told_with_the_reason(copied: str, reason: str) -> None:
    with pytest.raises(RecoveryCodeMistyped) as told:
        read_code(copied)
    assert told.value.facts["reason"] == reason


def test_codes_differ_and_do_not_show_in_what_is_printed_of_them() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert {repr(code) for code in codes} == {"RecoveryCode"}

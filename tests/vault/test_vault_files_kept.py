"""The bytes of a file are kept unchanged as long as an answer names them, and are proved when read."""

import hashlib
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, update

from intake.answers import Answer, Path
from intake.changes import AnswerSet
from intake.errors import CaseMissing, DatabaseDamaged, FileMissing, FileTooLarge
from intake.form.kinds.files import LARGEST_FILE
from intake.record import Proposal
from intake.vault.evidence import KeptFile
from intake.vault.schema import files
from intake.vault.vault import Vault
from tests.support.vaults import NOW, PACK

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
LETTER = b"%PDF-1.7\n" + b"\x00" * 5000


def naming(question: str, sha256: str, size: int) -> AnswerSet:
    value = {"sha256": sha256, "name": "IMG_1.jpg", "media": "image/jpeg", "size": size}
    return AnswerSet(Path(question), Answer(value, kind="image", at=NOW))


@pytest.fixture
def case(made: Vault) -> str:
    return made.new_case(PACK, "ru").id


def test_a_file_comes_back_byte_for_byte_under_its_sha_256(made: Vault, case: str) -> None:
    sha256 = made.keep_file(case, PHOTO)
    assert sha256 == hashlib.sha256(PHOTO).hexdigest()
    assert made.file(case, sha256) == PHOTO
    assert made.keep_file(case, PHOTO) == sha256
    assert made.files(case) == (KeptFile(sha256, len(PHOTO)),)


def test_a_file_named_by_an_answer_outlives_the_window_and_others_do_not(
    made: Vault, case: str, reopened: Callable[[], Vault]
) -> None:
    photo, letter, slip = (made.keep_file(case, data) for data in (PHOTO, LETTER, b"a slip"))
    made.submit(case, [naming("photo", photo, len(PHOTO))])
    made.put(case, Proposal("P1", NOW, "", Path("letter"), naming("letter", letter, 9).answer or Answer("")))
    assert made.file(case, slip) == b"a slip"
    made.close()
    vault = reopened()
    assert {found.sha256 for found in vault.files(case)} == {photo, letter}
    assert vault.file(case, photo) == PHOTO
    with pytest.raises(FileMissing):
        vault.file(case, slip)
    vault.drop(case, "P1")
    vault.close()
    assert {found.sha256 for found in reopened().files(case)} == {photo}


def test_a_file_is_kept_apart_for_each_case(made: Vault, case: str) -> None:
    other = made.new_case(PACK, "ru").id
    sha256 = made.keep_file(case, PHOTO)
    with pytest.raises(FileMissing):
        made.file(other, sha256)
    made.keep_file(other, PHOTO)
    made.drop_file(case, sha256)
    assert made.files(case) == ()
    assert made.file(other, sha256) == PHOTO


def test_bytes_that_are_not_those_that_were_kept_are_told_as_damage(made: Vault, case: str) -> None:
    sha256 = made.keep_file(case, PHOTO)

    def spoil(connection: Connection) -> None:
        connection.execute(update(files).values(content=PHOTO[:-1] + b"\x00"))

    made._thread.write(spoil)
    with pytest.raises(DatabaseDamaged):
        made.file(case, sha256)


def test_25_megabytes_are_kept_and_one_byte_more_is_not(made: Vault, case: str) -> None:
    assert made.file(case, made.keep_file(case, bytes(LARGEST_FILE))) == bytes(LARGEST_FILE)
    with pytest.raises(FileTooLarge) as caught:
        made.keep_file(case, bytes(LARGEST_FILE + 1))
    assert caught.value.facts == {"most": 25}


def test_no_file_is_kept_for_a_case_that_is_not_there(made: Vault) -> None:
    with pytest.raises(CaseMissing):
        made.keep_file("0000000000", PHOTO)
    with pytest.raises(CaseMissing):
        made.drop_file("0000000000", "0" * 64)

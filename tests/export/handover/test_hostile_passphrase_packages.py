"""Packages that say they were sealed with a passphrase, and were made to break whoever opens them."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import HandoverError, PackageDamaged
from intake.export.handover.sealing import BODY, SLOT, Slot
from intake.export.handover.unsealing import unseal_with_passphrase
from intake.vault.closing import closed, reopened
from tests.support.vaults import CHEAP

SLOT_TEXT = b'{"format": "anything"}'


def refuse(slot: Slot) -> bytes:
    raise AssertionError("nothing of it may be read")


def archive(method: int = zipfile.ZIP_STORED, slot: bytes = SLOT_TEXT) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as both:
        both.writestr(SLOT, slot)
        both.writestr(BODY, b"age-encryption.org/v1\n" * 40)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same archive, whose list says that every member is encrypted."""
    parts = data.split(b"PK\x01\x02")
    flagged = (part[:4] + bytes([part[4] | 1]) + part[5:] for part in parts[1:])
    return b"PK\x01\x02".join([parts[0], *flagged])


@pytest.mark.parametrize(
    "make",
    [
        partial(archive, zipfile.ZIP_DEFLATED),
        partial(archive, zipfile.ZIP_BZIP2),
        partial(archive, zipfile.ZIP_LZMA),
        lambda: encrypted(archive()),
    ],
    ids=["deflate", "bzip2", "lzma", "encrypted"],
)
def test_what_would_have_to_be_unpacked_first_is_never_read(
    tmp_path: FilePath, make: Callable[[], bytes]
) -> None:
    package = tmp_path / "hostile.bin"
    package.write_bytes(make())
    with pytest.raises(PackageDamaged):
        unseal_with_passphrase(package, refuse)


@pytest.mark.parametrize(
    "slot",
    [b"[]", b"5", b"null", b'{"format": 1}', b"{", b"\xff", b"[" * 4000],
)
def test_a_slot_of_another_shape_is_damage(tmp_path: FilePath, slot: bytes) -> None:
    package = tmp_path / "hostile.bin"
    package.write_bytes(archive(slot=slot))
    with pytest.raises(PackageDamaged):
        unseal_with_passphrase(package, lambda it: reopened(it, "words") or b"")


@pytest.mark.parametrize("wrong", ["1", None, 1.5, [1]])
def test_a_cost_that_is_no_number_is_damage(wrong: object) -> None:
    slot = {**closed(b"secret", "words", CHEAP), "passes": wrong}
    with pytest.raises(ValueError, match="no closed secret"):
        reopened(slot, "words")  # type: ignore[arg-type]  # it came from outside


@given(at=st.integers(0), byte=st.integers(0, 255), length=st.integers(0))
def test_whatever_is_altered_or_cut_is_told_as_a_package_that_is_none(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int, length: int
) -> None:
    data = bytearray(archive())
    data[at % len(data)] = byte
    package = tmp_path_factory.mktemp("altered") / "package.bin"
    package.write_bytes(data[: len(data) - length % 50])
    with pytest.raises(HandoverError):
        unseal_with_passphrase(package, lambda _slot: b"AGE-SECRET-KEY-1")

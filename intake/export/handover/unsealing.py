"""Opening what came: nothing of it is used before its last byte, its hashes and its signature are proved."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyrage import DecryptError, IdentityError, decrypt_io, x25519

from intake.disk import open_regular
from intake.errors import NotAPackage, PackageDamaged, PackageForAnother, PackageTooLarge
from intake.export.handover import manifest
from intake.export.handover.cards import fingerprint
from intake.export.handover.keys import OwnKeys, is_signed_by
from intake.export.handover.manifest import Manifest
from intake.export.handover.packing import ENCRYPTED, LARGEST, Unpacked, unpack
from intake.export.handover.sealing import BODY, MANIFEST, SIGNATURE, SLOT, Slot

OpenSlot = Callable[[Slot], bytes]
"""Opens what a CloseSlot closed. Raises PackageWrongPassphrase, PackageDamaged."""

_AGE, _ZIP = b"age-encryption.org/v1\n", b"PK\x03\x04"
_LARGEST_SLOT = 4096
_NO_PACKAGE = (
    zipfile.BadZipFile,
    EOFError,
    IdentityError,
    KeyError,
    NotImplementedError,
    RecursionError,
    ValueError,
)
"""What comes of an archive that nobody sealed so: zipfile tells of what it cannot read in many ways."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A package that was opened and proved."""

    manifest: Manifest
    files: Unpacked


def needs_passphrase(path: Path) -> bool:
    """Whether a package was sealed with a passphrase. Raises OSError, NotAPackage for anything else."""
    with open_regular(path) as file:
        first = file.read(len(_AGE))
    if first == _AGE:
        return False
    if first.startswith(_ZIP):
        return True
    raise NotAPackage


def unseal(path: Path, keys: OwnKeys) -> Parcel:
    """Open a package that was sealed to one of these keys.

    Raises OSError, NotAPackage, PackageForAnother, PackageDamaged, PackageTooLarge, PackageTooNew.
    """
    if needs_passphrase(path):
        raise PackageForAnother
    with open_regular(path) as file:
        plain = _decrypted(file, [x25519.Identity.from_str(key.secret) for key in keys.receiving])
    parcel = _proved(plain)
    ours = {fingerprint(key.recipient, keys.verifier) for key in keys.receiving}
    if parcel.manifest.to not in ours:
        raise PackageForAnother
    return parcel


def unseal_with_passphrase(path: Path, open_slot: OpenSlot) -> Parcel:
    """Open a package that was sealed with a passphrase.

    Raises as `unseal` does, and what `open_slot` raises.
    """
    with open_regular(path) as file:
        try:
            with zipfile.ZipFile(file) as both, both.open(_plain(both, SLOT)) as slot:
                secret = open_slot(json.loads(slot.read(_LARGEST_SLOT)))
            with zipfile.ZipFile(file) as both, both.open(_plain(both, BODY)) as body:
                plain = _decrypted(body, [x25519.Identity.from_str(secret.decode())])
        except _NO_PACKAGE:
            raise PackageDamaged(reason="sealed") from None
    return _proved(plain)


def _plain(both: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """A member that is as we write it. Raises PackageDamaged for one that would have to be unpacked first,
    KeyError when there is none.
    """
    info = both.getinfo(name)
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & ENCRYPTED:
        raise PackageDamaged(reason="sealed")
    return info


class _Bounded(io.BytesIO):
    """Takes no more than a package can hold."""

    too_large = False

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > LARGEST:
            self.too_large = True
            raise PackageTooLarge
        return super().write(data)


def _decrypted(file: IO[bytes], identities: Sequence[x25519.Identity]) -> io.BytesIO:
    plain = _Bounded()
    try:
        decrypt_io(file, plain, list(identities))
    except DecryptError as fault:
        if "No matching keys" in str(fault):
            raise PackageForAnother from None
        raise PackageDamaged(reason="sealed") from None
    except OSError as fault:
        if plain.too_large:
            raise PackageTooLarge from None
        if fault.errno is not None:
            raise
        raise PackageDamaged(reason="sealed") from None
    return plain


def _proved(plain: io.BytesIO) -> Parcel:
    files = unpack(plain)
    text = files.read(MANIFEST)
    found = manifest.read(text)
    if not is_signed_by(text, files.read(SIGNATURE), found.sender.verifier):
        raise PackageDamaged(reason="signature")
    files.prove(found.hashes, besides=(MANIFEST, SIGNATURE))
    return Parcel(found, files)

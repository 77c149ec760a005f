"""Sealing: files, a signed manifest, padding, and age around it all."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from pyrage import encrypt_io, x25519

from intake.export.handover import manifest
from intake.export.handover.cards import Card, card_of, fingerprint
from intake.export.handover.keys import OwnKeys, signed
from intake.export.handover.manifest import Item, Letterhead, Manifest
from intake.export.handover.packing import Packing
from intake.export.target import check_target, disk_told, made_beside, new_file, written

MANIFEST, SIGNATURE = "manifest.json", "signature"
SLOT, BODY = "slot.json", "body.age"
"""What a package for a passphrase is made of: how to open the age identity, and the age file."""

Files = Iterable[tuple[str, bytes]]
"""Names and contents, made one after another so that not all of them are in memory."""

Slot = Mapping[str, str | int]
CloseSlot = Callable[[bytes], Slot]
"""Closes a secret with a passphrase; what it gives can be read by all and opened by that passphrase alone."""


def seal(target: Path, letterhead: Letterhead, files: Files, to: Card, keys: OwnKeys) -> None:
    """Write a package that only the holder of this card can open.

    Raises PackageTooLarge, ExportUnwritable, ExportIntoVault, ExportDiskFull; the target is then as it was.
    """
    with disk_told():
        check_target(target)
        plain = _packed(letterhead, files, fingerprint(to.recipient, to.verifier), keys)
        with made_beside(target) as beside, new_file(beside) as descriptor, written(descriptor) as out:
            encrypt_io(plain, out, [x25519.Recipient.from_str(to.recipient)])


def seal_with_passphrase(
    target: Path, letterhead: Letterhead, files: Files, close: CloseSlot, keys: OwnKeys
) -> None:
    """Write a package that opens with a passphrase: age around a random identity, and that in a slot.

    age's own passphrase mode is not used: its cost cannot be set, and small computers cannot bear it.
    Raises as `seal` does, and what `close` raises.
    """
    with disk_told():
        check_target(target)
        plain = _packed(letterhead, files, "", keys)
        identity = x25519.Identity.generate()
        slot = json.dumps(close(str(identity).encode())).encode()
        with made_beside(target) as beside, new_file(beside) as descriptor, written(descriptor) as out:
            _write_both(out, slot, plain, identity.to_public())


def _write_both(out: BinaryIO, slot: bytes, plain: io.BytesIO, recipient: x25519.Recipient) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as both:
        both.writestr(zipfile.ZipInfo(SLOT), slot)
        with both.open(zipfile.ZipInfo(BODY), "w", force_zip64=True) as body:
            encrypt_io(plain, body, [recipient])


def _packed(letterhead: Letterhead, files: Files, to: str, keys: OwnKeys) -> io.BytesIO:
    packing = Packing()
    packing.add_all(files)
    contents = tuple(Item(name, digest) for name, digest in packing.contents.items())
    text = manifest.written(Manifest(letterhead, card_of(keys), to, contents))
    packing.add(MANIFEST, text)
    packing.add(SIGNATURE, signed(text, keys))
    return packing.finish()

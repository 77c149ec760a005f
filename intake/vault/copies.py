"""The two copies of a vault's header in its folder: either one is enough, and a good one heals the other."""

from contextlib import suppress
from pathlib import Path

from intake.errors import HeaderDamaged, VaultMissing
from intake.vault.files import sync_folder, write_whole
from intake.vault.header import MOST_BYTES, Header, decoded, encoded

NAMES = ("vault.json", "vault.json.b")


def present(folder: Path) -> bool:
    """Whether the folder holds a header, good or not."""
    return any((folder / name).exists() for name in NAMES)


def read(folder: Path) -> tuple[Header, ...]:
    """The headers that can be read, newest first; copies that are the same count once.

    Raises VaultMissing, VaultTooNew, PermissionError, or HeaderDamaged when neither copy is whole.
    """
    found: list[Header] = []
    for text in dict.fromkeys(_texts(folder)):
        try:
            found.append(decoded(text))
        except HeaderDamaged:
            continue  # the other copy may be whole
    if not found:
        raise HeaderDamaged
    return tuple(sorted(found, key=lambda header: -header.generation))


def write(folder: Path, header: Header) -> None:
    """Write both copies, one after the other, each in one step. Raises OSError."""
    for name in NAMES:
        write_whole(folder / name, encoded(header))


def replace(folder: Path, former: Header, header: Header) -> None:
    """Put a header in place of the former one, in one step: there is no moment at which both can be found.

    A former way in must not outlive its removal, so its mirror goes first. Raises OSError; the former header
    then stays.
    """
    heal(folder, former)
    first, mirror = (folder / name for name in NAMES)
    try:
        mirror.unlink()
        sync_folder(folder)
        write_whole(first, encoded(header))
    except OSError:
        with suppress(OSError):
            heal(folder, former)
        raise
    with suppress(OSError):  # as when a vault is opened: one good copy is enough for now
        write_whole(mirror, encoded(header))


def heal(folder: Path, header: Header) -> None:
    """Write the copies that are not this header, which the data key has proved. Raises OSError."""
    for unfinished in folder.glob(f"{NAMES[0]}*.new"):
        unfinished.unlink()
    text = encoded(header)
    for name in NAMES:
        if _text(folder / name) != text:
            write_whole(folder / name, text)


def _texts(folder: Path) -> list[bytes]:
    texts = [text for name in NAMES if (text := _text(folder / name)) is not None]
    if not texts:
        raise VaultMissing(file=NAMES[0])
    return texts


def _text(file: Path) -> bytes | None:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except PermissionError:
        raise
    except OSError:
        return b""  # a bad sector or a folder in its place: a copy that is not whole

"""The two copies of a vault's header in its folder: either one is enough, and a good one heals the other."""

from contextlib import suppress
from pathlib import Path

from intake.disk import read_regular, sync_folder
from intake.errors import HeaderDamaged, VaultMissing
from intake.vault.files import write_whole
from intake.vault.header import MOST_BYTES, Header, decoded, encoded

NAMES = ("vault.json", "vault.json.b")


def present(folder: Path) -> bool:
    """Whether the folder holds a header, good or not. Raises OSError where that cannot be seen."""
    return any(_stands(folder / name) for name in NAMES)


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
    """Write the copies that are not this header, which the data key has proved.

    One that cannot be written keeps no other from being: raises its OSError at the end.
    """
    for unfinished in folder.glob(f"{NAMES[0]}*.new"):
        with suppress(OSError):  # a folder of that name, say: it is in nobody's way
            unfinished.unlink()
    text, refused = encoded(header), None
    for name in NAMES:
        try:
            if _found(folder / name) != text:
                write_whole(folder / name, text)
        except OSError as fault:
            refused = fault
    if refused is not None:
        raise refused


def _stands(file: Path) -> bool:
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _texts(folder: Path) -> list[bytes]:
    """What stands in the copies; one that may not be read counts only where there is no other."""
    texts: list[bytes] = []
    refused = None
    for name in NAMES:
        try:
            text = _text(folder / name)
        except PermissionError as fault:
            refused = fault
        else:
            texts += [] if text is None else [text]
    if not texts:
        raise refused or VaultMissing(file=NAMES[0])
    return texts


def _found(file: Path) -> bytes | None:
    with suppress(PermissionError):
        return _text(file)
    return None


def _text(file: Path) -> bytes | None:
    try:
        return read_regular(file, MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except PermissionError:
        raise
    except OSError:
        return b""  # a bad sector, or a folder, pipe or device in its place: a copy that is not whole

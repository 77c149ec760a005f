"""A folder that an office shares: packages lie in it until one of several people takes them.

No package is ever deleted. Whoever takes one first gives it another name in one step, which a disk does for
one of two; a folder that is synchronised between computers may do it for both, and then each has the draft.
"""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from intake.disk import sync_folder
from intake.errors import InboxUnusable, NotAPackage, PackageGone
from intake.export.handover.unsealing import needs_passphrase

TAKEN = "taken"
"""The folder in which packages lie that were taken. Their names there say nothing."""

_TAKING = ".taking"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A package in the folder. `begun`: somebody began to take it, and did not come to an end yet."""

    path: Path
    came: datetime
    begun: bool


def waiting(folder: Path) -> tuple[Waiting, ...]:
    """The packages that nobody has taken, the oldest first. Raises InboxUnusable."""
    try:
        found = [*filter(None, map(_waiting, folder.iterdir()))]
    except OSError as fault:
        raise InboxUnusable from fault
    return tuple(sorted(found, key=lambda it: (it.came, it.path)))


@contextmanager
def taking(package: Path) -> Iterator[Path]:
    """Lend a package that nobody else can begin to take meanwhile; at the end it lies with the taken ones.

    When the block raises, it waits again under its own name; when the computer dies, as one that was begun,
    and so does one that could not be laid with the others. Raises PackageGone when somebody else was faster,
    InboxUnusable.
    """
    mine = package if package.suffix == _TAKING else package.with_name(f"{package.name}{_TAKING}")
    own = package.with_name(mine.name.removesuffix(_TAKING))
    if mine != package:
        _claim(package, mine)
    with ExitStack() as undoing:
        undoing.callback(mine.rename, own)
        yield mine
        undoing.pop_all()
    with suppress(OSError):  # what was taken is in the vault; one that was begun may have been ended by two
        _lay_apart(mine)


def _claim(package: Path, mine: Path) -> None:
    try:
        package.rename(mine)
    except FileNotFoundError as fault:
        raise (PackageGone if package.parent.is_dir() else InboxUnusable) from fault
    except OSError as fault:
        raise InboxUnusable from fault


def _lay_apart(package: Path) -> None:
    folder = package.parent / TAKEN
    folder.mkdir(mode=0o700, exist_ok=True)
    package.rename(folder / f"{secrets.token_hex(8)}.age")
    for changed in (folder, package.parent):
        sync_folder(changed)


def _waiting(path: Path) -> Waiting | None:
    """A package as it waits; None for anything else, and for one that somebody takes at this moment."""
    try:
        needs_passphrase(path)
        came = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, NotAPackage):
        return None
    return Waiting(path, came, path.suffix == _TAKING)

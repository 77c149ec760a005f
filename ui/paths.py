"""Where things are. The only place that looks for the program's data and knows the default folders."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.folders import Folders

VAULT_SUFFIX = ".intake"
INSTALLED_AS = Path("share", "asylum-intake")


class DataMissing(Exception):
    """The program's own forms and resources are nowhere: it is not installed whole."""


@dataclass(frozen=True, slots=True)
class Places:
    """The program's data, and the two folders of the person: vaults, and what was taken out of them.

    Exports lie beside the vaults' folder and not in it: nobody shall take an open copy for part of a vault.
    """

    folders: Folders
    vaults: Path
    exports: Path

    def found_vaults(self) -> tuple[Path, ...]:
        """The vaults in the default folder. Which was opened last is remembered nowhere."""
        try:
            found = sorted(path for path in self.vaults.iterdir() if path.suffix == VAULT_SUFFIX)
        except OSError:
            return ()
        return tuple(path for path in found if path.is_dir())

    def free_vault(self, name: str) -> Path:
        """A folder for a new vault, in the default folder, where nothing is yet."""
        numbered = (
            f"{name}{VAULT_SUFFIX}" if n == 1 else f"{name} {n}{VAULT_SUFFIX}" for n in range(1, 10_000)
        )
        return next(path for path in (self.vaults / it for it in numbered) if not path.exists())

    def free_folder(self) -> Path:
        """A folder that is not there yet, beside what was taken out before."""
        numbered = (self.exports / f"{n}" for n in range(1, 10_000))
        return next(path for path in numbered if not path.exists())


def find_places(home: Path) -> Places:
    """The default places of the person with this home folder. Raises DataMissing."""
    return Places(find_folders(), home / "Intake", home / "Intake exports")


def find_folders() -> Folders:
    """The program's data: in a frozen program, in a checkout, or installed. Raises DataMissing."""
    for root in _roots():
        if (root / "forms").is_dir() and (root / "resources").is_dir():
            return Folders(root / "forms", root / "resources")
    raise DataMissing


def _roots() -> Iterator[Path]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        yield Path(frozen)
    yield Path(__file__).resolve().parent.parent
    import sysconfig  # start-up: a checkout does without

    yield Path(sysconfig.get_path("data")) / INSTALLED_AS

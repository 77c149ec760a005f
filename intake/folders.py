"""Where the program's own data lie, and which folders are vaults: nothing else is put in those."""

from dataclasses import dataclass
from pathlib import Path

VAULT_FILES = ("vault.json", "vault.json.b", "vault.lock")
"""Any of them makes a folder a vault, be it damaged or half made."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Handed to everything that reads them, never looked for.

    `forms` holds one folder a form pack; `resources` the program's catalogues, fonts and pictures.
    """

    forms: Path
    resources: Path

    @property
    def translations(self) -> Path:
        return self.resources / "translations"

    @property
    def fonts(self) -> Path:
        return self.resources / "fonts"


def holds_vault(folder: Path) -> bool:
    """Whether a vault lies in this folder. Raises OSError when one cannot look."""
    return any((folder / name).exists() for name in VAULT_FILES)

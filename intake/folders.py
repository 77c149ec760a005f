"""Where the program's own data lie: handed to everything that reads them, never looked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """`forms` holds one folder a form pack; `resources` the program's catalogues, fonts and pictures."""

    forms: Path
    resources: Path

    @property
    def translations(self) -> Path:
        return self.resources / "translations"

    @property
    def fonts(self) -> Path:
        return self.resources / "fonts"

"""Where files are put: in a folder that is made when it is needed, under names that name nobody."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from intake.errors import ExportUnwritable
from ui.dialogs import ask_new_file
from ui.stage import Stage

_BYTES = 8
"""Of chance in a name."""


def package_in(folder: Path) -> Path:
    """A new package in a folder, named by chance."""
    return folder / f"{secrets.token_hex(_BYTES)}.age"


def ask_place(stage: Stage, proposal: Path, chosen: Callable[[Path], None]) -> None:
    """Ask where a new file goes."""
    with suppress(OSError):  # another place can be chosen, and what is wrong with it is told then
        proposal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ask_new_file(stage.window, stage.words, proposal, chosen)


def make_folder(folder: Path) -> None:
    """Raises ExportUnwritable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ExportUnwritable from error

"""Whether a window on a vault ended before all that was typed in it was stored: a mark beside the database.

The mark is there while a window is open and goes when everything is stored. To leave it needs no room on a
disk that is full. It is an empty file, and tells no more than the lock beside it.
"""

from contextlib import suppress
from pathlib import Path

from intake.vault.files import PRIVATE_FILE

NAME = "vault.open"


def begin(folder: Path) -> bool:
    """Leave the mark; whether it was there already. Without it nothing can be told, and nothing is lost."""
    try:
        (folder / NAME).touch(mode=PRIVATE_FILE, exist_ok=False)
    except FileExistsError:
        return True
    except OSError:
        return False
    return False


def end(folder: Path) -> None:
    """Everything is stored."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)

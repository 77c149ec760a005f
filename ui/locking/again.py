"""Starting the program anew in the place of this one: all that its memory held goes with it."""

import os
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

KNOWN_TO_WORK = sys.platform.startswith("linux")
"""Where it was tried. Elsewhere the window locks without it."""

_HANDED_ON = "INTAKE_AGAIN"


class Standing(NamedTuple):
    """How the window stood: nothing of any draft, and no secret.

    `vault` is the folder whose door is shown; `place` is x, y, width and height in px.
    """

    vault: str
    language: str
    theme: str
    scale: float
    place: tuple[int, int, int, int]
    maximised: bool = False


Restart: TypeAlias = Callable[[Standing], None]
"""Puts a new program in the place of this one and never comes back, or raises OSError."""


def start_anew(standing: Standing) -> None:
    """Put a new program in the place of this one; comes back only by raising OSError."""
    import json  # start-up: the first page does without

    environment = {**os.environ, _HANDED_ON: json.dumps(standing._asdict())}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606  (ourselves)


def handed_on(environment: MutableMapping[str, str]) -> Standing | None:
    """How the window stood before it started anew, taken out of the environment; None at a first start."""
    text = environment.pop(_HANDED_ON, None)
    if text is None:
        return None
    import json  # start-up, as above

    try:
        found = json.loads(text)
        place = tuple(int(it) for it in found["place"])
        x, y, width, height = place
        return Standing(
            str(Path(found["vault"])),
            str(found["language"]),
            str(found["theme"]),
            float(found["scale"]),
            (x, y, width, height),
            found["maximised"] is True,
        )
    except (TypeError, ValueError, KeyError):
        return None

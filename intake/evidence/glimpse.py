"""What may be shown of a file: a picture drawn anew, or how many pages it has. Another process looks at it.

Decoders are what hostile files are made for. So they run in a child that may use little memory and time, can
write no file and start nothing, and gives back a few bytes in a form of our own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.evidence import LOOK
from intake.evidence.media import UNKNOWN, media_of

EDGE = 640
"""Px of the longer side of a picture as it is shown on screen."""
PATIENCE = 20.0
"""Seconds after which the child is ended; its own limit of CPU time is shorter."""
_LONGEST_HEAD = 1000
_HOME = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`picture` is a JPEG without any metadata, upright, at most so many px wide and high as were asked for;
    `width` and `height` are the original's, as it is seen. `pages` are those of a PDF. All empty: nothing of
    the file can be shown.
    """

    picture: bytes = b""
    width: int = 0
    height: int = 0
    pages: int = 0


def glimpse(data: bytes, edge: int = EDGE) -> Glimpse:
    """What may be shown of a file. A file that is broken, or too much to look at, gives an empty one."""
    if media_of(data) == UNKNOWN:
        return Glimpse()
    command = [*_child(), str(edge)]
    try:
        done = subprocess.run(  # noqa: S603  (our own module; what is not to be trusted goes in as bytes)
            command,
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            env=_environment(),
            cwd=_HOME,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Glimpse()
    return _read(done.stdout) if done.returncode == 0 else Glimpse()


def _child() -> Sequence[str]:
    """How the child is started: a frozen program is its own Python, and knows it by a hidden argument.

    Without `-P` it would load what lies in the folder in which this program was started, before its own.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, LOOK)
    return (sys.executable, "-P", "-s", "-m", "intake.evidence.child")


def _environment() -> Mapping[str, str]:
    """What the child needs to find this package, and nothing of what this process was told."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": str(_HOME), "PYTHONDONTWRITEBYTECODE": "1"}


def _read(answer: bytes) -> Glimpse:
    """The child may have been taken over by what it read: only what is as it should be is taken."""
    head, line_end, picture = answer.partition(b"\n")
    if not line_end or len(head) > _LONGEST_HEAD or (picture and media_of(picture) != "image/jpeg"):
        return Glimpse()
    try:
        told = json.loads(head)
    except ValueError:
        return Glimpse()
    if not isinstance(told, dict):
        return Glimpse()
    width, height, pages = (_count(told.get(name)) for name in ("width", "height", "pages"))
    return Glimpse(picture, width, height, pages)


def _count(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 <= told < 1 << 31 else 0
